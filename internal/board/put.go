package board

// PutNew places e on top of everything, with what hangs on that: the back
// references of the shapes an arrow is bound to, the arrow's ends at those
// shapes, the size of a line and of text that stands free. Elbow arrows in whose
// way it lies go around it. e is not changed;
// the edit holds a copy with the same id.
func PutNew(s *Scene, e *Element) Edit {
	d := newDraft(s)
	c := e.Clone()
	c.Index = KeyBetween(s.topKey(), "")
	switch {
	case c.Kind == Text && c.Container == "":
		c, _ = LayoutText(c, nil)
	case c.IsLinear() && len(c.Points) > 0 && c.Angle == 0:
		c.setVertices(c.Vertices())
	}
	d.bindings(Resolve(d, c))
	d.reroute([]*Element{c}, nil)
	return d.edit()
}

// DragEnd moves one end of an arrow to p and binds it to shape, or frees it
// when shape is nil. The other end, if bound, finds its place anew.
func DragEnd(s *Scene, id string, end End, p Point, shape *Element) Edit {
	d := newDraft(s)
	a := d.change(id)
	if a == nil || len(a.Points) < 2 {
		return Edit{}
	}
	points := a.Vertices()
	if end == AtStart {
		points[0] = p
	} else {
		points[len(points)-1] = p
	}
	a.setVertices(points)
	a.setBinding(end, nil)
	if shape != nil {
		a = Bind(d, a, end, shape, p)
	}
	a = Resolve(d, a)
	d.bindings(a)
	d.layoutLabel(a)
	return d.edit()
}

// topKey is the order key of the topmost element, "" on an empty board.
func (s *Scene) topKey() string {
	if len(s.order) == 0 {
		return ""
	}
	return s.order[len(s.order)-1].Index
}

// keyAbove is a key directly above e.
func (s *Scene) keyAbove(e *Element) string {
	next := ""
	for i := s.place(e) + 1; i > 0 && i < len(s.order) && next == ""; i++ {
		if k := s.order[i].Index; k > e.Index {
			next = k
		}
	}
	return KeyBetween(e.Index, next)
}
