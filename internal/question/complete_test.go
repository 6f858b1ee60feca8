package question

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"talkthrough/questions"
)

// builtIn are the built-in questions, each of which must have everything.
func builtIn(t *testing.T) []Question {
	t.Helper()
	bank := Load(questions.FS, "")
	wantNoProblems(t, bank)
	return bank.Questions
}

// eachBuiltIn runs a check on every built-in question, under its name.
func eachBuiltIn(t *testing.T, check func(t *testing.T, q Question)) {
	for _, q := range builtIn(t) {
		t.Run(q.ID, func(t *testing.T) { check(t, q) })
	}
}

// wantFrom fails unless n is least to most.
func wantFrom(t *testing.T, what string, n, least, most int) {
	t.Helper()
	if n < least || n > most {
		t.Errorf("%s: %d, want %d to %d", what, n, least, most)
	}
}

func TestCompleteQuestionsHaveEveryPart(t *testing.T) {
	eachBuiltIn(t, func(t *testing.T, q Question) {
		wantFrom(t, "ambiguous", len(q.Ambiguous), 2, 8)
		wantFrom(t, "figures", len(q.Figures), 6, maxItems)
		wantFrom(t, "clarify", len(q.Clarify), 8, 14)
		wantFrom(t, "pitfalls", len(q.Pitfalls), 4, 12)
		wantFrom(t, "curveballs", len(q.Curveballs), 6, 14)
		wantFrom(t, "variants", len(q.Variants), 2, 5)
		wantFrom(t, "reading", len(q.Reading), 1, 10)
		wantFrom(t, "offline metrics", len(q.Metrics.Offline), 2, 8)
		wantFrom(t, "online metrics", len(q.Metrics.Online), 2, 8)
		wantFrom(t, "guardrail metrics", len(q.Metrics.Guardrail), 2, 8)
		wantFrom(t, "data sources", len(q.Data.Sources), 3, 10)
		wantFrom(t, "data labels", len(q.Data.Labels), 2, 10)
		wantFrom(t, "boxes on the board", len(q.Board.Boxes), 7, 24)
		wantFrom(t, "arrows on the board", len(q.Board.Arrows), 6, 40)
		for _, phase := range PhaseIDs {
			for _, level := range Levels {
				wantFrom(t, phase+" at "+level, len(q.Phases.Of(phase).At(level)), 2, 8)
			}
		}
		for _, c := range q.Clarify {
			if c.ID == "" || len(c.Also) == 0 || len(c.Words) == 0 {
				t.Errorf("%q lacks its id, another wording or words", c.Ask)
			}
		}
		for _, c := range q.Curveballs {
			wantFrom(t, c.Say, len(c.Good), 2, 6)
		}
		for _, b := range q.Board.Boxes {
			if b.Column == 0 {
				t.Errorf("the box %s has no place", b.ID)
			}
		}
	})
}

func TestCompleteQuestionsWorkOutTheirLoad(t *testing.T) {
	eachBuiltIn(t, func(t *testing.T, q Question) {
		qps, _ := q.Figure("qps")
		peak, _ := q.Figure("peak_qps")
		if qps.From == "" || peak.From == "" || qps.Is <= 0 || peak.Is < qps.Is {
			t.Errorf("qps %v and peak_qps %v are not worked out by a formula", qps, peak)
		}
		derived := 0
		for _, f := range q.Figures {
			if f.From != "" {
				derived++
			}
		}
		wantFrom(t, "figures with a formula", derived, 3, maxItems)
	})
}

// TestCompleteQuestionsHaveCurveballsToDraw holds that one, two and three can be
// drawn for the levels, each in a phase of its own and none in the first, which
// fills the first four minutes.
func TestCompleteQuestionsHaveCurveballsToDraw(t *testing.T) {
	eachBuiltIn(t, func(t *testing.T, q Question) {
		for rank, level := range Levels {
			phases := map[string]bool{}
			fair := 0
			for _, c := range q.Curveballs {
				if slices.Index(Levels, c.Level) > rank {
					continue
				}
				fair++
				for _, phase := range c.Phases {
					if phase != "clarify" {
						phases[phase] = true
					}
				}
			}
			if need := rank + 1; fair < need || len(phases) < need {
				t.Errorf("%s: %d curveballs in %d phases, want %d of each", level, fair, len(phases), need)
			}
		}
	})
}

func TestDeckFitsEveryInterview(t *testing.T) {
	deck := Load(questions.FS, "").Deck
	wantFrom(t, "curveballs in the deck", len(deck), 25, maxDeck)
	said := map[string]bool{}
	perPhase := map[string]int{}
	for _, c := range deck {
		if said[c.Say] {
			t.Errorf("twice in the deck: %q", c.Say)
		}
		said[c.Say] = true
		wantFrom(t, c.Say, len(c.Good), 2, 6)
		for _, phase := range c.Phases {
			perPhase[phase+" "+c.Level]++
		}
	}
	for _, phase := range PhaseIDs[1:] {
		if perPhase[phase+" junior"]+perPhase[phase+" senior"] == 0 {
			t.Errorf("nothing in the deck for %s below staff", phase)
		}
		if perPhase[phase+" staff"]+perPhase[phase+" senior"] == 0 {
			t.Errorf("nothing in the deck for %s above junior", phase)
		}
	}
}

func TestCompleteQuestionsRecommendOnlyWhatWasChecked(t *testing.T) {
	data, err := os.ReadFile("testdata/reading.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var checked []Work
	if err := yaml.Unmarshal(data, &checked); err != nil {
		t.Fatal(err)
	}
	eachBuiltIn(t, func(t *testing.T, q Question) {
		for _, w := range q.Reading {
			if !slices.Contains(checked, w) {
				t.Errorf("%q by %q in %d was not checked to exist", w.Title, w.By, w.Year)
			}
		}
	})
}

var sentenceEnds = regexp.MustCompile(`[.?!:;]["')]*(\s|$)`)

// sentences are the sentences of a file of at least eight words, without what
// only sets them apart in writing.
func sentences(t *testing.T, name string) []string {
	t.Helper()
	data, err := questions.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	var all []string
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.MappingNode {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if n.Content[i].Value != "reading" { // a work may be worth reading for two questions
					walk(n.Content[i+1])
				}
			}
			return
		}
		for _, item := range n.Content {
			walk(item)
		}
		if n.Kind != yaml.ScalarNode {
			return
		}
		for _, s := range sentenceEnds.Split(n.Value, -1) {
			if words := strings.Fields(strings.ToLower(s)); len(words) >= 8 {
				all = append(all, strings.Join(words, " "))
			}
		}
	}
	walk(&doc)
	return all
}

func TestCompleteQuestionsShareNoSentence(t *testing.T) {
	entries, err := questions.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, e := range entries {
		for _, s := range sentences(t, e.Name()) {
			if other := said[s]; other != "" {
				t.Errorf("%s and %s both say %q", other, e.Name(), s)
			}
			said[s] = e.Name()
		}
	}
	if len(said) < 50 {
		t.Errorf("only %d sentences were compared", len(said))
	}
}

// TestCompleteQuestionsSurviveBeingStored holds what an attempt needs, which
// keeps its question whole in a file of its own.
func TestCompleteQuestionsSurviveBeingStored(t *testing.T) {
	eachBuiltIn(t, func(t *testing.T, q Question) {
		data, err := yaml.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		again := Question{Source: BuiltIn}
		if err := yaml.Unmarshal(data, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(q, again); diff != "" {
			t.Errorf("(-kept +read):\n%s", diff)
		}
	})
}

// TestCompleteQuestionsReadAsText holds that no point looks like a note that was
// never finished.
func TestCompleteQuestionsReadAsText(t *testing.T) {
	unfinished := regexp.MustCompile(`(?i)\b(todo|tbd|xxx|lorem)\b|\.\.\.`)
	eachBuiltIn(t, func(t *testing.T, q Question) {
		if found := unfinished.FindString(fmt.Sprintf("%+v", q)); found != "" {
			t.Errorf("unfinished: %q", found)
		}
	})
}
