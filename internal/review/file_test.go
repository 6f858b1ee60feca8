package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

// same compares reviews by all that others see of them.
var same = cmp.Options{
	cmpopts.IgnoreUnexported(Review{}, Prediction{}, Scoring{}, Score{}, Evidence{}, Reflection{}, Due{}, Highlight{}, Mentor{}, Remark{}),
	cmpopts.EquateEmpty(),
}

var texts = rapid.OneOf(
	rapid.String(),
	rapid.StringOf(rapid.RuneFrom([]rune(" \t\n\r:#-'\"|>%@`{}[],&*!?é漢🎈\u0085\u2028\ufeff\x00\x07"))),
	rapid.SampledFrom([]string{"yes", "null", "~", "12", "1e3", "0x1f", "2026-11-23", "...", "a\n...\nb", "---", "a: b", "<<", "# no", "  lead", "trail \n"}),
)

func moments() *rapid.Generator[time.Time] {
	return rapid.Map(rapid.Int64Range(1e9, 4e9), func(s int64) time.Time { return time.Unix(s, 0).UTC() })
}

func clocks() *rapid.Generator[time.Duration] {
	return rapid.Map(rapid.Int64Range(0, longest.Milliseconds()), func(ms int64) time.Duration { return time.Duration(ms) * time.Millisecond })
}

func dates() *rapid.Generator[time.Time] {
	return rapid.Map(rapid.IntRange(0, 40000), func(d int) time.Time { return time.Date(2000, 1, 1+d, 0, 0, 0, 0, time.Local) })
}

func dimensions() *rapid.Generator[string] {
	return rapid.Map(rapid.IntRange(0, len(interview.Rubric)-1), func(i int) string { return interview.Rubric[i].ID })
}

func orZero[T any](g *rapid.Generator[T]) *rapid.Generator[T] {
	var none T
	return rapid.OneOf(rapid.Just(none), g)
}

func evidence() *rapid.Generator[Evidence] {
	return rapid.Custom(func(t *rapid.T) Evidence {
		e := Evidence{
			Kind: rapid.SampledFrom([]EvidenceKind{MomentEvidence, SpanEvidence, NoteEvidence}).Draw(t, "kind"),
			At:   clocks().Draw(t, "at"), Line: rapid.IntRange(0, 5000).Draw(t, "line"), Text: texts.Draw(t, "text"),
		}
		if e.Kind == SpanEvidence {
			e.At = min(e.At, longest-time.Second)
			e.Until = e.At + time.Second
		}
		return e
	})
}

func scorings() *rapid.Generator[Scoring] {
	return rapid.Custom(func(t *rapid.T) Scoring {
		s := Scoring{At: orZero(moments()).Draw(t, "at"), Scores: map[string]Score{}}
		for _, id := range rapid.SliceOfDistinct(dimensions(), rapid.ID).Draw(t, "dimensions") {
			s.Scores[id] = Score{
				Value:    rapid.IntRange(1, 4).Draw(t, "value"),
				Evidence: rapid.SliceOfN(evidence(), 0, 3).Draw(t, "evidence"),
				Note:     texts.Draw(t, "note"),
			}
		}
		return s
	})
}

func mentors() *rapid.Generator[Mentor] {
	return rapid.Custom(func(t *rapid.T) Mentor {
		m := Mentor{
			Name: rapid.StringN(0, 40, maxName).Draw(t, "name"), Date: orZero(dates()).Draw(t, "date"), Attempt: rapid.StringN(0, 40, maxName).Draw(t, "attempt"),
			Scores: rapid.MapOf(dimensions(), rapid.IntRange(1, 4)).Draw(t, "scores"),
		}
		for range rapid.IntRange(0, 3).Draw(t, "remarks") {
			m.Remarks = append(m.Remarks, Remark{At: clocks().Draw(t, "at"), Text: texts.Draw(t, "text")})
		}
		return m
	})
}

func reviews() *rapid.Generator[Review] {
	return rapid.Custom(func(t *rapid.T) Review {
		r := Review{
			First:           scorings().Draw(t, "first"),
			ReferenceOpened: orZero(moments()).Draw(t, "opened"),
			Second:          scorings().Draw(t, "second"),
			Tags:            rapid.SliceOfN(rapid.StringMatching(`[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}`), 0, 4).Draw(t, "tags"),
			Reflection: Reflection{
				At: orZero(moments()).Draw(t, "reflected"), Well: texts.Draw(t, "well"), Unclear: texts.Draw(t, "unclear"),
				Gap: texts.Draw(t, "gap"), IfThen: texts.Draw(t, "if"), Confidence: rapid.IntRange(0, 5).Draw(t, "confidence"),
			},
			Due:     Due{Next: orZero(dates()).Draw(t, "next"), Step: rapid.IntRange(0, 9).Draw(t, "step"), Variant: texts.Draw(t, "variant")},
			Mentors: rapid.SliceOfN(mentors(), 0, 2).Draw(t, "mentors"),
		}
		switch rapid.IntRange(0, 2).Draw(t, "predicted") {
		case 1:
			r.Predicted = &Prediction{At: moments().Draw(t, "at"), Scores: rapid.MapOfN(dimensions(), rapid.IntRange(1, 4), 1, 8).Draw(t, "prediction")}
		case 2:
			r.Predicted = &Prediction{At: moments().Draw(t, "at"), Skipped: "x" + texts.Draw(t, "reason")}
		}
		for range rapid.IntRange(0, 4).Draw(t, "points") {
			phase := interview.Phases[rapid.IntRange(0, 7).Draw(t, "phase")].ID
			if err := r.SetCovered(phase, texts.Draw(t, "point"), rapid.SampledFrom([]Coverage{Covered, Missed}).Draw(t, "covered")); err != nil {
				t.Fatal(err)
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "highlights") {
			at := clocks().Draw(t, "at")
			r.Highlights = append(r.Highlights, Highlight{
				At: at, Until: at, Decision: rapid.SampledFrom([]Decision{"", Keep, Skip}).Draw(t, "decision"), Note: texts.Draw(t, "note"),
			})
		}
		return r
	})
}

func TestAReviewComesBackAsItWas(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		r := reviews().Draw(t, "review")
		if err := r.Save(dir); err != nil {
			t.Fatal(err)
		}
		got, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, got, same); diff != "" {
			t.Fatalf("(-saved +loaded)\n%s", diff)
		}
	})
}

func TestWithoutAFileAReviewIsEmpty(t *testing.T) {
	dir := t.TempDir()
	r, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Review{}, r, same); diff != "" {
		t.Error(diff)
	}
	if err := r.Save(dir); err != nil {
		t.Fatal(err)
	}
	if r, err = Load(dir); err != nil || !cmp.Equal(Review{}, r, same) {
		t.Errorf("an empty review comes back as %+v, %v", r, err)
	}
	info, err := os.Stat(filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the review: %v", info.Mode())
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 1 {
		t.Errorf("saving left %v, %v", names, err)
	}
}

// put writes a review.yaml and returns its folder.
func put(t testing.TB, data []byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// holds checks that a save is refused and the file is as it was.
func holds(t testing.TB, dir string, data []byte) {
	t.Helper()
	var fresh Review
	if err := fresh.Save(dir); err == nil || !strings.Contains(err.Error(), "would be lost") {
		t.Errorf("saving over what cannot be read: %v", err)
	}
	if now, err := os.ReadFile(filepath.Join(dir, FileName)); err != nil || !bytes.Equal(now, data) {
		t.Errorf("the file is now %q, %v", now, err)
	}
}

// sample has something of everything.
const sample = `format: 1
predicted:
  at: 2026-11-23T14:50:00Z
  scores:
    navigation: 3
    altitude: 2
first:
  at: 2026-11-23T15:05:00Z
  scores:
    data:
      value: 2
      evidence:
        - kind: moment
          at: "12:30"
          text: labels
        - kind: span
          at: "1:02:03.5"
          until: "1:02:09"
        - kind: note
          at: "3:00"
          line: 7
          text: 'QPS: 12'
      note: |-
        late
        labels
reference_opened: 2026-11-23T15:20:00Z
covered:
  data:
    says-where-labels-come-from-0123abcd: missed
tags:
  - no-baseline
reflection:
  at: 2026-11-23T15:30:00Z
  gap: labels
  confidence: 3
due:
  next: 2026-11-26
  step: 1
highlights:
  - at: "1:00"
    until: "1:30"
    decision: keep
mentors:
  - name: Maria
    date: 2026-11-24
    scores:
      data: 3
    remarks:
      - at: "12:30"
        text: good
...
`

// Every beginning of a file is seen to be only that, says at which line, and is
// left alone.
func TestAHalfWrittenReviewIsNeverOverwritten(t *testing.T) {
	if _, err := parse([]byte(sample)); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	for n := range strings.TrimSuffix(sample, "\n") {
		data := []byte(sample[:n])
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(dir)
		if err == nil || !strings.Contains(err.Error(), path+": line ") || !strings.Contains(err.Error(), "expected") {
			t.Fatalf("the first %d bytes: %v", n, err)
		}
		holds(t, dir, data)
	}
}

// The same for whatever the program writes.
func TestNoBeginningOfAReviewIsTakenForTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := reviews().Draw(t, "review")
		data, err := r.encode()
		if err != nil {
			t.Fatal(err)
		}
		n := rapid.IntRange(0, len(data)-2).Draw(t, "bytes") // the last line feed may be missing
		if _, err := parse(data[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are read:\n%s", n, len(data), data)
		}
	})
}

func TestAReviewFromANewerVersionIsNeverOverwritten(t *testing.T) {
	for _, data := range []string{
		"format: 2\nscores: [in, another, form]\n...\n",
		"later: {}\nformat: 2\n", // with another end, too
	} {
		dir := put(t, []byte(data))
		_, err := Load(dir)
		if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "newer Talkthrough") || !strings.Contains(err.Error(), "line ") || !strings.Contains(err.Error(), FileName) {
			t.Errorf("%q: %v", data, err)
		}
		holds(t, dir, []byte(data))
	}
}

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

// Keys that a later program of the same format adds stay where they are, on
// every level, and move with what they belong to.
func TestUnknownKeysAreKept(t *testing.T) {
	mood := func(at string) string { return at + "mood_of_later: {a: [1, ~, 'two'], b: \"x\\n y\\n\"}\n" }
	data := sample
	for _, before := range []string{
		"predicted:\n", "  at: 2026-11-23T14:50:00Z\n", "  at: 2026-11-23T15:05:00Z\n", "      value: 2\n",
		"  at: 2026-11-23T15:30:00Z\n", "  next: 2026-11-26\n", "    until: \"1:30\"\n", "    date: 2026-11-24\n", "        text: good\n",
	} {
		indent := before[:len(before)-len(strings.TrimLeft(before, " "))]
		data = strings.Replace(data, before, mood(indent)+before, 1)
	}
	dir := put(t, []byte(data))
	r, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	r.Reflection.Gap = "changed"
	r.Mentors = append([]Mentor{{Name: "Ada"}}, r.Mentors...)
	if err := r.Save(dir); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(saved), "mood_of_later"); got != 9 {
		t.Fatalf("%d of 9 are left:\n%s", got, saved)
	}
	type later struct {
		Mood any `yaml:"mood_of_later"`
	}
	var whole struct {
		later   `yaml:",inline"`
		Mentors []struct {
			Name    string
			later   `yaml:",inline"`
			Remarks []later
		}
	}
	if err := yaml.Unmarshal(saved, &whole); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"a": []any{1, nil, "two"}, "b": "x\n y\n"}
	for at, got := range []any{whole.Mood, whole.Mentors[1].Mood, whole.Mentors[1].Remarks[0].Mood} {
		if diff := cmp.Diff(any(want), got); diff != "" {
			t.Errorf("at place %d (-want +got)\n%s", at, diff)
		}
	}
}

// trees are values of any shape, as JSON knows them.
func trees(depth int) *rapid.Generator[any] {
	leaves := []*rapid.Generator[any]{
		rapid.Just(any(nil)), rapid.Bool().AsAny(), rapid.IntRange(-1e9, 1e9).AsAny(), texts.AsAny(),
	}
	if depth > 0 {
		leaves = append(leaves, rapid.SliceOfN(trees(depth-1), 0, 3).AsAny(), rapid.MapOfN(texts, trees(depth-1), 0, 3).AsAny())
	}
	return rapid.OneOf(leaves...)
}

// escaped makes YAML of JSON, in which some characters stand that YAML forbids or
// takes for the end of a line.
func escaped(data []byte) []byte {
	var out []byte
	for _, r := range string(data) {
		if r < 0x7f {
			out = append(out, byte(r))
		} else {
			out = fmt.Appendf(out, `\U%08x`, r)
		}
	}
	return out
}

// What is unknown may hold anything, under any key.
func TestUnknownValuesAreKeptWhateverTheyAre(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	rapid.Check(t, func(t *rapid.T) {
		name, value := "later"+texts.Draw(t, "key"), trees(3).Draw(t, "value")
		data, err := json.Marshal(map[string]any{"format": 1, "reflection": map[string]any{name: value, "gap": "labels"}})
		if err != nil {
			t.Fatal(err)
		}
		data = escaped(data)
		var before, after struct{ Reflection map[string]any }
		if err := yaml.Unmarshal(data, &before); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, append(data, "\n...\n"...), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := Load(dir)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if err := r.Save(dir); err != nil {
			t.Fatal(err)
		}
		saved, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := yaml.Unmarshal(saved, &after); err != nil {
			t.Fatalf("%v\n%s", err, saved)
		}
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatalf("(-before +after)\n%s\n%s", diff, saved)
		}
	})
}

// What Load would refuse is not written.
func TestImpossibleValuesAreNotSaved(t *testing.T) {
	dir := put(t, []byte(sample))
	for name, spoil := range map[string]func(*Review){
		"score":    func(r *Review) { r.First.Scores["data"] = Score{Value: 7} },
		"tag":      func(r *Review) { r.Tags = []string{"No Tag"} },
		"span":     func(r *Review) { r.Highlights = []Highlight{{At: time.Minute, Until: time.Second, Decision: Keep}} },
		"negative": func(r *Review) { r.Mentors[0].Remarks[0].At = -time.Second },
		"length":   func(r *Review) { r.Reflection.Well = strings.Repeat("x", maxText+1) },
	} {
		r, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		spoil(&r)
		if err := r.Save(dir); err == nil || !strings.Contains(err.Error(), "expected") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if data, err := os.ReadFile(filepath.Join(dir, FileName)); err != nil || string(data) != sample {
		t.Errorf("the file is now %q, %v", data, err)
	}
	if err := (&Review{}).Save(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a review is saved into no folder")
	}
}

func TestACloneStandsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := reviews().Draw(t, "review")
		before, err := r.encode()
		if err != nil {
			t.Fatal(err)
		}
		c := r.Clone()
		if diff := cmp.Diff(r, c, same); diff != "" {
			t.Fatalf("(-review +clone)\n%s", diff)
		}
		if c.Predicted != nil {
			c.Predicted.Skipped = "spoilt"
			clear(c.Predicted.Scores)
		}
		for _, s := range []Scoring{c.First, c.Second} {
			for _, score := range s.Scores {
				clear(score.Evidence)
			}
			clear(s.Scores)
		}
		for _, points := range c.Covered {
			clear(points)
		}
		clear(c.Tags)
		clear(c.Highlights)
		for _, m := range c.Mentors {
			clear(m.Scores)
			clear(m.Remarks)
		}
		clear(c.Mentors)
		if after, err := r.encode(); err != nil || !bytes.Equal(before, after) {
			t.Fatalf("spoiling the clone changed the review: %v\n%s\n%s", err, before, after)
		}
	})
}
