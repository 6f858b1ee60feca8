package practice

import (
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

func arrowed(l whiteboard.Look) bool { return l.Has.Arrows }

func (s *styleBar) ways() []styleItem {
	var row []styleItem
	for _, c := range []named[board.ArrowKind]{
		{"Straight arrow", board.StraightArrow}, {"Curved arrow", board.CurvedArrow}, {"Elbow arrow", board.ElbowArrow},
	} {
		row = append(row, s.choice(c.name, arrowed, func(l whiteboard.Look) bool { return l.Arrow == c.value },
			func() { s.board.SetArrowKind(c.value) }, running(c.value)))
	}
	return row
}

// arrowheads are all that Excalidraw has.
var arrowheads = []named[string]{
	{"Nothing", ""},
	{"Arrow", "arrow"},
	{"Triangle", "triangle"},
	{"Triangle outline", "triangle_outline"},
	{"Bar", "bar"},
	{"Circle", "circle"},
	{"Circle outline", "circle_outline"},
	{"Diamond", "diamond"},
	{"Diamond outline", "diamond_outline"},
	{"One", "cardinality_one"},
	{"Exactly one", "cardinality_exactly_one"},
	{"Zero or one", "cardinality_zero_or_one"},
	{"Many", "cardinality_many"},
	{"One or many", "cardinality_one_or_many"},
	{"Zero or many", "cardinality_zero_or_many"},
}

// headOf is a head by the name that the choices know it by: older files have
// other ones.
func headOf(l whiteboard.Look, atStart bool) string {
	head := l.Style.EndHead
	if atStart {
		head = l.Style.StartHead
	}
	switch head {
	case "dot":
		return "circle"
	case "crowfoot_one":
		return "cardinality_one"
	case "crowfoot_many":
		return "cardinality_many"
	case "crowfoot_one_or_many":
		return "cardinality_one_or_many"
	}
	return head
}
