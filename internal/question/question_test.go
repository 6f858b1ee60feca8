package question

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCustomTakesItsTitleFromTheFirstSentence(t *testing.T) {
	cases := map[string]struct{ prompt, title string }{
		"one sentence":         {"Design a chess coach.", "Design a chess coach"},
		"first of several":     {"Design a chess coach. It should be kind.", "Design a chess coach"},
		"question":             {"How would you rank jokes? Tell me.", "How would you rank jokes?"},
		"no full stop":         {"rank jokes", "rank jokes"},
		"lines and spaces":     {"  Rank\n  jokes\tby taste. Now.\n", "Rank jokes by taste"},
		"abbreviation":         {"Rank short texts, e.g. jokes. Go.", "Rank short texts, e.g. jokes"},
		"number with a point":  {"Cut latency by 2.5 times. Go.", "Cut latency by 2.5 times"},
		"sixty characters":     {strings.Repeat("x", 60), strings.Repeat("x", 60)},
		"cut between words":    {"Design a system that tells a gardener which of a thousand plants is ill", "Design a system that tells a gardener which of a thousand…"},
		"one very long word":   {strings.Repeat("é", 61), strings.Repeat("é", 59) + "…"},
		"nothing":              {" \n", "My own question"},
		"nothing but the stop": {"...", "My own question"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			q := Custom(c.prompt)
			if q.Title != c.title {
				t.Errorf("title is %q, want %q", q.Title, c.title)
			}
			if q.ID != "own" || q.Domain == "" || q.Prompt != strings.TrimSpace(c.prompt) {
				t.Errorf("question is %+v", q)
			}
		})
	}
}

func TestCustomAcceptsAnyPrompt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prompt := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string {
			return string(b)
		})).Draw(t, "prompt")
		title := Custom(prompt).Title
		if n := utf8.RuneCountInString(title); n < 1 || n > 60 || !utf8.ValidString(title) {
			t.Fatalf("title %q has %d characters", title, n)
		}
		if oneLine(title) != "" {
			t.Fatalf("title %q cannot stand on one line", title)
		}
	})
}
