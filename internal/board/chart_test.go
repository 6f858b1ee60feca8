package board

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"talkthrough/internal/board/mermaid"
)

// byText finds the shape that a label belongs to.
func byText(s *Scene, text string) *Element {
	ids := Find(s, text)
	if len(ids) == 0 {
		return &Element{}
	}
	return s.Get(ids[0])
}

func TestMermaidBecomesABoard(t *testing.T) {
	s := newSketch()
	edit, err := FromMermaid(s.Scene, `flowchart LR
		client((Client)) -->|request| api[API gateway]
		api --> rank{Ranker} & cache[(Cache)]
		rank -.-> log[Event log]
		subgraph store [Storage]
		cache
		log
		end`, Point{100, 50})
	if err != nil {
		t.Fatal(err)
	}
	s.Apply(edit)
	checkReferences(t, s.Scene)
	checkFinite(t, s.Scene)
	client, api, rank := byText(s.Scene, "Client"), byText(s.Scene, "API gateway"), byText(s.Scene, "Ranker")
	if client.Kind != Ellipse || api.Kind != Rectangle || rank.Kind != Diamond || byText(s.Scene, "Cache").Kind != Cylinder {
		t.Error("the shapes are not the ones that the brackets say")
	}
	if !(client.Extent().Right() < api.X && api.Extent().Right() < rank.X) {
		t.Error("the chart does not run from left to right")
	}
	if box := s.Bounds(); box.X < 60 || box.Y < 10 {
		t.Errorf("lies at %v, want it to begin at 100, 50", box)
	}
	frame := byText(s.Scene, "Storage")
	for _, e := range s.Elements() {
		inFrame := e.Kind != Frame && frame.Box().Encloses(e.Extent()) && e.Kind != Arrow
		if inFrame != (e.Frame == frame.ID) && e.Kind != Arrow {
			t.Errorf("%s %q: lies in the frame: %v; frame %q", e.Kind, e.Text, inFrame, e.Frame)
		}
		if e.Kind == Arrow && !orthogonal(e.Vertices()) {
			t.Errorf("an arrow runs %v", e.Vertices())
		}
	}
	if a := byText(s.Scene, "request"); a.Start == nil || a.Start.ElementID != client.ID || a.End.ElementID != api.ID {
		t.Error("the labelled edge does not join the client and the API")
	}
}

func TestMermaidDirections(t *testing.T) {
	for direction, before := range map[string]func(a, b Rect) bool{
		"LR": func(a, b Rect) bool { return a.Right() < b.X },
		"RL": func(a, b Rect) bool { return b.Right() < a.X },
		"TB": func(a, b Rect) bool { return a.Bottom() < b.Y },
		"BT": func(a, b Rect) bool { return b.Bottom() < a.Y },
	} {
		s := newSketch()
		edit, err := FromMermaid(s.Scene, "graph "+direction+"\nA[first] --> B[second]\nsubgraph g\nB --> C[third]\nsubgraph h\nD[fourth]\nend\nC --> D\nend\nA --> A", Point{})
		if err != nil {
			t.Fatal(err)
		}
		s.Apply(edit)
		checkReferences(t, s.Scene)
		names := []string{"first", "second", "third", "fourth"}
		for i := range names[1:] {
			a, b := byText(s.Scene, names[i]).Extent(), byText(s.Scene, names[i+1]).Extent()
			if !before(a, b) {
				t.Errorf("%s: %s at %v, %s at %v", direction, names[i], a, names[i+1], b)
			}
		}
		if !byText(s.Scene, "h").Box().Encloses(byText(s.Scene, "fourth").Box()) {
			t.Errorf("%s: the inner subgraph does not hold its node", direction)
		}
	}
}

func TestOtherTextIsNoChart(t *testing.T) {
	if edit, err := FromMermaid(NewScene(), "graph paper", Point{}); !errors.Is(err, mermaid.ErrOther) || !edit.Empty() {
		t.Errorf("%v, %v", edit, err)
	}
}

func TestListsBecomeRows(t *testing.T) {
	s := newSketch()
	edit, ok := BoxesFromList(s.Scene, "- Ingest\n* [x] Feature store with a name that is long\n\n2. Model\n", Point{10, 20})
	if !ok {
		t.Fatal("not seen as a list")
	}
	s.Apply(edit)
	checkReferences(t, s.Scene)
	x := 10.0
	for _, text := range []string{"Ingest", "Feature store with a name that is long", "Model"} {
		e := byText(s.Scene, text)
		if e.Kind != Rectangle || e.X != x || e.Y != 20 {
			t.Errorf("%q: %s at %v, %v; want a box at %v, 20", text, e.Kind, e.X, e.Y, x)
		}
		if l := s.LabelOf(e); l == nil || !e.Box().Encloses(l.Box()) || l.Text != text {
			t.Errorf("%q: labelled %+v", text, l)
		}
		x += e.W + 40
	}
	if _, ok := BoxesFromList(s.Scene, "candidates\nranking\nre-ranking", Point{}); !ok {
		t.Error("short lines are a list too")
	}
	for _, prose := range []string{
		"", "one line", "A sentence that ends.\nAnd another one.",
		"Some words that go on and on for long\nand then more words after them still", strings.Repeat("- x\n", 101),
	} {
		if _, ok := BoxesFromList(s.Scene, prose, Point{}); ok {
			t.Errorf("%.40q is no list", prose)
		}
	}
}

func FuzzFromMermaid(f *testing.F) {
	f.Add("graph LR\nA[box] --> B(round)\nB -- text --> C{d} & D\nsubgraph one [t]\nE\nend")
	f.Add("flowchart BT\nA --> A\nsubgraph a\nsubgraph b\nx --> y\nend\nend\nx --> a")
	f.Fuzz(func(t *testing.T, text string) {
		s := NewScene()
		edit, err := FromMermaid(s, text, Point{})
		if err != nil || len(edit.Put) > 60 {
			return
		}
		s.Apply(edit)
		checkReferences(t, s)
		checkFinite(t, s)
	})
}

func BenchmarkFromMermaid(b *testing.B) {
	var text strings.Builder
	text.WriteString("graph LR\n")
	for i := range 400 {
		fmt.Fprintf(&text, "n%d[node %d] --> n%d\n", i/3, i/3, i+1)
	}
	s := NewScene()
	for b.Loop() {
		if _, err := FromMermaid(s, text.String(), Point{}); err != nil {
			b.Fatal(err)
		}
	}
}
