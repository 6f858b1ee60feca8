package review

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// Keys that a later program of the same format adds stay where they are, on
// every level, and move with what they belong to.
func TestUnknownKeysAreKept(t *testing.T) {
	mood := func(at string) string { return at + "mood_of_later: {a: [1, ~, 'two'], b: \"x\\n y\\n\"}\n" }
	data := sample
	for _, before := range []string{
		"predicted:\n", "  at: 2026-11-23T14:50:00Z\n", "  at: 2026-11-23T15:05:00Z\n", "      value: 2\n",
		"  at: 2026-11-23T15:30:00Z\n", "  next: 2026-11-26\n", "    until: \"1:30\"\n", "    kind: good\n", "    date: 2026-11-24\n", "        text: good\n",
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
	if got := strings.Count(string(saved), "mood_of_later"); got != 10 {
		t.Fatalf("%d of 10 are left:\n%s", got, saved)
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

// They stay as well where a screen puts new values in place of those it got.
func TestUnknownKeysOutliveNewValues(t *testing.T) {
	const data = `format: 1
on_top: 1
predicted: {at: 2026-11-23T14:50:00Z, scores: {data: 2}, in_prediction: 1}
first: {at: 2026-11-23T14:50:00Z, in_first: 1, scores: {data: {value: 2, in_score: 1}}}
reflection: {gap: labels, in_reflection: 1}
due: {step: 1, in_due: 1}
...
`
	dir := put(t, []byte(data))
	fresh := Review{
		Predicted:  &Prediction{At: now, Scores: map[string]int{"data": 3}},
		First:      Scoring{At: now, Scores: map[string]Score{"data": {Value: 3}}},
		Reflection: Reflection{At: now, Gap: "features"},
		Due:        Due{Step: 2},
	}
	if err := fresh.Save(dir); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\non_top: 1\n", "\n  in_prediction: 1\n", "\n  in_first: 1\n", "\n      in_score: 1\n", "\n  in_reflection: 1\n", "\n  in_due: 1\n", "gap: features"} {
		if !strings.Contains(string(saved), want) {
			t.Errorf("%q is gone:\n%s", want, saved)
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
