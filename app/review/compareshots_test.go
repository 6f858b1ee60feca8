package review

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/progress"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// besides is how the reference and the comparison are looked at: with a question
// that has everything, and another attempt at it.
func besides(t *testing.T) (*session.Attempt, []Past) {
	t.Helper()
	bank := question.Check("../../questions/video-ranking.yaml")
	if len(bank.Questions) == 0 {
		t.Fatal(bank.Problems)
	}
	a, _ := wholeMock(t)
	other, _ := wholeMock(t)
	a.Question, a.Level = bank.Questions[0], "senior"
	when := time.Date(2026, 11, 23, 15, 0, 0, 0, time.Local)
	var r review.Review
	outline := a.Question.Phases.Model
	for _, err := range []error{
		r.Predict(when, map[string]int{"navigation": 3, "data": 2, "modelling": 3, "altitude": 2}),
		r.SetScore(when, "navigation", review.Score{Value: 2}), r.SetScore(when, "modelling", review.Score{Value: 3}),
		r.OpenReference(when), r.SetScore(when, "modelling", review.Score{Value: 2}),
		r.SetCovered("model", outline.Senior[0], review.Covered), r.SetCovered("model", outline.Senior[1], review.Missed),
		r.Save(a.Dir),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	other.Started = other.Started.AddDate(0, 0, -7)
	if err := other.Save(other.Dir); err != nil {
		t.Fatal(err)
	}
	past := Past{Dir: other.Dir, Attempt: progress.Attempt{Question: a.Question.ID, Level: a.Level, Started: other.Started}}
	return a, []Past{past}
}

func TestReferenceAndComparisonFitEveryWindow(t *testing.T) {
	a, past := besides(t)
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
			track := session.NewTrack(a)
			posted := make(chan func(), 200)
			s := build(a, track, Actions{Past: func() []Past { return past }}, func(f func()) { posted <- f }, parts{
				board: newViewer(), transport: transportFor(track, a),
				beat: func(func()) func() { return func() {} }, kept: fyne.CurrentApp().Preferences(),
			})
			window := test.NewTempWindow(t, look.NewStage(s.Object()))
			window.SetPadded(false)
			window.Resize(size)
			drain(&s.work, posted)
			s.Focus(window.Canvas())
			s.seek(track.Length() * 9 / 10)
			shot := func(name string) {
				drain(&s.work, posted)
				looktest.Shoot(t, window.Canvas(), fmt.Sprintf("besides-%s-%s-%.0f", name, word, size.Width), size)
			}
			s.Do(keys.PageRef)
			if size.Width < 1900 {
				shot("reference")
			}
			s.Do(keys.BothBoards)
			s.shown.page.(*referencePage).scroll.ScrollToOffset(fyne.NewPos(0, 500))
			shot("boards")
			s.Do(keys.PageCompare)
			shot("compare")
			s.Do(keys.BothBoards)
			shot("both")
			s.Do(keys.BothBoards)
			s.shown.page.(*comparePage).scroll.ScrollToBottom()
			shot("bottom")
			s.Leave()
			drain(&s.work, posted)
			<-s.Left()
		}
	}
}
