package today

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/progress"
	"talkthrough/internal/question"
)

// practised is a mock of 40 minutes, days ago, with scores for all dimensions.
func practised(id, about string, ago, score int) progress.Attempt {
	a := progress.Attempt{
		ID: id, Question: about, Domain: "Recommendation", Level: interview.Senior,
		Started: noon().AddDate(0, 0, -ago), Length: 40 * time.Minute,
	}
	if score > 0 {
		a.Review.Reviewed = true
		a.Review.Scores, a.Review.Predicted = map[string]int{}, map[string]int{}
		for _, d := range interview.Rubric {
			a.Review.Scores[d.ID], a.Review.Predicted[d.ID] = score, min(score+1, 4)
		}
	}
	return a
}

func TestTodayTellsHowThePracticeIsGoing(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	first := practised("today", "place-recommendation", 0, 0)
	second := practised("yesterday", "bank-fraud", 7, 2)
	second.Review.IfThen = "If I reach the model, then I name a baseline"
	s.SetPractice([]progress.Attempt{first, second})
	s.Show(everyState(), question.Bank{Questions: builtIn(t)}, nil)
	said := looktest.Words(s.content)
	for _, want := range []string{"This week: 1 of 1 mock", "2 weeks in a row", "Suggested: ", "To work on: If I reach", "1 attempt is not reviewed yet", "Progress"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	s.unreviewed(progress.Unreviewed(s.practised)).(*look.Row).Tapped(&fyne.PointEvent{})
	c.want(t, "open today")
	s.suggested().(*look.Row).Tapped(&fyne.PointEvent{})
	if len(c.said) != 1 || !strings.HasPrefix(c.said[0], "start ") {
		t.Errorf("the suggestion asked for %q", c.said)
	}
}

func TestWithoutScoresThereIsNoProgressToShow(t *testing.T) {
	s := fresh(t, Actions{}, look.Light)
	s.SetPractice([]progress.Attempt{practised("today", "place-recommendation", 0, 0)})
	s.Show([]library.Entry{entry("today", "Design", library.Finished, noon(), time.Hour)}, question.Bank{Questions: builtIn(t)}, nil)
	if said := looktest.Words(s.content); strings.Contains(said, "Progress") || strings.Contains(said, "To work on") {
		t.Errorf("it says\n%s", said)
	}
}
