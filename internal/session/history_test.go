package session

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTheHeadOfALineIsWhatTheWholeLineSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, e := range drawEvents(t) {
			line, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			var want eventHead
			if err := json.Unmarshal(line, &want); err != nil {
				t.Fatal(err)
			}
			if got, err := headOf(line); err != nil || got != want {
				t.Fatalf("%s: %+v (%v), want %+v", line, got, err, want)
			}
		}
	})
}

func TestLinesOfOtherHandsAreReadAsWell(t *testing.T) {
	for line, want := range map[string]string{
		`{"do":"mark","at":5,"kind":"good"}`:                 "5ms mark",
		`{ "at": 5, "do": "note", "pos": 0, "ins": "a"}`:     "5ms note",
		`{"at":5,"do":"note","pos":0,"ins":"\",\"do\":\"x"}`: "5ms note",
		`{"at":007,"do":"note","pos":0}`:                     "error",
		`{"at":-7,"do":"note","pos":0}`:                      "error",
		`{"at":9999999999999999999,"do":"note","pos":0}`:     "error",
		`{"at":99999999999999,"do":"note","pos":0}`:          "error",
		`{"at":5,"do":"note","pos":0`:                        "error",
		`{"at":5,"do":"note",}`:                              "error",
		`{"at":5,"do":"board","put":[{"id":"a"}]}`:           "error",
		`{"at":5,"do":"start"}`:                              "5ms start",
		`{"at":5,"do":"notes","ins":"of another kind"}`:      "5ms notes",
		`{"at":5.0,"do":"note","pos":0}`:                     "error",
		`{"at":,"do":"note","pos":0}`:                        "error",
	} {
		got := "error"
		if e, err := ParseEvent([]byte(line)); err == nil {
			got = fmt.Sprint(e.At, " ", e.Body.do())
		}
		if got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// Lines are parsed by several goroutines; order and line numbers stay.
func TestALongJournalKeepsItsOrder(t *testing.T) {
	var lines strings.Builder
	for i := range 5000 {
		if i%1000 == 999 {
			fmt.Fprintf(&lines, "{\"at\":%d,\"do\":\"note\",\"pos\":\"x\"}\n", i)
			continue
		}
		fmt.Fprintf(&lines, "{\"at\":%d,\"do\":\"note\",\"pos\":%d,\"del\":0,\"ins\":\"a\"}\n", i, i)
	}
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	h, err := ReadHistory(path)
	if err != nil || len(h.Events) != 4995 || len(h.Problems) != 5 {
		t.Fatalf("%d events, %d problems (%v)", len(h.Events), len(h.Problems), err)
	}
	for i, p := range h.Problems {
		if p.Line != 1000*(i+1) {
			t.Errorf("problem %d is of line %d", i, p.Line)
		}
	}
	last := -1
	for _, e := range h.Events {
		if pos := e.Body.(Note).Pos; pos <= last || e.At.Milliseconds() != int64(pos) {
			t.Fatalf("event %d at %v comes after %d", pos, e.At, last)
		} else {
			last = pos
		}
	}
}
