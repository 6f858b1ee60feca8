package paint

import "talkthrough/internal/typeset"

// trace adds the path, seen through v, to the raster.
func (r *raster) trace(p *typeset.Path, v View) {
	const tolerance = 0.08 // pixels
	at := func(q point) point { return point{X: (q.X - v.X) * v.Zoom, Y: (q.Y - v.Y) * v.Zoom} }
	var now, start point
	points := p.Points
	for _, verb := range p.Verbs {
		switch verb {
		case typeset.Move:
			now = at(points[0])
			start = now
			r.moveTo(now.X, now.Y)
		case typeset.Straight:
			now = at(points[0])
			r.lineTo(now.X, now.Y)
		case typeset.Quad:
			b, c := at(points[0]), at(points[1])
			n := quadPieces(now, b, c, tolerance)
			for i := 1; i < n; i++ {
				q := quadAt(now, b, c, float64(i)/float64(n))
				r.lineTo(q.X, q.Y)
			}
			r.lineTo(c.X, c.Y)
			now = c
		case typeset.Cube:
			b, c, d := at(points[0]), at(points[1]), at(points[2])
			n := cubePieces(now, b, c, d, tolerance)
			for i := 1; i < n; i++ {
				q := cubeAt(now, b, c, d, float64(i)/float64(n))
				r.lineTo(q.X, q.Y)
			}
			r.lineTo(d.X, d.Y)
			now = d
		case typeset.Close:
			r.closePath()
			now = start
		}
		points = points[verb.Points():]
	}
}
