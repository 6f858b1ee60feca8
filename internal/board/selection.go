package board

import "slices"

// selection is what an operation on some ids is carried out on: the elements,
// bottom to top, text that belongs to a shape or an arrow replaced by its
// owner, what lies in a selected frame along with it.
func (s *Scene) selection(ids []string) []*Element {
	chosen := make(map[string]bool, len(ids))
	for _, id := range ids {
		e := s.Get(id)
		if e == nil {
			continue
		}
		if s.Get(e.Container) != nil {
			id = e.Container
		}
		chosen[id] = true
	}
	return s.chosen(func(e *Element) bool {
		return chosen[e.ID] || (e.Frame != "" && chosen[e.Frame] && s.Get(e.Container) == nil)
	})
}

// withLabels is the selection with the text that belongs to it.
func (s *Scene) withLabels(ids []string) []*Element {
	all := map[string]bool{}
	for _, e := range s.selection(ids) {
		all[e.ID] = true
	}
	return s.chosen(func(e *Element) bool { return all[e.ID] || all[e.Container] })
}

func (s *Scene) chosen(is func(*Element) bool) []*Element {
	var out []*Element
	for _, e := range s.order {
		if is(e) {
			out = append(out, e)
		}
	}
	return out
}

func idsOf(elements []*Element) []string {
	ids := make([]string, len(elements))
	for i, e := range elements {
		ids[i] = e.ID
	}
	return ids
}

// Extent is the upright box around the elements with those ids, text that
// belongs to them aside: what a selection's handles are drawn at.
func (s *Scene) Extent(ids ...string) Rect {
	var all Rect
	for _, e := range s.order {
		if slices.Contains(ids, e.ID) {
			all = all.Union(e.Extent())
		}
	}
	return all
}
