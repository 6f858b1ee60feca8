package review

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestMarksAreSetWordedAndTakenAway(t *testing.T) {
	var r Review
	fine := 1234567 * time.Nanosecond // the playhead is finer than the file
	if err := errors.Join(
		r.AddMark(Mark{At: time.Minute + fine, Kind: UnclearMark}),
		r.AddMark(Mark{At: time.Second, Kind: GoodMark, Word: " scale\n"}),
		r.WordMark(time.Minute+fine, " why MAP "),
		r.AddMark(Mark{At: time.Minute + fine, Kind: GoodMark}), // another kind, the same word
	); err != nil {
		t.Fatal(err)
	}
	worded := Mark{At: time.Minute + time.Millisecond, Kind: GoodMark, Word: "why MAP"}
	want := []Mark{{At: time.Second, Kind: GoodMark, Word: "scale"}, worded}
	if diff := cmp.Diff(want, r.Marks, same); diff != "" {
		t.Fatalf("(-want +got)\n%s", diff)
	}
	before := r.Clone()
	gone, ok := r.RemoveMark(time.Minute + fine)
	if !ok || !cmp.Equal(gone, worded, same) || len(r.Marks) != 1 || len(before.Marks) != 2 || before.Marks[1].Word == "" {
		t.Errorf("removed %+v, %v; left %+v; before that there were %+v", gone, ok, r.Marks, before.Marks)
	}
	if _, ok := r.RemoveMark(time.Minute + fine); ok {
		t.Error("it is removed a second time")
	}
	if err := r.WordMark(time.Minute+fine, "x"); err == nil || !strings.Contains(err.Error(), "1:00.001") {
		t.Errorf("a moment that is not marked gets a word: %v", err)
	}
	if err := r.WordMark(time.Second, ""); err != nil || r.Marks[0].Word != "" {
		t.Errorf("the word is still %q, %v", r.Marks[0].Word, err)
	}
}

func TestImpossibleMarksAreRefused(t *testing.T) {
	full := Review{}
	for i := range maxItems {
		if err := full.AddMark(Mark{At: time.Duration(i) * time.Second, Kind: GoodMark}); err != nil {
			t.Fatal(err)
		}
	}
	if err := full.AddMark(Mark{At: time.Second, Kind: UnclearMark}); err != nil {
		t.Errorf("in place of another: %v", err)
	}
	for _, bad := range []Mark{{}, {Kind: "bad"}, {At: -time.Second, Kind: GoodMark}, {At: 2 * longest, Kind: GoodMark}, {At: time.Millisecond, Kind: GoodMark}} {
		r := full.Clone()
		if err := r.AddMark(bad); err == nil || len(r.Marks) != maxItems {
			t.Errorf("%+v is taken: %v", bad, err)
		}
	}
}

// A mark that is taken away and put back brings along what a later version
// wrote into it.
func TestAMarkComesBackWhole(t *testing.T) {
	dir := put(t, []byte("format: 1\nmarks:\n- {at: '0:02', kind: good, mood: fine}\n...\n"))
	r, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := r.RemoveMark(2 * time.Second)
	if err := errors.Join(r.Save(dir), r.AddMark(m), r.AddMark(Mark{At: m.At, Kind: UnclearMark}), r.Save(dir)); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(filepath.Join(dir, FileName))
	if err != nil || !strings.Contains(string(saved), "kind: unclear\n    mood: fine\n") {
		t.Errorf("%v\n%s", err, saved)
	}
}

// Whatever is done to them, marks stay in order, one a moment, and can be saved;
// taking one away and putting it back changes nothing.
func TestMarksStayInOrder(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		var r Review
		times := rapid.Map(rapid.IntRange(0, 8), func(n int) time.Duration { return time.Duration(n) * time.Second })
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			at := times.Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "do") {
			case 0:
				r.RemoveMark(at)
			case 1:
				_ = r.WordMark(at, texts.Draw(t, "word")) // may not be marked
			default:
				if err := r.AddMark(Mark{At: at, Kind: rapid.SampledFrom([]MarkKind{GoodMark, UnclearMark}).Draw(t, "kind"), Word: texts.Draw(t, "word")}); err != nil {
					t.Fatal(err)
				}
			}
		}
		for i := 1; i < len(r.Marks); i++ {
			if r.Marks[i].At <= r.Marks[i-1].At {
				t.Fatalf("out of order: %+v", r.Marks)
			}
		}
		before := slices.Clone(r.Marks)
		if m, ok := r.RemoveMark(times.Draw(t, "gone")); ok {
			if err := r.AddMark(m); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(before, r.Marks, same); diff != "" {
			t.Fatalf("taken away and put back (-before +after)\n%s", diff)
		}
		if err := r.Save(dir); err != nil {
			t.Fatal(err)
		}
		if got, err := Load(dir); err != nil || !cmp.Equal(got.Marks, r.Marks, same) {
			t.Fatalf("saved %+v, loaded %+v, %v", r.Marks, got.Marks, err)
		}
	})
}
