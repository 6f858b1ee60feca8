package board

// MoveSegment shifts the stretch of an elbow arrow between points index and
// index+1 sideways by delta and holds it there: the arrow keeps it when its
// shapes move. The part of delta along the stretch does not count. The first
// and the last stretch keep their end: a corner is put in. Shapes in the way
// are the hand's affair.
func MoveSegment(s *Scene, id string, index int, delta Point) Edit {
	a := s.Get(id)
	if a == nil || !a.Elbowed || index < 0 || index+1 >= len(a.Points) || !finite(delta) {
		return Edit{}
	}
	points := a.Vertices()
	p, q := points[index], points[index+1]
	side := Point{delta.X, 0}
	if level(p, q) {
		side = Point{0, delta.Y}
	}
	if side == (Point{}) || p == q {
		return Edit{}
	}
	var moved []int // the places of the held stretches' ends in the new line
	line := make([]Point, 0, len(points)+4)
	for i, v := range points {
		switch {
		case i == index && i == 0:
			corner := cornerBy(p, q)
			line = append(line, p, corner, corner.Add(side))
		case i == index+1 && i == len(points)-1:
			corner := cornerBy(q, p)
			line = append(line, corner.Add(side), corner, q)
		case i == index || i == index+1:
			line = append(line, v.Add(side))
		default:
			line = append(line, v)
		}
	}
	shift := 0
	if index == 0 {
		shift = 2
	}
	for _, f := range fixedSegments(a) {
		if f.Index != index+1 {
			moved = append(moved, f.Index+shift) // all of them come after the first
		}
	}
	moved = append(moved, index+1+shift)
	return s.withHeld(a, line, moved)
}

// cornerBy is where a corner is put in near the end p of the stretch to q.
func cornerBy(p, q Point) Point {
	const room = 20
	length := p.Dist(q)
	return p.Lerp(q, min(room/length, 1.0/3))
}

// withHeld is the edit that makes the arrow run along the line, the stretches
// that end at those indices held.
func (s *Scene) withHeld(a *Element, line []Point, held []int) Edit {
	d := newDraft(s)
	c := d.change(a.ID)
	c.setVertices(line)
	c.fix(held)
	pins := pinsOf(c)
	c.setVertices(withoutSpareCorners(line))
	c.holdPins(pins)
	d.layoutLabel(c)
	return d.edit()
}

// withoutSpareCorners leaves out points on the straight line between their
// neighbours.
func withoutSpareCorners(line []Point) []Point {
	const near = 1e-6
	out := line[:1:1]
	for i := 1; i < len(line); i++ {
		last := i == len(line)-1
		at := out[len(out)-1]
		if !last && (line[i].Dist(at) < near || segmentDistance(line[i], at, line[i+1]) < near) {
			continue
		}
		out = append(out, line[i])
	}
	return out
}

// ReleaseSegments lets go of the stretches of elbow arrows that a hand had
// moved: the arrows find their way by themselves again.
func ReleaseSegments(s *Scene, ids []string) Edit {
	d := newDraft(s)
	for _, id := range ids {
		if a := s.Get(id); a != nil && len(fixedSegments(a)) > 0 {
			c := d.change(id)
			c.fix(nil)
			// Two points are no route: the arrow is routed anew.
			points := c.Vertices()
			c.setVertices([]Point{points[0], points[len(points)-1]})
			d.resolve(id)
		}
	}
	return d.edit()
}
