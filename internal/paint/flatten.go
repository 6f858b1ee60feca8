package paint

import (
	"math"

	"talkthrough/internal/typeset"
)

type point = typeset.Point

const (
	// maxPieces bounds the lines that stand for one curve.
	maxPieces = 256
	// enoughPoints is how many points what is made of a path may have before
	// its curves and round joins become straight: far more than drawings have,
	// and few enough that hostile ones do not fill the memory.
	enoughPoints = 1 << 18
)

// pieces is how many lines follow a curve whose second difference is (dx, dy)
// with an error below tolerance.
func pieces(dx, dy, weight, tolerance float64) int {
	if most := tolerance / weight; dx*dx+dy*dy <= most*most {
		return 1 // most curves of small letters
	}
	n := math.Ceil(math.Sqrt(math.Hypot(dx, dy) * weight / tolerance))
	if !(n > 1) {
		return 1
	}
	return int(min(n, maxPieces))
}

func quadPieces(a, b, c point, tolerance float64) int {
	return pieces(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y, 0.25, tolerance)
}

func cubePieces(a, b, c, d point, tolerance float64) int {
	dx := max(math.Abs(a.X-2*b.X+c.X), math.Abs(b.X-2*c.X+d.X))
	dy := max(math.Abs(a.Y-2*b.Y+c.Y), math.Abs(b.Y-2*c.Y+d.Y))
	return pieces(dx, dy, 0.75, tolerance)
}

func quadAt(a, b, c point, t float64) point {
	u := 1 - t
	k0, k1, k2 := u*u, 2*u*t, t*t
	return point{X: k0*a.X + k1*b.X + k2*c.X, Y: k0*a.Y + k1*b.Y + k2*c.Y}
}

func cubeAt(a, b, c, d point, t float64) point {
	u := 1 - t
	k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return point{X: k0*a.X + k1*b.X + k2*c.X + k3*d.X, Y: k0*a.Y + k1*b.Y + k2*c.Y + k3*d.Y}
}

// polyline is one contour made of straight lines.
type polyline struct {
	points []point
	closed bool
}

// flatten cuts the path's curves into lines that stay within tolerance.
func flatten(p *typeset.Path, tolerance float64) []polyline {
	var lines []polyline
	var at point
	var now *polyline
	points, made := p.Points, 0
	allowed := func(n int) int {
		if made += n; made > enoughPoints {
			return 1
		}
		return n
	}
	for _, verb := range p.Verbs {
		if verb == typeset.Move || now == nil {
			lines = append(lines, polyline{})
			now = &lines[len(lines)-1]
		}
		switch verb {
		case typeset.Move, typeset.Straight:
			now.points = append(now.points, points[0])
		case typeset.Quad:
			n := allowed(quadPieces(at, points[0], points[1], tolerance))
			for i := 1; i <= n; i++ {
				now.points = append(now.points, quadAt(at, points[0], points[1], float64(i)/float64(n)))
			}
		case typeset.Cube:
			n := allowed(cubePieces(at, points[0], points[1], points[2], tolerance))
			for i := 1; i <= n; i++ {
				now.points = append(now.points, cubeAt(at, points[0], points[1], points[2], float64(i)/float64(n)))
			}
		case typeset.Close:
			now.closed, now = true, nil
			continue
		}
		points = points[verb.Points():]
		at = now.points[len(now.points)-1]
	}
	return lines
}

// length is the length along the line.
func (l polyline) length() float64 {
	sum := 0.0
	for i := 1; i < len(l.points); i++ {
		sum += distance(l.points[i-1], l.points[i])
	}
	return sum
}

func distance(a, b point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

func lerp(a, b point, t float64) point {
	return point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}
