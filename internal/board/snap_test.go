package board

import (
	"testing"
)

func TestSnap(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 100)
	s.box("b", 200, 0, 100, 100)
	for name, c := range map[string]struct {
		moving    Rect
		grid      float64
		dx, dy    float64
		gaps, all int
	}{
		"nothing near":             {Rect{700, 700, 33, 33}, 0, 0, 0, 0, 0},
		"left on left":             {Rect{4, 500, 33, 33}, 0, -4, 0, 0, 1},
		"middle on middle":         {Rect{500, 27, 40, 40}, 0, 0, 3, 0, 1},
		"edges of two, one guide":  {Rect{600, -3, 30, 30}, 0, 0, 3, 0, 1},
		"a gap like theirs":        {Rect{405, 30, 30, 33}, 0, -5, 3.5, 2, 3},
		"the middle between them":  {Rect{127, 31, 40, 38}, 0, 3, 0, 2, 3},
		"too far for the distance": {Rect{9, 500, 33, 33}, 0, 0, 0, 0, 0},
		"on the grid":              {Rect{707, 688, 33, 33}, 20, -7, -8, 0, 0},
		"nearer things go first":   {Rect{4, 688, 33, 33}, 20, -4, -8, 0, 1},
	} {
		dx, dy, guides := Snap(s.Scene, c.moving, nil, 8, c.grid)
		gaps := 0
		for _, g := range guides {
			if g.Gap {
				gaps++
			}
		}
		if !near(dx, c.dx) || !near(dy, c.dy) || gaps != c.gaps || len(guides) != c.all {
			t.Errorf("%s: by %v, %v, guides %v; want %v, %v, %d of which %d gaps", name, dx, dy, guides, c.dx, c.dy, c.all, c.gaps)
		}
	}
	if dx, _, _ := Snap(s.Scene, Rect{4, 500, 33, 33}, []string{"a", "b"}, 8, 0); dx != 0 {
		t.Error("snapped to what is being moved itself")
	}
}

func BenchmarkSnap(b *testing.B) {
	s := grid(5000)
	b.ReportAllocs()
	for b.Loop() {
		Snap(s, Rect{1003, 1004, 160, 80}, []string{"box1"}, 8, 0)
	}
}
