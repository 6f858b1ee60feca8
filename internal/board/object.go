package board

import "slices"

// object is what alignment and distribution move as one: a group, or an
// element that is in none.
type object struct {
	elements []*Element
	extent   Rect
}

// objects splits a selection. Groups that hold all of it do not count: within
// an opened group its parts are aligned. Arrows that hang on shapes of the
// selection are no objects: they follow.
func (s *Scene) objects(ids []string) []object {
	chosen := s.selection(ids)
	in := map[string]bool{}
	for _, e := range chosen {
		in[e.ID] = true
	}
	chosen = slices.DeleteFunc(chosen, func(e *Element) bool {
		hangs := e.Start != nil && in[e.Start.ElementID] || e.End != nil && in[e.End.ElementID]
		return e.Kind == Arrow && hangs || in[e.Frame]
	})
	shared := 0
	for len(chosen) > 1 && sameGroup(chosen, shared) {
		shared++
	}
	var list []object
	byGroup := map[string]int{}
	for _, e := range chosen {
		g := groupAt(e, shared)
		i, known := byGroup[g]
		if g == "" || !known {
			i = len(list)
			list = append(list, object{})
			if g != "" {
				byGroup[g] = i
			}
		}
		list[i].elements = append(list[i].elements, e)
		list[i].extent = list[i].extent.Union(e.Extent())
	}
	return list
}

// groupAt is the group of e at a depth, 0 being the outermost; "" beyond.
func groupAt(e *Element, depth int) string {
	if i := len(e.Groups) - 1 - depth; i >= 0 {
		return e.Groups[i]
	}
	return ""
}

func sameGroup(elements []*Element, depth int) bool {
	g := groupAt(elements[0], depth)
	return g != "" && !slices.ContainsFunc(elements, func(e *Element) bool { return groupAt(e, depth) != g })
}

// shiftObjects is the edit that moves each object by its way; what lies in a
// frame goes with that.
func (s *Scene) shiftObjects(list []object, way func(object) Point) Edit {
	by := map[string]Point{}
	for _, o := range list {
		w := way(o)
		for _, e := range s.selection(idsOf(o.elements)) {
			by[e.ID] = w
		}
	}
	d := newDraft(s)
	d.shift(by)
	return d.edit()
}
