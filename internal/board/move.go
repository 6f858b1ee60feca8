package board

// Move shifts the elements by dx, dy, their text with them, and lets the arrows
// bound to them follow. An arrow that is moved without any of the shapes it is
// bound to comes off them.
func Move(s *Scene, ids []string, dx, dy float64) Edit {
	if dx == 0 && dy == 0 {
		return Edit{}
	}
	d := newDraft(s)
	moving, moved := s.carried(ids)
	done := map[string]bool{}
	for _, e := range moving {
		c := d.change(e.ID)
		c.X, c.Y = c.X+dx, c.Y+dy
		if e.Kind == Arrow {
			done[e.ID] = d.detachUnless(c, moved)
		}
	}
	for _, e := range moving {
		if e.Kind == Arrow && !done[e.ID] {
			d.resolve(e.ID)
			done[e.ID] = true
		}
	}
	// Labels of what moved are in place: only arrows remain.
	for _, a := range s.attached(moving) {
		if !done[a.ID] {
			d.resolve(a.ID)
			done[a.ID] = true
		}
	}
	d.reroute(moving, done)
	return d.edit()
}

// carried lists what goes when the elements are moved, each once: their text, and
// the arrows that only hang between shapes that go, whole with the points
// between their ends.
func (s *Scene) carried(ids []string) (moving []*Element, moved map[string]bool) {
	moving, moved = s.withLabels(ids), map[string]bool{}
	for _, e := range moving {
		moved[e.ID] = true
	}
	for _, a := range s.attached(moving) {
		if !moved[a.ID] && boundWithin(a, moved) {
			moved[a.ID] = true
			moving = append(moving, a)
			if t := s.LabelOf(a); t != nil && !moved[t.ID] {
				moved[t.ID] = true
				moving = append(moving, t)
			}
		}
	}
	return moving, moved
}

// detachUnless takes the arrow off its shapes when none of them is in moved. It
// reports whether the arrow is then in place; if not it must be resolved.
func (d *draft) detachUnless(a *Element, moved map[string]bool) bool {
	if boundWithin(a, moved) {
		return true
	}
	for _, b := range [2]*Binding{a.Start, a.End} {
		if b != nil && moved[b.ElementID] {
			return false
		}
	}
	a.Start, a.End = nil, nil
	d.bindings(a)
	return true
}

// boundWithin reports whether both ends of the arrow are bound, and to shapes
// of the set.
func boundWithin(a *Element, shapes map[string]bool) bool {
	return a.Start != nil && a.End != nil && shapes[a.Start.ElementID] && shapes[a.End.ElementID]
}

// attached lists the arrows that hang on the elements, each once.
func (s *Scene) attached(elements []*Element) []*Element {
	var arrows []*Element
	seen := map[string]bool{}
	for _, e := range elements {
		for _, ref := range e.Bound {
			a := s.Get(ref.ID)
			if ref.Kind == Arrow && a != nil && !a.Deleted && !seen[ref.ID] {
				seen[ref.ID] = true
				arrows = append(arrows, a)
			}
		}
	}
	return arrows
}
