package review

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzLoad: whatever lies there, it is read or refused; what is read can be
// saved, and comes back the same with all that is unknown in it.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("format: 1\n...\n"))
	f.Add([]byte("format: 2\n"))
	f.Add([]byte("format: 1\nmarks:\n- {at: '0:59.999', kind: good, word: \"a\\tb \", mood: [~]}\n- {at: '0:01', kind: unclear}\n...\n"))
	f.Add([]byte("format: 1\nmore: !odd {a: [1, 2], b: ~, ? [x] : y}\nlate: !!binary aGk=\ntext: |2\n   lead\n...\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := parse(data)
		if err != nil {
			oneLine(t, err)
			return
		}
		first, err := r.encode()
		if err != nil {
			t.Fatalf("what was read cannot be written: %v\n%s", err, data)
		}
		again, err := parse(first)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, first)
		}
		if second, err := again.encode(); err != nil || !bytes.Equal(first, second) {
			t.Fatalf("written again it reads otherwise (%v)\n%s\n%s", err, first, second)
		}
	})
}

// FuzzReadMentor: whatever a mentor sends, it is read or refused, and what is
// read can be kept with the review.
func FuzzReadMentor(f *testing.F) {
	f.Add(MentorSheet(heard))
	f.Add([]byte("format: 1\nname: Maria\nscores: {data: 3}\nremarks:\n- {at: '12:30', text: \"a\\tb \"}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseMentor(data)
		if err != nil {
			oneLine(t, err)
			return
		}
		var r Review
		r.AddMentor(m)
		kept, err := r.encode()
		if err != nil {
			t.Fatalf("what was read cannot be kept: %v\n%s", err, data)
		}
		if _, err := parse(kept); err != nil {
			t.Fatalf("what was kept cannot be read: %v\n%s", err, kept)
		}
	})
}

func oneLine(t *testing.T, err error) {
	t.Helper()
	if said := err.Error(); said == "" || strings.Contains(said, "\n") || len(said) > 800 {
		t.Fatalf("%q is no message", said)
	}
}
