package board

import "slices"

// selection is what an operation on some ids is carried out on: the elements,
// bottom to top, text that belongs to a shape or an arrow replaced by its
// owner, what lies in a selected frame along with it.
func (s *Scene) selection(ids []string) []*Element { return s.taken(ids, true) }

// named is selection without what lies in frames, for operations that leave
// that alone unless it is named itself.
func (s *Scene) named(ids []string) []*Element { return s.taken(ids, false) }

func (s *Scene) taken(ids []string, held bool) []*Element {
	taken := make(map[string]bool, len(ids))
	var out []*Element
	take := func(e *Element) {
		if owner := s.Get(e.Container); owner != nil {
			e = owner
		}
		if !taken[e.ID] {
			taken[e.ID] = true
			out = append(out, e)
		}
	}
	for _, id := range ids {
		e := s.Get(id)
		if e == nil {
			continue
		}
		take(e)
		if !held || !e.IsFrame() {
			continue
		}
		for _, child := range s.order {
			if child.Frame == id {
				take(child)
			}
		}
	}
	sortByOrder(out)
	return out
}

// withLabels is the selection with the text that belongs to it.
func (s *Scene) withLabels(ids []string) []*Element { return s.labelled(s.selection(ids)) }

// labelled adds the text that belongs to the elements.
func (s *Scene) labelled(all []*Element) []*Element {
	for _, e := range all {
		if t := s.LabelOf(e); t != nil {
			all = append(all, t)
		}
	}
	sortByOrder(all)
	return all
}

func sortByOrder(elements []*Element) { slices.SortFunc(elements, compareOrder) }

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
	for _, id := range ids {
		if e := s.Get(id); e != nil {
			all = all.Union(e.Extent())
		}
	}
	return all
}
