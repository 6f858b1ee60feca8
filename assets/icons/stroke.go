package icons

import (
	"math"
	"slices"
)

// stroke returns the contours of the area that a round pen covers along the
// line: one for an open line, an outer and an inner one for a closed line, and
// the outer alone when the inside is filled too. Contours do not overlap
// themselves, which would show as dark edges where a painter adds up coverage.
func (l polyline) stroke(radius float64, filled bool) [][]point {
	points := slices.CompactFunc(slices.Clone(l.points), near)
	if len(points) > 2 && l.closed && near(points[0], points[len(points)-1]) {
		points = points[:len(points)-1]
	}
	backwards := slices.Clone(points)
	slices.Reverse(backwards)
	if !l.closed {
		contour := append(side(points, radius, false), side(backwards, radius, false)...)
		return [][]point{contour}
	}
	outer, inner := side(points, radius, true), side(backwards, radius, true)
	if math.Abs(area(inner)) > math.Abs(area(outer)) {
		outer, inner = inner, outer
	}
	if filled {
		return [][]point{outer}
	}
	return [][]point{outer, inner}
}

// near reports whether two points are as good as one.
func near(a, b point) bool { return math.Hypot(a.x-b.x, a.y-b.y) < 1e-4 }

// side walks along points on their left and returns the line at a distance of
// radius from them. Outer corners are rounded, inner ones meet. An open line
// ends with half a turn round its last point.
func side(points []point, radius float64, closed bool) []point {
	n := len(points)
	var out []point
	for i := range n {
		if !closed && (i == 0 || i == n-1) {
			if i == 0 {
				out = append(out, points[0].offset(direction(points[0], points[1]), radius))
			} else {
				along := direction(points[n-2], points[n-1])
				out = append(out, turn(points[n-1], along, along+math.Pi, radius)...)
			}
			continue
		}
		before, after := points[(i+n-1)%n], points[(i+1)%n]
		out = append(out, corner(before, points[i], after, radius)...)
	}
	return out
}

// corner returns the side's points round p.
func corner(before, p, after point, radius float64) []point {
	in, out := direction(before, p), direction(p, after)
	bend := math.Remainder(out-in, 2*math.Pi)
	if bend > 0 { // away from the left: the outer side
		return turn(p, in, in+bend, radius)
	}
	reach := radius * math.Tan(-bend/2)
	room := math.Min(math.Hypot(p.x-before.x, p.y-before.y), math.Hypot(after.x-p.x, after.y-p.y))
	if reach > room { // too tight to meet: pass through the point itself
		return []point{p.offset(in, radius), p, p.offset(out, radius)}
	}
	return []point{p.offset(in+bend/2, radius/math.Cos(bend/2))}
}

// turn goes round p from the left of one direction to the left of another.
func turn(p point, from, to, radius float64) []point {
	steps := max(1, int(math.Ceil((to-from)/(math.Pi/2)*curveSteps/2)))
	out := make([]point, 0, steps+1)
	for i := 0; i <= steps; i++ {
		out = append(out, p.offset(from+(to-from)*float64(i)/float64(steps), radius))
	}
	return out
}

// offset is the point at a distance to the left of the direction, as seen on a
// page whose y runs downwards.
func (p point) offset(direction, distance float64) point {
	sin, cos := math.Sincos(direction)
	return point{p.x + distance*sin, p.y - distance*cos}
}

func direction(a, b point) float64 { return math.Atan2(b.y-a.y, b.x-a.x) }

// area is positive for a contour that turns clockwise on the page.
func area(points []point) float64 {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum / 2
}
