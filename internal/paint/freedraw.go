package paint

import (
	"talkthrough/internal/typeset"
)

// freehandTolerance is fine enough to stay smooth at ten times the size.
const freehandTolerance = 0.02

// freedraw draws a freehand line as the area a pen leaves that is wider the
// harder it is pressed. Without pressure the pen is even, with slightly thinner
// ends.
func (d *drawing) freedraw() {
	e := d.e
	centre := &typeset.Path{}
	e.Outline(centre)
	if loops(e.Points) {
		closed := d.outline()
		closed.Close()
		d.background(closed)
	}
	pts, radii := d.freehand(centre)
	area := &typeset.Path{}
	s := newStroker(area, e.StrokeWidth, freehandTolerance)
	s.ribbon(pts, radii)
	d.fill(area, d.theme.ink(e.Stroke, defaultStroke))
}

// freehand flattens the centre line, with the pen's radius at each point.
func (d *drawing) freehand(centre *typeset.Path) (pts []point, radii []float64) {
	pressures := d.e.Pressures
	if d.e.SimulatePress || len(pressures) != len(d.e.Points) {
		pressures = nil
	}
	points, i := centre.Points, 0
	add := func(p point, at float64) {
		if n := len(pts); n > 0 && distance(pts[n-1], p) < 1e-6 {
			return
		}
		pts = append(pts, p)
		radii = append(radii, d.e.StrokeWidth*(0.4+1.7*pressureAt(pressures, at)))
	}
	for _, verb := range centre.Verbs {
		switch verb {
		case typeset.Move:
			add(points[0], 0)
		case typeset.Straight:
			i++
			add(points[0], float64(i))
		case typeset.Cube:
			from := centre.Points[len(centre.Points)-len(points)-1]
			n := cubePieces(from, points[0], points[1], points[2], freehandTolerance)
			if len(pts) > enoughPoints {
				n = 1
			}
			for k := 1; k <= n; k++ {
				t := float64(k) / float64(n)
				add(cubeAt(from, points[0], points[1], points[2], t), float64(i)+t)
			}
			i++
		}
		points = points[verb.Points():]
	}
	if pressures == nil {
		taper(pts, radii)
	}
	return pts, radii
}

// pressureAt is the pressure at point at, which may lie between two; 0.5 where
// none was measured.
func pressureAt(pressures []float64, at float64) float64 {
	if len(pressures) == 0 {
		return 0.5
	}
	i := min(int(at), len(pressures)-1)
	a, b := pressures[i], pressures[min(i+1, len(pressures)-1)]
	return min(max(a+(b-a)*(at-float64(i)), 0), 1)
}

// taper thins both ends of an even line.
func taper(pts []point, radii []float64) {
	const thinnest, over = 0.65, 4 // over: radii from the end
	if len(pts) < 2 {
		return
	}
	along := 0.0
	for i := 1; i < len(pts); i++ {
		along += distance(pts[i-1], pts[i])
	}
	at := 0.0
	for i, r := range radii {
		if i > 0 {
			at += distance(pts[i-1], pts[i])
		}
		near := min(at, along-at) / (over * r)
		if near < 1 {
			radii[i] = r * (thinnest + (1-thinnest)*max(near, 0))
		}
	}
}
