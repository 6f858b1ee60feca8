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
	in := setOf(elements)
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

// Forward raises the elements and their text past the next one above each run
// of them.
func Forward(s *Scene, ids []string) Edit {
	raised := s.withLabels(ids)
	in := setOf(raised)
	order := append([]*Element(nil), s.order...)
	for i := len(order) - 2; i >= 0; i-- {
		if !in[order[i]] || in[order[i+1]] {
			continue
		}
		to := i + 1 // past a shape's text too: nothing lies between the two
		for to+1 < len(order) && !in[order[to+1]] && order[to+1].Container == order[i+1].ID {
			to++
		}
		e := order[i]
		copy(order[i:to], order[i+1:to+1])
		order[to] = e
	}
	return s.inOrder(order, in)
}

// Backward lowers the elements and their text past the next one beneath each
// run of them.
func Backward(s *Scene, ids []string) Edit {
	lowered := s.withLabels(ids)
	in := setOf(lowered)
	order := append([]*Element(nil), s.order...)
	for i := 1; i < len(order); i++ {
		if !in[order[i]] || in[order[i-1]] {
			continue
		}
		to := i - 1
		if owner := order[to].Container; owner != "" {
			for to > 0 && !in[order[to-1]] && order[to].ID != owner && (order[to-1].ID == owner || order[to-1].Container == owner) {
				to--
			}
		}
		e := order[i]
		copy(order[to+1:i+1], order[to:i])
		order[to] = e
	}
	return s.inOrder(order, in)
}

func setOf(elements []*Element) map[*Element]bool {
	in := make(map[*Element]bool, len(elements))
	for _, e := range elements {
		in[e] = true
	}
	return in
}

// inOrder is the edit that gives the movable elements keys for their places in
// the order; all others keep theirs.
func (s *Scene) inOrder(order []*Element, movable map[*Element]bool) Edit {
	d := newDraft(s)
	below := ""
	for i := 0; i < len(order); {
		if !movable[order[i]] {
			below = order[i].Index
			i++
			continue
		}
		n := i
		for n < len(order) && movable[order[n]] {
			n++
		}
		above := ""
		if n < len(order) {
			above = order[n].Index
		}
		if !fits(order[i:n], below, above) {
			for k, key := range KeysBetween(below, above, n-i) {
				d.change(order[i+k].ID).Index = key
			}
		}
		i = n
	}
	return d.edit()
}

// fits reports whether a run has ascending keys between two others as it is.
func fits(run []*Element, below, above string) bool {
	for _, e := range run {
		if e.Index <= below {
			return false
		}
		below = e.Index
	}
	return above == "" || below < above
}
