//go:build linux

package e2e

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// aside is what a line of the journal says of the interviewer, the coach and
// the plan, read without the program's own code.
type aside struct {
	At      int64  `json:"at"` // ms since the start
	Do      string `json:"do"`
	Phase   string `json:"phase"`
	Kind    string `json:"kind"`
	Mark    int64  `json:"mark"` // ms since the start
	Word    string `json:"word"`
	Words   string `json:"words"`
	Answer  string `json:"answer"`
	Card    string `json:"card"`
	Is      string `json:"is"`
	Choice  string `json:"choice"`
	Asked   bool   `json:"asked"`
	Say     string `json:"say"`
	Verdict string `json:"verdict"`
	Why     string `json:"why"`
	State   string `json:"state"`
	// Seconds of each phase in a new plan.
	Seconds map[string]float64 `json:"seconds"`
}

// asides are the journal's lines.
func (j journal) asides(t testing.TB) []aside {
	t.Helper()
	out := make([]aside, len(j))
	for i, e := range j {
		if err := json.Unmarshal(e.line, &out[i]); err != nil {
			t.Fatalf("%q: %v", e.line, err)
		}
	}
	return out
}

// told is what happened, a line each, apart from what was written and drawn.
func (j journal) told(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, a := range j.asides(t) {
		if a.Do != "note" && a.Do != "board" {
			out = append(out, a.String())
		}
	}
	return out
}

// String is what happened in a line.
func (a aside) String() string {
	words := []string{a.Do}
	add := func(all ...string) {
		for _, word := range all {
			if word != "" {
				words = append(words, word)
			}
		}
	}
	switch a.Do {
	case "ask":
		return "ask " + a.Words + ": " + a.Answer
	case "card":
		add(a.Card, a.Is, a.Choice, a.Phase)
		if a.Asked {
			add("asked")
		}
	default:
		add(a.Kind, a.Phase, a.Word, a.Verdict, a.State)
		if a.Do == "plan" {
			add(a.Why)
		}
	}
	return strings.Join(words, " ")
}

func (k *keyboardMock) checkJournal(t *testing.T) {
	want := []string{
		"start", "sound off", "continue", "sound off",
		"card behind shown", "card behind answered summarise task", "plan behind", "phase task",
		"mark good", "mark unclear", "mark-word metric",
		"phase architecture", "ask how many daily users: scale", "ask which colour is the logo: ",
		"phase data", "phase features", "curveball features", "judged features answered",
		"phase model", "card stuck shown asked", "card stuck answered move-on experiment", "phase experiment",
		"phase deploy",
		"card summary shown asked", "card summary answered begin",
		"end",
	}
	j := readJournal(t, k.dir)
	if got := j.told(t); !slices.Equal(got, want) {
		t.Errorf("the journal tells\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	all := j.asides(t)
	for i, a := range all {
		if i > 0 && a.At < all[i-1].At {
			t.Errorf("%v at %d ms stands behind %v at %d ms", a, a.At, all[i-1], all[i-1].At)
		}
	}
	if unclear := j.all("mark")[1].At; !slices.ContainsFunc(all, func(a aside) bool { return a.Do == "mark-word" && a.Mark == unclear }) {
		t.Errorf("the word is not that of the mark at %d ms", unclear)
	}
	if begun := j.all("continue")[0].At; begun != cutOffIn {
		t.Errorf("it was taken up at %d ms, want %d ms, where it was cut off", begun, cutOffIn)
	}
}

// checkCards holds what came on the screen by itself against what the coach may
// do: one card at a time, and none within ten seconds of another.
func (k *keyboardMock) checkCards(t *testing.T) {
	const between = 10_000 // ms
	on, gone := "", int64(-between)
	for _, a := range readJournal(t, k.dir).asides(t) {
		switch {
		case a.Do == "card" && a.Is == "shown", a.Do == "curveball":
			if on != "" {
				t.Errorf("%v came while %s was on the screen", a, on)
			}
			if a.At-gone < between && !a.Asked {
				t.Errorf("%v came by itself %d ms after the card before it went", a, a.At-gone)
			}
			on = a.Do + a.Card
		case a.Do == "card", a.Do == "judged":
			if on != strings.Replace(a.Do, "judged", "curveball", 1)+a.Card {
				t.Errorf("%v, but %q was on the screen", a, on)
			}
			on, gone = "", a.At
		}
	}
	if on != "" {
		t.Errorf("%s was still on the screen at the end", on)
	}
}

func (k *keyboardMock) checkPlans(t *testing.T) {
	for _, a := range readJournal(t, k.dir).asides(t) {
		if a.Do != "plan" {
			continue
		}
		sum := 0.0
		for _, phase := range phases {
			sum += a.Seconds[phase]
			if a.Seconds[phase] < 30 {
				t.Errorf("%s gets %v s of the new plan", phase, a.Seconds[phase])
			}
		}
		if len(a.Seconds) != len(phases) || math.Abs(sum-plannedSeconds) > 0.001 {
			t.Errorf("the new plan of %d phases takes %v s, want %d s of %d", len(a.Seconds), sum, plannedSeconds, len(phases))
		}
		if a.Seconds["clarify"] < cutOffIn/1000 {
			t.Errorf("clarify took %d s and has %v s", cutOffIn/1000, a.Seconds["clarify"])
		}
	}
}

// checkFiles looks at what was written and drawn, and how the attempt is listed.
func (k *keyboardMock) checkFiles(t *testing.T) {
	notes := readJournal(t, k.dir).notes()
	if !strings.HasPrefix(notes, cutOffNotes+typedNotes) || len(headings(notes)) != len(phases) {
		t.Errorf("the notes are %q", notes)
	}
	if saved, err := os.ReadFile(filepath.Join(k.dir, "notes.md")); err != nil || string(saved) != notes {
		t.Errorf("notes.md is %q, %v; the journal makes %q", saved, err, notes)
	}
	if end := k.d.replay(1 << 20); string(end.Shapes) != "2" || string(end.Arrows) != "1" || end.Phase != "deploy" {
		t.Errorf("at the end there are %s shapes and %s arrows, in %s", end.Shapes, end.Arrows, end.Phase)
	}
	if list := k.d.list(); len(list) != 1 || list[0].State != "finished" || list[0].Takes != 0 {
		t.Errorf("sessions lists %+v", list)
	}
}
