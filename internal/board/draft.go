package board

import (
	"maps"
	"slices"
)

// draft is a scene with changes that are not yet made. The operations that
// build an Edit work on one, so that each step sees the steps before it while
// the scene stays as it is.
type draft struct {
	scene   *Scene
	put     map[string]*Element
	order   []string // ids of put, in the order they were first changed
	removed map[string]bool
	crowd   *[]obstruction // what elbow arrows go around; nil when not yet listed
	top     string         // the order key that above gave last
}

func newDraft(s *Scene) *draft {
	return &draft{scene: s, put: map[string]*Element{}, removed: map[string]bool{}}
}

// Get is the element as it will be, nil when it will be gone.
func (d *draft) Get(id string) *Element {
	if e, ok := d.put[id]; ok {
		return e
	}
	if d.removed[id] {
		return nil
	}
	return d.scene.Get(id)
}

// change is a copy of the element that may be changed; the draft holds it. It
// is nil for ids that are not there.
func (d *draft) change(id string) *Element {
	if e, ok := d.put[id]; ok {
		return e
	}
	e := d.Get(id)
	if e == nil {
		return nil
	}
	c := e.Clone()
	c.Version++
	d.set(c)
	return c
}

// set puts e, which then belongs to the draft.
func (d *draft) set(e *Element) {
	if _, ok := d.put[e.ID]; !ok {
		d.order = append(d.order, e.ID)
	}
	d.put[e.ID] = e
	if e.obstructs() {
		d.forgetCrowd()
	}
	delete(d.removed, e.ID)
}

// replace puts e in the place of the element with its id, if it differs.
func (d *draft) replace(e *Element) {
	old := d.Get(e.ID)
	if old == e {
		return
	}
	if before := d.scene.Get(e.ID); before != nil {
		e.Version = before.Version + 1
	}
	d.set(e)
}

func (d *draft) remove(id string) {
	if _, ok := d.put[id]; ok {
		delete(d.put, id)
		d.order = slices.DeleteFunc(d.order, func(o string) bool { return o == id })
	}
	d.forgetCrowd()
	if d.scene.Get(id) != nil {
		d.removed[id] = true
	}
}

// edit is what the draft has come to; the draft must not be used after.
func (d *draft) edit() Edit {
	d.forgetCrowd()
	var e Edit
	for _, id := range d.order {
		e.Put = append(e.Put, d.put[id])
	}
	e.Remove = slices.Sorted(maps.Keys(d.removed))
	return e
}

// addRef notes on the shape that e hangs on it.
func (d *draft) addRef(shape string, e *Element) {
	s := d.Get(shape)
	if s == nil || slices.ContainsFunc(s.Bound, func(r BoundRef) bool { return r.ID == e.ID }) {
		return
	}
	c := d.change(shape)
	c.Bound = append(c.Bound, BoundRef{ID: e.ID, Kind: e.Kind})
}

// dropRef is the inverse of addRef.
func (d *draft) dropRef(shape, id string) {
	is := func(r BoundRef) bool { return r.ID == id }
	if s := d.Get(shape); s != nil && slices.ContainsFunc(s.Bound, is) {
		c := d.change(shape)
		c.Bound = slices.DeleteFunc(c.Bound, is)
	}
}

// bindings puts an arrow or a text and brings the back references of what it
// was bound to and now is bound to into line.
func (d *draft) bindings(e *Element) {
	before := d.scene.Get(e.ID)
	d.replace(e)
	now := boundTo(e)
	for _, id := range boundTo(before) {
		if !slices.Contains(now, id) {
			d.dropRef(id, e.ID)
		}
	}
	for _, id := range now {
		d.addRef(id, e)
	}
}

// boundTo lists what e hangs on: an arrow's shapes, a text's container.
func boundTo(e *Element) []string {
	var ids []string
	if e == nil {
		return nil
	}
	for _, b := range [2]*Binding{e.Start, e.End} {
		if b != nil {
			ids = append(ids, b.ElementID)
		}
	}
	if e.Container != "" {
		ids = append(ids, e.Container)
	}
	return ids
}

// settle re-solves the arrows that hang on the changed elements and lays out
// the labels of all that changed.
func (d *draft) settle(changed []string) {
	seen := map[string]bool{}
	for _, id := range changed {
		e := d.Get(id)
		if e == nil {
			continue
		}
		d.layoutLabel(e)
		for _, ref := range e.Bound {
			if ref.Kind == Arrow && !seen[ref.ID] {
				seen[ref.ID] = true
				d.resolve(ref.ID)
			}
		}
	}
}

// resolve brings one arrow and its label to where its shapes are now.
func (d *draft) resolve(id string) {
	a := d.Get(id)
	if a == nil || a.Deleted {
		return
	}
	if r := Resolve(d, a); r != a {
		d.replace(r)
		d.layoutLabel(r)
	}
}

// layoutLabel lays the text of e out anew. When that makes e grow, the arrows
// on it follow.
func (d *draft) layoutLabel(e *Element) {
	t := labelOf(d, e)
	if t == nil {
		return
	}
	text, container := LayoutText(t, e)
	if text != t {
		d.replace(text)
	}
	if container != e {
		d.replace(container)
	}
}
