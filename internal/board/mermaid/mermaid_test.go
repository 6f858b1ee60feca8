package mermaid

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// told is a graph in short: nodes with their shapes, then edges.
func told(g Graph) string {
	var b strings.Builder
	for _, n := range g.Nodes {
		fmt.Fprintf(&b, "%s=%q/%d ", n.ID, n.Text, n.Shape)
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "%s%s%d%s%s", g.Nodes[e.From].ID, e.StartHead, e.Line, e.EndHead, g.Nodes[e.To].ID)
		if e.Text != "" {
			fmt.Fprintf(&b, ":%q", e.Text)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"A":        `A="A"/0`,
		"A-->B":    `A="A"/0 B="B"/0 A0arrowB`,
		"A --> B;": `A="A"/0 B="B"/0 A0arrowB`,
		"A[box] --> B(round)\nB --> C([stadium])": `A="box"/0 B="round"/1 C="stadium"/2 A0arrowB B0arrowC`,
		"A((circle)) --- D{is it?}":               `A="circle"/3 D="is it?"/4 A0D`,
		"A[(store)] -.-> B{{hex}} ==> C[[sub]]":   `A="store"/5 B="hex"/4 C="sub"/0 A1arrowB B2arrowC`,
		"A-- sends -->B":                          `A="A"/0 B="B"/0 A0arrowB:"sends"`,
		"A -->|sends| B":                          `A="A"/0 B="B"/0 A0arrowB:"sends"`,
		"A -. maybe .-> B":                        `A="A"/0 B="B"/0 A1arrowB:"maybe"`,
		"A == must ==> B":                         `A="A"/0 B="B"/0 A2arrowB:"must"`,
		"A -- none --- B":                         `A="A"/0 B="B"/0 A0B:"none"`,
		"A --> B --> C":                           `A="A"/0 B="B"/0 C="C"/0 A0arrowB B0arrowC`,
		"A & B --> C & D":                         `A="A"/0 B="B"/0 C="C"/0 D="D"/0 A0arrowC A0arrowD B0arrowC B0arrowD`,
		"A <--> B":                                `A="A"/0 B="B"/0 Aarrow0arrowB`,
		"A --o B\nA x--x B":                       `A="A"/0 B="B"/0 A0circleB Abar0barB`,
		"A ----> B":                               `A="A"/0 B="B"/0 A0arrowB`,
		"%% a comment\nA --> B %% no comment":     "",
		`A["a (b) ; [c]"] --> B["two<br/>lines"]`: `A="a (b) ; [c]"/0 B="two\nlines"/0 A0arrowB`,
		`A["fish &amp; chips"]`:                   `A="fish & chips"/0`,
		"A[one]; B[two]; A-->B":                   `A="one"/0 B="two"/0 A0arrowB`,
		"feature-store.v2 --> model_1":            `feature-store.v2="feature-store.v2"/0 model_1="model_1"/0 feature-store.v20arrowmodel_1`,
		"A --> B\nB[named later]":                 `A="A"/0 B="named later"/0 A0arrowB`,
		"A:::hot --> B\nclassDef hot fill:#f00\nstyle A fill:#0f0\nclick A href": `A="A"/0 B="B"/0 A0arrowB`,
		"Nutzer[Käufer 买家] --> B":                                                `Nutzer="Käufer 买家"/0 B="B"/0 Nutzer0arrowB`,
		"end_ --> B":                                                             `end_="end_"/0 B="B"/0 end_0arrowB`,
	} {
		g, err := Parse("flowchart LR\n" + text)
		if want == "" {
			if err == nil {
				t.Errorf("%q: read as %s, want an error", text, told(g))
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if got := told(g); got != want {
			t.Errorf("%q:\n  %s\nwant\n  %s", text, got, want)
		}
	}
}

func TestHeaders(t *testing.T) {
	for text, want := range map[string]Direction{
		"graph LR\nA":                           LeftRight,
		"graph TD\nA":                           TopDown,
		"flowchart BT\nA":                       BottomUp,
		"flowchart RL; A-->B":                   RightLeft,
		"graph\nA":                              TopDown,
		"\n%% first\n  graph TB\nA":             TopDown,
		"```mermaid\ngraph LR\nA\n```":          LeftRight,
		"---\ntitle: x\n---\nflowchart LR\nA":   LeftRight,
		"flowchart LR\ndirection TB\nA --> B\n": LeftRight,
	} {
		if g, err := Parse(text); err != nil || g.Direction != want || len(g.Nodes) == 0 {
			t.Errorf("%q: %v, %v, %d nodes; want %v", text, g.Direction, err, len(g.Nodes), want)
		}
	}
	for _, text := range []string{"", "graph theory is a field", "sequenceDiagram\nA->>B: hi", "hello\ngraph LR", "graphLR\nA", "flowchart XY\nA"} {
		if _, err := Parse(text); !errors.Is(err, ErrOther) {
			t.Errorf("%q: %v, want that it is no flowchart", text, err)
		}
	}
}

func TestSubgraphs(t *testing.T) {
	g, err := Parse("graph TD\nin --> a\nsubgraph one [Group one]\na --> b\nsubgraph two\nc\nend\nend\nb --> c\nout --> two")
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Groups) != 2 || g.Groups[0] != (Group{"one", "Group one", -1}) || g.Groups[1] != (Group{"two", "two", 0}) {
		t.Fatalf("groups %+v", g.Groups)
	}
	want := map[string]int{"in": -1, "a": 0, "b": 0, "c": 1, "out": -1}
	for _, n := range g.Nodes {
		if n.Group != want[n.ID] {
			t.Errorf("%s is in %d, want %d", n.ID, n.Group, want[n.ID])
		}
		delete(want, n.ID)
	}
	if len(want) > 0 {
		t.Errorf("missing %v", want)
	}
	if e := g.Edges[len(g.Edges)-1]; g.Nodes[e.To].ID != "c" {
		t.Errorf("the edge to a subgraph leads to %s, want to what it holds", g.Nodes[e.To].ID)
	}
}

func TestErrorsSayWhere(t *testing.T) {
	for text, want := range map[string]string{
		"graph LR\nA --> B\nA -->":                           "line 3",
		"graph LR\nA[open --> B":                             "not closed",
		"graph LR\nA B":                                      "-->",
		"graph LR\nend":                                      "no subgraph",
		"graph LR\nA -->|open B":                             "not closed",
		"graph LR\nA -- open B":                              "no end",
		"graph LR\n" + strings.Repeat("x", MaxChars):         "longer than 50000",
		"graph LR\n" + strings.Repeat("a-->b\n", MaxEdges+1): "more than 500 edges",
	} {
		_, err := Parse(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.30q: %v, want it to say %q", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("graph LR\nA[box] --> B(round)\nB -- text --> C{d} & D\nsubgraph one [t]\nE\nend")
	f.Add("flowchart TD\nA -.-> B ==> C\nA x--x B; A -->|t| one\nsubgraph one\nsubgraph two\nend\nend")
	f.Add("graph\nA@{shape: x}:::y -. t .-> B[(\"q\")]\n%% c\nstyle A fill")
	f.Fuzz(func(t *testing.T, text string) {
		g, err := Parse(text)
		if err != nil {
			return
		}
		if len(g.Edges) > MaxEdges || len(g.Nodes) > 2*MaxEdges {
			t.Fatalf("%d edges, %d nodes", len(g.Edges), len(g.Nodes))
		}
		for _, e := range g.Edges {
			if e.From < 0 || e.From >= len(g.Nodes) || e.To < 0 || e.To >= len(g.Nodes) {
				t.Fatalf("an edge from %d to %d of %d nodes", e.From, e.To, len(g.Nodes))
			}
		}
		for _, n := range g.Nodes {
			if n.Group < -1 || n.Group >= len(g.Groups) || n.ID == "" {
				t.Fatalf("node %+v", n)
			}
		}
		for i, group := range g.Groups {
			if group.Parent >= i || group.Parent < -1 {
				t.Fatalf("subgraph %d is in %d", i, group.Parent)
			}
		}
	})
}
