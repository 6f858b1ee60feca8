package whiteboard

import (
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
}

func newResize(b *Board, h handle, p board.Point) *resize {
	scene := b.doc.Scene()
	from := scene.Extent(b.selected...)
	if len(b.selected) == 1 { // a turned element is resized along its own sides
		from = scene.Get(b.selected[0]).Box()
	}
	return &resize{ids: b.Selected(), from: from, handle: h, press: p, grab: h.of(from).Sub(p)}
}

func (g *resize) edit(b *Board, p board.Point) board.Edit {
	mods := b.mods()
	keep := g.keepsShape(b) != (mods&fyne.KeyModifierShift != 0)
	to := g.handle.dragged(g.from, p.Add(g.grab), keep, mods&fyne.KeyModifierAlt != 0)
	return board.Resize(b.doc.Scene(), g.ids, g.from, to, board.ResizeOptions{Corner: g.handle.corner()})
}

// keepsShape reports whether the proportions hold without Shift: those of text
// and of several elements dragged by a corner.
func (g *resize) keepsShape(b *Board) bool {
	if !g.handle.corner() {
		return false
	}
	if len(g.ids) > 1 {
		return true
	}
	e := b.doc.Scene().Get(g.ids[0])
	return e != nil && e.Kind == board.Text
}

func (g *resize) drag(b *Board, p board.Point) { b.preview(g.edit(b, p)) }

func (g *resize) release(b *Board, p board.Point) {
	if b.clicked(g.press, p) {
		b.clearPreview()
		return
	}
	b.commit(g.edit(b, p))
}
