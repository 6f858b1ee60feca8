package board

import "slices"

// Group makes the elements, with their text, one group around the groups they
// are in already, and brings them together in the order, directly beneath the
// topmost. It needs two elements.
func Group(s *Scene, ids []string) Edit {
	if len(s.selection(ids)) < 2 {
		return Edit{}
	}
	members := s.withLabels(ids)
	d := newDraft(s)
	group := NewID()
	in := map[*Element]bool{}
	for _, e := range members {
		in[e] = true
		c := d.change(e.ID)
		c.Groups = append(c.Groups, group)
	}
	top := s.place(members[len(members)-1])
	first := top - len(members) + 1
	if s.order[first] == members[0] {
		return d.edit() // together already
	}
	below, above := "", ""
	for i := top; i >= 0 && below == ""; i-- {
		if !in[s.order[i]] {
			below = s.order[i].Index
		}
	}
	if top+1 < len(s.order) {
		above = s.order[top+1].Index
	}
	for i, key := range KeysBetween(below, above, len(members)) {
		d.change(members[i].ID).Index = key
	}
	return d.edit()
}

// Ungroup dissolves the outermost groups that the elements are in, for all of
// those groups' members.
func Ungroup(s *Scene, ids []string) Edit {
	d := newDraft(s)
	gone := map[string]bool{}
	for _, e := range s.selection(ids) {
		if g := groupAt(e, 0); g != "" {
			gone[g] = true
		}
	}
	for _, e := range s.order {
		if g := groupAt(e, 0); gone[g] {
			c := d.change(e.ID)
			c.Groups = c.Groups[:len(c.Groups)-1]
		}
	}
	return d.edit()
}

// GroupMates lists, bottom to top, the ids of all that a click on the element
// selects: those in its outermost group, or within the group that has been
// opened, in the outermost below that. It is the element alone where there is
// none. Text that belongs to others is left out.
func (s *Scene) GroupMates(id, opened string) []string {
	e := s.Get(id)
	if e == nil {
		return nil
	}
	depth := 0
	if i := slices.Index(e.Groups, opened); opened != "" && i >= 0 {
		depth = len(e.Groups) - i
	}
	g := groupAt(e, depth)
	if g == "" {
		return []string{id}
	}
	return idsOf(s.chosen(func(o *Element) bool { return slices.Contains(o.Groups, g) && s.selectable(o) }))
}
