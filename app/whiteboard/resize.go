package whiteboard

import (
	"math"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// resize drags one of the eight handles: with its proportions with Shift, about
// its centre with Alt.
type resize struct {
	ids    []string
	from   board.Rect
	handle handle
	press  board.Point
	grab   board.Point // from the pointer to the handle's corner
	angle  float64     // that a single element is turned by
}

func newResize(b *Board, h handle, p board.Point) *resize {
	scene := b.doc.Scene()
	g := &resize{ids: b.Selected(), from: scene.Extent(b.selected...), handle: h, press: p}
	if len(b.selected) == 1 { // a turned element is resized along its own sides
		e := scene.Get(b.selected[0])
		g.from, g.angle = e.Box(), e.Angle
	}
	g.grab = h.of(g.from).Sub(g.upright(p))
	return g
}

// upright is where p lies for the element as it was before it was turned.
func (g *resize) upright(p board.Point) board.Point {
	return p.Rotate(g.from.Centre(), -g.angle)
}

func (g *resize) edit(b *Board, p board.Point) board.Edit {
	mods := b.mods()
	keep := g.keepsShape(b) != (mods&fyne.KeyModifierShift != 0)
	at := g.upright(p).Add(g.grab)
	if g.angle == 0 && !keep {
		at = g.snapped(b, at)
	}
	to := g.handle.dragged(g.from, at, keep, mods&fyne.KeyModifierAlt != 0)
	return board.Resize(b.doc.Scene(), g.ids, g.from, to, board.ResizeOptions{Corner: g.handle.corner()})
}

// snapped is where the handle dragged to p comes to lie beside its neighbours.
func (g *resize) snapped(b *Board, p board.Point) board.Point {
	by, guides := b.snapped(board.Rect{X: p.X, Y: p.Y}, g.ids)
	b.guides = b.guides[:0]
	for _, guide := range guides {
		upright := guide.From.X == guide.To.X && !guide.Gap
		if upright && g.handle.x != 0 || !upright && g.handle.y != 0 {
			b.guides = append(b.guides, guide)
		}
	}
	return p.Add(board.Point{X: by.X * math.Abs(float64(g.handle.x)), Y: by.Y * math.Abs(float64(g.handle.y))})
}

// keepsShape reports whether the proportions hold without Shift: those of text
// and of several elements dragged by a corner, those of a picture always.
func (g *resize) keepsShape(b *Board) bool {
	if len(g.ids) > 1 {
		return g.handle.corner()
	}
	e := b.doc.Scene().Get(g.ids[0])
	return e != nil && (e.Kind == board.Image || e.Kind == board.Text && g.handle.corner())
}

func (g *resize) drag(b *Board, p board.Point) { b.preview(g.edit(b, p)) }

func (g *resize) release(b *Board, p board.Point) {
	if b.clicked(g.press, p) {
		b.clearPreview()
		return
	}
	b.place(g.edit(b, p), g.ids...)
}
