package board

import "talkthrough/internal/board/route"

// crowd is a View that can also list what lies on the board.
type crowd interface {
	obstructions() []obstruction
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

func (s *Scene) obstructions() []obstruction {
	var list []obstruction
	for _, e := range s.order {
		if e.obstructs() {
			list = append(list, obstruction{e.ID, e.Extent()})
		}
	}
	return list
}

// obstructions are those of the scene with the draft's changes. They are listed
// once for all the arrows of a gesture: shapes are changed before arrows are.
func (d *draft) obstructions() []obstruction {
	if d.crowd != nil {
		return d.crowd
	}
	d.crowd = []obstruction{}
	for _, e := range d.scene.order {
		if now := d.Get(e.ID); now != nil && now.obstructs() {
			d.crowd = append(d.crowd, obstruction{e.ID, now.Extent()})
		}
	}
	for _, id := range d.order {
		if e := d.put[id]; d.scene.Get(id) == nil && e.obstructs() {
			d.crowd = append(d.crowd, obstruction{id, e.Extent()})
		}
	}
	return d.crowd
}

// obstacles are the boxes that the arrow goes around: all but its own shapes'
// and those that hold one of its ends, like a cluster around services.
func obstacles(v View, arrow *Element, from, to route.End) []route.Rect {
	c, ok := v.(crowd)
	if !ok {
		return nil
	}
	var own [2]string
	for i, b := range [2]*Binding{arrow.Start, arrow.End} {
		if b != nil {
			own[i] = b.ElementID
		}
	}
	ends := [2]Rect{boxOfEnd(from), boxOfEnd(to)}
	var boxes []route.Rect
	for _, o := range c.obstructions() {
		switch {
		case o.id == own[0] || o.id == own[1]:
		case o.box.Encloses(ends[0]) || o.box.Encloses(ends[1]):
		case !finite(Point{o.box.X, o.box.Y}, Point{o.box.Right(), o.box.Bottom()}):
		default:
			boxes = append(boxes, route.Rect(o.box))
		}
	}
	return boxes
}

func boxOfEnd(e route.End) Rect {
	if e.Box != nil {
		return Rect(*e.Box)
	}
	return Rect{X: e.Exits[0].At.X, Y: e.Exits[0].At.Y}
}
