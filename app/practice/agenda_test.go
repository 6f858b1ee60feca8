package practice

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

func TestTheAgendaHasThePhasesThatHaveTime(t *testing.T) {
	plan := interview.PlanFor(40)
	plan[6], plan[2] = 0, 0
	s, mock := open(t, session.Meta{
		Question: question.Custom("Design a cache."), Level: interview.Senior, Plan: session.PlanMinutes(plan),
	}, nil)
	s.Do(keys.Agenda)
	want := ""
	for i, p := range interview.Phases {
		if plan[i] > 0 {
			want += "## " + p.Title + "\n\n"
		}
	}
	if got := noted(mock); got != want {
		t.Errorf("the agenda is %q, want %q", got, want)
	}
}

func TestNextGoesPastWhatHasNoTime(t *testing.T) {
	plan := interview.PlanFor(40)
	plan[1], plan[2], plan[7] = 0, 0, 0
	s, mock := open(t, session.Meta{
		Question: question.Custom("Design a cache."), Level: interview.Senior, Plan: session.PlanMinutes(plan),
	}, nil)
	at := func(key string) int {
		s.Do(key)
		return mock.Clock().Phase
	}
	for _, step := range []struct {
		key  string
		want int
	}{{keys.PrevPhase, 0}, {keys.NextPhase, 3}, {keys.PrevPhase, 0}, {keys.Phase7, 6}, {keys.NextPhase, 6}, {keys.Phase2, 1}} {
		if got := at(step.key); got != step.want {
			t.Errorf("%s leads to phase %d, want %d", step.key, got+1, step.want+1)
		}
	}
}

// Whatever was typed before, an empty line stands above the first heading.
func TestTheAgendaStandsApart(t *testing.T) {
	for typed, want := range map[string]string{"": "", "goal": "goal\n\n", "goal\n": "goal\n\n", "goal\n\n": "goal\n\n", "goal\n\n\n": "goal\n\n\n"} {
		s, mock, _ := room(t)
		test.Type(s.notes.entry, typed)
		s.Do(keys.Agenda)
		if got := noted(mock); !strings.HasPrefix(got, want+"## Clarify\n") {
			t.Errorf("after %q the notes are %q", typed, got)
		}
	}
}

// What was laid down once is not laid down again.
func TestTheAgendaCompletesWhatIsThere(t *testing.T) {
	s, mock, _ := room(t)
	test.Type(s.notes.entry, "# clarify\n- goal\n\n## Data\n- logs")
	s.Do(keys.Agenda)
	s.Do(keys.Agenda)
	text := noted(mock)
	for i, p := range interview.Phases {
		if n := strings.Count(strings.ToLower(text), "# "+strings.ToLower(p.Title)+"\n"); n != 1 {
			t.Errorf("phase %d: %d headings in %q", i+1, n, text)
		}
	}
}

func TestEnteringAPhaseGoesOnWithItsSection(t *testing.T) {
	s, mock, _ := room(t)
	s.Do(keys.Agenda)
	test.Type(s.notes.entry, "- who")
	s.Do(keys.Phase4)
	test.Type(s.notes.entry, "- logs")
	s.Do(keys.Phase1)
	test.Type(s.notes.entry, "?")
	s.Do(keys.Phase4)
	test.Type(s.notes.entry, "\n- labels")
	text := noted(mock)
	for _, want := range []string{"## Clarify\n- who?\n## ", "## Data\n- logs\n- labels\n## "} {
		if !strings.Contains(text, want) {
			t.Errorf("the notes are %q, want %q in them", text, want)
		}
	}
}

// Notes without the heading keep their caret.
func TestEnteringAPhaseLeavesOtherNotesAlone(t *testing.T) {
	s, mock, _ := room(t)
	test.Type(s.notes.entry, "one two")
	hit(s.notes.entry, fyne.KeyHome)
	s.Do(keys.Phase4)
	test.Type(s.notes.entry, "0 ")
	if got := noted(mock); got != "0 one two" {
		t.Errorf("the notes are %q", got)
	}
}

func TestTheCurrentPhasesHeadingIsMarked(t *testing.T) {
	s, _, _ := room(t)
	mark, entry := s.notes.mark, s.notes.entry
	if mark.Visible() {
		t.Error("without an agenda there is a mark")
	}
	s.Do(keys.Agenda)
	test.Type(entry, strings.Repeat("a line that is too long for the notes and so wraps. ", 6))
	at := func(phase string) float32 {
		t.Helper()
		s.Do(phase)
		if !mark.Visible() {
			t.Fatalf("%s has no mark", phase)
		}
		return mark.Position().Y
	}
	clarify, task, data := at(keys.Phase1), at(keys.Phase2), at(keys.Phase4)
	height := mark.Size().Height
	if rows := (task - clarify) / height; rows < 5 || rows != float32(int(rows)) {
		t.Errorf("wrapped text over %v rows of %v from the first heading to the second", rows, height)
	}
	if d := data - task; d != 4*height {
		t.Errorf("from the second heading to the fourth there are %v, want 4 rows of %v", d, height)
	}
	// The caret, on the row below the heading, is where the toolkit says.
	if y := entry.CursorPosition().Y + entry.scroll.Position().Y - entry.scroll.Offset.Y; y != data+height {
		t.Errorf("the mark is at %v, a row of %v above the caret's %v expected", data, height, y)
	}
}

func TestTheMarkScrollsWithTheNotes(t *testing.T) {
	s, _, _ := room(t)
	s.Do(keys.Agenda)
	test.Type(s.notes.entry, strings.Repeat("x\n", 60))
	s.Tick()
	if s.notes.mark.Visible() {
		t.Errorf("60 lines above the caret the heading is marked at %v", s.notes.mark.Position())
	}
	s.notes.entry.scroll.ScrollToTop()
	s.Tick()
	if !s.notes.mark.Visible() {
		t.Error("scrolled back, it is not marked")
	}
}

// Whatever the notes say, what is typed next goes below the phase's heading and
// above the next one.
func TestASectionsEndIsWithinIt(t *testing.T) {
	line := rapid.SampledFrom([]string{"## Data", "# Clarify", "- é logs", "", "  ", "#tag", "## ML task and metrics", "text"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(line).Draw(t, "lines"), "\n")
		at, ok := sectionEnd(text, 3)
		heading := interview.HeadingLine(text, 3)
		if ok != (heading >= 0) {
			t.Fatalf("found %v, heading on line %d", ok, heading)
		}
		if !ok {
			return
		}
		runes := []rune(text)
		if at < 0 || at > len(runes) {
			t.Fatalf("%d of %d", at, len(runes))
		}
		lines := strings.Split(string(runes[:at]), "\n")
		if len(lines)-1 < heading {
			t.Fatalf("on line %d, the heading is on %d", len(lines)-1, heading)
		}
		for _, l := range lines[heading+1:] {
			if strings.HasPrefix(l, "#") {
				t.Fatalf("behind the next heading %q", l)
			}
		}
	})
}
