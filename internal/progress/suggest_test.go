package progress

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWhatIsSuggested(t *testing.T) {
	bank := []Question{
		{ID: "a", Domain: "Ranking", Variants: []string{"V"}},
		{ID: "b", Domain: "Ranking"},
		{ID: "c", Domain: "Vision"},
	}
	strong := func(q string, ago int) Attempt { return mock(q, ago, scored("data", 3)) }
	weak := func(q string, ago, v int) Attempt { return mock(q, ago, scored("data", v)) }
	for name, c := range map[string]struct {
		attempts []Attempt
		want     Suggestion
		says     string
	}{
		"nothing yet":            {nil, Suggestion{Question: "a", Reason: NeverTried}, "not tried"},
		"another domain":         {[]Attempt{strong("a", 3)}, Suggestion{Question: "c", Reason: NeverTried}, "not tried"},
		"due goes first":         {[]Attempt{mock("b", 9, dueIn(-1)), weak("a", 2, 1)}, Suggestion{Question: "b", Reason: DueAgain}, "yesterday"},
		"due today":              {[]Attempt{mock("b", 9, dueIn(0))}, Suggestion{Question: "b", Reason: DueAgain}, "today"},
		"the longest overdue":    {[]Attempt{mock("b", 9, dueIn(-1)), mock("c", 9, dueIn(-4))}, Suggestion{Question: "c", Reason: DueAgain}, "4 days"},
		"not in the bank":        {[]Attempt{mock("gone", 9, dueIn(-1))}, Suggestion{Question: "a", Reason: NeverTried}, "not tried"},
		"weak, with a new one":   {[]Attempt{weak("a", 2, 2)}, Suggestion{Question: "c", Dimension: "data", Reason: WeakDimension}, "Training data is your weakest side: 2 of 4"},
		"weak, where it showed":  {[]Attempt{weak("c", 5, 2), weak("a", 4, 1), weak("b", 3, 2)}, Suggestion{Question: "a", Dimension: "data", Reason: WeakDimension}, "1.7 of 4"},
		"weak, with its variant": {[]Attempt{weak("c", 5, 2), weak("a", 4, 1), weak("a", 4, 1), weak("b", 3, 2)}, Suggestion{Question: "a", Variant: "V", Dimension: "data", Reason: WeakDimension}, "showed"},
		"longest ago":            {[]Attempt{strong("a", 3), strong("b", 9), strong("b", 1), strong("c", 4)}, Suggestion{Question: "c", Reason: LongAgo}, "longest"},
	} {
		got, ok := Suggest(bank, c.attempts, now)
		if !ok || !strings.Contains(got.Why, c.says) {
			t.Errorf("%s: %v, because %q, which should say %q", name, ok, got.Why, c.says)
		}
		got.Why = ""
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
	if _, ok := Suggest(nil, nil, now); ok {
		t.Error("an empty bank suggests something")
	}
}
