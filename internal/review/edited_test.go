package review

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestAWronglyEditedReviewSaysWhereAndWhatWasExpected(t *testing.T) {
	for name, c := range map[string]struct {
		old, edited string
		want        []string
	}{
		"a list":          {sample, "- 1\n...\n", []string{"line 1", "a list of 1", `expected "format: 1"`}},
		"empty":           {sample, "", []string{"line 1", "empty", "expected"}},
		"no format":       {"format: 1\n", "", []string{"line 1", "format", "missing, expected 1"}},
		"odd format":      {"format: 1", "format: one", []string{"line 1", "format", `"one", expected 1`}},
		"no YAML":         {"tags:", "tags: [", []string{"line ", "not YAML", "expected"}},
		"tab":             {"  step: 1", "\tstep: 1", []string{"line 38", "not YAML"}},
		"score":           {"value: 2", "value: 7", []string{"line 11", "first.scores.data.value", `"7", expected a whole number from 1 to 4`}},
		"score in words":  {"value: 2", "value: good", []string{"line 11", `"good"`, "from 1 to 4"}},
		"dimension":       {"altitude: 2", "alitude: 2", []string{"line 6", "predicted.scores", `"alitude"`, "expected a dimension: navigation, data"}},
		"twice":           {"altitude: 2", "navigation: 2", []string{"line 6", "predicted.scores.navigation", "a second time"}},
		"key twice":       {"  gap: labels", "  at: 2026-11-23T15:30:00Z", []string{"reflection.at", "a second time"}},
		"kind":            {"kind: moment", "kind: feeling", []string{"line 13", "first.scores.data.evidence.1.kind", `"feeling"`, "moment, span or note"}},
		"time":            {`at: "12:30"`, "at: 12.5", []string{"line 14", `"12.5"`, "such as 12:30"}},
		"sixty-one":       {`at: "12:30"`, `at: "12:61"`, []string{"line 14", "such as 12:30"}},
		"backwards":       {`until: "1:02:09"`, `until: "1:02:03"`, []string{"line 16", "until", "expected a time after at"}},
		"moment":          {"reference_opened: 2026-11-23T15:20:00Z", "reference_opened: tomorrow", []string{"reference_opened", `"tomorrow"`, "expected a time such as"}},
		"day":             {"next: 2026-11-26", "next: 2026-02-30", []string{"due.next", "expected a date such as"}},
		"phase":           {"\n  data:\n    says", "\n  lunch:\n    says", []string{"covered", `"lunch"`, "expected a phase"}},
		"coverage":        {": missed", ": forgotten", []string{"covered.data.says-where", `"forgotten"`, "covered or missed"}},
		"tag":             {"- no-baseline", "- No Baseline!", []string{"tags.1", `"No Baseline!"`, "kebab-case"}},
		"confidence":      {"confidence: 3", "confidence: 9", []string{"reflection.confidence", "from 1 to 5"}},
		"decision":        {"decision: keep", "decision: maybe", []string{"highlights.1.decision", "keep or skip"}},
		"mark":            {"kind: unclear", "kind: bad", []string{"line 45", "marks.1.kind", `"bad"`, "expected good or unclear"}},
		"mark's time":     {`at: "2:05.25"`, "at: soon", []string{"line 44", "marks.1.at", `"soon"`, "such as 12:30"}},
		"mark of nothing": {`at: "31:00"` + "\n    kind: good", `at: "31:00"`, []string{"line 47", "marks.2", "kind: missing, expected good or unclear"}},
		"marks":           {"marks:\n", "marks: two\nmore:\n", []string{"line 43", "marks", `"two", expected a list of at most 1000 marks`}},
		"group":           {"reflection:\n", "reflection: good\nmore:\n", []string{"reflection", `"good", expected at, well`}},
		"text":            {"gap: labels", "gap: [labels]", []string{"reflection.gap", "a list of 1", "expected text"}},
		"nothing said":    {"\n  scores:\n    navigation: 3\n    altitude: 2", "", []string{"line 3", "predicted", "either scores or skipped"}},
		"alias":           {"gap: labels", "gap: &x labels", []string{"anchor or alias"}},
		"two documents":   {"...\n", "---\nformat: 1\n...\n", []string{"more than one document"}},
		"after the end":   {"...\n", "...\nmore: text\n", []string{"expected"}},
		"not text":        {"gap: labels", "gap: \xff", []string{"UTF-8"}},
		"without its end": {"...\n", "", []string{"cut off", `expected "..."`}},
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(strings.Replace(sample, c.old, c.edited, 1))
			if string(data) == sample {
				t.Fatal("nothing was edited")
			}
			dir := put(t, data)
			_, err := Load(dir)
			if err == nil {
				t.Fatal("it was accepted")
			}
			for _, want := range append(c.want, filepath.Join(dir, FileName), "line ") {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q takes several lines", err)
			}
			holds(t, dir, data)
		})
	}
}
