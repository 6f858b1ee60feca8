package progress

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// now is a Wednesday afternoon.
var now = time.Date(2026, 11, 25, 15, 0, 0, 0, time.UTC)

// mock is an attempt of 40 minutes, so many days ago.
func mock(question string, daysAgo int, s Summary) Attempt {
	return Attempt{
		ID: fmt.Sprintf("%s-%d", question, daysAgo), Question: question, Level: interview.Senior,
		Started: now.AddDate(0, 0, -daysAgo), Length: 40 * time.Minute, Review: s,
	}
}

func dueIn(days int) Summary {
	return Summary{Reviewed: true, Due: time.Date(2026, 11, 25+days, 0, 0, 0, 0, time.UTC), Step: 1}
}

func scored(dimension string, v int) Summary {
	return Summary{Reviewed: true, Scores: map[string]int{dimension: v}}
}

func TestAReviewIsSummarised(t *testing.T) {
	var r review.Review
	if s := Summarise(&r); s.Reviewed || len(s.Scores)+len(s.Predicted) > 0 || !s.Due.IsZero() {
		t.Errorf("an empty review is summarised as %+v", s)
	}
	steps := []error{
		r.Predict(now, map[string]int{"data": 4}),
		r.SetScore(now, "data", review.Score{Value: 3}),
		r.OpenReference(now),
		r.SetScore(now, "data", review.Score{Value: 2}),
	}
	if i := slices.IndexFunc(steps, func(err error) bool { return err != nil }); i >= 0 {
		t.Fatal(steps[i])
	}
	r.Reflection = review.Reflection{At: now, Gap: "labels", IfThen: "if data, then labels first", Confidence: 2}
	r.Due = review.Due{Next: now.AddDate(0, 0, 3), Step: 1, Variant: "offline"}
	want := Summary{
		Reviewed: true, Predicted: map[string]int{"data": 4}, Scores: map[string]int{"data": 2},
		Gap: "labels", IfThen: "if data, then labels first", Confidence: 2, Due: now.AddDate(0, 0, 3), Step: 1, Variant: "offline",
	}
	if diff := cmp.Diff(want, Summarise(&r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestWhatIsUnreviewed(t *testing.T) {
	warmUp, brokenOff := mock("a", 1, Summary{}), mock("a", 2, Summary{})
	warmUp.WarmUp, brokenOff.Length = true, LeastMock-1
	attempts := []Attempt{mock("b", 9, Summary{}), warmUp, brokenOff, mock("c", 3, Summary{}), mock("d", 4, Summary{Reviewed: true})}
	var got []string
	for _, a := range Unreviewed(attempts) {
		got = append(got, a.ID)
	}
	if want := []string{"c-3", "b-9"}; !slices.Equal(got, want) {
		t.Errorf("without a review: %q, want %q", got, want)
	}
}

func TestTheLastReflectionSaysWhatToWorkOn(t *testing.T) {
	attempts := []Attempt{
		mock("a", 1, Summary{Reviewed: true}), // reflected on without a gap
		mock("b", 5, Summary{Gap: "old"}),
		mock("c", 3, Summary{Gap: "labels", IfThen: "if then"}),
	}
	if got, ok := WorkOn(attempts); !ok || got != (Focus{"c-3", "labels", "if then"}) {
		t.Errorf("to work on: %+v, %v", got, ok)
	}
	if _, ok := WorkOn(attempts[:1]); ok {
		t.Error("there is something to work on without any gap")
	}
}

func TestCoverageOfTheBank(t *testing.T) {
	bank := []Question{{ID: "a", Domain: "Ranking"}, {ID: "b", Domain: "Vision"}, {ID: "c", Domain: "Ranking"}}
	warmUp := mock("b", 1, Summary{})
	warmUp.WarmUp = true
	got := Coverage(bank, []Attempt{mock("a", 1, Summary{}), mock("a", 2, Summary{}), mock("gone", 3, Summary{}), warmUp})
	if want := []Domain{{"Ranking", 1, 2}, {"Vision", 0, 1}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
