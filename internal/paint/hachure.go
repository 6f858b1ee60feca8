package paint

import (
	"math"
	"slices"

	"talkthrough/internal/typeset"
)

// maxHachures bounds the lines that fill one shape.
const maxHachures = 5000

// hachure fills the outline with parallel lines at an angle, gap apart.
func hachure(outline *typeset.Path, angle, gap float64) *typeset.Path {
	sin, cos := math.Sincos(-angle)
	lines := flatten(outline, 0.25)
	low, high := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		for i, p := range l.points {
			l.points[i] = point{X: p.X*cos - p.Y*sin, Y: p.X*sin + p.Y*cos}
			low, high = min(low, l.points[i].Y), max(high, l.points[i].Y)
		}
	}
	gap = max(gap, (high-low)/maxHachures)
	// Counted, because far from the origin a float is too coarse for y += gap
	// to get on.
	rows := 0
	if n := (high - low) / gap; n > 0 && n <= maxHachures+1 {
		rows = int(math.Round(n))
	}
	out := &typeset.Path{}
	back := func(x, y float64) (float64, float64) { return x*cos + y*sin, y*cos - x*sin }
	for row := range rows {
		y := low + gap*(float64(row)+0.5)
		xs := crossings(lines, y)
		for i := 0; i+1 < len(xs) && len(out.Points) < enoughPoints; i += 2 {
			out.MoveTo(back(xs[i], y))
			out.LineTo(back(xs[i+1], y))
		}
	}
	return out
}

// zigzag joins parallel lines, half a gap apart, there and back by their ends
// without lifting the pen where they lie beside each other.
func zigzag(lines *typeset.Path, gap float64) *typeset.Path {
	const beside = 2 // gaps between ends that belong together
	out := &typeset.Path{}
	for i := 0; i+1 < len(lines.Points); i += 2 {
		end := lines.Points[i+i/2%2]
		if i == 0 || distance(lines.Points[i-2], lines.Points[i]) > beside*gap {
			out.MoveTo(end.X, end.Y)
			continue
		}
		out.LineTo(end.X, end.Y)
	}
	return out
}

// crossings lists, ascending, where closed lines cross the height y.
func crossings(lines []polyline, y float64) []float64 {
	var xs []float64
	for _, l := range lines {
		for i, a := range l.points {
			b := l.points[(i+1)%len(l.points)]
			if (a.Y <= y) != (b.Y <= y) {
				xs = append(xs, a.X+(b.X-a.X)*(y-a.Y)/(b.Y-a.Y))
			}
		}
	}
	slices.Sort(xs)
	return xs
}
