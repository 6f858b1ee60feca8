package progress

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

func TestHowItWent(t *testing.T) {
	all := func(v int, but ...int) map[string]int {
		out := map[string]int{}
		for i, d := range interview.Rubric {
			out[d.ID] = v
			if i < len(but) {
				out[d.ID] = but[i]
			}
		}
		return out
	}
	for _, c := range []struct {
		level      interview.Level
		scores     map[string]int
		confidence int
		want       How
	}{
		{interview.Senior, all(3), 4, Good},
		{interview.Senior, all(3), 0, Good},
		{interview.Senior, all(3), 2, Again},
		{interview.Senior, all(3), 3, Good},
		{interview.Senior, all(3, 2, 2), 3, Good}, // a quarter
		{interview.Senior, all(3, 2, 2, 2), 5, Again},
		{interview.Junior, all(2), 3, Good},
		{interview.Senior, all(2), 3, Again},
		{interview.Staff, all(3), 3, Good},
		{interview.Senior, map[string]int{"data": 3}, 3, Good},
		{interview.Senior, map[string]int{"data": 2}, 3, Again},
		{interview.Senior, nil, 5, Again},
	} {
		if got := Judge(c.level, c.scores, c.confidence); got != c.want {
			t.Errorf("%s, %v, confidence %d: %v, want %v", c.level, c.scores, c.confidence, got, c.want)
		}
	}
}

func TestTheNextDate(t *testing.T) {
	for _, c := range []struct {
		step     int
		how      How
		day      int // of November 2026; now is the 25th
		wantStep int
	}{
		{0, Again, 26, 0},
		{0, Good, 28, 1},
		{1, Good, 32, 2},
		{2, Good, 46, 3},
		{3, Good, 46, 3},
		{3, Again, 26, 0},
		{-5, Good, 28, 1},
		{99, Good, 46, 3},
		{99, Again, 26, 0},
	} {
		day, step := NextDue(now, c.step, c.how)
		if want := time.Date(2026, 11, c.day, 0, 0, 0, 0, time.UTC); !day.Equal(want) || step != c.wantStep {
			t.Errorf("after step %d, %v: %v, step %d; want %v, step %d", c.step, c.how, day, step, want, c.wantStep)
		}
	}
}

// The better it goes the later a question comes back, and never on the same
// day.
func TestDueDatesOnlyMoveOut(t *testing.T) {
	zone, err := time.LoadLocation("America/Sao_Paulo")
	if err != nil {
		zone = time.UTC
	}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "now"), 0).In(zone)
		step := 0
		var last time.Time
		for range 6 {
			next, to := NextDue(at, step, Good)
			again, back := NextDue(at, step, Again)
			if back != 0 || !again.After(at) || again.After(next) || next.Before(last) || to < step || to >= len(Days) {
				t.Fatalf("at %v, step %d: again on %v (step %d), else on %v (step %d) after %v", at, step, again, back, next, to, last)
			}
			last, step = next, to
		}
	})
}

func TestWhatIsDue(t *testing.T) {
	variant := dueIn(-2)
	variant.Variant = "on the phone"
	attempts := []Attempt{
		mock("early", 9, dueIn(1)),
		mock("today", 3, dueIn(0)), mock("today", 8, dueIn(-5)),
		mock("late", 9, variant),
		mock("again", 9, dueIn(-3)), mock("again", 1, Summary{}), // practised since then
		mock("never", 9, Summary{Reviewed: true}),
		mock("", 9, dueIn(-1)),
	}
	want := []Return{
		{"late", variant.Due, 2, 1, "on the phone", 1},
		{"today", dueIn(0).Due, 0, 1, "", 2},
	}
	if diff := cmp.Diff(want, Due(attempts, now)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	all := Returns(attempts, now)
	if len(all) != 3 || all[2].Question != "early" || all[2].Overdue != -1 {
		t.Errorf("what comes back: %+v", all)
	}
	slices.Reverse(attempts)
	if diff := cmp.Diff(want, Due(attempts, now)); diff != "" {
		t.Errorf("in another order (-want +got)\n%s", diff)
	}
}

func TestTheStepBeforeAnAttempt(t *testing.T) {
	at := func(daysAgo, step int) Attempt {
		s := dueIn(0)
		s.Step = step
		return mock("a", daysAgo, s)
	}
	attempts := []Attempt{at(9, 1), at(5, 2), mock("a", 4, Summary{}), at(1, 3), mock("b", 2, dueIn(0))}
	for _, c := range []struct{ daysAgo, want int }{{9, 0}, {5, 1}, {4, 2}, {1, 2}, {0, 3}} {
		if got := StepBefore(attempts, "a", now.AddDate(0, 0, -c.daysAgo)); got != c.want {
			t.Errorf("before the attempt of %d days ago: step %d, want %d", c.daysAgo, got, c.want)
		}
	}
}

func TestAVariantFromTheSecondTimeOn(t *testing.T) {
	q := Question{ID: "a", Variants: []string{"one", "two"}}
	var attempts []Attempt
	for i, want := range []string{"", "", "one", "two", "one"} {
		if got := Variant(q, attempts); got != want {
			t.Errorf("after %d mocks: %q, want %q", i, got, want)
		}
		attempts = append(attempts, mock("a", 10-i, Summary{}), mock("b", 10-i, Summary{}))
	}
	q.Variants = nil
	if got := Variant(q, attempts); got != "" {
		t.Errorf("a question without variants: %q", got)
	}
}
