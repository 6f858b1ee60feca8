package question

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"talkthrough/questions"
)

// askCase is one way to put a question, and the id of the answer it looks for.
type askCase struct {
	Ask   string
	Wants string
}

func askCases(t testing.TB, id string) []askCase {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "asks", id+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []askCase
	if err := yaml.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// answerIDs are the ids of answers, the best first.
func answerIDs(answers []Answer) []string {
	ids := make([]string, len(answers))
	for i, a := range answers {
		ids[i] = a.ID
	}
	return ids
}

func TestAsksOfRealPeopleFindTheirAnswer(t *testing.T) {
	eachBuiltIn(t, func(t *testing.T, q Question) {
		cases := askCases(t, q.ID)
		if len(cases) < 10 {
			t.Errorf("only %d ways to ask", len(cases))
		}
		for _, c := range cases {
			if !slices.ContainsFunc(q.Clarify, func(k Clarification) bool { return k.ID == c.Wants }) {
				t.Errorf("%q wants %s, which is no id", c.Ask, c.Wants)
			}
			for _, k := range q.Clarify {
				if ask := strings.ToLower(c.Ask); ask == strings.ToLower(k.Ask) || slices.ContainsFunc(k.Also, func(s string) bool { return strings.ToLower(s) == ask }) {
					t.Errorf("%q is the pack's own wording", c.Ask)
				}
			}
			if got := answerIDs(q.Ask(c.Ask)); !slices.Contains(got[:min(len(got), 2)], c.Wants) {
				t.Errorf("%q finds %v, want %s first or second", c.Ask, got, c.Wants)
			}
		}
	})
}

func videoRanking(t testing.TB) Question {
	t.Helper()
	q, found := Load(questions.FS, "").Find("video-ranking")
	if !found {
		t.Fatal("video-ranking is gone")
	}
	return q
}

func TestAskFindsNothingForWhatIsNotPrepared(t *testing.T) {
	q := videoRanking(t)
	for _, words := range []string{
		"", " ", "?", "the", "what is it", "hello", "what is the weather in paris", "qwertz", "xyzzy plugh",
		"which programming language should i code this in python or java", "漢字",
	} {
		if got := q.Ask(words); len(got) > 0 {
			t.Errorf("%q finds %v with %.2f", words, answerIDs(got), got[0].Score)
		}
	}
}

func TestAskUnderstandsAsItIsTyped(t *testing.T) {
	q := videoRanking(t)
	for words, want := range map[string]string{
		"late": "latency", "laten": "latency", "how many us": "scale", "moderat": "safety", "cold": "cold-start",
	} {
		if got := answerIDs(q.Ask(words)); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %v, want %s", words, got, want)
		}
	}
}

func TestAskBearsTypingErrors(t *testing.T) {
	q := videoRanking(t)
	for words, want := range map[string]string{
		"latecny": "latency", "latnecy target?": "latency", "daily acitve users?": "scale", "modertion?": "safety",
		"advertisments": "ads", "retenton or engagment?": "goal", "catalouge size": "catalogue",
	} {
		if got := answerIDs(q.Ask(words)); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %v, want %s", words, got, want)
		}
	}
}

// TestAskTakesTheNearestIdea holds that who asks for users is told of the load
// when that is all there is.
func TestAskTakesTheNearestIdea(t *testing.T) {
	q := Question{Clarify: []Clarification{
		{ID: "load", Ask: "What is the peak throughput?", Answer: "Two a second."},
		{ID: "time", Ask: "What is the latency budget?", Answer: "100 ms."},
	}}
	for words, want := range map[string]string{"dau?": "load", "is 200ms ok": "time", "how fast?": "time"} {
		if got := answerIDs(q.Ask(words)); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %v, want %s", words, got, want)
		}
	}
}

func TestStemMakesFormsAlike(t *testing.T) {
	for _, forms := range []string{
		"optimise optimising optimised optimize optimizing optimization optimisation", "label labels labelling labelled labeling",
		"user users", "request requests requesting", "category categories", "moderation moderations", "run running", "recommend recommending recommends",
	} {
		words := strings.Fields(forms)
		for _, w := range words[1:] {
			if stem(w) != stem(words[0]) {
				t.Errorf("%s becomes %s, but %s %s", words[0], stem(words[0]), w, stem(w))
			}
		}
	}
}

func TestAskByTheOwnWordingComesFirst(t *testing.T) {
	eachBuiltIn(t, func(t *testing.T, q Question) {
		for _, c := range q.Clarify {
			for _, ask := range append([]string{c.Ask}, c.Also...) {
				got := q.Ask(ask)
				if len(got) == 0 || got[0].ID != c.ID && !slices.Contains(answerIDs(got[:min(len(got), 2)]), c.ID) {
					t.Errorf("%q finds %v, want %s", ask, answerIDs(got), c.ID)
				}
			}
		}
	})
}

// TestAskBearsATypingErrorAnywhere leaves out, doubles or swaps one letter of a
// longer word in a question of the packs.
func TestAskBearsATypingErrorAnywhere(t *testing.T) {
	all := builtIn(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(rapid.SampledFrom(all).Draw(t, "question").Clarify).Draw(t, "clarify")
		q := all[slices.IndexFunc(all, func(q Question) bool {
			return slices.ContainsFunc(q.Clarify, func(k Clarification) bool { return k.Ask == c.Ask })
		})]
		words := strings.Fields(c.Ask)
		i := rapid.IntRange(0, len(words)-1).Draw(t, "word")
		w := words[i]
		if len(w) < 6 {
			return
		}
		at := rapid.IntRange(1, len(w)-3).Draw(t, "letter")
		switch rapid.IntRange(0, 2).Draw(t, "error") {
		case 0:
			w = w[:at] + w[at+1:]
		case 1:
			w = w[:at] + w[at:at+1] + w[at:]
		default:
			w = w[:at] + w[at+1:at+2] + w[at:at+1] + w[at+2:]
		}
		words[i] = w
		ask := strings.Join(words, " ")
		if got := answerIDs(q.Ask(ask)); !slices.Contains(got[:min(len(got), 2)], c.ID) {
			t.Fatalf("%q finds %v, want %s", ask, got, c.ID)
		}
	})
}

// TestAskHoldsForAnyWords: scores fall, lie from 0 to 1, and no answer comes
// twice.
func TestAskHoldsForAnyWords(t *testing.T) {
	q := videoRanking(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z]{1,9}( [a-z]{1,9}){0,9}\??`),
			rapid.Map(rapid.SliceOf(rapid.SampledFrom(strings.Fields(q.Clarify[0].Ask+" "+q.Clarify[1].Ask))), func(w []string) string {
				return strings.Join(w, " ")
			})).Draw(t, "words")
		seen := map[string]bool{}
		last := 1.0 + 1e-9
		for _, a := range q.Ask(words) {
			if a.Score > last || a.Score < leastScore || seen[a.ID] {
				t.Fatalf("%q: %s comes with %v after %v", words, a.ID, a.Score, last)
			}
			seen[a.ID], last = true, a.Score
		}
	})
}

func BenchmarkAskAKeystroke(b *testing.B) {
	q := videoRanking(b)
	for b.Loop() {
		q.Ask("how many dialy actve viewers are ther and whats the latncy budgt")
	}
}
