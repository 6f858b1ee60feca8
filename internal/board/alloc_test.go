package board

import (
	"fmt"
	"testing"
)

// What is asked on every move of the mouse allocates as little on a board of
// thousands as on one of a few.
func TestDraggingAllocatesNothingThatGrows(t *testing.T) {
	measure := func(n int) map[string]float64 {
		s := sketch{grid(n)}
		s.elbow("elbow", s.Get("box0").Centre(), s.Get("box3").Centre())
		ids := []string{"box0"}
		return map[string]float64{
			"snap":     testing.AllocsPerRun(20, func() { Snap(s.Scene, Rect{41, 39, 160, 80}, ids, 8, 20) }),
			"move":     testing.AllocsPerRun(20, func() { Move(s.Scene, ids, 3, 4) }),
			"hit test": testing.AllocsPerRun(20, func() { s.HitTest(Point{3, 40}, 4) }),
			"route":    testing.AllocsPerRun(20, func() { Route(s.Scene, s.Get("elbow")) }),
		}
	}
	few, many := measure(200), measure(4000)
	for what, n := range few {
		if many[what] > n*1.5+8 {
			t.Errorf("%s: %v allocations on a large board, %v on a small one", what, many[what], n)
		}
	}
}

func BenchmarkMoveWithElbows(b *testing.B) {
	s := sketch{grid(5000)}
	for i := range 4 {
		s.elbow(fmt.Sprint("elbow", i), s.Get("box120").Centre(), s.Get(fmt.Sprint("box", 150+i*50)).Centre())
	}
	b.ReportAllocs()
	for b.Loop() {
		Move(s.Scene, []string{"box120"}, 3, 4)
	}
}
