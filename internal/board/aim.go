package board

import "math"

// diagonals are the lines through a shape that an arrow's aim is put on: from
// corner to corner, for a diamond from tip to tip.
func diagonals(shape *Element) [2][2]Point {
	b := shape.Box()
	c := b.Centre()
	d := [2][2]Point{
		{{b.X, b.Y}, {b.Right(), b.Bottom()}},
		{{b.Right(), b.Y}, {b.X, b.Bottom()}},
	}
	if shape.Kind == Diamond {
		d = [2][2]Point{
			{{c.X, b.Y}, {c.X, b.Bottom()}},
			{{b.X, c.Y}, {b.Right(), c.Y}},
		}
	}
	for i := range d {
		for j := range d[i] {
			d[i][j] = d[i][j].Rotate(c, shape.Angle)
		}
	}
	return d
}

// onDiagonal is where the line from a point through another first meets one of
// the shape's diagonals, and half that diagonal's length.
func onDiagonal(shape *Element, from, through Point) (aim Point, half float64, ok bool) {
	way := through.Sub(from)
	length := from.Dist(through)
	if length == 0 {
		return Point{}, 0, false
	}
	box := shape.Box()
	reach := length + 2*math.Hypot(box.W, box.H)
	far := from.Add(way.Mul(reach / length))
	nearest := math.Inf(1)
	for _, d := range diagonals(shape) {
		if p, hit := segmentCrossing(from, far, d[0], d[1]); hit && from.Dist(p) < nearest {
			aim, half, nearest, ok = p, d[0].Dist(d[1])/2, from.Dist(p), true
		}
	}
	return aim, half, ok
}

// focusRatio is the older schema's focus: how far from the centre, as a share
// of half a diagonal, the arrow's line crosses it; positive to the clockwise
// side as seen from outside.
func focusRatio(shape *Element, adjacent, tip Point) float64 {
	aim, half, ok := onDiagonal(shape, adjacent, tip)
	if !ok || half == 0 {
		return 0
	}
	c := shape.Centre()
	ratio := aim.Dist(c) / half
	if cross(adjacent.Sub(c), aim.Sub(c)) < 0 {
		return -ratio
	}
	return ratio
}

// migrated is a binding of the old schema with the fixed point and mode that
// keep the arrow where it lies: tip is its stored end, adjacent the point next
// to that.
func migrated(b *Binding, shape *Element, adjacent, tip Point) Binding {
	m := *b
	m.Mode = Orbit
	if shape.borderDistance(tip) < 0 {
		m.Mode, m.FixedPoint = Inside, ratioOf(shape, tip)
		return m
	}
	m.FixedPoint = ratioOf(shape, aimOf(shape, adjacent, tip))
	return m
}

// aimOf is what an arrow that comes from a point and ends at tip aims at: where
// its line meets a diagonal of the shape, the centre when it meets none.
func aimOf(shape *Element, from, tip Point) Point {
	if aim, _, ok := onDiagonal(shape, from, tip); ok && shape.borderDistance(aim) <= 0 {
		return aim
	}
	return shape.Centre()
}

// Migrate returns the arrow with its bindings of the old schema turned into the
// new one, going by where v has the shapes; the arrow itself when there is
// nothing to do. It must be asked before a shape moves.
func Migrate(v View, arrow *Element) *Element {
	n := len(arrow.Points)
	if n < 2 {
		return arrow
	}
	a := arrow
	for _, end := range [2]End{AtStart, AtEnd} {
		b := arrow.Binding(end)
		if b == nil || b.Mode != "" {
			continue
		}
		shape := v.Get(b.ElementID)
		if shape == nil {
			continue
		}
		if a == arrow {
			a = arrow.Clone()
		}
		points := arrow.Vertices()
		tip, adjacent := points[0], points[1]
		if end == AtEnd {
			tip, adjacent = points[n-1], points[n-2]
		}
		m := migrated(b, shape, adjacent, tip)
		a.setBinding(end, &m)
	}
	return a
}
