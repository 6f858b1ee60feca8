package board

// shift moves elements by ways that may differ: by tells each one's. Text goes
// with its owner; an arrow goes whole where both its shapes go the same way,
// and is resolved where they do not.
func (d *draft) shift(by map[string]Point) {
	var moved []*Element
	for id, way := range by {
		if e := d.scene.Get(id); e != nil && way != (Point{}) {
			moved = append(moved, e)
		}
	}
	sortByOrder(moved)
	for _, e := range moved {
		d.offset(e, by[e.ID])
	}
	done := map[string]bool{}
	for _, a := range d.scene.attached(moved) {
		done[a.ID] = true
		start, end := wayOf(a.Start, by), wayOf(a.End, by)
		_, itself := by[a.ID]
		switch {
		case a.Start != nil && a.End != nil && start == end && !itself:
			d.offset(a, start)
		default:
			d.resolve(a.ID)
		}
	}
	d.reroute(moved, done)
}

// offset moves one element and its text.
func (d *draft) offset(e *Element, way Point) {
	c := d.change(e.ID)
	c.X, c.Y = c.X+way.X, c.Y+way.Y
	if t := d.scene.LabelOf(e); t != nil {
		text := d.change(t.ID)
		text.X, text.Y = text.X+way.X, text.Y+way.Y
	}
}

func wayOf(b *Binding, by map[string]Point) Point {
	if b == nil {
		return Point{}
	}
	return by[b.ElementID]
}
