//go:build linux

package e2e

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

// kept is a review.yaml, read without the program's own code.
type kept struct {
	Format    int
	Predicted struct {
		Scores  map[string]int
		Skipped string
	}
	First, Second   scoring
	ReferenceOpened string `yaml:"reference_opened"`
	Covered         map[string]map[string]string
	Reflection      struct {
		Well, Unclear, Gap string
		IfThen             string `yaml:"if_then"`
		Confidence         int
	}
	Due struct {
		Next string
		Step int
	}
	Highlights []struct{ At, Until, Decision, Note string }
}

// scoring is one going-through of the rubric.
type scoring struct {
	Scores map[string]struct {
		Value    int
		Evidence []struct {
			Kind, At, Text string
			Line           int
		}
	}
}

// values are the scores given.
func (s scoring) values() map[string]int {
	out := map[string]int{}
	for id, score := range s.Scores {
		if score.Value > 0 {
			out[id] = score.Value
		}
	}
	return out
}

// readKept reads the review of an attempt; false while there is none.
func readKept(t testing.TB, dir string) (kept, bool) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "review.yaml"))
	if os.IsNotExist(err) {
		return kept{}, false
	}
	var k kept
	if err == nil {
		err = yaml.Unmarshal(data, &k)
	}
	if err != nil {
		t.Fatal(err)
	}
	return k, true
}

// clockSeconds is a time of the session as a review writes it, in seconds.
func clockSeconds(t testing.TB, text string) float64 {
	t.Helper()
	sum := 0.0
	for part := range strings.SplitSeq(text, ":") {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil {
			t.Fatalf("%q is no time: %v", text, err)
		}
		sum = 60*sum + n
	}
	return math.Round(1000*sum) / 1000 // whole milliseconds, as a file has them
}

// dimensions are the rows of the rubric, as reviews call them.
var dimensions = []string{"navigation", "data", "features", "modelling", "evaluation", "communication", "pushback", "altitude"}

// checkScores looks at what was predicted, and at both scorings.
func (r *reviewing) checkScores(t *testing.T) {
	for i, id := range dimensions {
		if got := r.kept.Predicted.Scores[id]; got != 3 {
			t.Errorf("%s was predicted as %d, want 3", id, got)
		}
		if got := r.kept.First.values()[id]; got != firstScores[i] {
			t.Errorf("%s has %d before the reference, want %d", id, got, firstScores[i])
		}
		if got := r.kept.Second.values()[id]; got != secondScores[i] {
			t.Errorf("%s has %d after the reference, want %d", id, got, secondScores[i])
		}
	}
	if r.kept.Format != 1 || r.kept.Predicted.Skipped != "" || r.kept.ReferenceOpened == "" {
		t.Errorf("format %d, skipped %q, reference opened %q", r.kept.Format, r.kept.Predicted.Skipped, r.kept.ReferenceOpened)
	}
}

// checkEvidence looks at what the scores stand on.
func (r *reviewing) checkEvidence(t *testing.T) {
	moment := r.kept.First.Scores["modelling"].Evidence
	if len(moment) != 1 || moment[0].Kind != "moment" || clockSeconds(t, moment[0].At) != math.Round(1000*r.heardAt)/1000 {
		t.Errorf("modelling stands on %+v, want a moment at %.3f s", moment, r.heardAt)
	}
	if r.heardAt < 83 || r.heardAt > 115 {
		t.Errorf("the moment is at %.3f s, want it two seconds before something in the first part", r.heardAt)
	}
	line := r.kept.First.Scores["altitude"].Evidence
	if len(line) != 1 || line[0].Kind != "note" || line[0].Line != 1 || line[0].Text != "viewers who come back" || clockSeconds(t, line[0].At) != 20 {
		t.Errorf("altitude stands on %+v, want the line of 0:20", line)
	}
}

// checkParts looks at what was decided in the ten minutes.
func (r *reviewing) checkParts(t *testing.T) {
	var got []string
	for _, h := range r.kept.Highlights {
		got = append(got, fmt.Sprintf("%.0f-%.0f %s %q", clockSeconds(t, h.At), clockSeconds(t, h.Until), h.Decision, h.Note))
	}
	want := `85-115 keep "say the number"|295-310 skip ""`
	if strings.Join(got, "|") != want {
		t.Errorf("decided %s, want %s", strings.Join(got, "|"), want)
	}
}

// checkCovered looks at what was said of the reference.
func (r *reviewing) checkCovered(t *testing.T) {
	var question struct {
		Phases map[string]map[string][]string
	}
	if err := yaml.Unmarshal([]byte(videoRanking(t)), &question); err != nil {
		t.Fatal(err)
	}
	points := question.Phases["clarify"]["senior"]
	got := map[string]string{}
	for key, said := range r.kept.Covered["clarify"] {
		got[said] = key[:strings.LastIndexByte(key, '-')] // the rest is a hash
	}
	if len(r.kept.Covered) != 1 || len(r.kept.Covered["clarify"]) != 2 ||
		!strings.HasPrefix(kebab(points[0]), got["covered"]) || !strings.HasPrefix(kebab(points[1]), got["missed"]) {
		t.Errorf("covered and missed are %v, want %q and %q of clarify", r.kept.Covered, points[0], points[1])
	}
}

// kebab is a text in small letters with dashes for all that is none.
func kebab(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, "-")
}

// checkReflection looks at what is taken along, and when the question comes
// back.
func (r *reviewing) checkReflection(t *testing.T) {
	is := r.kept.Reflection
	if got := [4]string{is.Well, is.Unclear, is.Gap, is.IfThen}; got != reflections || is.Confidence != 4 {
		t.Errorf("the reflection is %q with a confidence of %d, want %q and 4", got, is.Confidence, reflections)
	}
	// One dimension of eight is under the target: that went well, for a first time.
	inThreeDays := func(day time.Time) string { return day.AddDate(0, 0, 3).Format("2006-01-02") }
	if due := r.kept.Due; due.Step != 1 || due.Next != inThreeDays(r.reflected) && due.Next != inThreeDays(time.Now()) {
		t.Errorf("it comes back on %s, step %d; want three days on, step 1", due.Next, due.Step)
	}
}
