package board

import (
	"math"

	"talkthrough/internal/typeset"
)

// A cylinder's lid is an ellipse whose half height is a share of the whole,
// and no more than highestLid.
const (
	lidShare   = 0.12
	highestLid = 16
)

// lidHeight is half the height of the lid of a cylinder of that height.
func lidHeight(h float64) float64 { return min(lidShare*math.Abs(h), highestLid) }

// drawCylinder is the outline: the lid's far edge, the sides, the foot.
func drawCylinder(p pen, b Rect) {
	ry := lidHeight(b.H)
	top, foot := b.Y+ry, b.Bottom()-ry
	p.move(Point{b.X, top})
	arc(p, b, top, -ry, false)
	p.line(Point{b.Right(), foot})
	arc(p, b, foot, ry, true)
	p.Close()
}

// arc is half an ellipse across the width of b at height y, bulging by bulge.
func arc(p pen, b Rect, y, bulge float64, leftwards bool) {
	rx, from, to := b.W/2, b.X, b.Right()
	if leftwards {
		rx, from, to = -rx, to, from
	}
	const k = circleControl
	middle := Point{b.X + b.W/2, y + bulge}
	p.cubic(Point{from, y + k*bulge}, Point{middle.X - k*rx, middle.Y}, middle)
	p.cubic(Point{middle.X + k*rx, middle.Y}, Point{to, y + k*bulge}, Point{to, y})
}

// Detail adds to p the lines that e has within its outline, with its rotation:
// the near edge of a cylinder's lid. It adds nothing for kinds without any.
func (e *Element) Detail(p *typeset.Path) {
	if e.Kind != Cylinder {
		return
	}
	start := len(p.Points)
	b := e.Box()
	ry := lidHeight(b.H)
	p.MoveTo(b.X, b.Y+ry)
	arc(pen{p}, b, b.Y+ry, ry, false)
	for i, q := range p.Points[start:] {
		p.Points[start+i] = typeset.Point(Point(q).Rotate(b.Centre(), e.Angle))
	}
}
