package whiteboard

import (
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// beginSelect decides what pressing with the selecting tool at p starts: a
// resize on a handle, the dragging of an arrow's end, a move on an element, a
// marquee elsewhere.
func beginSelect(b *Board, p board.Point) gesture {
	if end, id, ok := b.marks.endAt(b.pointer); ok {
		return &dragEnd{id: id, end: end}
	}
	if h, ok := b.marks.handleAt(b.pointer); ok {
		return newResize(b, h)
	}
	scene := b.doc.Scene()
	shift := modifiers()&fyne.KeyModifierShift != 0
	hit := scene.HitTest(p, tolerance/b.view.zoom)
	switch {
	case hit != nil && shift:
		b.toggle(hit.ID)
	case hit != nil && !slices.Contains(b.selected, hit.ID):
		b.Select(groupOf(scene, hit)...)
	case hit == nil && !b.marks.frameHolds(p):
		if !shift {
			b.Select()
		}
		return &marquee{from: p, kept: b.Selected()}
	}
	return &move{from: p}
}

// groupOf lists what selecting e selects: its outermost group, or e alone.
func groupOf(s *board.Scene, e *board.Element) []string {
	if len(e.Groups) == 0 {
		return []string{e.ID}
	}
	outer := e.Groups[len(e.Groups)-1]
	var ids []string
	for _, other := range s.Elements() {
		if !other.Deleted && slices.Contains(other.Groups, outer) && s.Get(other.Container) == nil {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// toggle adds the element to the selection or takes it out.
func (b *Board) toggle(id string) {
	if i := slices.Index(b.selected, id); i >= 0 {
		b.Select(slices.Delete(b.Selected(), i, i+1)...)
		return
	}
	b.Select(append(b.Selected(), id)...)
}

// move drags the selection; with Alt it drags a copy.
type move struct {
	from board.Point
	copy board.Edit // the duplicates, made once so that their ids stay
}

func (g *move) edit(b *Board, p board.Point) (e board.Edit, ids []string) {
	scene, d := b.doc.Scene(), p.Sub(g.from)
	if modifiers()&fyne.KeyModifierShift != 0 {
		d = alongAxis(d)
	}
	if modifiers()&fyne.KeyModifierAlt == 0 {
		return board.Move(scene, b.selected, d.X, d.Y), b.selected
	}
	if g.copy.Empty() {
		g.copy = board.Duplicate(scene, b.selected, 0, 0)
	}
	for _, el := range g.copy.Put {
		c := el.Clone()
		c.X, c.Y = c.X+d.X, c.Y+d.Y
		e.Put = append(e.Put, c)
	}
	return e, owners(g.copy)
}

// owners lists the new elements of a duplication that are selected: all but the
// text that belongs to another.
func owners(e board.Edit) []string {
	var ids []string
	for _, el := range e.Put {
		if el.Container == "" {
			ids = append(ids, el.ID)
		}
	}
	return ids
}

// alongAxis keeps the larger part of a movement.
func alongAxis(d board.Point) board.Point {
	if d.X*d.X > d.Y*d.Y {
		return board.Point{X: d.X}
	}
	return board.Point{Y: d.Y}
}

func (g *move) drag(b *Board, p board.Point) {
	e, _ := g.edit(b, p)
	b.preview(e)
}

func (g *move) release(b *Board, p board.Point) {
	if g.from.Dist(p)*b.view.zoom < 1 {
		b.clearPreview()
		return
	}
	e, ids := g.edit(b, p)
	ids = slices.Clone(ids)
	b.commit(e)
	b.Select(ids...)
}

// marquee selects what lies wholly inside the rectangle that is dragged; with
// Shift it adds to what was selected.
type marquee struct {
	from board.Point
	kept []string
}

func (g *marquee) drag(b *Board, p board.Point) {
	r := board.RectOf(g.from, p)
	ids := slices.Clone(g.kept)
	scene := b.doc.Scene()
	for _, e := range scene.Inside(r) {
		for _, id := range groupOf(scene, e) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	b.selected = ids
	b.marks.marquee(r)
	b.marks.arrange()
}

func (g *marquee) release(b *Board, _ board.Point) {
	b.marks.marquee(board.Rect{})
	b.Select(b.selected...)
}

// resize drags one of the eight handles: with its proportions with Shift, about
// its centre with Alt.
type resize struct {
	ids    []string
	from   board.Rect
	handle handle
	grab   board.Point // from the pointer to the handle's corner
}

func newResize(b *Board, h handle) *resize {
	from := b.doc.Scene().Extent(b.selected...)
	at := b.view.toScene(b.pointer)
	corner := h.of(from)
	return &resize{ids: b.Selected(), from: from, handle: h, grab: corner.Sub(at)}
}

func (g *resize) edit(b *Board, p board.Point) board.Edit {
	mods := modifiers()
	to := g.handle.dragged(g.from, p.Add(g.grab), g.keepsShape(b) != (mods&fyne.KeyModifierShift != 0), mods&fyne.KeyModifierAlt != 0)
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

func (g *resize) release(b *Board, p board.Point) { b.commit(g.edit(b, p)) }

// dragEnd moves one end of an arrow or a line; an arrow's binds to the shape it
// is dropped on.
type dragEnd struct {
	id  string
	end board.End
}

func (g *dragEnd) edit(b *Board, p board.Point) (board.Edit, *board.Element) {
	var target *board.Element
	if e := b.doc.Scene().Get(g.id); e != nil && e.Kind == board.Arrow {
		target = b.bindTarget(p)
	}
	return board.DragEnd(b.doc.Scene(), g.id, g.end, p, target), target
}

func (g *dragEnd) drag(b *Board, p board.Point) {
	e, target := g.edit(b, p)
	b.preview(e, halo(target))
}

func (g *dragEnd) release(b *Board, p board.Point) {
	e, _ := g.edit(b, p)
	b.commit(e)
}
