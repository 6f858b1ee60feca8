package whiteboard

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

func TestMovingSnapsToNeighboursUnlessCtrlIsHeld(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	b := h.draws(t, Rectangles, 400, 310, 500, 390)
	h.Select()
	h.press(400, 350)
	h.to(397, 145) // its top edge comes to 105
	if len(h.guides) == 0 {
		t.Error("no guide says why it snaps")
	}
	h.release()
	if e := h.now(b); e.Y != 100 || e.X != 397 {
		t.Errorf("it lies at %g,%g, want 397,100", e.X, e.Y)
	}
	if len(h.guides) != 0 {
		t.Error("the guides stay")
	}
	h.holdDuring(ctrlKey, 397, 140, 397, 143)
	if e := h.now(b); e.Y != 103 {
		t.Errorf("with Ctrl held it snapped to %g", e.Y)
	}
	h.chord(fyne.KeyS, altKey)
	h.Select()
	h.drag(397, 143, 397, 144)
	if e := h.now(b); e.Y != 104 || h.SnapsToOthers() {
		t.Errorf("switched off it snapped to %g", e.Y)
	}
}

// holdDuring drags with modifiers held from after the press on.
func (h *hand) holdDuring(mods fyne.KeyModifier, x0, y0, x1, y1 float32) {
	h.Select()
	h.press(x0, y0)
	h.held = mods
	h.to(x1, y1)
	h.release()
	h.held = 0
}

func TestResizingSnapsTheDraggedEdge(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	b := h.draws(t, Rectangles, 400, 300, 500, 390)
	from := h.marks.handlePlace(handle{-1, 0})
	h.oneStep(t, func() { h.drag(from.X, from.Y, from.X-204, from.Y) })
	if e := h.now(b); e.X != 200 || e.W != 300 || e.Y != 300 || e.H != 90 {
		t.Errorf("its box is %+v, want 200,300 300 by 90", e.Box())
	}
}

func TestTheGrid(t *testing.T) {
	h := atBoard(t)
	h.chord(fyne.KeyApostrophe, ctrlKey)
	a := h.draws(t, Rectangles, 103, 98, 209, 187)
	if want := (board.Rect{X: 100, Y: 100, W: 100, H: 80}); a.Box() != want {
		t.Errorf("drawn on the grid it is %+v, want %+v", a.Box(), want)
	}
	h.drag(100, 140, 133, 169)
	if e := h.now(a); e.X != 140 || e.Y != 120 {
		t.Errorf("moved on the grid it lies at %g,%g", e.X, e.Y)
	}
}

func TestTurningByTheHandle(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 300, 300, 400, 380)
	at := h.marks.turnerPlace()
	h.oneStep(t, func() { h.drag(at.X, at.Y, 450, 340) })
	near(t, "the angle", h.now(a).Angle, math.Pi/2, 1e-6)
	at = h.marks.turnerPlace()
	near(t, "the handle's place", float64(at.X), 350+40+turnerAway, 1)
	h.holding(shiftKey, func() { h.drag(at.X, at.Y, 450, 350) })
	near(t, "the angle with Shift", math.Mod(h.now(a).Angle, math.Pi/12), 0, 1e-6)
}

// A turned element is resized along its own sides: the corner opposite stays.
func TestResizingWhatIsTurned(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 300, 300, 400, 380)
	h.commit(board.Rotate(h.scene, []string{a.ID}, math.Pi/6))
	corner := func(sx, sy int) board.Point {
		e := h.now(a)
		return handle{sx, sy}.of(e.Box()).Rotate(e.Centre(), e.Angle)
	}
	stays := corner(-1, -1)
	from, goal := h.marks.handlePlace(handle{1, 1}), corner(1, 1).Add(board.Point{X: 60, Y: 50})
	h.oneStep(t, func() { h.drag(from.X, from.Y, from.X+60, from.Y+50) })
	if d := corner(-1, -1).Dist(stays); d > 0.01 {
		t.Errorf("the corner opposite went %.2f away", d)
	}
	if d := corner(1, 1).Dist(goal); d > 0.01 {
		t.Errorf("the dragged corner lies %.2f beside the hand", d)
	}
}

func TestCtrlClickReachesIntoAGroup(t *testing.T) {
	h, a, b, _ := boxes(t)
	h.Select(a.ID, b.ID)
	h.chord(fyne.KeyG, ctrlKey)
	h.Select()
	h.holding(ctrlKey, func() { h.click(300, 140) })
	h.selects(t, b)
}

// Equal gaps are shown as measures: a line with a bar at either end.
func TestEqualGapsAreMeasured(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 200, 200, 320, 280)
	h.draws(t, Rectangles, 400, 200, 520, 280)
	b := h.draws(t, Rectangles, 605, 520, 725, 600)
	h.Select()
	h.press(605, 560)
	h.to(602, 262) // 11 below the others' middle: only the gap is near
	gaps, upright := 0, 0
	for _, g := range h.guides {
		if g.Gap {
			gaps++
		}
	}
	for _, l := range h.marks.lines {
		if l.Visible() && l.Position1.X == l.Position2.X && l.Position2.Y-l.Position1.Y == 2*gapTick {
			upright++
		}
	}
	if gaps < 2 || upright != 2*gaps {
		t.Errorf("%d gaps are shown, with %d bars", gaps, upright)
	}
	h.release()
	if e := h.now(b); e.X != 600 {
		t.Errorf("it lies at %g, want 600: 80 beside the other", e.X)
	}
}
