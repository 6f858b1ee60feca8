package board

import "math"

// Curved reports whether e is drawn as a curve through its points.
func (e *Element) Curved() bool {
	if len(e.Points) < 3 {
		return false
	}
	switch e.Kind {
	case Freedraw:
		return true
	case Arrow, Line:
		return e.Roundness != nil && !e.Elbowed
	}
	return false
}

// at is the i-th point in scene units, before rotation.
func (e *Element) at(i int) Point { return e.Points[i].Add(Point{e.X, e.Y}) }

// Vertices are the points of a linear element in scene units, with its
// rotation.
func (e *Element) Vertices() []Point {
	c := e.Centre()
	out := make([]Point, len(e.Points))
	for i := range e.Points {
		out[i] = e.at(i).Rotate(c, e.Angle)
	}
	return out
}

func (e *Element) drawLinear(p pen) {
	if e.Elbowed && e.Kind == Arrow && len(e.Points) > 2 {
		e.drawElbow(p)
		return
	}
	for i := range e.Points {
		switch {
		case i == 0:
			p.move(e.at(0))
		case e.Curved():
			b, c := e.controls(i)
			p.cubic(b, c, e.at(i))
		default:
			p.line(e.at(i))
		}
	}
}

// drawElbow rounds the corners.
func (e *Element) drawElbow(p pen) {
	const radius = 16
	p.move(e.at(0))
	last := len(e.Points) - 1
	for i := 1; i < last; i++ {
		before, corner, after := e.at(i-1), e.at(i), e.at(i+1)
		in, out := corner.Dist(before), corner.Dist(after)
		r := min(radius, in/2, out/2)
		if !(r > 0) {
			p.line(corner)
			continue
		}
		p.line(corner.Lerp(before, r/in))
		p.quad(corner, corner.Lerp(after, r/out))
	}
	p.line(e.at(last))
}

// controls are the Bézier controls of the curve from point i-1 to point i,
// before rotation: a Catmull-Rom spline. Arrows and lines use the uniform one,
// as Excalidraw does; freehand, whose points lie unevenly after Simplify, the
// centripetal one, which does not overshoot.
func (e *Element) controls(i int) (b, c Point) {
	last := len(e.Points) - 1
	p0, p1 := e.at(max(i-2, 0)), e.at(i-1)
	p2, p3 := e.at(i), e.at(min(i+1, last))
	if e.Kind != Freedraw {
		return p1.Add(p2.Sub(p0).Mul(1.0 / 6)), p2.Sub(p3.Sub(p1).Mul(1.0 / 6))
	}
	d1, d2, d3 := p0.Dist(p1), p1.Dist(p2), p2.Dist(p3)
	return centripetal(p0, p1, p2, d1, d2), centripetal(p3, p2, p1, d3, d2)
}

// centripetal is the Bézier control next to b on the way to c, where a lies
// before b; ab and bc are the distances.
func centripetal(a, b, c Point, ab, bc float64) Point {
	if ab == 0 || bc == 0 {
		return b
	}
	ra, rb := math.Sqrt(ab), math.Sqrt(bc)
	scale := 3 * ra * (ra + rb)
	k := 2*ab + 3*ra*rb + bc
	return Point{
		(ab*c.X - bc*a.X + k*b.X) / scale,
		(ab*c.Y - bc*a.Y + k*b.Y) / scale,
	}
}

// polyline appends the drawn line of a linear element, rotation included.
func (e *Element) polyline(into []Point) []Point {
	c := e.Centre()
	for i := range e.Points {
		if i > 0 && e.Curved() {
			p, q := e.controls(i)
			for t := 1; t < 8; t++ {
				into = append(into, cubicAt(e.at(i-1), p, q, e.at(i), float64(t)/8).Rotate(c, e.Angle))
			}
		}
		into = append(into, e.at(i).Rotate(c, e.Angle))
	}
	return into
}

// Middle is where an arrow's label is centred: the middle point of an odd
// number, else the middle of the middle stretch as drawn; of an elbow arrow
// half of the way along it.
func (e *Element) Middle() Point {
	n := len(e.Points)
	if n == 0 {
		return e.Box().Centre()
	}
	c := e.Centre()
	switch {
	case e.Elbowed && n > 2:
		return e.halfway().Rotate(c, e.Angle)
	case n%2 == 1:
		return e.at(n/2).Rotate(c, e.Angle)
	case e.Curved():
		p, q := e.controls(n / 2)
		return cubicAt(e.at(n/2-1), p, q, e.at(n/2), 0.5).Rotate(c, e.Angle)
	}
	return e.at(n/2-1).Lerp(e.at(n/2), 0.5).Rotate(c, e.Angle)
}

// halfway is the point in the middle of the way through the points, before
// rotation.
func (e *Element) halfway() Point {
	length := 0.0
	for i := range e.Points[1:] {
		length += e.Points[i].Dist(e.Points[i+1])
	}
	left := length / 2
	for i := range e.Points[1:] {
		stretch := e.Points[i].Dist(e.Points[i+1])
		if stretch > 0 && left <= stretch {
			return e.at(i).Lerp(e.at(i+1), left/stretch)
		}
		left -= stretch
	}
	return e.at(len(e.Points) - 1)
}

// setVertices makes e run through points given in scene units, without
// rotation.
func (e *Element) setVertices(points []Point) {
	var b boundsOf
	local := make([]Point, len(points))
	for i, p := range points {
		local[i] = p.Sub(points[0])
		b.add(p)
	}
	box := b.rect()
	e.X, e.Y, e.W, e.H = points[0].X, points[0].Y, box.W, box.H
	e.Points, e.Angle = local, 0
}
