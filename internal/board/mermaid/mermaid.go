// Package mermaid reads Mermaid's flowcharts: nodes with their shapes and
// texts, edges with their lines and heads, subgraphs.
//
// It reads what people type: `graph` and `flowchart` in all directions, chains
// and `&`, labels in both ways of writing them, comments. What only concerns
// looks (style, classDef, click, linkStyle) is passed over.
package mermaid

import (
	"errors"
	"fmt"
	"strings"
)

// What Mermaid itself takes at most.
const (
	MaxChars = 50_000
	MaxEdges = 500
)

// ErrOther says that a text is no flowchart; it may be anything else.
var ErrOther = errors.New("not a Mermaid flowchart")

// Shape is how a node is drawn.
type Shape int

// The shapes, with the brackets that make them.
const (
	Box      Shape = iota // [..], [[..]], and those without a shape of their own
	Round                 // (..)
	Stadium               // ([..])
	Circle                // ((..)) and (((..)))
	Diamond               // {..} and {{..}}
	Cylinder              // [(..)]
)

// Direction is where a chart runs.
type Direction string

// The directions; TD is TB.
const (
	LeftRight Direction = "LR"
	RightLeft Direction = "RL"
	TopDown   Direction = "TB"
	BottomUp  Direction = "BT"
)

// Line is how an edge is drawn.
type Line int

// The lines.
const (
	Plain  Line = iota // -->
	Dotted             // -.->
	Thick              // ==>
)

// Node is a node of the chart.
type Node struct {
	ID    string
	Text  string
	Shape Shape
	Group int // place of the innermost subgraph in Graph.Groups, -1 for none
	given bool
}

// Edge joins two nodes, by their places in Graph.Nodes.
type Edge struct {
	From, To           int
	Text               string
	Line               Line
	StartHead, EndHead string // "arrow", "circle", "bar" or "" for none
}

// Group is a subgraph.
type Group struct {
	ID, Title string
	Parent    int // place of the subgraph around it, -1 for none
}

// Graph is a flowchart.
type Graph struct {
	Direction Direction
	Nodes     []Node
	Edges     []Edge
	Groups    []Group
}

// Parse reads a flowchart, with or without a fence of back quotes around it and
// front matter before it. The error is ErrOther when the text does not begin as
// one, else it names the line and what it cannot read there.
func Parse(text string) (Graph, error) {
	if len(text) > 4*MaxChars || len([]rune(text)) > MaxChars {
		return Graph{}, fmt.Errorf("the Mermaid text is longer than %d characters: paste a part of it", MaxChars)
	}
	r := &reader{graph: Graph{Direction: TopDown}, nodes: map[string]int{}, group: -1}
	begun := false
	for _, l := range statements(text) {
		if !begun {
			d, ok := header(l.text)
			if !ok {
				return Graph{}, ErrOther
			}
			r.graph.Direction, begun = d, true
			continue
		}
		if err := r.statement(l.text); err != nil {
			return Graph{}, fmt.Errorf("line %d of the Mermaid text: %w", l.number, err)
		}
	}
	if !begun {
		return Graph{}, ErrOther
	}
	r.settle()
	return r.graph, nil
}

type statement struct {
	text   string
	number int // of the line, from 1
}

// statements splits the text at line ends and semicolons outside of quotes and
// brackets, without comments, fences and front matter.
func statements(text string) []statement {
	var list []statement
	matter := false
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "---" && (matter || len(list) == 0):
			matter = !matter
			continue
		case matter || line == "" || strings.HasPrefix(line, "%%") || strings.HasPrefix(line, "```"):
			continue
		}
		for _, part := range splitOutside(line, ';') {
			if part = strings.TrimSpace(part); part != "" {
				list = append(list, statement{part, i + 1})
			}
		}
	}
	return list
}

// splitOutside splits at a byte that is in no quotes, bars or brackets.
func splitOutside(s string, at byte) []string {
	var parts []string
	depth, from := 0, 0
	quoted, barred := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '|':
			barred = !barred
		case barred:
		case strings.IndexByte("[({", c) >= 0:
			depth++
		case strings.IndexByte("])}", c) >= 0:
			depth--
		case c == at && depth <= 0:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}

// header reads the chart's first line.
func header(line string) (Direction, bool) {
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 2 {
		return "", false
	}
	switch strings.ToLower(words[0]) {
	case "graph", "flowchart", "flowchart-elk":
	default:
		return "", false
	}
	if len(words) == 1 {
		return TopDown, true
	}
	return direction(words[1])
}

func direction(word string) (Direction, bool) {
	switch word {
	case "LR", ">":
		return LeftRight, true
	case "RL", "<":
		return RightLeft, true
	case "TB", "TD", "v":
		return TopDown, true
	case "BT", "^":
		return BottomUp, true
	}
	return "", false
}
