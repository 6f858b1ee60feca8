package practice

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// takenUp is the room of an attempt that was left in a phase with these notes,
// and taken up again.
func takenUp(t *testing.T, notes, phase string) *session.Mock {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	begun, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Custom("Design a cache."), Level: interview.Senior,
		Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Now(),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	begun.Do(session.Note{Ins: notes})
	begun.Do(session.Entered{Phase: phase})
	if err := begun.Suspend(); err != nil {
		t.Fatal(err)
	}
	attempt, _, err := session.Recover(begun.Dir)
	if err != nil {
		t.Fatal(err)
	}
	mock, err := session.ContinueMock(attempt, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := New(mock, Actions{Help: func() {}}, func(func()) {})
	w := test.NewTempWindow(t, look.NewStage(s.Object()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 760))
	s.Focus(w.Canvas())
	t.Cleanup(func() {
		s.Leave()
		mock.End()
	})
	test.Type(s.notes.entry, "!")
	return mock
}

// Whoever takes an attempt up again writes on where they were, however the lines
// are wrapped.
func TestNotesThatAreTakenUpAgainAreWrittenOn(t *testing.T) {
	long := strings.Repeat("viewers who come back, not viewers who click today. ", 12)
	for _, c := range []struct{ notes, phase, want string }{
		{"", "data", "!"},
		{"goal\nscale", "data", "goal\nscale!"},
		{long + "\n" + long, "task", long + "\n" + long + "!"},
		{"## Data\n- logs\n\n## Model\n- trees", "data", "## Data\n- logs!\n\n## Model\n- trees"},
		{"## Clarify\n" + long + "\n\n## Data\n\n## Model\n", "data", "## Clarify\n" + long + "\n\n## Data\n!\n## Model\n"},
		{"## Data\n- logs", "model", "## Data\n- logs!"},
	} {
		if got := noted(takenUp(t, c.notes, c.phase)); got != c.want {
			t.Errorf("in %s %q became %q, want %q", c.phase, c.notes, got, c.want)
		}
	}
}
