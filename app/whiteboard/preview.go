package whiteboard

import (
	"reflect"
	"slices"

	"talkthrough/internal/board"
)

// preview is what the gesture under way would make: shown above the settled
// scene, and in its place, without being done.
type preview struct {
	edit board.Edit
	byID map[string]*board.Element // the edit's elements
	// lifted holds the ids of what is taken out of the settled scene, shown
	// what the live layer shows; both are kept to be used again.
	lifted map[string]bool
	shown  []*board.Element
}

// preview shows what committing e would make, without doing it, and extra
// beneath it; nil ones are passed over.
func (b *Board) preview(e board.Edit, extra ...*board.Element) {
	p := &b.previewed
	p.edit, p.shown = e, p.shown[:0]
	clear(p.byID)
	clear(p.lifted)
	for _, id := range e.Remove {
		p.lifted[id] = true
	}
	scene := b.doc.Scene()
	for _, el := range e.Put {
		p.byID[el.ID] = el
		if !looksAsBefore(scene, el) {
			p.lift(el)
		}
	}
	for _, el := range e.Put {
		if p.lifted[el.ID] {
			p.liftPartner(scene, el)
		}
	}
	for _, id := range e.Remove {
		p.liftPartner(scene, scene.Get(id))
	}
	p.liftFramed(scene)
	p.uncover(scene)
	for _, h := range extra {
		if h != nil {
			p.shown = append(p.shown, h)
		}
	}
	b.bake.hide(p.lifted, scene)
	b.live.show(p.shown)
	if b.bake.stale() {
		b.raster.Refresh()
	}
	b.marks.arrange()
}

func (p *preview) lift(e *board.Element) {
	p.lifted[e.ID] = true
	p.shown = append(p.shown, e)
}

// looksAsBefore reports whether e is a shape, or a frame, of which only the references have
// changed, as when an arrow is bound to it: it can stay where it is baked.
func looksAsBefore(scene *board.Scene, e *board.Element) bool {
	old := scene.Get(e.ID)
	if old == nil || !e.IsShape() && !e.IsFrame() || e.X != old.X || e.Y != old.Y || e.W != old.W || e.H != old.H {
		return false
	}
	a, z := *e, *old
	a.Bound, a.Version = z.Bound, z.Version
	return reflect.DeepEqual(a, z)
}

// liftPartner lifts the label with what it belongs to, which would cover it,
// and an arrow with its label, for which it leaves room.
func (p *preview) liftPartner(scene *board.Scene, e *board.Element) {
	if e == nil {
		return
	}
	partner := scene.LabelOf(e)
	if owner := scene.Get(e.Container); owner != nil && owner.Kind == board.Arrow {
		partner = owner
	}
	if partner != nil && !p.lifted[partner.ID] {
		p.lift(partner)
	}
}

// liftFramed lifts what lies in a lifted frame, which clips it.
func (p *preview) liftFramed(scene *board.Scene) {
	framed := false
	for _, e := range p.shown {
		framed = framed || e.IsFrame()
	}
	if !framed {
		return
	}
	for _, e := range scene.Elements() {
		if e.Frame != "" && p.lifted[e.Frame] && !p.lifted[e.ID] && !e.Deleted {
			p.lift(e)
		}
	}
}

// uncover shows once more what lies above a filled shape that is lifted, and
// would be covered by it.
func (p *preview) uncover(scene *board.Scene) {
	var lowest *board.Element
	var area board.Rect
	for _, e := range p.shown {
		if !e.IsShape() || e.Background == "" || e.Background == "transparent" {
			continue
		}
		area = area.Union(e.Bounds())
		if lowest == nil || inOrder(e, lowest) < 0 {
			lowest = e
		}
	}
	if lowest == nil {
		return
	}
	for _, e := range slices.Backward(scene.Elements()) {
		if inOrder(e, lowest) <= 0 {
			return
		}
		if !e.Deleted && !p.lifted[e.ID] && e.Bounds().Intersects(area) {
			p.shown = append(p.shown, e)
		}
	}
}

// clearPreview shows the scene as it stands.
func (b *Board) clearPreview() {
	b.framed, b.suggested, b.guides = nil, nil, nil
	b.raft.land(b)
	if len(b.previewed.shown) == 0 && len(b.previewed.lifted) == 0 {
		return
	}
	b.preview(board.Edit{})
}

// seen is the element as it is shown: as previewed, or as it stands.
func (b *Board) seen(id string) *board.Element {
	if e := b.previewed.byID[id]; e != nil {
		return e
	}
	if slices.Contains(b.previewed.edit.Remove, id) {
		return nil
	}
	return b.doc.Scene().Get(id)
}

// suggest shows the shape that an arrow begun here would be bound to; nil shows
// none.
func (b *Board) suggest(shape *board.Element) {
	if shape == b.suggested {
		return
	}
	b.suggested = shape
	b.preview(board.Edit{}, halo(shape))
}
