package whiteboard

import (
	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// dragEnd moves one end of an arrow or a line, at steps of 15 degrees with
// Shift; an arrow's binds to the shape it is dropped on.
type dragEnd struct {
	id    string
	end   board.End
	arrow bool
	press board.Point
	grab  board.Point // from the pointer to the end
	other board.Point // the neighbouring point, about which Shift turns
}

func newDragEnd(b *Board, id string, end board.End, p board.Point) *dragEnd {
	line := b.doc.Scene().Get(id)
	points := line.Vertices()
	g := &dragEnd{id: id, end: end, arrow: line.Kind == board.Arrow, press: p}
	g.grab = endPoint(line, end).Sub(p)
	g.other = points[len(points)-2]
	if end == board.AtStart {
		g.other = points[1]
	}
	return g
}

func (g *dragEnd) edit(b *Board, p board.Point) (board.Edit, *board.Element) {
	var target *board.Element
	if p = p.Add(g.grab); b.mods()&fyne.KeyModifierShift != 0 {
		p = snapAngle(g.other, p)
	}
	if g.arrow {
		target = b.bindTarget(p)
	}
	return board.DragEnd(b.doc.Scene(), g.id, g.end, p, target), target
}

func (g *dragEnd) drag(b *Board, p board.Point) {
	e, target := g.edit(b, p)
	b.preview(e, halo(target))
}

func (g *dragEnd) release(b *Board, p board.Point) {
	if b.clicked(g.press, p) {
		b.clearPreview()
		return
	}
	e, _ := g.edit(b, p)
	b.place(e, g.id)
}
