package review

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// quietMock is a mock without sound: what is done with its moments needs none.
func quietMock(t testing.TB) *session.Attempt {
	s := newScribe(t)
	s.waits(1)
	s.types("## Clarify\n- goal: long-term engagement\n")
	s.waits(60)
	s.enters("task")
	s.waits(100)
	s.pauses(60, func() {})
	s.enters("model")
	s.types("\n## Model\n- then a multi-task network\n")
	s.waits(70)
	s.rec.Do(session.Ended{})
	return s.opens()
}

// replaying opens the replay of a mock in a window.
func replaying(t *testing.T) (*rig, fyne.Canvas) {
	t.Helper()
	r := rigFor(t, quietMock(t), nil)
	c := r.inWindow()
	r.settle()
	return r, c
}

func TestEvidenceIsAttachedWhilePlaying(t *testing.T) {
	r, c := replaying(t)
	r.Do(keys.Faster)
	r.Do(keys.Faster)
	if r.hearing.speed != 1.5 {
		t.Fatalf("it plays at %v", r.hearing.speed)
	}
	keyed(c, fyne.KeySpace)
	r.passes(100 * second)
	keyed(c, fyne.KeyE)
	if !r.evidence.object.Visible() || !r.parts.transport.Playing() {
		t.Fatal("it does not ask, or stops playing")
	}
	r.passes(2 * second)
	keyed(c, "4")
	got := r.kept().Score("modelling").Evidence
	if want := r.attempt.Session(148 * second); len(got) != 1 || got[0].Kind != review.MomentEvidence || got[0].At != want {
		t.Fatalf("attached %+v, want the moment at %v", got, want)
	}
	if !r.parts.transport.Playing() || c.Focused() != r.wave {
		t.Errorf("the keyboard is with %T", c.Focused())
	}
	if text := r.evidence.strip.words.Text(); !strings.Contains(text, "2:28") || !strings.Contains(text, "Modelling") {
		t.Errorf("it says %q", text)
	}
}

func TestEvidenceOfAPauseIsThatOfTheSession(t *testing.T) {
	r, c := replaying(t)
	end := r.track.Length()
	r.seek(end - 10*second)
	keyed(c, fyne.KeyE, "1")
	got := r.kept().Score("navigation").Evidence
	// The mock was paused for a minute before that.
	if len(got) != 1 || got[0].At < end-12*second+60*second-time.Millisecond || got[0].At > end-12*second+60*second+time.Millisecond {
		t.Errorf("attached %+v, want 1:00 later than %v", got, end-12*second)
	}
}

func TestTheQuestionGoesByItself(t *testing.T) {
	r, c := replaying(t)
	keyed(c, fyne.KeyE)
	r.later()
	if r.evidence.object.Visible() || c.Focused() != r.wave {
		t.Errorf("after a while it still asks; the keyboard is with %T", c.Focused())
	}
	keyed(c, "4")
	if n := len(r.kept().Score("modelling").Evidence); n != 0 {
		t.Errorf("%d pieces were attached", n)
	}
}

func TestTheQuestionLetsOtherKeysThrough(t *testing.T) {
	r, c := replaying(t)
	keyed(c, fyne.KeyE, fyne.KeySpace, fyne.KeyRight)
	if !r.parts.transport.Playing() || r.parts.transport.Position() != 5*second {
		t.Errorf("playing %v at %v", r.parts.transport.Playing(), r.parts.transport.Position())
	}
	keyed(c, fyne.KeyEscape)
	if r.evidence.object.Visible() || c.Focused() != r.wave {
		t.Errorf("Escape leaves the keyboard with %T", c.Focused())
	}
}

func TestTheQuestionIsAskedAnew(t *testing.T) {
	r, c := replaying(t)
	r.seek(50 * second)
	keyed(c, fyne.KeyE)
	r.seek(80 * second)
	keyed(c, fyne.KeyE, "2")
	if got := r.kept().Score("data").Evidence; len(got) != 1 || got[0].At != r.attempt.Session(78*second) {
		t.Errorf("attached %+v", got)
	}
	if c.Focused() != r.wave {
		t.Errorf("the keyboard is with %T", c.Focused())
	}
}

func TestALineOfNotesIsEvidence(t *testing.T) {
	r, c := replaying(t)
	r.Do(keys.EvidenceLine)
	if r.evidence.strip.choose.Visible() && r.evidence.object.Visible() {
		t.Error("with nothing written it asks what that is evidence for")
	}
	r.seek(r.track.Length())
	r.Do(keys.EvidenceLine)
	keyed(c, "4")
	got := r.kept().Score("modelling").Evidence
	lines := strings.Split(r.state.Notes.Text(), "\n")
	if len(got) != 1 || got[0].Kind != review.NoteEvidence || got[0].Text != strings.TrimSpace(lines[got[0].Line-1]) ||
		!strings.Contains(got[0].Text, "multi-task") || got[0].At != r.state.Notes.LineMoments()[got[0].Line-1].Truncate(time.Millisecond) {
		t.Errorf("attached %+v", got)
	}
}

func TestASpanIsEvidence(t *testing.T) {
	r, c := replaying(t)
	r.Do(keys.SpanEnd)
	if text := r.evidence.strip.words.Text(); !strings.Contains(text, "[") {
		t.Errorf("an end without a start says %q", text)
	}
	r.seek(40 * second)
	r.Do(keys.SpanStart)
	r.seek(30 * second) // the end may be set first
	r.Do(keys.SpanEnd)
	r.seek(90 * second)
	keyed(c, fyne.KeyE, "8")
	got := r.kept().Score("altitude").Evidence
	if len(got) != 1 || got[0].Kind != review.SpanEvidence || got[0].At != 30*second || got[0].Until != 40*second {
		t.Fatalf("attached %+v", got)
	}
	keyed(c, fyne.KeyE, "8")
	if got := r.kept().Score("altitude").Evidence; len(got) != 2 || got[1].Kind != review.MomentEvidence {
		t.Errorf("the span is attached again: %+v", got)
	}
}

func TestASpanWithoutLengthIsAMoment(t *testing.T) {
	r, c := replaying(t)
	r.seek(40 * second)
	r.Do(keys.SpanStart)
	r.Do(keys.SpanEnd)
	keyed(c, fyne.KeyE, "1")
	if got := r.kept().Score("navigation").Evidence; len(got) != 1 || got[0].Kind != review.MomentEvidence {
		t.Fatalf("attached %+v", got)
	}
	r.Do(keys.TakeBack)
	if got := r.kept().Score("navigation").Evidence; len(got) != 0 {
		t.Errorf("it stays: %+v", got)
	}
}

func TestTheLastEvidenceIsTakenBack(t *testing.T) {
	r, c := replaying(t)
	r.seek(40 * second)
	keyed(c, fyne.KeyE, "1")
	r.seek(60 * second)
	keyed(c, fyne.KeyE, "2")
	if err := r.ledger.change(func(v *review.Review) error { return v.OpenReference(time.Now()) }); err != nil {
		t.Fatal(err)
	}
	r.Do(keys.TakeBack)
	if kept := r.kept(); len(kept.Score("data").Evidence) != 0 || len(kept.Score("navigation").Evidence) != 1 {
		t.Errorf("left are %+v", kept.First)
	}
	if text := r.evidence.strip.words.Text(); !strings.Contains(text, "0:58") || !strings.Contains(text, interview.Rubric[1].Name) {
		t.Errorf("it says %q", text)
	}
	r.Do(keys.TakeBack)
	r.Do(keys.TakeBack)
	if kept := r.kept(); len(kept.First.Scores)+len(kept.Second.Scores) != 0 {
		t.Errorf("left are %+v", kept.First)
	}
}

func TestOnTheScorePageTheChosenRowGetsTheEvidence(t *testing.T) {
	r, p, c := scoring(t)
	keyed(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyE)
	if got := r.kept().Score(p.dimension()).Evidence; len(got) != 1 || p.dimension() != "features" {
		t.Errorf("%s got %+v", p.dimension(), got)
	}
	if c.Focused() != p.list {
		t.Errorf("the keyboard is with %T", c.Focused())
	}
}

// listeningCanvas is a window that tells its shortcuts.
type listeningCanvas struct {
	fyne.Canvas
	heard fyne.ShortcutHandler
}

func (c *listeningCanvas) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	c.heard.AddShortcut(s, do)
}
func (c *listeningCanvas) RemoveShortcut(s fyne.Shortcut) { c.heard.RemoveShortcut(s) }

func TestUndoOfTheWindowTakesEvidenceBack(t *testing.T) {
	r, c := replaying(t)
	window := &listeningCanvas{Canvas: c}
	r.Focus(window)
	keyed(c, fyne.KeyE, "1")
	window.heard.TypedShortcut(&fyne.ShortcutUndo{})
	if got := r.kept().Score("navigation").Evidence; len(got) != 0 {
		t.Errorf("it stays: %+v", got)
	}
	keyed(c, fyne.KeyE, "1")
	r.Leave()
	window.heard.TypedShortcut(&fyne.ShortcutUndo{})
	if got := r.kept().Score("navigation").Evidence; len(got) != 1 {
		t.Errorf("a screen that was left hears it: %+v", got)
	}
}
