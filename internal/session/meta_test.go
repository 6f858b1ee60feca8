package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

func TestSessionFileComesBackAsItWas(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.String(),
			rapid.StringOf(rapid.RuneFrom([]rune(" \t\n\r:#-'\"|>%@`{}[],&*!?é漢🎈\u0085\u2028\ufeff\x00\x07"))),
		)
		m := Meta{
			Format: 1,
			Question: question.Question{
				ID: text.Draw(t, "id"), Title: "T" + text.Draw(t, "title"), Domain: text.Draw(t, "domain"), Prompt: text.Draw(t, "prompt"),
			},
			Level: rapid.SampledFrom(interview.Levels).Draw(t, "level"),
			Plan:  PlanMinutes(interview.PlanFor(rapid.IntRange(1, 240).Draw(t, "minutes"))),
			// To the second, which is what the program keeps.
			Started:   time.Unix(rapid.Int64Range(1e9, 4e9).Draw(t, "started"), 0).UTC(),
			Length:    float64(rapid.IntRange(0, 1e7).Draw(t, "length")) / 1000,
			Recording: rapid.Bool().Draw(t, "recording"),
			App:       text.Draw(t, "app"),
		}
		if rapid.Bool().Draw(t, "ended") {
			m.Ended = m.Started.Add(time.Hour)
		}
		if err := m.Save(dir); err != nil {
			t.Fatal(err)
		}
		got, err := LoadMeta(dir)
		if err != nil {
			data, _ := os.ReadFile(filepath.Join(dir, "session.yaml"))
			t.Fatalf("%v\n%s", err, data)
		}
		m.ID = filepath.Base(dir)
		for _, text := range []*string{&m.Question.ID, &m.Question.Title, &m.Question.Domain, &m.Question.Prompt, &m.App} {
			*text = strings.TrimSpace(*text)
		}
		for i := range m.Plan {
			// Minutes are written in decimals: a nanosecond may be lost.
			if d := got.Plan[i] - m.Plan[i]; d < -1 || d > 1 {
				t.Fatalf("phase %d is planned for %v, want %v", i, got.Plan[i], m.Plan[i])
			}
			got.Plan[i] = m.Plan[i]
		}
		if diff := cmp.Diff(m, got); diff != "" {
			t.Fatalf("(-saved +loaded)\n%s", diff)
		}
	})
}

func TestABrokenSessionFileSaysWhereAndWhatWasExpected(t *testing.T) {
	const good = "format: 1\nquestion:\n  id: a\n  title: b\nlevel: senior\nplan:\n  clarify: 5\nstarted: 2026-11-23T14:05:00Z\n"
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"empty":          {"", []string{"line 1", "expected"}},
		"a list":         {"- 1\n", []string{"line 1", "expected"}},
		"no YAML":        {"format: [1\n", []string{"line 1"}},
		"no format":      {strings.Replace(good, "format: 1\n", "", 1), []string{"line 1", "format", "missing", "expected 1"}},
		"odd format":     {strings.Replace(good, "format: 1", "format: one", 1), []string{"line 1", "format", `"one"`, "expected 1"}},
		"newer":          {"later: {}\nformat: 2\nquestion: [in, another, form]\n", []string{"line 2", "newer Talkthrough", "up to 1", "update"}},
		"no title":       {strings.Replace(good, "  title: b\n", "", 1), []string{"line 3", "title", "expected the question's title"}},
		"no question":    {"format: 1\nlevel: senior\nplan: {clarify: 5}\n", []string{"line 1", "question", "expected"}},
		"odd level":      {strings.Replace(good, "senior", "boss", 1), []string{"line 5", "level", `"boss"`, "expected junior, senior or staff"}},
		"odd phase":      {strings.Replace(good, "clarify", "lunch", 1), []string{"line 7", "plan", `"lunch"`, "expected one of clarify, task"}},
		"odd minutes":    {strings.Replace(good, "clarify: 5", "clarify: five", 1), []string{"line 7", "clarify", `"five"`, "expected 0 to 1440"}},
		"endless":        {strings.Replace(good, "clarify: 5", "clarify: .inf", 1), []string{"line 7", "expected 0 to 1440"}},
		"no number":      {strings.Replace(good, "clarify: 5", "clarify: .nan", 1), []string{"line 7", "expected 0 to 1440"}},
		"plan a list":    {strings.Replace(good, "plan:\n  clarify: 5", "plan: [5]", 1), []string{"line 6", "plan", "expected minutes for each phase"}},
		"no plan":        {strings.Replace(good, "plan:\n  clarify: 5\n", "", 1), []string{"plan", "expected minutes for each phase"}},
		"odd date":       {strings.Replace(good, "2026-11-23T14:05:00Z", "yesterday", 1), []string{"line 8", "yesterday"}},
		"endless length": {good + "length_s: .inf\n", []string{"line 9", "length_s", "expected"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "session.yaml")
			if err := os.WriteFile(path, []byte(c.data), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := LoadMeta(dir)
			if err == nil {
				t.Fatal("it was accepted")
			}
			for _, want := range append(c.want, path) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q takes several lines", err)
			}
		})
	}
	if m, err := parseMeta([]byte(good + "of_a_later_version: kept out\n")); err != nil || m.Question.Title != "b" {
		t.Errorf("a key that is not known: %v", err)
	}
}
