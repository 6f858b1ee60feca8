package board

import "slices"

// Then is one edit that does e and after it what next makes of the scene that e
// has made. The elements of e keep their places in the edit.
func (s *Scene) Then(e Edit, next func(*Scene) Edit) Edit {
	made := s.Clone()
	made.Apply(e)
	more := next(made)
	if more.Empty() {
		return e
	}
	var all Edit
	last, gone := map[string]*Element{}, map[string]bool{}
	for _, el := range e.Put {
		last[el.ID] = el
	}
	for _, id := range more.Remove {
		gone[id] = true
	}
	for _, el := range more.Put {
		last[el.ID], gone[el.ID] = el, false
	}
	done := map[string]bool{}
	for _, el := range slices.Concat(e.Put, more.Put) {
		if !done[el.ID] && !gone[el.ID] {
			done[el.ID] = true
			all.Put = append(all.Put, last[el.ID])
		}
	}
	for _, id := range slices.Concat(e.Remove, more.Remove) {
		if !done[id] && s.Get(id) != nil {
			done[id] = true
			all.Remove = append(all.Remove, id)
		}
	}
	return all
}

// Reframed is e with the elements of those ids, and the arrows on them, in the
// frames in which e puts them down: for the end of a gesture. Frames among them
// that e makes larger or smaller take in what they have come to hold.
func Reframed(s *Scene, e Edit, ids []string) Edit {
	framed := func(el *Element) bool { return el.IsFrame() || el.Frame != "" }
	if e.Empty() || !slices.ContainsFunc(s.order, framed) && !slices.ContainsFunc(e.Put, framed) {
		return e
	}
	e = s.Then(e, func(made *Scene) Edit { return Reframe(made, ids) })
	for _, id := range ids {
		old := s.Get(id)
		if old == nil || !old.IsFrame() {
			continue
		}
		e = s.Then(e, func(made *Scene) Edit {
			if now := made.Get(id); now == nil || now.W == old.W && now.H == old.H {
				return Edit{}
			}
			return TakeIn(made, id)
		})
	}
	return e
}

// Skirted is e with the elbow arrows of the board going around those of its
// elements that are new: for what is pasted or copied onto their way.
func Skirted(s *Scene, e Edit) Edit {
	if !slices.ContainsFunc(s.order, func(o *Element) bool { return o.Elbowed }) {
		return e
	}
	var ids []string
	routed := map[string]bool{}
	for _, el := range e.Put {
		switch {
		case s.Get(el.ID) != nil:
		case el.obstructs():
			ids = append(ids, el.ID)
		case el.Elbowed:
			routed[el.ID] = true // as it was copied
		}
	}
	if len(ids) == 0 {
		return e
	}
	return s.Then(e, func(made *Scene) Edit {
		d, come := newDraft(made), make([]*Element, len(ids))
		for i, id := range ids {
			come[i] = made.Get(id)
		}
		d.reroute(come, routed)
		return d.edit()
	})
}

// Reframe puts the elements into the frame that they lie in, the topmost of
// several, and takes those out that lie wholly outside theirs: for the end of
// a drag. Groups go in whole or not at all. What moves with its frame stays in
// it. An arrow between shapes of one frame is in that; one that leads out of it
// is in none, or the frame would clip it away.
func Reframe(s *Scene, ids []string) Edit {
	d := newDraft(s)
	frames := s.chosen(func(e *Element) bool { return e.IsFrame() && !e.Deleted })
	carried := make(map[string]bool, len(ids))
	for _, id := range ids {
		carried[id] = true
	}
	groups := s.groupBoxes()
	var settled []*Element
	for _, e := range s.selection(ids) {
		if !e.IsFrame() && !carried[e.Frame] {
			d.reframe(e, s.frameAround(e, frames, groups))
			settled = append(settled, e)
		}
	}
	arrows := s.attached(settled)
	for _, e := range settled {
		if e.Kind == Arrow {
			arrows = append(arrows, e)
		}
	}
	for _, a := range arrows {
		d.reframe(a, d.frameOfArrow(a))
	}
	return d.edit()
}

// reframe puts e, with its label, into the frame with that id; "" is none.
func (d *draft) reframe(e *Element, frame string) {
	for _, el := range [2]*Element{e, labelOf(d, e)} {
		if el != nil && d.Get(el.ID).Frame != frame {
			d.change(el.ID).Frame = frame
		}
	}
}

// groupBoxes are the boxes of the outermost groups.
func (s *Scene) groupBoxes() map[string]Rect {
	boxes := map[string]Rect{}
	for _, e := range s.order {
		if g := groupAt(e, 0); g != "" && !e.Deleted {
			boxes[g] = boxes[g].Union(e.Extent())
		}
	}
	return boxes
}

// frameAround is the id of the frame, one of those given or its own, that e
// belongs to where it lies now.
func (s *Scene) frameAround(e *Element, frames []*Element, groups map[string]Rect) string {
	box, now := e.Extent(), e.Frame
	if g := groupAt(e, 0); g != "" {
		box = groups[g]
	}
	if clip, ok := s.ClipOf(e); !ok || !clip.Intersects(box) {
		now = ""
	}
	for _, f := range frames {
		if f.Box().Encloses(box) {
			now = f.ID
		}
	}
	return now
}

// frameOfArrow is the frame that both ends of a bound arrow are in.
func (d *draft) frameOfArrow(a *Element) string {
	frame, bound := d.Get(a.ID).Frame, false
	for _, b := range [2]*Binding{a.Start, a.End} {
		if b == nil {
			continue
		}
		shape := d.Get(b.ElementID)
		switch {
		case shape == nil || shape.IsFrame():
		case bound && shape.Frame != frame:
			return ""
		default:
			frame, bound = shape.Frame, true
		}
	}
	if f := d.Get(frame); bound && (a.Start == nil || a.End == nil) && f != nil && !f.Box().Encloses(a.Extent()) {
		return ""
	}
	return frame
}

// TakeIn makes what lies wholly in the frame, and in no other, its content, and
// lets go of what lies wholly outside: for the end of drawing or resizing it.
func TakeIn(s *Scene, frame string) Edit {
	f := s.Get(frame)
	if f == nil || !f.IsFrame() {
		return Edit{}
	}
	d := newDraft(s)
	groups := s.groupBoxes()
	for _, e := range s.order {
		if e.Deleted || e.IsFrame() || s.Get(e.Container) != nil || e.Frame != "" && e.Frame != frame {
			continue
		}
		d.reframe(e, s.frameAround(e, []*Element{f}, groups))
	}
	for _, e := range s.order {
		if e.Kind == Arrow && !e.Deleted && (e.Start != nil || e.End != nil) && d.Get(e.ID).Frame == frame {
			d.reframe(e, d.frameOfArrow(e))
		}
	}
	return d.edit()
}

// NewFrame returns a frame with a fresh id, at the origin and without size.
func NewFrame() *Element {
	style := DefaultStyle()
	style.Stroke, style.Round = "#bbb", false
	return NewElement(Frame, style)
}

// WrapInFrame puts a frame around the elements, which become its content. It
// comes first in the edit, and does nothing where there are only frames.
func WrapInFrame(s *Scene, ids []string) Edit {
	const room = 16
	var box Rect
	var inside []*Element
	for _, e := range s.named(ids) {
		if !e.IsFrame() {
			box = box.Union(e.Extent())
			inside = append(inside, e)
		}
	}
	if len(inside) == 0 {
		return Edit{}
	}
	f := NewFrame()
	box = box.Inset(-room)
	f.X, f.Y, f.W, f.H = box.X, box.Y, box.W, box.H
	return s.Then(PutNew(s, f), func(made *Scene) Edit {
		d := newDraft(made)
		for _, e := range inside {
			d.reframe(e, f.ID)
		}
		return d.edit()
	})
}

// SetFrameName names a frame; "" gives it the name that frames have by
// themselves.
func SetFrameName(s *Scene, id, name string) Edit {
	f := s.Get(id)
	if f == nil || !f.IsFrame() || f.Name == name {
		return Edit{}
	}
	d := newDraft(s)
	d.change(id).Name = name
	return d.edit()
}
