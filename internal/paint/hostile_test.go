package paint

import (
	"testing"

	"talkthrough/internal/board"
)

// Whatever a hostile line with very many far points looks like, what is made of
// it stays small.
func TestHostileLinesStaySmall(t *testing.T) {
	const many = 20_000
	for _, far := range []float64{1e7, 1e15, 1e300} {
		for _, kind := range []board.Kind{board.Line, board.Freedraw} {
			for _, width := range []float64{1, 1e7, 1e300} {
				e := board.NewElement(kind, board.DefaultStyle())
				e.Roundness, e.StrokeWidth, e.Roughness = &board.Roundness{Type: 2}, width, 0
				e.W, e.H = far, far
				for i := range many {
					e.Points = append(e.Points, board.Point{X: float64(i%2) * far, Y: float64(i%3) * far})
				}
				e.Points = append(e.Points, board.Point{}) // closed
				var p Painter
				s := p.fresh(e, nil, Light)
				s.bake(1)
				points := 0
				for i, op := range s.list.Ops {
					points += len(op.Path.Points) + len(s.areas[i].Points)
				}
				if points > 16*enoughPoints {
					t.Errorf("%s as far as %g, %g wide: %d points", kind, far, width, points)
				}
			}
		}
	}
}
