package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	replay "talkthrough/app/review"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

func TestAMentorsFileIsAskedFor(t *testing.T) {
	a := window(t, look.Light, fyne.NewSize(1280, 800))
	a.chooseMentorFile(func(string) {})
	if !a.covered() || !slices.Contains(labels(a), "Read a mentor's file") {
		t.Fatal("no chooser is shown")
	}
	top := a.window.Canvas().Overlays().Top()
	if a.chooseMentorFile(func(string) {}); a.window.Canvas().Overlays().Top() != top {
		t.Error("a second one opens above the first")
	}
}

// shownReplay opens the replay of a mock that was predicted, or not yet.
func shownReplay(t *testing.T, predicted bool) *App {
	t.Helper()
	a := window(t, look.Light, fyne.NewSize(1280, 800))
	a.stage = look.NewStage(look.NewRule())
	a.window.SetContent(a.stage)
	mock, err := session.StartMock(t.TempDir(), session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Video ranking", Prompt: "Rank."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := mock.End(); err != nil {
		t.Fatal(err)
	}
	if predicted {
		var r review.Review
		if err := r.SkipPrediction(time.Now(), "heard live"); err != nil {
			t.Fatal(err)
		}
		if err := r.Save(mock.Dir); err != nil {
			t.Fatal(err)
		}
	}
	attempt, err := session.Open(mock.Dir)
	if err != nil {
		t.Fatal(err)
	}
	a.showReview(attempt, nil, replay.Place{})
	t.Cleanup(func() {
		s := a.screen.(*replay.Screen)
		s.Leave()
		<-s.Left()
	})
	return a
}

func TestTheMenuOffersNothingOfAnAttemptBeforeItIsPredicted(t *testing.T) {
	for _, predicted := range []bool{false, true} {
		a := shownReplay(t, predicted)
		offered := map[string]bool{}
		for _, m := range a.menu().Items {
			eachItem(m, func(i *fyne.MenuItem) { offered[look.MenuLabel(i)] = !i.Disabled })
		}
		for _, id := range []string{keys.SaveBoard, keys.ExportPicture, keys.CopySVG, keys.PlayPause, keys.PageScore} {
			if label := keys.For(id).Label; offered[label] != predicted {
				t.Errorf("predicted %v: %s is offered: %v", predicted, label, offered[label])
			}
		}
		if _, ok := a.shownBoard(); ok != predicted {
			t.Errorf("predicted %v: the board can be had: %v", predicted, ok)
		}
		if !predicted && strings.Contains(strings.Join(menuNames(a), " "), "Replay") {
			t.Error("there is a menu of the replay")
		}
	}
}

func menuNames(a *App) []string {
	var out []string
	for _, m := range a.menu().Items {
		out = append(out, m.Label)
	}
	return out
}
