package board

import (
	"math"

	"talkthrough/internal/board/route"
)

// middling is how near to the middle of a shape, as a share of its size, an
// elbow arrow's aim leaves the choice of the side to the router.
const middling = 0.05

// exitsOf are the places where an elbow arrow may leave its two ends.
func exitsOf(start, end hold, arrow *Element) (from, to route.End) {
	if start.shape != nil && start.shape == end.shape && !start.inside && !end.inside {
		return loopExits(start, end, arrow)
	}
	inward := func(h, other hold) bool {
		return h.shape != nil && !h.inside && h.shape.Extent().Encloses(other.extent())
	}
	from = start.exits(arrow.Start, inward(start, end))
	to = end.exits(arrow.End, !inward(start, end) && inward(end, start))
	return from, to
}

// extent is the box that the end takes up: its shape's, or a mere point.
func (h hold) extent() Rect {
	if h.shape == nil || h.inside {
		return Rect{X: h.focus.X, Y: h.focus.Y}
	}
	return h.shape.Extent()
}

// exits lists the ways out of the end: one for a binding on a side, four for a
// free end and for one that aims at the middle. Inward they lead from the
// outline into the shape, which then is in nobody's way.
func (h hold) exits(b *Binding, inward bool) route.End {
	if h.shape == nil || h.inside {
		return route.Free(route.Point(h.focus))
	}
	var end route.End
	if heading, ok := h.side(b); ok {
		end.Exits = []route.Exit{h.exit(heading, h.focus)}
	} else {
		for _, heading := range [4]route.Heading{route.Right, route.Down, route.Left, route.Up} {
			end.Exits = append(end.Exits, h.exit(heading, h.shape.Extent().Centre()))
		}
	}
	if inward {
		for i := range end.Exits {
			end.Exits[i].Heading = end.Exits[i].Heading.Opposite()
		}
		return end
	}
	box := route.Rect(h.shape.Extent())
	end.Box = &box
	return end
}

// side is the heading out of the side that the binding aims at; false for the
// middle. Turned shapes take the direction nearest to their side's.
func (h hold) side(b *Binding) (route.Heading, bool) {
	u, v := b.FixedPoint.X-0.5, b.FixedPoint.Y-0.5
	if !(math.Abs(u) > middling || math.Abs(v) > middling) {
		return 0, false
	}
	out := Point{0, math.Copysign(1, v)}
	if math.Abs(u) >= math.Abs(v) {
		out = Point{math.Copysign(1, u), 0}
	}
	out = out.Rotate(Point{}, h.shape.Angle)
	switch {
	case math.Abs(out.X) >= math.Abs(out.Y) && out.X > 0:
		return route.Right, true
	case math.Abs(out.X) >= math.Abs(out.Y):
		return route.Left, true
	case out.Y > 0:
		return route.Down, true
	}
	return route.Up, true
}

// exit is where the line through p in the heading leaves the outline.
func (h hold) exit(heading route.Heading, p Point) route.Exit {
	const nudge = 4 // from the corners, where the outline is round
	box := h.shape.Extent()
	unit := Point(heading.Unit())
	limit := func(at, from, size float64) float64 {
		if math.Abs(at-from-size/2) < size*0.0002 {
			return from + size/2
		}
		in := min(nudge, size/4)
		return min(max(at, from+in), from+size-in)
	}
	var far Point
	if heading.Horizontal() {
		p = Point{box.Centre().X, limit(p.Y, box.Y, box.H)}
		far = Point{p.X + unit.X*(box.W+1), p.Y}
	} else {
		p = Point{limit(p.X, box.X, box.W), box.Centre().Y}
		far = Point{p.X, p.Y + unit.Y*(box.H+1)}
	}
	reach, at := math.Inf(-1), Point{}
	back := p.Sub(far.Sub(p))
	for i, a := range h.outline {
		hit, ok := segmentCrossing(back, far, a, h.outline[(i+1)%len(h.outline)])
		if ok && dot(hit, unit) > reach {
			reach, at = dot(hit, unit), hit
		}
	}
	if math.IsInf(reach, 0) {
		at = p.Add(unit.Mul(max(dot(Point{box.W, box.H}, Point{math.Abs(unit.X), math.Abs(unit.Y)})/2, 0)))
	}
	if heading.Horizontal() {
		at.Y = p.Y // rounding in the crossing would bend the line
	} else {
		at.X = p.X
	}
	return route.Exit{At: route.Point(at), Heading: heading}
}

// loopExits are two different sides, or places on a side, of one shape.
func loopExits(start, end hold, arrow *Element) (from, to route.End) {
	const apart = 20
	from, to = start.exits(arrow.Start, false), end.exits(arrow.End, false)
	if len(from.Exits) > 1 {
		i := 0
		if len(to.Exits) == 1 {
			i = int(to.Exits[0].Heading+1) % 4
		}
		from.Exits = from.Exits[i : i+1]
	}
	out := from.Exits[0]
	if len(to.Exits) > 1 {
		i := int(out.Heading+3) % 4
		to.Exits = to.Exits[i : i+1]
	}
	in := to.Exits[0]
	if in.Heading == out.Heading && Point(in.At).Dist(Point(out.At)) < apart {
		to.Exits = []route.Exit{end.exit((out.Heading+3)%4, end.shape.Extent().Centre())}
	}
	return from, to
}

// loop is a line that leaves a shape and comes back to it, for an arrow whose
// two ends hang on it.
func loop(start, end hold, arrow *Element) []Point {
	if !finite(start.focus, end.focus) {
		return []Point{start.focus, end.focus}
	}
	from, to := loopExits(start, end, arrow)
	way := route.Find(from, to, nil).Points
	points := make([]Point, len(way))
	for i, p := range way {
		points[i] = Point(p)
	}
	return points
}
