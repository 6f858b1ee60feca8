package excalidraw

import (
	"encoding/json"

	"talkthrough/internal/board"
)

// scene reads a list of elements and makes a whole of them. Its originals are
// what the list says of each.
func (r *reader) scene(raw json.RawMessage) (*board.Scene, originals, error) {
	list, err := r.list(raw)
	if err != nil {
		return nil, nil, err
	}
	list = cylinders(list)
	r.identify(list)
	keyed(list)
	elements := make([]*board.Element, len(list))
	from := make(originals, len(list))
	for i, o := range list {
		elements[i] = o.element
		from[o.element.ID] = o
	}
	s := board.NewScene(elements...)
	measured(s, from)
	referenced(s, from)
	return s, from, nil
}

// identify gives every element an id of its own. References keep meaning the
// first that had it.
func (r *reader) identify(list []*original) {
	taken := make(map[string]bool, len(list))
	for _, o := range list {
		e := o.element
		if taken[e.ID] {
			r.warn("element %.60q: another has its id; this one, %s, gets a new one", e.ID, e.Kind)
		}
		if e.ID == "" || taken[e.ID] {
			e.ID = board.NewID()
			o.raw = patched(o.raw, member{Key: "id", Value: quoted(e.ID)})
		}
		taken[e.ID] = true
	}
}

// keyed gives the elements keys that sort as they lie. What is written keeps
// its own: readers go by the place in the list.
func keyed(list []*original) {
	keys := make([]string, len(list))
	for i, o := range list {
		keys[i] = o.element.Index
	}
	for i, key := range board.RepairKeys(keys) {
		list[i].element.Index = key
	}
}

// measured gives a size to text that has none, also in what is written:
// Excalidraw drops it otherwise.
func measured(s *board.Scene, from originals) {
	var edit board.Edit
	for _, e := range s.Elements() {
		if e.Kind != board.Text || e.Text == "" || (e.W != 0 && e.H != 0) {
			continue
		}
		t, _ := board.LayoutText(e, s.Get(e.Container))
		if t == e || checkNumbers(t) != nil {
			continue
		}
		o := from[e.ID]
		o.element = t
		raw, err := t.MarshalJSON()
		if err != nil {
			continue
		}
		var changes []member
		for _, m := range membersOf(raw) {
			switch m.Key {
			case "x", "y", "width", "height", "text":
				changes = append(changes, m)
			}
		}
		o.raw = patched(o.raw, changes...)
		edit.Put = append(edit.Put, t)
	}
	s.Apply(edit)
}

// referenced gives arrows the newer bindings, and shapes the references they
// lack to what hangs on them: without, an arrow would not follow.
func referenced(s *board.Scene, from originals) {
	var edit board.Edit
	refs := backReferences(s)
	for _, e := range s.Elements() {
		o := from[e.ID]
		m := board.Migrate(s, e)
		if added := refs[e.ID]; len(added) > 0 {
			m = withReferences(m, added)
			o.added = added
		}
		if m != e {
			o.element = m
			edit.Put = append(edit.Put, m)
		}
	}
	s.Apply(edit)
}
