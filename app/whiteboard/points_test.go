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
