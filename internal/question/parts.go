package question

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// items are the nodes of a list's items, the aliases followed.
func items(list *yaml.Node) []*yaml.Node {
	all := make([]*yaml.Node, len(list.Content))
	for i, item := range list.Content {
		all[i] = follow(item)
	}
	return all
}

// readFigures reads the figures and leaves out those that disagree with their
// formula.
func readFigures(r *reader, value *yaml.Node, into *Question) string {
	known := map[string]float64{}
	return list(func(q *Question) *[]Figure { return &q.Figures }, maxItems, "figures", func(r *reader, item *yaml.Node) (Figure, bool) {
		f, ok := readOne(r, item, figureFields)
		if !ok {
			return f, false
		}
		if wrong := f.agrees(known); wrong != "" {
			r.add(item.Line, "", wrong, fmt.Sprintf("a name of its own and a value within %.0f %% of its formula", 100*Tolerance))
			return f, false
		}
		known[f.Name] = f.Is
		return f, true
	})(r, value, into)
}

// readClarify reads the clarifying questions; no two have the same id.
func readClarify(r *reader, value *yaml.Node, into *Question) string {
	taken := map[string]bool{}
	return list(func(q *Question) *[]Clarification { return &q.Clarify }, maxItems, "questions", func(r *reader, item *yaml.Node) (Clarification, bool) {
		c, ok := readOne(r, item, clarifyFields)
		if ok && c.ID != "" && taken[c.ID] {
			r.add(item.Line, "id", c.ID+" is here a second time", "an id of its own")
			return c, false
		}
		taken[c.ID] = true
		return c, ok
	})(r, value, into)
}

// readOne reads an item of a list that has fields.
func readOne[S any](r *reader, item *yaml.Node, fields []field[S]) (S, bool) {
	if item.Kind != yaml.MappingNode {
		r.add(item.Line, "", "this is "+kindOf(item), "the fields "+namesOf(needed(fields)))
		var none S
		return none, false
	}
	return readMapping(r, item, fields)
}

// readBoard reads a drawing. Boxes must differ in id and place, and arrows lead
// from one known box to another; an arrow that does not is left out, a drawing
// whose boxes are in doubt altogether.
func readBoard(r *reader, value *yaml.Node, into *Question) string {
	if value.Kind != yaml.MappingNode {
		return "is " + kindOf(value)
	}
	before := len(r.problems)
	d, ok := readMapping(r, value, boardFields)
	if !ok || len(r.problems) > before {
		return ""
	}
	if wrong := d.boxesWrong(); wrong != "" {
		return wrong
	}
	arrows := valueOf(value, "arrows")
	for i, a := range d.Arrows {
		if wrong := d.arrowWrong(a); wrong != "" {
			r.add(items(arrows)[i].Line, "arrows", wrong, wantReference)
			return ""
		}
	}
	into.Board = d
	return ""
}

// boxesWrong says what is wrong with the boxes of a drawing, or "".
func (d Diagram) boxesWrong() string {
	taken, places := map[string]bool{}, map[[2]int]string{}
	placed := 0
	for _, b := range d.Boxes {
		if taken[b.ID] {
			return fmt.Sprintf("has two boxes called %s", b.ID)
		}
		taken[b.ID] = true
		if b.Column == 0 && b.Row == 0 {
			continue
		}
		if b.Column == 0 || b.Row == 0 {
			return fmt.Sprintf("gives %s only one of column and row", b.ID)
		}
		placed++
		at := [2]int{b.Column, b.Row}
		if other := places[at]; other != "" {
			return fmt.Sprintf("puts %s and %s in the same place", other, b.ID)
		}
		places[at] = b.ID
	}
	if placed > 0 && placed < len(d.Boxes) {
		return "places some boxes and others not"
	}
	return ""
}

// arrowWrong says what is wrong with an arrow of the drawing, or "".
func (d Diagram) arrowWrong(a DiagramArrow) string {
	known := map[string]bool{}
	for _, b := range d.Boxes {
		known[b.ID] = true
	}
	for _, id := range []string{a.From, a.To} {
		if !known[id] {
			return fmt.Sprintf("no box is called %q", clip(oneLineOf(id), 40))
		}
	}
	if a.From == a.To {
		return fmt.Sprintf("leads from %s to itself", a.From)
	}
	return ""
}
