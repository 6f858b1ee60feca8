package board

import (
	"math"
	"slices"

	"talkthrough/internal/board/route"
)

// Route returns the points, in scene units, along which the elbow arrow runs
// now: from its bound shapes' sides, or from its free ends, around every other
// shape that v knows (those of a Scene), through the stretches that a hand has
// moved. Consecutive points differ in one coordinate.
func Route(v View, arrow *Element) []Point {
	points := arrow.Vertices()
	if len(points) < 2 || !finite(points...) {
		return points
	}
	start, end := endOn(v, arrow, AtStart, points), endOn(v, arrow, AtEnd, points)
	if !finite(start.focus, end.focus) {
		return points
	}
	from, to := exitsOf(start, end, arrow)
	way := routeAround(v, from, to, pinsOf(arrow), arrow)
	out := make([]Point, len(way))
	for i, p := range way {
		out[i] = Point(p)
	}
	return shorten(out, start, end)
}

// resolveElbow is Resolve for elbow arrows.
func resolveElbow(v View, arrow *Element) *Element {
	bound := Migrate(v, arrow)
	points := arrow.Vertices()
	start, end := endOn(v, bound, AtStart, points), endOn(v, bound, AtEnd, points)
	free := start.shape == nil && end.shape == nil
	if free && len(points) > 2 && orthogonal(points) {
		return arrow
	}
	way := Route(v, bound)
	if len(way) < 2 || !finite(way...) || inPlace(arrow, way) {
		return arrow
	}
	if len(fixedSegments(arrow)) > 0 && orthogonal(points) && sameEnds(points, way) {
		return arrow // as the hand left it
	}
	a := bound.Clone()
	a.setVertices(way)
	a.holdPins(pinsOf(arrow))
	a.Start = start.oldSchema(a.Start, way[1], way[0])
	a.End = end.oldSchema(a.End, way[len(way)-2], way[len(way)-1])
	return a
}

func sameEnds(a, b []Point) bool {
	const near = 1e-6
	return a[0].Dist(b[0]) < near && a[len(a)-1].Dist(b[len(b)-1]) < near
}

func orthogonal(points []Point) bool {
	const near = 1e-6
	for i := 1; i < len(points); i++ {
		d := points[i].Sub(points[i-1])
		if math.Abs(d.X) > near && math.Abs(d.Y) > near {
			return false
		}
	}
	return true
}

// farthest is how far out things may lie and still be routed: beyond it sums
// of lengths lose the small differences that choose between ways.
const farthest = 1e7

func finite(points ...Point) bool {
	for _, p := range points {
		if !(math.Abs(p.X) <= farthest && math.Abs(p.Y) <= farthest) {
			return false
		}
	}
	return true
}

// routeAround finds a way around the boxes it would meet. Few boxes are all
// taken at once; of many only those that lie on the way found so far, until
// none does.
func routeAround(v View, from, to route.End, pins []route.Pin, arrow *Element) []route.Point {
	const few, rounds, most = 64, 24, 600
	c, ok := v.(crowd)
	if !ok {
		return route.Via(from, to, pins, nil).Points
	}
	hinders := hindranceOf(arrow, from, to)
	met := make([]route.Rect, 0, few)
	for o := range c.obstructions() {
		if !hinders.is(o) {
			continue
		}
		if len(met) == few {
			met = met[:0]
			break
		}
		met = append(met, route.Rect(o.box))
	}
	way := route.Via(from, to, pins, met).Points
	for range rounds {
		before := len(met)
		for o := range c.obstructions() {
			r := route.Rect(o.box)
			if len(met) < most && runsThrough(way, r, route.Padding/2) && hinders.is(o) && !slices.Contains(met, r) {
				met = append(met, r)
			}
		}
		if len(met) == before {
			break
		}
		way = route.Via(from, to, pins, met).Points
	}
	return way
}

// runsThrough reports whether the way comes nearer than margin to r.
func runsThrough(way []route.Point, r route.Rect, margin float64) bool {
	for i := 1; i < len(way); i++ {
		a, b := way[i-1], way[i]
		if max(a.X, b.X) > r.X-margin && min(a.X, b.X) < r.X+r.W+margin &&
			max(a.Y, b.Y) > r.Y-margin && min(a.Y, b.Y) < r.Y+r.H+margin {
			return true
		}
	}
	return false
}

// shorten draws the bound ends of the line back from the outlines, by the gap
// that all arrows keep, as far as the first and last stretch have room for it.
func shorten(points []Point, start, end hold) []Point {
	n := len(points)
	if n < 2 {
		return points
	}
	room := func(length float64) float64 { return length / 2 }
	if n == 2 {
		room = func(length float64) float64 { return max(length-minArrow, 0) / 2 }
	}
	first, last := points[0].Dist(points[1]), points[n-1].Dist(points[n-2])
	a, b := start.drawnBack(room(first)), end.drawnBack(room(last))
	from, to := points[0], points[n-1]
	if first > 0 {
		from = points[0].Lerp(points[1], a/first)
	}
	if last > 0 {
		to = points[n-1].Lerp(points[n-2], b/last)
	}
	points[0], points[n-1] = from, to
	length := 0.0
	for i, p := range points[1:] {
		length += p.Dist(points[i])
	}
	if length < minArrow { // the ends lie on each other
		return []Point{from, from.Add(Point{minArrow, 0})}
	}
	return points
}

// drawnBack is the gap before the outline, at most room.
func (h hold) drawnBack(room float64) float64 {
	if h.shape == nil || h.inside {
		return 0
	}
	return min(bindGap+h.shape.StrokeWidth/2, room)
}

// reroute sends bound elbow arrows around the shapes that have been moved into
// their way; those in done have found theirs already. When half the board
// moves, arrows that do not hang on it wait until they are touched.
func (d *draft) reroute(moved []*Element, done map[string]bool) {
	const (
		many     = 60
		touching = 0.01 // so far in is no crossing
	)
	var boxes []Rect
	var all Rect
	for _, e := range moved {
		if now := d.Get(e.ID); now != nil && now.obstructs() {
			boxes = append(boxes, now.Extent())
			all = all.Union(now.Extent())
		}
	}
	if len(boxes) == 0 || len(boxes) > many {
		return
	}
	for _, e := range d.scene.order {
		if !e.Elbowed || e.Deleted || done[e.ID] || (e.Start == nil && e.End == nil) {
			continue
		}
		a := d.Get(e.ID)
		if a == nil || len(fixedSegments(a)) > 0 || !a.Box().Intersects(all) {
			continue
		}
		way := make([]route.Point, len(a.Points))
		for i := range a.Points {
			way[i] = route.Point(a.at(i))
		}
		for _, b := range boxes {
			if runsThrough(way, route.Rect(b), -touching) {
				d.resolve(e.ID)
				break
			}
		}
	}
}
