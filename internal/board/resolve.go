package board

import (
	"encoding/json"
	"maps"
	"math"
	"strconv"
)

const (
	// bindGap is the least room between an arrow's tip and the outline.
	bindGap = 5
	// minArrow is the shortest arrow that its bindings may leave.
	minArrow = 10
)

// End is one of an arrow's two ends.
type End int

// The ends of an arrow.
const (
	AtStart End = iota
	AtEnd
)

// Binding is the binding of that end, nil when it is free.
func (e *Element) Binding(end End) *Binding {
	if end == AtStart {
		return e.Start
	}
	return e.End
}

func (e *Element) setBinding(end End, b *Binding) {
	if end == AtStart {
		e.Start = b
	} else {
		e.End = b
	}
}

// Resolve returns the arrow with its bound ends where its bindings say they
// are, given the shapes as v has them: it is what makes arrows follow. Points
// between the ends stay; an elbow arrow finds its way anew. An arrow that is in place already, has no bindings, or
// whose shapes are gone comes back itself.
func Resolve(v View, arrow *Element) *Element {
	switch {
	case arrow.Kind != Arrow || len(arrow.Points) < 2:
		return arrow
	case arrow.Elbowed:
		return resolveElbow(v, arrow)
	case arrow.Start == nil && arrow.End == nil:
		return arrow
	}
	bound := Migrate(v, arrow)
	points := arrow.Vertices()
	last := len(points) - 1
	start := endOn(v, bound, AtStart, points)
	end := endOn(v, bound, AtEnd, points)
	if start.shape == nil && end.shape == nil {
		return arrow
	}
	if last == 1 && start.shape == end.shape && !start.inside && !end.inside {
		points = loop(start, end, bound)
		last = len(points) - 1
	}
	if last == 1 {
		points[0], points[1] = straight(start, end)
	} else {
		points[0] = start.tip(points[1], bindGap)
		points[last] = end.tip(points[last-1], bindGap)
	}
	if inPlace(arrow, points) {
		return arrow
	}
	a := bound.Clone()
	a.setVertices(points)
	a.Start = start.oldSchema(a.Start, points[1], points[0])
	a.End = end.oldSchema(a.End, points[last-1], points[last])
	return a
}

// inPlace tolerates what rounding alone would move.
func inPlace(arrow *Element, points []Point) bool {
	if len(points) != len(arrow.Points) {
		return false
	}
	for i, p := range arrow.Vertices() {
		if p.Dist(points[i]) > 1e-6 {
			return false
		}
	}
	return true
}

// hold is where one end of an arrow is tied.
type hold struct {
	shape   *Element // nil when the end is free
	focus   Point    // what the end aims at; the end itself when it is free
	inside  bool
	outline []Point
}

func endOn(v View, arrow *Element, end End, points []Point) hold {
	at := points[0]
	if end == AtEnd {
		at = points[len(points)-1]
	}
	h := hold{focus: at}
	b := arrow.Binding(end)
	if b == nil {
		return h
	}
	shape := v.Get(b.ElementID)
	if shape == nil || shape.Deleted {
		return h
	}
	h.shape, h.focus, h.inside = shape, fixedPoint(shape, b.FixedPoint), b.Mode == Inside
	h.outline = shape.polygon(nil)
	return h
}

// straight are the ends of an arrow without points between.
func straight(start, end hold) (Point, Point) {
	for _, gap := range [2]float64{bindGap, 0} {
		a, b := start.tip(end.focus, gap), end.tip(start.focus, gap)
		if dot(b.Sub(a), end.focus.Sub(start.focus)) >= minArrow*start.focus.Dist(end.focus) && a.Dist(b) >= minArrow {
			return a, b
		}
	}
	// The shapes touch or overlap: from the one's aim to the other's.
	if start.focus.Dist(end.focus) < minArrow {
		return start.focus, start.focus.Add(Point{minArrow, 0})
	}
	return start.focus, end.focus
}

// tip is where the line from that point to the focus ends: at the outline plus
// the gap. Where it meets no outline, because it comes from within the shape,
// it ends at the focus.
func (h hold) tip(from Point, gap float64) Point {
	if h.shape == nil || h.inside {
		return h.focus
	}
	if gap > 0 {
		gap += h.shape.StrokeWidth / 2
	}
	// Stepping by the distance to the outline never oversteps it, whatever
	// its form; the first hit from outside is the one nearest to from.
	const near, steps = 0.005, 100
	length := from.Dist(h.focus)
	travelled := 0.0
	for range steps {
		p := from.Lerp(h.focus, travelled/max(length, near))
		d := polygonDistance(h.outline, p) - gap
		if d <= near {
			if travelled == 0 && d < -near {
				break
			}
			return p
		}
		if travelled += d; travelled > length {
			break
		}
	}
	return h.focus
}

// fixedPoint is the place in the scene that a ratio of the shape's box means.
func fixedPoint(shape *Element, ratio Point) Point {
	b := shape.Box()
	limit := func(r float64) float64 {
		if math.IsNaN(r) {
			return 0.5
		}
		return min(max(r, -10), 10)
	}
	p := Point{b.X + b.W*limit(ratio.X), b.Y + b.H*limit(ratio.Y)}
	return p.Rotate(b.Centre(), shape.Angle)
}

// ratioOf is the inverse of fixedPoint. A half exactly is moved a little, so
// that neither Excalidraw nor we waver between two sides.
func ratioOf(shape *Element, p Point) Point {
	b := shape.Box()
	p = p.Rotate(b.Centre(), -shape.Angle)
	ratio := func(at, from, size float64) float64 {
		if size == 0 {
			return 0.5001
		}
		r := (at - from) / size
		if math.Abs(r-0.5) < 0.0001 {
			return 0.5001
		}
		return r
	}
	return Point{ratio(p.X, b.X, b.W), ratio(p.Y, b.Y, b.H)}
}

// oldSchema is the binding with the focus and gap by which older Excalidraws
// move the arrow, for a line from adjacent to tip.
func (h hold) oldSchema(b *Binding, adjacent, tip Point) *Binding {
	if b == nil || h.shape == nil {
		return b
	}
	c := *b
	c.Extra = maps.Clone(b.Extra)
	if c.Extra == nil {
		c.Extra = map[string]json.RawMessage{}
	}
	gap := max(1, math.Abs(polygonDistance(h.outline, tip)))
	c.Extra["gap"] = shortNumber(gap)
	c.Extra["focus"] = shortNumber(focusRatio(h.shape, adjacent, tip))
	return &c
}

func shortNumber(f float64) json.RawMessage {
	return strconv.AppendFloat(nil, math.Round(f*1e4)/1e4, 'f', -1, 64)
}
