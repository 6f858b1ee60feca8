package board

import (
	"math"
	"slices"
)

// BindCapture is how near to a shape, in scene units at 100 % zoom, an arrow's
// end must be dropped to be bound to it.
const BindCapture = 15

// BindTarget finds the shape that an arrow's end at p would be bound to: one
// that contains p or comes within tolerance of it; the smallest of several, but
// none that lies beneath a filled shape under p. A frame is one at its border
// only. Ids in exclude are passed over. It is nil where there is none.
func BindTarget(s *Scene, p Point, tolerance float64, exclude ...string) *Element {
	var best *Element
	smallest := math.Inf(1)
	for i := len(s.order) - 1; i >= 0; i-- {
		e := s.order[i]
		if !e.bindable() || slices.Contains(exclude, e.ID) || !e.Extent().Inset(-tolerance).Contains(p) {
			continue
		}
		distance := e.borderDistance(p)
		if distance > tolerance || e.IsFrame() && distance < -tolerance {
			continue
		}
		if area := math.Abs(e.W * e.H); area < smallest {
			best, smallest = e, area
		}
		if distance <= 0 && e.filled() {
			break
		}
	}
	return best
}

// bindable reports whether arrows bind to e: shapes, pictures, frames, and text
// that stands free.
func (e *Element) bindable() bool {
	if e.Deleted || e.Locked {
		return false
	}
	return e.IsShape() || e.Kind == Image || e.IsFrame() || (e.Kind == Text && e.Container == "")
}

// Bind returns the arrow with that end bound to the shape, the end having been
// dropped at p. Dropped near the shape's middle it aims at the centre, near the
// middle of a side at that, else at the point where its line crosses a
// diagonal; an elbow arrow aims at the place on the side. An arrow that comes
// from within the shape keeps its end where it was dropped. The points do not
// move: Resolve does that, and PutNew and DragEnd call it.
func Bind(v View, arrow *Element, end End, shape *Element, p Point) *Element {
	a := arrow.Clone()
	b := &Binding{ElementID: shape.ID, Mode: Orbit}
	from := p
	if len(a.Points) > 1 {
		points := a.Vertices()
		from = points[1]
		if end == AtEnd {
			from = points[len(points)-2]
		}
		if len(points) == 2 {
			from = endOn(v, a, 1-end, points).focus
		}
	}
	within := shape.borderDistance(p) <= 0
	ratio := ratioOf(shape, p)
	middle, mid := snapToMid(shape, p)
	switch {
	case mid:
		b.FixedPoint = middle
	case a.Elbowed && !atCentre(ratio):
		b.FixedPoint = onSide(ratio)
	case within && !a.Elbowed && shape.borderDistance(from) <= 0 && from != p:
		b.Mode, b.FixedPoint = Inside, ratio
	case atCentre(ratio):
		b.FixedPoint = Point{0.5001, 0.5001}
	default:
		b.FixedPoint = ratioOf(shape, aimOf(shape, from, p))
	}
	a.setBinding(end, b)
	return a
}

// The modes of a Binding.
const (
	Orbit  = "orbit"  // the tip stops at the outline plus a gap
	Inside = "inside" // the tip lies at the fixed point
)

func atCentre(ratio Point) bool {
	return math.Abs(ratio.X-0.5) <= 0.25 && math.Abs(ratio.Y-0.5) <= 0.25
}

// onSide moves a ratio out to the side of the shape that it is nearest to.
func onSide(ratio Point) Point {
	if math.Abs(ratio.X-0.5) >= math.Abs(ratio.Y-0.5) {
		return Point{math.Round(min(max(ratio.X, 0), 1)), min(max(ratio.Y, 0), 1)}
	}
	return Point{min(max(ratio.X, 0), 1), math.Round(min(max(ratio.Y, 0), 1))}
}

// midTolerance is how far from the middle of a side, as a share of its length,
// an end that is dropped on the side snaps to the middle.
const midTolerance = 0.05

// snapToMid is the fixed point of the middle of the side at p, if p is at one.
func snapToMid(shape *Element, p Point) (Point, bool) {
	const half = 0.5001
	box, ratio := shape.Box(), ratioOf(shape, p)
	for _, mid := range [4]Point{{1, half}, {half, 1}, {0, half}, {half, 0}} {
		along, off, size := ratio.Y-mid.Y, (ratio.X-mid.X)*box.W, box.W
		if mid.X == half {
			along, off, size = ratio.X-mid.X, (ratio.Y-mid.Y)*box.H, box.H
		}
		if math.Abs(along) <= midTolerance && math.Abs(off) <= min(BindCapture, size/4) {
			return mid, true
		}
	}
	return Point{}, false
}
