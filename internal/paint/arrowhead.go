package paint

import (
	"image/color"
	"math"

	"talkthrough/internal/typeset"
)

// tip is the end of a line: where it is, the unit vector it points along, and
// how long the stretch is that ends there.
type tip struct {
	at, along point
	length    float64
}

// endOf is the tip at the end of the path; curves are followed a little way
// back so that a hook in the last pixels does not turn the head.
func endOf(p *typeset.Path) tip {
	n := len(p.Points)
	at, from := p.Points[n-1], p.Points[n-2]
	start := from
	switch last := p.Verbs[len(p.Verbs)-1]; {
	case last == typeset.Cube && n >= 4:
		start = p.Points[n-4]
		from = cubeAt(start, p.Points[n-3], p.Points[n-2], at, 0.7)
	case last == typeset.Quad && n >= 3:
		start = p.Points[n-3]
		from = quadAt(start, p.Points[n-2], at, 0.7)
	}
	return tipAt(at, from, distance(start, at))
}

// startOf is the tip at the beginning of the path.
func startOf(p *typeset.Path) tip {
	at, from := p.Points[0], p.Points[1]
	end := from
	switch first := p.Verbs[1]; {
	case first == typeset.Cube && len(p.Points) >= 4:
		end = p.Points[3]
		from = cubeAt(at, p.Points[1], p.Points[2], end, 0.3)
	case first == typeset.Quad && len(p.Points) >= 3:
		end = p.Points[2]
		from = quadAt(at, p.Points[1], end, 0.3)
	}
	return tipAt(at, from, distance(at, end))
}

func tipAt(at, from point, length float64) tip {
	d := distance(from, at)
	if d == 0 {
		return tip{at: at, along: point{X: 1}}
	}
	return tip{at, point{X: (at.X - from.X) / d, Y: (at.Y - from.Y) / d}, length}
}

// back is the point that lies size behind the tip, turned about it by degrees.
func (t tip) back(size, degrees float64) point {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	dx, dy := -t.along.X*size, -t.along.Y*size
	return point{X: t.at.X + dx*cos - dy*sin, Y: t.at.Y + dx*sin + dy*cos}
}

// size is how long a head of the nominal length is on this line: short lines
// have small heads.
func (t tip) size(nominal, share float64) float64 { return min(nominal, t.length*share) }

// head draws an arrowhead by Excalidraw's name; unknown names draw nothing.
func (d *drawing) head(kind string, t tip, ink color.NRGBA) {
	paper := d.theme.colours().paper
	switch kind {
	case "arrow":
		s := t.size(25, 0.5)
		d.open(ink, t.back(s, 20), t.at, t.back(s, -20))
	case "bar":
		s := t.size(15, 0.5)
		d.open(ink, t.back(s, 90), t.back(s, -90))
	case "triangle", "triangle_outline":
		s := t.size(15, 0.5)
		d.closed(kind == "triangle", ink, paper, t.at, t.back(s, 25), t.back(s, -25))
	case "diamond", "diamond_outline":
		s := t.size(12, 0.25)
		d.closed(kind == "diamond", ink, paper, t.at, t.back(s, 25), t.back(s*2, 0), t.back(s, -25))
	case "dot", "circle", "circle_outline":
		d.circle(kind != "circle_outline", t.at, max(t.size(15, 0.5)+d.e.StrokeWidth-2, 0)/2, ink, paper)
	default:
		d.cardinality(kind, t, ink, paper)
	}
}

// cardinality draws the heads of entity diagrams, by Excalidraw's measures:
// bars and toes open at 25° from a point on the line, and what comes second
// stands further back, or nearer, by a share of its own size.
func (d *drawing) cardinality(kind string, t tip, ink, paper color.NRGBA) {
	const open = 25
	bar := func(nearer float64) {
		s := t.size(20, 0.5)
		from := tip{at: t.back(-nearer*s, 0), along: t.along}
		d.open(ink, from.back(s, open), from.back(s, -open))
	}
	foot := func() {
		s := t.size(15, 0.5)
		heel := tip{at: t.back(s, 0), along: t.along}
		d.open(ink, heel.back(-s, open), heel.at, heel.back(-s, -open))
	}
	ring := func() {
		s := t.size(15, 0.5)
		d.circle(false, t.back(1.5*s, 0), 0.8*max(s+d.e.StrokeWidth-2, 0)/2, ink, paper)
	}
	switch kind {
	case "cardinality_one", "crowfoot_one":
		bar(0)
	case "cardinality_many", "crowfoot_many":
		foot()
	case "cardinality_one_or_many", "crowfoot_one_or_many":
		foot()
		bar(0.25)
	case "cardinality_exactly_one":
		bar(0)
		bar(0.5)
	case "cardinality_zero_or_one":
		bar(0.5)
		ring()
	case "cardinality_zero_or_many":
		foot()
		ring()
	}
}

// headPen is whole even where the line is dashed.
func (d *drawing) headPen() Pen { return Pen{Width: d.pen().Width} }

func (d *drawing) open(ink color.NRGBA, points ...point) {
	p := &typeset.Path{}
	polygonal(p, points)
	d.stroke(d.drawn(p), d.headPen(), ink)
}

// drawn is a part of a head as the pen draws it.
func (d *drawing) drawn(p *typeset.Path) *typeset.Path {
	if d.hand == nil {
		return p
	}
	return d.hand.twice(p, false)
}

func (d *drawing) closed(filled bool, ink, paper color.NRGBA, points ...point) {
	p := &typeset.Path{}
	polygonal(p, points)
	p.Close()
	d.solid(p, filled, ink, paper)
}

func (d *drawing) circle(filled bool, centre point, radius float64, ink, paper color.NRGBA) {
	p := &typeset.Path{}
	circlePath(p, centre, radius)
	d.solid(p, filled, ink, paper)
}

func (d *drawing) solid(p *typeset.Path, filled bool, ink, paper color.NRGBA) {
	if filled {
		d.fill(p, ink)
	} else {
		d.fill(p, paper)
	}
	d.stroke(d.drawn(p), d.headPen(), ink)
}

func polygonal(p *typeset.Path, points []point) {
	p.MoveTo(points[0].X, points[0].Y)
	for _, q := range points[1:] {
		p.LineTo(q.X, q.Y)
	}
}

func circlePath(p *typeset.Path, c point, r float64) {
	const k = 0.5522847498307936 // four such cubics make a circle
	p.MoveTo(c.X+r, c.Y)
	p.CubeTo(c.X+r, c.Y+k*r, c.X+k*r, c.Y+r, c.X, c.Y+r)
	p.CubeTo(c.X-k*r, c.Y+r, c.X-r, c.Y+k*r, c.X-r, c.Y)
	p.CubeTo(c.X-r, c.Y-k*r, c.X-k*r, c.Y-r, c.X, c.Y-r)
	p.CubeTo(c.X+k*r, c.Y-r, c.X+r, c.Y-k*r, c.X+r, c.Y)
	p.Close()
}
