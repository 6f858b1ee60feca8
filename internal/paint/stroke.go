package paint

import (
	"math"
	"slices"

	"talkthrough/internal/typeset"
)

// stroker turns lines into the outlines that a round pen leaves. All outlines
// run the same way round, so that they may overlap in one path.
type stroker struct {
	out       *typeset.Path
	radius    float64
	tolerance float64
	step      float64 // largest angle between points of an arc
}

func newStroker(out *typeset.Path, width, tolerance float64) *stroker {
	s := &stroker{out: out, radius: width / 2, tolerance: tolerance}
	s.step = 2 * math.Acos(1-min(tolerance/s.radius, 0.5))
	return s
}

// outline is what the pen leaves along the path.
func (p Pen) outline(path *typeset.Path, tolerance float64) *typeset.Path {
	lines := flatten(path, tolerance)
	room := 0
	for _, l := range lines {
		room += 2*len(l.points) + 16 // both sides, and round ends
	}
	out := &typeset.Path{Verbs: make([]typeset.Verb, 0, room), Points: make([]point, 0, room)}
	s := newStroker(out, p.Width, tolerance)
	for _, l := range lines {
		if p.Dash <= 0 || p.Gap <= 0 {
			s.line(l)
			continue
		}
		for _, part := range dashes(l, p.Dash, p.Gap) {
			s.line(part)
		}
	}
	return s.out
}

// line strokes one polyline.
func (s *stroker) line(l polyline) {
	pts := distinct(l)
	switch {
	case len(pts) == 0:
	case len(pts) == 1:
		s.dot(pts[0])
	case l.closed && len(pts) > 2:
		s.ring(pts)
		slices.Reverse(pts)
		s.ring(pts)
	default:
		s.ribbon(pts, nil)
	}
}

// ribbon strokes an open line of distinct points; radii, where given, is the
// pen's radius at each of them.
func (s *stroker) ribbon(pts []point, radii []float64) {
	if len(pts) == 1 {
		s.at(radii, 0)
		s.dot(pts[0])
	}
	if len(pts) < 2 {
		return
	}
	s.side(pts, radii, true)
	slices.Reverse(pts)
	slices.Reverse(radii)
	s.side(pts, radii, false)
	s.out.Close()
}

// at takes up the radius of point i.
func (s *stroker) at(radii []float64, i int) {
	if radii != nil {
		s.radius = max(radii[i], s.tolerance)
		s.step = 2 * math.Acos(1-min(s.tolerance/s.radius, 0.5))
	}
}

// distinct drops points that lie on the one before, and those that are not
// finite: they have no direction.
func distinct(l polyline) []point {
	const same = 1e-6
	pts := make([]point, 0, len(l.points))
	for _, p := range l.points {
		if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
			continue
		}
		if n := len(pts); n == 0 || distance(pts[n-1], p) > same {
			pts = append(pts, p)
		}
	}
	if n := len(pts); l.closed && n > 1 && distance(pts[0], pts[n-1]) <= same {
		pts = pts[:n-1]
	}
	return pts
}

// dot is what the pen leaves where it does not move.
func (s *stroker) dot(p point) {
	start := point{X: 0, Y: -1}
	s.start(offset(p, start, s.radius))
	s.arc(p, start, 2*math.Pi)
	s.out.Close()
}

// side goes along the left side of pts and round its end.
func (s *stroker) side(pts []point, radii []float64, first bool) {
	n := normal(pts[0], pts[1])
	s.at(radii, 0)
	if first {
		s.start(offset(pts[0], n, s.radius))
	}
	for i := 1; i < len(pts)-1; i++ {
		next := normal(pts[i], pts[i+1])
		s.at(radii, i)
		s.join(pts[i], n, next)
		n = next
	}
	last := len(pts) - 1
	s.at(radii, last)
	s.to(offset(pts[last], n, s.radius))
	s.arc(pts[last], n, math.Pi)
}

// ring goes along the left side of the closed pts.
func (s *stroker) ring(pts []point) {
	last := len(pts) - 1
	n := normal(pts[last], pts[0])
	for i, p := range pts {
		next := normal(p, pts[(i+1)%len(pts)])
		if i == 0 {
			s.start(offset(p, n, s.radius))
		}
		s.join(p, n, next)
		n = next
	}
	s.out.Close()
}

// join goes round the corner at p where the left normal turns from a to b.
func (s *stroker) join(p, a, b point) {
	s.to(offset(p, a, s.radius))
	cross, dot := a.X*b.Y-a.Y*b.X, a.X*b.X+a.Y*b.Y
	turn := math.Atan2(cross, dot)
	switch {
	case turn > 0: // the left side is the outer one
		s.arc(p, a, turn)
	case turn < -s.step:
		// Through the corner itself: the short way across could leave the pen's
		// trace where the lines are shorter than the pen is wide.
		s.to(p)
	}
	s.to(offset(p, b, s.radius))
}

// arc goes round centre from where normal n points through angle, clockwise on
// the screen, to its end.
func (s *stroker) arc(centre, n point, angle float64) {
	const most = 1024 // for a pen so wide that the step is next to nothing
	steps := int(min(math.Ceil(angle/s.step), most))
	if len(s.out.Points) > enoughPoints {
		steps = 1
	}
	for i := 1; i <= steps; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(steps))
		s.to(offset(centre, point{X: n.X*cos - n.Y*sin, Y: n.X*sin + n.Y*cos}, s.radius))
	}
}

func (s *stroker) start(p point) { s.out.MoveTo(p.X, p.Y) }
func (s *stroker) to(p point)    { s.out.LineTo(p.X, p.Y) }

// normal is the unit vector to the left of the way from a to b.
func normal(a, b point) point {
	d := distance(a, b)
	return point{X: (b.Y - a.Y) / d, Y: -(b.X - a.X) / d}
}

func offset(p, n point, by float64) point { return point{X: p.X + n.X*by, Y: p.Y + n.Y*by} }
