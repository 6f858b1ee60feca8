package board

import (
	"slices"
	"strings"
)

// Edit is one finished change: elements written whole (new or changed) and ids
// removed. It is the unit of undo and of the journal. An Edit is a value: it
// never changes after it has been applied.
type Edit struct {
	Put    []*Element `json:"put,omitempty"`
	Remove []string   `json:"remove,omitempty"`
}

// Empty reports whether the edit does nothing.
func (e Edit) Empty() bool { return len(e.Put) == 0 && len(e.Remove) == 0 }

// Scene is the set of elements on the board, ordered from bottom to top. The
// zero value is an empty scene. A Scene is not safe for concurrent use; Clone
// is cheap (pointers only) and makes a snapshot that another goroutine may
// read.
type Scene struct {
	byID  map[string]*Element
	order []*Element
}

// NewScene returns a scene that holds elements.
func NewScene(elements ...*Element) *Scene {
	s := &Scene{}
	s.Apply(Edit{Put: elements})
	return s
}

// Get returns the element with that id, or nil.
func (s *Scene) Get(id string) *Element { return s.byID[id] }

// Len is the number of elements.
func (s *Scene) Len() int { return len(s.order) }

// Elements lists the elements from bottom to top. The slice and the elements
// belong to the scene: do not change them, do not keep the slice over an Apply.
func (s *Scene) Elements() []*Element { return s.order }

// Clone returns a snapshot that shares the elements.
func (s *Scene) Clone() *Scene {
	c := &Scene{byID: make(map[string]*Element, len(s.byID)), order: slices.Clone(s.order)}
	for id, e := range s.byID {
		c.byID[id] = e
	}
	return c
}

// Apply carries an edit out and returns its inverse: applying that brings back
// exactly the scene before. Removals come first; of several elements with the
// same id the last counts. Unknown ids in Remove are ignored.
func (s *Scene) Apply(e Edit) Edit {
	if s.byID == nil {
		s.byID = map[string]*Element{}
	}
	inverse := s.Inverse(e)
	s.remove(e.Remove)
	resort := false
	for _, el := range e.Put {
		old := s.byID[el.ID]
		s.byID[el.ID] = el
		switch {
		case old == nil:
			s.order = append(s.order, el)
			resort = true
		case old.Index == el.Index && !resort:
			s.order[s.place(old)] = el
		default:
			s.order[slices.Index(s.order, old)] = el
			resort = true
		}
	}
	if resort {
		slices.SortStableFunc(s.order, compareOrder)
	}
	return inverse
}

// Inverse is the edit that takes e back, judged before e is applied: every id
// that e names gets back what it means now.
func (s *Scene) Inverse(e Edit) Edit {
	var inverse Edit
	for _, el := range e.Put {
		if old := s.byID[el.ID]; old != nil {
			inverse.Put = append(inverse.Put, old)
		} else {
			inverse.Remove = append(inverse.Remove, el.ID)
		}
	}
	for _, id := range e.Remove {
		if old := s.byID[id]; old != nil {
			inverse.Put = append(inverse.Put, old)
		}
	}
	return inverse
}

func (s *Scene) remove(ids []string) {
	gone := false
	for _, id := range ids {
		gone = gone || s.byID[id] != nil
		delete(s.byID, id)
	}
	if gone {
		s.order = slices.DeleteFunc(s.order, func(e *Element) bool { return s.byID[e.ID] == nil })
	}
}

// place finds e in the order; the order must be sorted.
func (s *Scene) place(e *Element) int {
	i, found := slices.BinarySearchFunc(s.order, e, compareOrder)
	if found && s.order[i] == e {
		return i
	}
	return slices.Index(s.order, e)
}

func compareOrder(a, b *Element) int {
	if c := strings.Compare(a.Index, b.Index); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}
