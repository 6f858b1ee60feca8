package practice

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

func TestSharingTheMinutesAnewIsOneStepThatUndoes(t *testing.T) {
	s, mock, _ := room(t)
	begun := mock.Clock().Planned
	s.Do(keys.Phase8)
	s.replan(5)
	shared := mock.Clock().Planned
	if shared == begun || shared.Total() != begun.Total() {
		t.Fatalf("shared %v", shared)
	}
	if text := s.side.shares.text.Text(); !s.side.shares.object.Visible() || text != "Minutes shared anew." {
		t.Errorf("the panel says %q", text)
	}
	test.Tap(s.side.shares.undo)
	if got := mock.Clock().Planned; got != begun {
		t.Errorf("undone to %v, want %v", got, begun)
	}
	s.Do(keys.Replan)
	s.Do(keys.UndoReplan)
	if got := mock.Clock().Planned; got != begun {
		t.Errorf("by key undone to %v, want %v", got, begun)
	}
	s.Do(keys.UndoReplan)
	if got := mock.Clock().Planned; got != begun {
		t.Errorf("undone once more than shared: %v", got)
	}
	if err := mock.Sync(); err != nil {
		t.Fatal(err)
	}
	journal, err := os.ReadFile(mock.Journal())
	if err != nil {
		t.Fatal(err)
	}
	for line, n := range map[string]int{`"why":"behind"`: 2, `"why":"undo"`: 2} {
		if got := strings.Count(string(journal), line); got != n {
			t.Errorf("%d times %s in the journal, want %d", got, line, n)
		}
	}
}

func TestTheLineAboutTheMinutesGoesByItself(t *testing.T) {
	s, _, _ := room(t)
	s.Do(keys.Replan)
	s.side.show(s.mock.Clock(), nil, time.Now().Add(sharedFor+time.Second))
	if s.side.shares.object.Visible() {
		t.Error("it stays for ever")
	}
}

// The clock is what the eye meets: nothing around it may move as it runs, but
// once when the phase's time is up.
func TestTheClockNeverJitters(t *testing.T) {
	s, _, _ := room(t)
	v, h := s.side.phase, s.header
	reading := interview.NewClock(interview.PlanFor(45)).At(0)
	reading.Phase, reading.Running = 5, true
	var wide, word, elapsed float32
	for spent := time.Duration(0); spent < 19*time.Minute; spent += time.Second {
		reading.Spent[5], reading.Elapsed = spent, spent+5*time.Minute
		s.side.show(reading, nil, time.Now())
		h.show(reading, recordingState{})
		if need := look.Clock.Width(v.left.Text()); need > v.left.Size().Width+0.1 {
			t.Fatalf("%q needs %v of %v", v.left.Text(), need, v.left.Size().Width)
		}
		if first := spent == 0 || spent == reading.Planned[5]+time.Second; first {
			wide, word, elapsed = v.left.Size().Width, v.word.Position().X, h.elapsed.Size().Width
		}
		if v.left.Size().Width != wide || v.word.Position().X != word {
			t.Fatalf("at %v the clock is %v wide, its word at %v; it was %v and %v", spent, v.left.Size().Width, v.word.Position().X, wide, word)
		}
		if got := h.elapsed.Size().Width; got != elapsed {
			t.Fatalf("at %v the time has %v, before %v", reading.Elapsed, got, elapsed)
		}
	}
}
