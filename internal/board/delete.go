package board

import "slices"

// Delete removes the elements and the text that belongs to them. Arrows that
// were bound to them stay where they are, free; what lay in a frame stays too,
// as in Excalidraw.
// A text that belongs to a shape can be deleted alone.
func Delete(s *Scene, ids []string) Edit {
	d := newDraft(s)
	gone := map[string]bool{}
	for _, id := range ids {
		if s.Get(id) != nil {
			gone[id] = true
		}
	}
	doomed := s.chosen(func(e *Element) bool { return gone[e.ID] || gone[e.Container] })
	for _, e := range doomed {
		gone[e.ID] = true
	}
	for _, e := range doomed {
		for _, id := range boundTo(e) {
			if !gone[id] {
				d.dropRef(id, e.ID)
			}
		}
		d.remove(e.ID)
	}
	for _, a := range s.attached(doomed) {
		if !gone[a.ID] {
			d.free(a.ID, gone)
		}
	}
	for _, e := range s.order {
		if e.Frame != "" && gone[e.Frame] && !gone[e.ID] {
			d.change(e.ID).Frame = ""
		}
	}
	return d.edit()
}

// free takes an arrow off the shapes that are gone.
func (d *draft) free(arrow string, gone map[string]bool) {
	a := d.change(arrow)
	if a.Start != nil && gone[a.Start.ElementID] {
		a.Start = nil
	}
	if a.End != nil && gone[a.End.ElementID] {
		a.End = nil
	}
}

// Duplicate copies the elements with their text, dx, dy away and on top of
// everything, in their order. All elements of the edit are new. Groups, frames
// and bindings within the selection hold between the copies; an arrow's end
// whose shape is not copied is free.
func Duplicate(s *Scene, ids []string, dx, dy float64) Edit {
	originals := s.withLabels(ids)
	keys := KeysBetween(s.topKey(), "", len(originals))
	copied := make(map[string]string, len(originals))
	for _, e := range originals {
		copied[e.ID] = NewID()
	}
	groups := map[string]string{}
	var edit Edit
	for i, e := range originals {
		c := e.Clone()
		c.ID, c.Index = copied[e.ID], keys[i]
		c.X, c.Y = c.X+dx, c.Y+dy
		c.Version, c.Locked = 1, false
		for j, g := range c.Groups {
			if groups[g] == "" {
				groups[g] = NewID()
			}
			c.Groups[j] = groups[g]
		}
		c.remap(copied)
		edit.Put = append(edit.Put, c)
	}
	return edit
}

// remap makes the references of a copy point at copies, and drops those to
// elements that were not copied. A copy stays in the frame of its original.
func (e *Element) remap(copied map[string]string) {
	for i := range e.Bound {
		e.Bound[i].ID = copied[e.Bound[i].ID]
	}
	if e.Bound != nil {
		e.Bound = slices.DeleteFunc(e.Bound, func(r BoundRef) bool { return r.ID == "" })
	}
	for _, end := range [2]End{AtStart, AtEnd} {
		if b := e.Binding(end); b != nil {
			if b.ElementID = copied[b.ElementID]; b.ElementID == "" {
				e.setBinding(end, nil)
			}
		}
	}
	e.Container = copied[e.Container]
	if frame := copied[e.Frame]; frame != "" {
		e.Frame = frame
	}
}
