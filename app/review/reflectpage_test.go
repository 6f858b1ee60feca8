package review

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/progress"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// reflecting opens the reflection of an attempt, in a window, on 23 November.
func reflecting(t *testing.T, a *session.Attempt, past ...Past) (*rig, *reflectPage) {
	t.Helper()
	r := rigFor(t, a, nil)
	r.past = past
	window := test.NewTempWindow(t, r.Object())
	window.Resize(fyne.NewSize(1280, 800))
	r.settle()
	r.Do(keys.PageReflect)
	page := r.shown.page.(*reflectPage)
	page.now = func() time.Time { return time.Date(2026, 11, 23, 15, 0, 0, 0, time.Local) }
	r.settle()
	return r, page
}

func shortAttempt(t *testing.T) *session.Attempt {
	s := newScribe(t)
	s.waits(60)
	s.rec.Do(session.Ended{})
	return s.opens()
}

func TestTheReflectionIsKeptAsItIsTyped(t *testing.T) {
	a := shortAttempt(t)
	r, page := reflecting(t, a)
	c := fyne.CurrentApp().Driver().CanvasForObject(r.wave)
	for _, word := range []string{"well", "unclear", "a gap", "If late, then sum up"} {
		for _, letter := range word {
			c.Focused().TypedRune(letter)
		}
		c.FocusNext() // as Tab does
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key4})
	r.settle()
	kept, err := review.Load(a.Dir)
	want := review.Reflection{Well: "well", Unclear: "unclear", Gap: "a gap", IfThen: "If late, then sum up", Confidence: 4}
	got := kept.Reflection
	if err != nil || got.Well != want.Well || got.Unclear != want.Unclear || got.Gap != want.Gap || got.IfThen != want.IfThen || got.Confidence != 4 || got.At.IsZero() {
		t.Errorf("%v %+v", err, got)
	}
	page.fields[0].entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Focused() != fyne.Focusable(r.wave) {
		t.Errorf("after Escape the keyboard is with %T", c.Focused())
	}
}

func TestTheQuestionComesBackByHowItWent(t *testing.T) {
	a := shortAttempt(t)
	r, page := reflecting(t, a)
	if !strings.Contains(page.due.Text(), "how sure") {
		t.Errorf("before anything is said: %q", page.due.Text())
	}
	page.sure.set(1)
	if got := page.due.Text(); got != "It comes back tomorrow, Tuesday, 24 November." {
		t.Errorf("after a bad one: %q", got)
	}
	r.write(func(r *review.Review) error {
		for _, d := range interview.Rubric {
			if err := r.SetScore(page.now(), d.ID, review.Score{Value: 4}); err != nil {
				return err
			}
		}
		return nil
	})
	page.sure.set(5)
	if got := page.due.Text(); got != "It comes back in 3 days, on Thursday, 26 November." {
		t.Errorf("after a good one: %q", got)
	}
	page.move(-1)
	page.move(-1)
	page.move(-1)
	if got := page.due.Text(); !strings.Contains(got, "tomorrow") {
		t.Errorf("sooner than tomorrow: %q", got)
	}
}

func TestAVariantIsProposedFromTheSecondTimeOn(t *testing.T) {
	s := newScribe(t)
	s.waits(60)
	s.rec.Do(session.Ended{})
	a := s.opens()
	a.Question.Variants = []question.Variant{{Title: "Live videos only"}}
	before := Past{Attempt: progress.Attempt{ID: "before", Question: "video-ranking", Length: time.Hour, Started: a.Started.AddDate(0, 0, -7)}}
	this := Past{Attempt: progress.Attempt{ID: a.ID, Question: "video-ranking", Length: time.Hour, Started: a.Started}}
	once, first := reflecting(t, a, this)
	first.sure.set(4)
	once.settle()
	if words := said(first.dueRow); strings.Contains(words, "variant") {
		t.Errorf("after the first mock: %q", words)
	}
	r, page := reflecting(t, a, this, before)
	page.sure.set(5)
	words := page.dueRow.Objects[len(page.dueRow.Objects)-1]
	button := words.(*fyne.Container).Objects[0].(*flatButton)
	if !strings.Contains(button.text, "Live videos only") {
		t.Fatalf("it proposes %q", button.text)
	}
	button.Tapped(&fyne.PointEvent{})
	r.settle()
	if kept, _ := review.Load(a.Dir); kept.Due.Variant != "Live videos only" {
		t.Errorf("kept %+v", kept.Due)
	}
}

func TestPredictedAndScoredAreComparedWhereBothAre(t *testing.T) {
	var r review.Review
	now := time.Now()
	if err := r.Predict(now, map[string]int{"features": 4, "data": 2}); err != nil {
		t.Fatal(err)
	}
	if got := judgedWords(&r); got != "" {
		t.Errorf("without scores: %q", got)
	}
	if err := r.SetScore(now, "features", review.Score{Value: 2}); err != nil {
		t.Fatal(err)
	}
	if got := judgedWords(&r); got != "You predicted 4.0 and scored 2.0." {
		t.Errorf("it says %q", got)
	}
}

// Whoever is quick to say how sure they are still gets a day.
func TestTheDayWaitsForTheAttemptsBefore(t *testing.T) {
	r, page := reflecting(t, shortAttempt(t))
	page.known = false
	page.sure.set(2)
	if got := r.ledger.review.Due.Next; !got.IsZero() {
		t.Errorf("before they are known it is due on %v", got)
	}
	page.arrived(nil)
	if got := page.due.Text(); got != "It comes back tomorrow, Tuesday, 24 November." {
		t.Errorf("once they are known: %q", got)
	}
}
