package board

import "slices"

// MovePoint puts point i of an arrow or a line at p. An end that moves comes
// off its shape: DragEnd binds it. Elbow arrows have no points of their own:
// their stretches move by MoveSegment.
func MovePoint(s *Scene, id string, i int, p Point) Edit {
	return s.editPoints(id, func(points []Point) []Point {
		if i < 0 || i >= len(points) {
			return nil
		}
		points[i] = p
		return points
	}, func(e *Element) {
		if i == 0 {
			e.Start = nil
		}
		if i == len(e.Points)-1 {
			e.End = nil
		}
	})
}

// InsertPoint puts a new point at p between points i-1 and i of an arrow or a
// line.
func InsertPoint(s *Scene, id string, i int, p Point) Edit {
	return s.editPoints(id, func(points []Point) []Point {
		if i < 1 || i >= len(points) {
			return nil
		}
		return slices.Insert(points, i, p)
	}, nil)
}

// DeletePoint takes point i out of an arrow or a line, which keeps at least
// two. Without its end point an arrow is free at that end.
func DeletePoint(s *Scene, id string, i int) Edit {
	return s.editPoints(id, func(points []Point) []Point {
		if i < 0 || i >= len(points) || len(points) < 3 {
			return nil
		}
		return slices.Delete(points, i, i+1)
	}, func(e *Element) {
		if i == 0 {
			e.Start = nil
		}
		if i == len(e.Points) { // one is gone already
			e.End = nil
		}
	})
}

// editPoints changes the points of an arrow or a line; nil from change leaves
// all as it is.
func (s *Scene) editPoints(id string, change func([]Point) []Point, then func(*Element)) Edit {
	e := s.Get(id)
	if e == nil || e.Deleted || !isArrowOrLine(e.Kind) || e.Elbowed {
		return Edit{}
	}
	points := change(e.Vertices())
	if points == nil {
		return Edit{}
	}
	d := newDraft(s)
	c := d.change(id)
	if e.Kind == Arrow {
		c = Migrate(s, c)
		d.set(c)
	}
	c.setVertices(points)
	if then != nil {
		then(c)
	}
	d.bindings(Resolve(d, c))
	d.layoutLabel(d.Get(id))
	return d.edit()
}

// Nearest is the place on the drawn line of an arrow or a line that is nearest
// to p, and the index that a point put in there gets.
func (e *Element) Nearest(p Point) (at Point, i int) {
	line := e.polyline(nil)
	pieces := 1
	if len(e.Points) > 1 {
		pieces = max((len(line)-1)/(len(e.Points)-1), 1)
	}
	best := -1.0
	for k := 1; k < len(line); k++ {
		q := closest(p, line[k-1], line[k])
		if d := p.Dist(q); best < 0 || d < best {
			best, at, i = d, q, (k-1)/pieces+1
		}
	}
	return at, i
}

// closest is the point of the segment a-b that is nearest to p.
func closest(p, a, b Point) Point {
	ab := b.Sub(a)
	length := dot(ab, ab)
	if length == 0 {
		return a
	}
	return a.Lerp(b, min(max(dot(p.Sub(a), ab)/length, 0), 1))
}
