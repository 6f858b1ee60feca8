package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

func TestALineIsBentByItsMiddleAndItsPoints(t *testing.T) {
	h := atBoard(t)
	line := h.draws(t, Lines, 100, 300, 500, 300)
	h.oneStep(t, func() { h.drag(300, 300, 300, 200) })
	v := h.now(line).Vertices()
	if len(v) != 3 || v[1] != (board.Point{X: 300, Y: 200}) {
		t.Fatalf("dragged by its middle its points are %v", v)
	}
	h.oneStep(t, func() { h.drag(300, 200, 340, 240) })
	if v := h.now(line).Vertices(); len(v) != 3 || v[1] != (board.Point{X: 340, Y: 240}) {
		t.Fatalf("dragged by the point its points are %v", v)
	}
	h.oneStep(t, func() { h.doubleClick(340, 240) })
	if v := h.now(line).Vertices(); len(v) != 2 {
		t.Errorf("after a double click on the point there are %v", v)
	}
}

// A curve is caught where it runs, not where it would if it were straight.
func TestACurvesMiddlesLieOnIt(t *testing.T) {
	h := atBoard(t)
	line := h.draws(t, Lines, 100, 300, 500, 300)
	h.drag(300, 300, 300, 100)
	at := middles(h.now(line))
	if len(at) != 2 {
		t.Fatalf("two stretches have the middles %v", at)
	}
	straight := board.Point{X: 200, Y: 200}
	if at[0].Dist(straight) < 2 || at[0].Dist(straight) > 80 {
		t.Errorf("the first middle is %v, near the chord's %v", at[0], straight)
	}
	if hit := h.scene.HitTest(at[0], 1); hit == nil {
		t.Errorf("the line does not pass its middle %v", at[0])
	}
	way := h.view.toWindow(at[0])
	h.oneStep(t, func() { h.drag(way.X, way.Y, 150, 120) })
	if n := len(h.now(line).Points); n != 4 {
		t.Errorf("after one more bend it has %d points", n)
	}
}

func TestAnElbowArrowsStretchIsMoved(t *testing.T) {
	h := atBoard(t)
	h.SetArrowKind(board.ElbowArrow)
	arrow := h.draws(t, Arrows, 100, 100, 500, 400)
	g := h.marks.grips[len(h.marks.grips)/2]
	v := h.now(arrow).Vertices()
	upright := v[g.index].X == v[g.index+1].X
	at := h.view.toWindow(g.at)
	h.oneStep(t, func() { h.drag(at.X, at.Y, at.X+60, at.Y+60) })
	after := h.now(arrow).Vertices()
	moved := false
	for i := 1; i < len(after); i++ {
		if upright && after[i].X == after[i-1].X && after[i].X == g.at.X+60 ||
			!upright && after[i].Y == after[i-1].Y && after[i].Y == g.at.Y+60 {
			moved = true
		}
	}
	if !moved {
		t.Errorf("the stretch at %v was dragged by 60; the arrow now runs %v", g.at, after)
	}
}

func TestEscapeLeavesABentLineAsItWas(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Lines, 100, 300, 500, 300)
	h.noStep(t, func() {
		h.press(300, 300)
		h.to(300, 200)
		h.keys(fyne.KeyEscape)
		h.release()
	})
}

func TestADoubleClickBendsALine(t *testing.T) {
	h := atBoard(t)
	line := h.draws(t, Lines, 100, 300, 500, 300)
	for i, x := range []float32{200, 300, 400} {
		h.oneStep(t, func() { h.doubleClick(x, 302) })
		v := h.now(line).Vertices()
		if len(v) != 3+i || v[1+i].Dist(board.Point{X: float64(x), Y: 300}) > 1e-6 {
			t.Fatalf("after a double click at %g its points are %v", x, v)
		}
	}
	h.selects(t, h.now(line))
	h.oneStep(t, func() { h.doubleClick(300, 300) })
	if v := h.now(line).Vertices(); len(v) != 4 {
		t.Errorf("a double click on a point leaves %v", v)
	}
	arrow := h.draws(t, Arrows, 100, 500, 500, 500)
	h.oneStep(t, func() { h.holding(ctrlKey, func() { h.doubleClick(200, 500) }) })
	if v := h.now(arrow).Vertices(); len(v) != 3 {
		t.Errorf("a double click with Ctrl left the arrow's points %v", v)
	}
	h.noStep(t, func() { h.doubleClick(400, 500) })
	if !h.Typing() {
		t.Error("a double click on an arrow does not begin its label")
	}
}
