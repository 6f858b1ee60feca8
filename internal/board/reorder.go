package board

// ToFront places the elements and their text above all others, in their order.
func ToFront(s *Scene, ids []string) Edit {
	raised := s.withLabels(ids)
	rest := s.without(raised)
	top := ""
	if len(rest) > 0 {
		top = rest[len(rest)-1].Index
	}
	return s.reorder(raised, KeysBetween(top, "", len(raised)))
}

// ToBack places the elements and their text beneath all others, in their order.
func ToBack(s *Scene, ids []string) Edit {
	lowered := s.withLabels(ids)
	rest := s.without(lowered)
	bottom := ""
	if len(rest) > 0 {
		bottom = rest[0].Index
	}
	return s.reorder(lowered, KeysBetween("", bottom, len(lowered)))
}

func (s *Scene) without(elements []*Element) []*Element {
	in := make(map[*Element]bool, len(elements))
	for _, e := range elements {
		in[e] = true
	}
	return s.chosen(func(e *Element) bool { return !in[e] })
}

func (s *Scene) reorder(elements []*Element, keys []string) Edit {
	d := newDraft(s)
	for i, e := range elements {
		if e.Index != keys[i] {
			d.change(e.ID).Index = keys[i]
		}
	}
	return d.edit()
}
