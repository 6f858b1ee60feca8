package progress

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/interview"
)

func TestTrendAndCalibration(t *testing.T) {
	predicted := func(p, s map[string]int) Summary { return Summary{Predicted: p, Scores: s} }
	attempts := []Attempt{
		mock("b", 1, predicted(map[string]int{"data": 3, "altitude": 4}, map[string]int{"data": 3, "altitude": 2})),
		mock("a", 9, predicted(map[string]int{"data": 4}, map[string]int{"data": 1, "features": 2})),
		mock("c", 5, predicted(map[string]int{"data": 2}, nil)),
	}
	want := []Point{{"a-9", attempts[1].Started, 1, 4}, {"b-1", attempts[0].Started, 3, 3}}
	if diff := cmp.Diff(want, Trend(attempts, "data")); diff != "" {
		t.Errorf("the trend (-want +got)\n%s", diff)
	}
	c := Calibration(attempts)
	pairs := []Pair{
		{"a-9", attempts[1].Started, "data", 4, 1},
		{"b-1", attempts[0].Started, "data", 3, 3},
		{"b-1", attempts[0].Started, "altitude", 4, 2},
	}
	if diff := cmp.Diff(pairs, c.Pairs); diff != "" {
		t.Errorf("the pairs (-want +got)\n%s", diff)
	}
	// 3, 0 and 2 too kind; one of three came true.
	if math.Abs(c.Bias-5.0/3) > 1e-9 || math.Abs(c.Exact-1.0/3) > 1e-9 {
		t.Errorf("the bias is %v, %v came true", c.Bias, c.Exact)
	}
	if c := Calibration(nil); c.Bias != 0 || c.Exact != 0 || c.Pairs != nil {
		t.Errorf("nothing to compare gives %+v", c)
	}
}

// The last three scores count, against the target of the level of each.
func TestTheWeakestDimension(t *testing.T) {
	attempts := []Attempt{
		mock("a", 9, Summary{Scores: map[string]int{"data": 1, "features": 3}}),
		mock("a", 4, Summary{Scores: map[string]int{"data": 3, "features": 2}}),
		mock("a", 3, Summary{Scores: map[string]int{"data": 3, "features": 3}}),
		mock("a", 2, Summary{Scores: map[string]int{"data": 3, "features": 2}}),
	}
	got, ok := Weakest(attempts)
	if !ok || got.Dimension != "features" || got.Count != 3 || math.Abs(got.Mean-7.0/3) > 1e-9 || math.Abs(got.Short-2.0/3) > 1e-9 {
		t.Errorf("the weakest is %+v, %v", got, ok)
	}
	for i := range attempts {
		attempts[i].Level = interview.Junior
	}
	if got, ok := Weakest(attempts); ok {
		t.Errorf("for a junior %+v is under the target", got)
	}
}
