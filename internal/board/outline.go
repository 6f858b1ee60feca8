package board

import (
	"math"

	"talkthrough/internal/typeset"
)

// circleControl is how far a Bézier's controls lie along the tangent so that
// four curves make a circle of radius 1.
const circleControl = 0.5522847498307936

// cornerRadius is the radius at which corners between sides of that length are
// rounded, 0 when they are sharp.
func (e *Element) cornerRadius(side float64) float64 {
	const share, adaptive = 0.25, 32.0
	if e.Roundness == nil {
		return 0
	}
	if e.Roundness.Type != 3 {
		return side * share
	}
	radius := adaptive
	if e.Roundness.Value != nil {
		radius = max(*e.Roundness.Value, 0)
	}
	return min(side*share, radius)
}

// Outline adds to p the line that e is drawn along, in scene units and with
// its rotation: a closed contour for shapes, an open one for arrow, line and
// freehand (without arrowheads). Kinds without an outline of their own, text
// among them, give their box.
func (e *Element) Outline(p *typeset.Path) {
	start := len(p.Points)
	t := pen{p}
	switch {
	case e.IsLinear():
		e.drawLinear(t)
	case e.Kind == Ellipse:
		drawEllipse(t, e.Box())
	case e.Kind == Diamond:
		e.drawDiamond(t)
	case e.Kind == Cylinder:
		drawCylinder(t, e.Box())
	case e.Kind == Rectangle:
		e.drawRectangle(t)
	default:
		drawBox(t, e.Box())
	}
	if e.Angle == 0 {
		return
	}
	c := e.Centre()
	for i, q := range p.Points[start:] {
		p.Points[start+i] = typeset.Point(Point(q).Rotate(c, e.Angle))
	}
}

// pen draws on a path by points.
type pen struct{ *typeset.Path }

func (t pen) move(a Point)        { t.MoveTo(a.X, a.Y) }
func (t pen) line(a Point)        { t.LineTo(a.X, a.Y) }
func (t pen) quad(a, b Point)     { t.QuadTo(a.X, a.Y, b.X, b.Y) }
func (t pen) cubic(a, b, c Point) { t.CubeTo(a.X, a.Y, b.X, b.Y, c.X, c.Y) }

func drawBox(p pen, b Rect) {
	p.move(Point{b.X, b.Y})
	p.line(Point{b.Right(), b.Y})
	p.line(Point{b.Right(), b.Bottom()})
	p.line(Point{b.X, b.Bottom()})
	p.Close()
}

func (e *Element) drawRectangle(p pen) {
	b := e.Box()
	r := e.cornerRadius(min(b.W, b.H))
	if r == 0 {
		drawBox(p, b)
		return
	}
	corners := [4]Point{{b.Right(), b.Y}, {b.Right(), b.Bottom()}, {b.X, b.Bottom()}, {b.X, b.Y}}
	// The unit vectors along which the outline reaches and leaves each corner.
	along := [4]Point{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}
	p.move(Point{b.X + r, b.Y})
	for i, c := range corners {
		from, to := c.Sub(along[i].Mul(r)), c.Add(along[(i+1)%4].Mul(r))
		p.line(from)
		p.quad(c, to)
	}
	p.Close()
}

func (e *Element) drawDiamond(p pen) {
	b := e.Box()
	c := b.Centre()
	corners := [4]Point{{c.X, b.Y}, {b.Right(), c.Y}, {c.X, b.Bottom()}, {b.X, c.Y}}
	rx, ry := e.cornerRadius(b.W/2), e.cornerRadius(b.H/2)
	if rx == 0 || ry == 0 {
		p.move(corners[0])
		for _, q := range corners[1:] {
			p.line(q)
		}
		p.Close()
		return
	}
	// A corner is entered and left rx, ry short of it along its two sides.
	enter := [4]Point{{-rx, ry}, {-rx, -ry}, {rx, -ry}, {rx, ry}}
	leave := [4]Point{{rx, ry}, {-rx, ry}, {-rx, -ry}, {rx, -ry}}
	p.move(corners[0].Add(leave[0]))
	for i := 1; i <= 4; i++ {
		q := corners[i%4]
		p.line(q.Add(enter[i%4]))
		p.cubic(q, q, q.Add(leave[i%4]))
	}
	p.Close()
}

func drawEllipse(p pen, b Rect) {
	c, rx, ry := b.Centre(), b.W/2, b.H/2
	at := func(x, y float64) Point { return Point{c.X + x*rx, c.Y + y*ry} }
	const k = circleControl
	p.move(at(1, 0))
	p.cubic(at(1, k), at(k, 1), at(0, 1))
	p.cubic(at(-k, 1), at(-1, k), at(-1, 0))
	p.cubic(at(-1, -k), at(-k, -1), at(0, -1))
	p.cubic(at(k, -1), at(1, -k), at(1, 0))
	p.Close()
}

// polygon is the closed outline of a box-like element as corners, rotation
// included. It lies in buffer while that is large enough.
func (e *Element) polygon(buffer []Point) []Point {
	var p typeset.Path
	e.Outline(&p)
	pieces := 6
	if e.Kind == Ellipse || e.Kind == Cylinder {
		pieces = 12
	}
	return flatten(buffer[:0], &p, pieces)
}

// flatten appends the points of the path's first contour with every curve cut
// into pieces straight lines.
func flatten(into []Point, p *typeset.Path, pieces int) []Point {
	points, at := p.Points, Point{}
	for _, verb := range p.Verbs {
		if verb == typeset.Close {
			break
		}
		n := verb.Points()
		end := Point(points[n-1])
		for i := 1; n > 1 && i < pieces; i++ {
			t := float64(i) / float64(pieces)
			if n == 2 {
				a, b := at.Lerp(Point(points[0]), t), Point(points[0]).Lerp(end, t)
				into = append(into, a.Lerp(b, t))
				continue
			}
			into = append(into, cubicAt(at, Point(points[0]), Point(points[1]), end, t))
		}
		into, at, points = append(into, end), end, points[n:]
	}
	return into
}

func cubicAt(a, b, c, d Point, t float64) Point {
	u := 1 - t
	k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{
		k0*a.X + k1*b.X + k2*c.X + k3*d.X,
		k0*a.Y + k1*b.Y + k2*c.Y + k3*d.Y,
	}
}

// polygonDistance is how far p is from the polygon's border: positive outside,
// negative inside.
func polygonDistance(polygon []Point, p Point) float64 {
	nearest, inside := math.Inf(1), false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		nearest = min(nearest, segmentDistance(p, a, b))
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < (b.X-a.X)*(p.Y-a.Y)/(b.Y-a.Y)+a.X {
			inside = !inside
		}
	}
	if inside {
		return -nearest
	}
	return nearest
}
