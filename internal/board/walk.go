package board

import "math"

// Walk is the id of the shape that lies next in the direction from the one with
// that id: of those that an arrow joins to it, else of those that hang on the
// same shapes as it, else of all. It is "" where there is none.
func Walk(s *Scene, id string, dir Direction) string {
	e := s.Get(id)
	if e == nil {
		return ""
	}
	near := s.neighbours(e)
	var beside []string
	for _, n := range near {
		beside = append(beside, s.neighbours(s.Get(n))...)
	}
	ahead := func(from, to Rect) bool {
		ahead, aside := dir.along(to.Centre().Sub(from.Centre()))
		return ahead > 0 && aside <= ahead
	}
	for _, try := range []struct {
		ids  []string
		lies func(from, to Rect) bool
	}{
		{near, ahead},
		{beside, ahead},
		{near, dir.clear}, // the far ones of a fan
		{idsOf(s.chosen(func(o *Element) bool { return o.IsShape() && s.selectable(o) })), ahead},
	} {
		if next := s.nextOf(e, dir, try.ids, try.lies); next != "" {
			return next
		}
	}
	return ""
}

// neighbours lists what arrows join to e.
func (s *Scene) neighbours(e *Element) []string {
	var ids []string
	for _, a := range s.attached([]*Element{e}) {
		if a.Start == nil || a.End == nil {
			continue
		}
		for _, id := range [2]string{a.Start.ElementID, a.End.ElementID} {
			if id != e.ID && s.Get(id) != nil {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// nextOf is the nearest of the elements that lie in the direction.
func (s *Scene) nextOf(e *Element, dir Direction, ids []string, lies func(from, to Rect) bool) string {
	best, nearest := "", math.Inf(1)
	from := e.Extent()
	for _, id := range ids {
		o := s.Get(id)
		if o == nil || o == e || o.Deleted || !lies(from, o.Extent()) {
			continue
		}
		ahead, aside := dir.along(o.Extent().Centre().Sub(from.Centre()))
		if distance := ahead + 2*aside; distance < nearest {
			best, nearest = id, distance
		}
	}
	return best
}

// clear reports whether o begins beyond the end of r in the direction.
func (d Direction) clear(r, o Rect) bool {
	switch d {
	case Rightward:
		return o.X >= r.Right()
	case Downward:
		return o.Y >= r.Bottom()
	case Leftward:
		return o.Right() <= r.X
	}
	return o.Bottom() <= r.Y
}
