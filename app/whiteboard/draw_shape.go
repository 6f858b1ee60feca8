package whiteboard

import (
	"math"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// drawShape draws a shape from corner to corner: square
// with Shift, from its centre with Alt.
type drawShape struct {
	element *board.Element
	from    board.Point
}

// smallest is the side, in window units, below which a drag counts as a click
// and draws nothing.
const smallest = 4

func newDrawShape(b *Board, kind board.Kind, p board.Point) *drawShape {
	return &drawShape{element: board.NewElement(kind, b.style), from: b.drawnAt(p)}
}

func (g *drawShape) drag(b *Board, p board.Point) {
	if e, ok := g.edit(b, p); ok {
		b.preview(e)
	} else {
		b.clearPreview()
	}
}

func (g *drawShape) edit(b *Board, p board.Point) (board.Edit, bool) {
	mods := b.mods()
	d := b.drawnAt(p).Sub(g.from)
	if mods&fyne.KeyModifierShift != 0 {
		side := max(math.Abs(d.X), math.Abs(d.Y))
		d = board.Point{X: math.Copysign(side, d.X), Y: math.Copysign(side, d.Y)}
	}
	a, z := g.from, g.from.Add(d)
	if mods&fyne.KeyModifierAlt != 0 {
		a = g.from.Sub(d)
	}
	r := board.RectOf(a, z)
	if max(r.W, r.H)*b.view.zoom < smallest {
		return board.Edit{}, false
	}
	e := g.element.Clone()
	e.X, e.Y, e.W, e.H = r.X, r.Y, r.W, r.H
	return board.PutNew(b.doc.Scene(), e), true
}

func (g *drawShape) release(b *Board, p board.Point) {
	e, ok := g.edit(b, p)
	if !ok {
		b.clearPreview()
		return
	}
	b.place(e, g.element.ID)
	b.drawn(g.element.ID)
}
