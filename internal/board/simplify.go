package board

// Simplify leaves out the points of a freehand line that lie within tolerance
// of the line through the others (Ramer-Douglas-Peucker). The first and the
// last point stay; points is not changed.
func Simplify(points []Point, tolerance float64) []Point {
	if len(points) < 3 {
		return append([]Point(nil), points...)
	}
	keep := make([]bool, len(points))
	keep[0], keep[len(points)-1] = true, true
	type stretch struct{ from, to int }
	// A stack of its own: a long scribble would recurse as deep as it is long.
	for todo := []stretch{{0, len(points) - 1}}; len(todo) > 0; {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		farthest, distance := 0, tolerance
		for i := s.from + 1; i < s.to; i++ {
			if d := segmentDistance(points[i], points[s.from], points[s.to]); d > distance {
				farthest, distance = i, d
			}
		}
		if farthest > 0 {
			keep[farthest] = true
			todo = append(todo, stretch{s.from, farthest}, stretch{farthest, s.to})
		}
	}
	out := make([]Point, 0, len(points))
	for i, p := range points {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}
