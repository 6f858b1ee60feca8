package whiteboard

import (
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// beginSelect decides what pressing with the selecting tool at p starts: a
// resize on a handle, the dragging of an arrow's end, growing on one of the
// arrows beside a shape, a move on an element, a marquee elsewhere.
func beginSelect(b *Board, p board.Point) gesture {
	if end, id, ok := b.marks.endAt(b.pointer); ok {
		return newDragEnd(b, id, end, p)
	}
	if g, ok := b.marks.gripAt(b.pointer); ok {
		return newBend(b, g, p)
	}
	if b.marks.turnerAt(b.pointer) {
		return newRotate(b, p)
	}
	if h, ok := b.marks.handleAt(b.pointer); ok {
		return newResize(b, h, p)
	}
	if dir := b.marks.sprouts.at(b.view, b.pointer); dir != noSprout {
		return newSprout(b, dir, p)
	}
	scene := b.doc.Scene()
	hit := scene.HitTest(p, tolerance/b.view.zoom)
	g := &move{from: p, shift: b.mods()&fyne.KeyModifierShift != 0}
	switch {
	case hit == nil && !b.marks.frameHolds(p):
		return newMarquee(b, p, g.shift)
	case hit == nil:
	case b.mods()&fyne.KeyModifierShortcutDefault != 0: // into its group
		b.Select(hit.ID)
	case slices.Contains(b.selected, hit.ID):
		g.hit = hit
	case g.shift:
		b.Select(append(b.Selected(), groupOf(scene, hit)...)...)
	default:
		b.Select(groupOf(scene, hit)...)
	}
	return g
}

// groupOf lists what selecting e selects: its outermost group, or e alone.
func groupOf(s *board.Scene, e *board.Element) []string {
	if len(e.Groups) == 0 {
		return []string{e.ID}
	}
	return members(s, map[string]bool{e.Groups[len(e.Groups)-1]: true})
}

// members lists the elements of the groups, text that belongs to another aside.
func members(s *board.Scene, groups map[string]bool) []string {
	var ids []string
	for _, e := range s.Elements() {
		in := slices.ContainsFunc(e.Groups, func(g string) bool { return groups[g] })
		if in && !e.Deleted && s.Get(e.Container) == nil {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// move drags the selection; with Alt it drags a copy, with Shift along one
// axis. Without a drag it is a click.
type move struct {
	from  board.Point
	hit   *board.Element // what was pressed, if it was selected before
	shift bool           // at the press
	box   board.Rect     // what is dragged, where it was
	lines bool           // it is arrows and lines only
	copy  board.Edit     // the duplicates, made once so that their ids stay
	many  *bool          // they are dragged as one picture: whether as a copy
}

// way is how far what is dragged goes when the hand is at p, and how it lies
// well there.
func (g *move) way(b *Board, p board.Point) board.Point {
	d := p.Sub(g.from)
	straight := b.mods()&fyne.KeyModifierShift != 0
	if straight {
		d = alongAxis(d)
	}
	if g.onlyLines(b) {
		return d
	}
	to := g.box
	to.X, to.Y = to.X+d.X, to.Y+d.Y
	beside, exclude := b.raft.shore, []string(nil)
	if beside == nil {
		beside, exclude = b.doc.Scene(), b.selected
	}
	by, guides := b.snappedTo(beside, to, exclude)
	b.guides = guides
	if straight {
		by, b.guides = onAxisOf(by, d), nil
	}
	return d.Add(by)
}

func (g *move) edit(b *Board, d board.Point) (e board.Edit, ids []string) {
	scene := b.doc.Scene()
	if b.mods()&fyne.KeyModifierAlt == 0 {
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

// onlyLines reports whether nothing but arrows and lines is dragged: those aim
// at shapes instead of lying beside them. It takes the box of what is dragged
// the first time it is asked.
func (g *move) onlyLines(b *Board) bool {
	scene := b.doc.Scene()
	if g.box.Empty() {
		g.box = scene.Extent(b.selected...)
		g.lines = !slices.ContainsFunc(b.selected, func(id string) bool {
			e := scene.Get(id)
			return e != nil && !e.IsLinear()
		})
	}
	return g.lines
}

// onAxisOf is the part of by that lies along the movement d, which is level or
// upright.
func onAxisOf(by, d board.Point) board.Point {
	if d.X != 0 {
		return board.Point{X: by.X}
	}
	return board.Point{Y: by.Y}
}

// owners lists the new elements of a duplication that are selected: all but the
// text that belongs to another, and what lies in a frame among them.
func owners(e board.Edit) []string {
	frames := map[string]bool{}
	for _, el := range e.Put {
		frames[el.ID] = el.IsFrame()
	}
	var ids []string
	for _, el := range e.Put {
		if el.Container == "" && !frames[el.Frame] {
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
	if len(b.selected) >= manyDragged {
		copied := b.mods()&fyne.KeyModifierAlt != 0
		if g.many == nil || *g.many != copied {
			b.raft.launch(b, b.selected, copied)
			g.many = &copied
		}
		b.raft.move(b, g.way(b, p))
		return
	}
	e, ids := g.edit(b, g.way(b, p))
	b.framed = ids
	b.preview(e)
}

func (g *move) release(b *Board, p board.Point) {
	if b.clicked(g.from, p) {
		b.clearPreview()
		g.click(b)
		return
	}
	e, ids := g.edit(b, g.way(b, p))
	ids = slices.Clone(ids)
	b.place(e, ids...)
	b.Select(ids...)
}

// click is a press on what was selected, without a drag: with Shift it comes
// out of the selection, without it is all that stays selected.
func (g *move) click(b *Board) {
	switch {
	case g.hit == nil:
	case g.shift:
		out := groupOf(b.doc.Scene(), g.hit)
		b.Select(slices.DeleteFunc(b.Selected(), func(id string) bool { return slices.Contains(out, id) })...)
	default:
		b.Select(groupOf(b.doc.Scene(), g.hit)...)
	}
}
