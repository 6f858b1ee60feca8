package board

import "slices"

// selection is what an operation on some ids is carried out on: the elements,
// bottom to top, text that belongs to a shape or an arrow replaced by its
// owner, what lies in a selected frame along with it.
func (s *Scene) selection(ids []string) []*Element {
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
		if e.IsFrame() {
			for _, child := range s.order {
				if child.Frame == id {
					take(child)
				}
			}
		}
	}
	sortByOrder(out)
	return out
}

// withLabels is the selection with the text that belongs to it.
func (s *Scene) withLabels(ids []string) []*Element {
	all := s.selection(ids)
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
	for _, e := range s.order {
		if slices.Contains(ids, e.ID) {
			all = all.Union(e.Extent())
		}
	}
	return all
}
