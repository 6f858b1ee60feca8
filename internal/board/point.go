package board

import "math"

// Add returns p + q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns p - q.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul returns p scaled by k.
func (p Point) Mul(k float64) Point { return Point{p.X * k, p.Y * k} }

// Dist is the distance from p to q.
func (p Point) Dist(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// Lerp is the point a share t of the way from p to q.
func (p Point) Lerp(q Point, t float64) Point {
	return Point{p.X + (q.X-p.X)*t, p.Y + (q.Y-p.Y)*t}
}

// Rotate turns p clockwise about centre by angle radians.
func (p Point) Rotate(centre Point, angle float64) Point {
	if angle == 0 {
		return p
	}
	sin, cos := math.Sincos(angle)
	d := p.Sub(centre)
	return Point{centre.X + d.X*cos - d.Y*sin, centre.Y + d.X*sin + d.Y*cos}
}

func dot(a, b Point) float64   { return a.X*b.X + a.Y*b.Y }
func cross(a, b Point) float64 { return a.X*b.Y - a.Y*b.X }

// segmentDistance is the distance from p to the segment a-b, which may be a
// single point.
func segmentDistance(p, a, b Point) float64 {
	return p.Dist(closest(p, a, b))
}

// segmentCrossing is where the segments a-b and c-d meet; parallel ones do not.
func segmentCrossing(a, b, c, d Point) (Point, bool) {
	ab, cd := b.Sub(a), d.Sub(c)
	denominator := cross(ab, cd)
	if denominator == 0 {
		return Point{}, false
	}
	t := cross(c.Sub(a), cd) / denominator
	u := cross(c.Sub(a), ab) / denominator
	if !(t >= 0 && t <= 1 && u >= 0 && u <= 1) {
		return Point{}, false
	}
	return a.Lerp(b, t), true
}
