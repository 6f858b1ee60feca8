package board

import "math"

// Rotate turns the elements, with their text, clockwise by angle radians about
// the middle of the box around them. Arrows bound to them follow; an arrow that
// is turned without any of its shapes comes off them. Frames stay upright and
// in place.
func Rotate(s *Scene, ids []string, angle float64) Edit {
	if angle == 0 || math.IsNaN(angle) || math.IsInf(angle, 0) {
		return Edit{}
	}
	d := newDraft(s)
	turning, about := s.turning(ids)
	turned := map[string]bool{}
	for _, e := range turning {
		turned[e.ID] = true
	}
	for _, a := range s.attached(turning) {
		if !turned[a.ID] && boundWithin(a, turned) {
			turned[a.ID] = true
			turning = append(turning, a)
		}
	}
	for _, e := range turning {
		c := d.change(e.ID)
		if e.Kind != Arrow {
			c.turn(about, angle)
			continue
		}
		points := e.Vertices()
		for i, p := range points {
			points[i] = p.Rotate(about, angle)
		}
		c.setVertices(points)
		if c.Elbowed {
			c.fix(nil) // stretches that were level are so no longer
		}
		d.detachUnless(c, turned)
	}
	for _, e := range turning {
		if e.Kind == Arrow {
			d.resolve(e.ID)
			d.layoutLabel(d.Get(e.ID))
		}
	}
	d.settle(idsOf(turning))
	d.reroute(turning, turned)
	return d.edit()
}

// turning is what Rotate turns, and the point about which.
func (s *Scene) turning(ids []string) ([]*Element, Point) {
	var list []*Element
	var all Rect
	for _, e := range s.selection(ids) {
		if !e.IsFrame() {
			list = append(list, e)
			all = all.Union(e.Extent())
		}
	}
	if len(list) == 1 {
		return list, list[0].Centre() // an extent's middle drifts as it turns
	}
	return list, all.Centre()
}

// turn rotates an element about a point.
func (e *Element) turn(about Point, angle float64) {
	c := e.Centre()
	way := c.Rotate(about, angle).Sub(c)
	e.X, e.Y = e.X+way.X, e.Y+way.Y
	e.Angle = math.Mod(e.Angle+angle, 2*math.Pi)
	if e.Angle < 0 {
		e.Angle += 2 * math.Pi
	}
}
