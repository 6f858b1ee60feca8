package mermaid

import (
	"fmt"
	"slices"
	"strings"
)

// reader collects the graph, statement by statement.
type reader struct {
	graph Graph
	nodes map[string]int // places by id
	group int            // the subgraph that is open, -1 for none
}

func (r *reader) statement(s string) error {
	word, rest, _ := strings.Cut(s, " ")
	switch word {
	case "subgraph":
		return r.open(strings.TrimSpace(rest))
	case "end":
		if strings.TrimSpace(rest) == "" {
			if r.group < 0 {
				return fmt.Errorf("%q closes no subgraph", s)
			}
			r.group = r.graph.Groups[r.group].Parent
			return nil
		}
	case "direction":
		if _, ok := direction(strings.TrimSpace(rest)); ok {
			return nil // of a subgraph: all are laid out one way here
		}
	case "style", "classDef", "class", "click", "linkStyle", "accTitle:", "accDescr:", "title":
		return nil
	}
	return r.chain(s)
}

// open begins a subgraph: an id, a title in brackets after it, or a title
// alone.
func (r *reader) open(s string) error {
	const deepest = 20
	depth := 0
	for g := r.group; g >= 0; g = r.graph.Groups[g].Parent {
		depth++
	}
	if depth >= deepest || len(r.graph.Groups) >= MaxEdges {
		return fmt.Errorf("too many subgraphs")
	}
	id, title := s, unquote(s)
	if i := strings.IndexByte(s, '['); i > 0 && strings.HasSuffix(s, "]") {
		id, title = strings.TrimSpace(s[:i]), unquote(s[i+1:len(s)-1])
	}
	r.graph.Groups = append(r.graph.Groups, Group{ID: id, Title: title, Parent: r.group})
	r.group = len(r.graph.Groups) - 1
	return nil
}

// chain reads nodes joined by edges: a & b --> c -- text --> d.
func (r *reader) chain(s string) error {
	p := &scan{rest: s}
	from, err := r.nodeList(p)
	if err != nil {
		return err
	}
	for p.space(); p.rest != ""; p.space() {
		edge, err := p.link()
		if err != nil {
			return err
		}
		to, err := r.nodeList(p)
		if err != nil {
			return err
		}
		for _, a := range from {
			for _, b := range to {
				edge.From, edge.To = a, b
				r.graph.Edges = append(r.graph.Edges, edge)
			}
			if len(r.graph.Edges) > MaxEdges {
				return fmt.Errorf("more than %d edges: paste a part of it", MaxEdges)
			}
		}
		from = to
	}
	return nil
}

func (r *reader) nodeList(p *scan) ([]int, error) {
	var list []int
	for {
		p.space()
		n, err := p.node()
		if err != nil {
			return nil, err
		}
		at, err := r.add(n)
		if err != nil {
			return nil, err
		}
		list = append(list, at)
		p.space()
		if !p.take("&") {
			return list, nil
		}
	}
}

// add notes a node: the first time it is named, and again when it is given a
// text.
func (r *reader) add(n Node) (int, error) {
	at, known := r.nodes[n.ID]
	if !known {
		if len(r.graph.Nodes) >= 2*MaxEdges {
			return 0, fmt.Errorf("more than %d nodes: paste a part of it", 2*MaxEdges)
		}
		at = len(r.graph.Nodes)
		r.nodes[n.ID] = at
		n.Group = r.group
		r.graph.Nodes = append(r.graph.Nodes, n)
		return at, nil
	}
	old := &r.graph.Nodes[at]
	if n.given {
		old.Text, old.Shape, old.given = n.Text, n.Shape, true
	}
	if old.Group < 0 {
		old.Group = r.group
	}
	return at, nil
}

// settle lets edges to a subgraph lead to its first node, there being no node
// for the subgraph itself.
func (r *reader) settle() {
	instead := map[int]int{}
	for g, group := range r.graph.Groups {
		at, named := r.nodes[group.ID]
		if !named || r.graph.Nodes[at].given {
			continue
		}
		for i, n := range r.graph.Nodes {
			if n.Group == g && i != at {
				instead[at] = i
				break
			}
		}
	}
	if len(instead) == 0 {
		return
	}
	follow := func(i int) int {
		for range instead {
			to, ok := instead[i]
			if !ok {
				break
			}
			i = to
		}
		return i
	}
	place := make([]int, len(r.graph.Nodes))
	var kept []Node
	for i, n := range r.graph.Nodes {
		place[i] = len(kept)
		if _, gone := instead[i]; !gone {
			kept = append(kept, n)
		}
	}
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		e.From, e.To = place[follow(e.From)], place[follow(e.To)]
	}
	r.graph.Edges = slices.DeleteFunc(r.graph.Edges, func(e Edge) bool { return e.From >= len(kept) || e.To >= len(kept) })
	r.graph.Nodes = kept
}
