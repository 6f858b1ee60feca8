package question

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// brokenDepth are mistakes in what a question may have beside the four fields
// that it needs. None of them costs the question.
var brokenDepth = []struct{ name, text, want string }{
	{"text for a list", "pitfalls: haste\n", "5:pitfalls:is text; expected a list of points"},
	{"empty list", "pitfalls: []\n", "5:pitfalls:is empty"},
	{"number among points", "pitfalls:\n  - haste\n  - 7\n", "7:pitfalls:is a number, not text in quotes; expected one point"},
	{"too many points", "pitfalls:\n" + strings.Repeat("  - haste\n", 21), "26:pitfalls:is one more than fits; expected at most 20 texts"},
	{"point too long", "pitfalls: [" + strings.Repeat("x", 401) + "]\n", "5:pitfalls:is too long with 401 characters"},
	{"answer missing", "clarify:\n  - ask: How many?\n", "6:clarify.answer:is missing; expected 2 to 600 characters"},
	{"answer misspelt", "clarify:\n  - {ask: How many, anwser: Two.}\n", `6:clarify.anwser:is not a known field; expected "answer"`},
	{"text for a question", "clarify:\n  - How many?\n", "6:clarify:this is text; expected the fields ask and answer"},
	{"same id twice", "clarify:\n  - {id: a, ask: How so, answer: So.}\n  - {id: a, ask: How so, answer: So.}\n", "7:clarify.id:a is here a second time"},
	{"unknown phase", "phases:\n  modelling:\n    junior: [abc]\n", `6:phases.modelling:is not a known field; expected clarify, task`},
	{"misspelt phase", "phases:\n  modle:\n    junior: [abc]\n", `6:phases.modle:is not a known field; expected "model"`},
	{"unknown level", "phases:\n  model:\n    boss: [abc]\n", "7:phases.model.boss:is not a known field; expected junior, senior and staff"},
	{"list for outlines", "phases: [abc]\n", "5:phases:is a list; expected outlines by phase"},
	{"level of a curveball", "curveballs:\n  - {phases: [model], level: boss, say: Why so, good: [Says why.]}\n", `6:curveballs.level:"boss" is none of the known ones; expected junior, senior or staff`},
	{"phase of a curveball", "curveballs:\n  - {phases: [modle], level: staff, say: Why so, good: [Says why.]}\n", `6:curveballs.phases:"modle" is none of the known ones; expected clarify, task`},
	{"name of a figure", "figures:\n  - {name: Daily Users, is: 3, unit: people}\n", `6:figures.name:"Daily Users" is not in snake_case`},
	{"value of a figure", "figures:\n  - {name: users, is: 3 million, unit: people}\n", `6:figures.is:"3 million" is no number; expected a number, such as 11574 or 100M`},
	{"figure from below", "figures:\n  - {name: a, is: 1, unit: x, from: b}\n  - {name: b, is: 1, unit: x}\n", "6:figures:the formula names b, which no figure before it is called"},
	{"figure twice", "figures:\n  - {name: a, is: 1, unit: x}\n  - {name: a, is: 1, unit: x}\n", "7:figures:a is here a second time"},
	{"year in words", "reading:\n  - {title: On Toast, year: last}\n", `6:reading.year:"last" is not such a number; expected a year`},
	{"metric without a reason", "metrics:\n  offline:\n    - name: Crispness\n", "7:metrics.offline.why:is missing"},
	{"unknown part", "board:\n  boxes:\n    - {id: a, part: toaster, label: A}\n", `7:board.boxes.part:"toaster" is none of the known ones; expected client, service`},
	{"two boxes of a name", "board:\n  boxes:\n    - {id: a, part: cache, label: A}\n    - {id: a, part: cache, label: B}\n", "6:board:has two boxes called a"},
	{"two boxes in one place", "board:\n  boxes:\n    - {id: a, part: cache, label: A, column: 1, row: 1}\n    - {id: b, part: cache, label: B, column: 1, row: 1}\n", "6:board:puts a and b in the same place"},
	{"box with a column only", "board:\n  boxes:\n    - {id: a, part: cache, label: A, column: 1}\n", "6:board:gives a only one of column and row"},
	{"some boxes placed", "board:\n  boxes:\n    - {id: a, part: cache, label: A, column: 1, row: 1}\n    - {id: b, part: cache, label: B}\n", "6:board:places some boxes and others not"},
	{"box far out", "board:\n  boxes:\n    - {id: a, part: cache, label: A, column: 99, row: 1}\n", `7:board.boxes.column:"99" is not such a number; expected a number from 1 to 12`},
	{"arrow to nowhere", "board:\n  boxes:\n    - {id: a, part: cache, label: A}\n  arrows:\n    - {from: a, to: b}\n", `9:board.arrows:no box is called "b"; expected the id of a box`},
	{"arrow to itself", "board:\n  boxes:\n    - {id: a, part: cache, label: A}\n  arrows:\n    - {from: a, to: a}\n", "9:board.arrows:leads from a to itself"},
}

func TestProblemsInDepthSayWhereAndDoNotCostTheQuestion(t *testing.T) {
	for _, c := range brokenDepth {
		t.Run(c.name, func(t *testing.T) {
			got, problems := Parse("pack.yaml", []byte(sample+c.text))
			if len(got) != 1 {
				t.Errorf("the question is lost")
			}
			if len(problems) == 0 {
				t.Fatal("no problem is told")
			}
			p := problems[0]
			if told := fmt.Sprintf("%d:%s:%s", p.Line, p.Field, p.Message); !strings.HasPrefix(told, c.want) {
				t.Errorf("got  %s\nwant %s", told, c.want)
			}
			if len(problems) > 1 {
				t.Errorf("told of more than one: %v", problems)
			}
		})
	}
}

func TestMistakeCostsOnlyItsItem(t *testing.T) {
	got, problems := Parse("pack.yaml", []byte(sample+`clarify:
  - {ask: How many, answer: Two.}
  - {ask: How fast}
  - {ask: How hot, answer: Very.}
pitfalls: [Burning it., 3, Forgetting it.]
`))
	if len(got) != 1 || len(problems) != 2 {
		t.Fatalf("%d questions, problems %v", len(got), problems)
	}
	if c := got[0].Clarify; len(c) != 2 || c[0].Ask != "How many" || c[1].Answer != "Very." {
		t.Errorf("clarify is %+v", c)
	}
	if p := got[0].Pitfalls; len(p) != 2 || p[1] != "Forgetting it." {
		t.Errorf("pitfalls are %q", p)
	}
}

func TestDeckOfTheUserFollowsTheBuiltIn(t *testing.T) {
	deck := func(say string) string {
		return "deck:\n  - {phases: [model], level: staff, say: " + say + ", good: [Says why.]}\n"
	}
	packs := builtInPacks()
	packs["deck.yaml"] = &fstest.MapFile{Data: []byte(deck("Why is that"))}
	bank := Load(packs, userFolder(t, map[string]string{"mine.yaml": deck("How is that") + "questions:\n  - {id: a, title: A, domain: B, prompt: " + samplePrompt + "}\n"}))
	wantNoProblems(t, bank)
	if len(bank.Deck) != 2 || bank.Deck[0].Say != "Why is that" || bank.Deck[1].Say != "How is that" {
		t.Errorf("the deck is %+v", bank.Deck)
	}
	if _, found := bank.Find("a"); !found {
		t.Error("the question beside the deck is lost")
	}
}

func TestOutlinesAreFoundByPhaseAndLevel(t *testing.T) {
	var o Outlines
	o.Experiment.Staff = []string{"x"}
	if got := o.Of("experiment").At("staff"); len(got) != 1 {
		t.Errorf("the staff's points on the experiment are %q", got)
	}
	for _, phase := range PhaseIDs {
		for _, level := range append([]string{"boss"}, Levels...) {
			if got := o.Of(phase).At(level); len(got) > 0 && (phase != "experiment" || level != "staff") {
				t.Errorf("%s at %s has %q", phase, level, got)
			}
		}
	}
	if got := o.Of("lunch").At("staff"); got != nil {
		t.Errorf("lunch has %q", got)
	}
}
