package board

import (
	"iter"
	"slices"
	"sync"

	"talkthrough/internal/board/route"
)

// crowd is a View that can also list what lies on the board.
type crowd interface {
	obstructions() iter.Seq[obstruction]
}

// obstruction is something that elbow arrows go around.
type obstruction struct {
	id  string
	box Rect
}

// obstructs reports whether elbow arrows go around e: shapes, pictures, other
// programs' boxes and text that stands free; not frames, which hold things.
func (e *Element) obstructs() bool {
	switch {
	case e.Deleted || e.IsLinear() || e.IsFrame():
		return false
	case e.Kind == Text:
		return e.Container == ""
	}
	return true
}

func (s *Scene) obstructions() iter.Seq[obstruction] {
	return func(yield func(obstruction) bool) {
		for _, e := range s.order {
			if e.obstructs() && !yield(obstruction{e.ID, e.Extent()}) {
				return
			}
		}
	}
}

// crowds are the lists of drafts, kept for the next: one is made on every move
// of the mouse.
var crowds = sync.Pool{New: func() any { return new([]obstruction) }}

// obstructions are those of the scene with the draft's changes. They are listed
// once for all the arrows of a gesture: shapes are changed before arrows are.
func (d *draft) obstructions() iter.Seq[obstruction] {
	if d.crowd == nil {
		d.crowd = crowds.Get().(*[]obstruction)
		*d.crowd = d.listObstructions((*d.crowd)[:0])
	}
	return slices.Values(*d.crowd)
}

func (d *draft) listObstructions(list []obstruction) []obstruction {
	for _, e := range d.scene.order {
		if !e.obstructs() {
			continue
		}
		if now := d.Get(e.ID); now != nil && now.obstructs() {
			list = append(list, obstruction{e.ID, now.Extent()})
		}
	}
	for _, id := range d.order {
		if e := d.put[id]; d.scene.Get(id) == nil && e.obstructs() {
			list = append(list, obstruction{id, e.Extent()})
		}
	}
	return list
}

// forgetCrowd makes the list anew when it is next asked for.
func (d *draft) forgetCrowd() {
	if d.crowd != nil {
		crowds.Put(d.crowd)
		d.crowd = nil
	}
}

// hindrance tells what an arrow goes around: all but its own shapes and those
// that hold one of its ends, like a cluster around services.
type hindrance struct {
	own  [2]string
	ends [2]Rect
}

func hindranceOf(arrow *Element, from, to route.End) hindrance {
	h := hindrance{ends: [2]Rect{boxOfEnd(from), boxOfEnd(to)}}
	for i, b := range [2]*Binding{arrow.Start, arrow.End} {
		if b != nil {
			h.own[i] = b.ElementID
		}
	}
	return h
}

func (h hindrance) is(o obstruction) bool {
	return o.id != h.own[0] && o.id != h.own[1] &&
		!o.box.Encloses(h.ends[0]) && !o.box.Encloses(h.ends[1]) &&
		finite(Point{o.box.X, o.box.Y}, Point{o.box.Right(), o.box.Bottom()})
}

func boxOfEnd(e route.End) Rect {
	if e.Box != nil {
		return Rect(*e.Box)
	}
	return Rect{X: e.Exits[0].At.X, Y: e.Exits[0].At.Y}
}
