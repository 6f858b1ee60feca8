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
	if next := s.nextOf(e, dir, near); next != "" {
		return next
	}
	var beside []string
	for _, n := range near {
		beside = append(beside, s.neighbours(s.Get(n))...)
	}
	if next := s.nextOf(e, dir, beside); next != "" {
		return next
	}
	return s.nextOf(e, dir, idsOf(s.chosen(func(o *Element) bool { return o.IsShape() && s.selectable(o) })))
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

// nextOf is the nearest of the elements that lie more ahead than aside.
func (s *Scene) nextOf(e *Element, dir Direction, ids []string) string {
	best, nearest := "", math.Inf(1)
	from := e.Centre()
	for _, id := range ids {
		o := s.Get(id)
		if o == nil || o == e || o.Deleted {
			continue
		}
		ahead, aside := dir.along(o.Centre().Sub(from))
		// What lies clear of e in the direction counts however far aside.
		clear := dir.clear(e.Extent(), o.Extent())
		if ahead <= 0 || !clear && aside > ahead {
			continue
		}
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
