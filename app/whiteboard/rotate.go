package whiteboard

import (
	"math"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// rotate turns the selection by the handle above it: in steps of 15 degrees
// with Shift.
type rotate struct {
	ids    []string
	centre board.Point
	from   float64 // the direction of the press
	angle  float64 // that the element had; 0 for several
	press  board.Point
}

func newRotate(b *Board, p board.Point) *rotate {
	g := &rotate{ids: b.Selected(), centre: b.marks.box.Centre(), angle: b.marks.angle, press: p}
	g.from = direction(g.centre, p)
	return g
}

func direction(from, to board.Point) float64 { return math.Atan2(to.Y-from.Y, to.X-from.X) }

func (g *rotate) edit(b *Board, p board.Point) board.Edit {
	by := direction(g.centre, p) - g.from
	if b.mods()&fyne.KeyModifierShift != 0 {
		const step = math.Pi / 12
		by = math.Round((g.angle+by)/step)*step - g.angle
	}
	return board.Rotate(b.doc.Scene(), g.ids, by)
}

func (g *rotate) drag(b *Board, p board.Point) { b.preview(g.edit(b, p)) }

func (g *rotate) release(b *Board, p board.Point) {
	if b.clicked(g.press, p) {
		b.clearPreview()
		return
	}
	b.commit(g.edit(b, p))
}
