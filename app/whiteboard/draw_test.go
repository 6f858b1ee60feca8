package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

func TestDrawingAShapeIsOneStepAndSelectsIt(t *testing.T) {
	for key, kind := range map[fyne.KeyName]board.Kind{
		fyne.KeyR: board.Rectangle, fyne.Key3: board.Diamond, fyne.KeyO: board.Ellipse,
	} {
		h := atBoard(t)
		h.lookAt(-50, -70)
		h.keys(key)
		h.oneStep(t, func() { h.drag(300, 260, 150, 170) })
		e := h.scene.Elements()[0]
		if e.Kind != kind || e.X != 100 || e.Y != 100 || e.W != 150 || e.H != 90 {
			t.Errorf("drew a %s at %g,%g of %g by %g, want %s 100,100 150 by 90", e.Kind, e.X, e.Y, e.W, e.H, kind)
		}
		if h.Tool() != Selecting {
			t.Errorf("after drawing the tool is %d", h.Tool())
		}
		h.selects(t, e)
	}
}

func TestShiftDrawsSquaresAndAltFromTheMiddle(t *testing.T) {
	h := atBoard(t)
	h.Use(Rectangles)
	h.holding(fyne.KeyModifierShift, func() { h.drag(100, 100, 300, 180) })
	if e := h.scene.Elements()[0]; e.W != 200 || e.H != 200 {
		t.Errorf("with Shift %g by %g was drawn", e.W, e.H)
	}
	h.Use(Ellipses)
	h.holding(fyne.KeyModifierAlt, func() { h.drag(600, 400, 650, 430) })
	if e := h.scene.Elements()[1]; e.X != 550 || e.Y != 370 || e.W != 100 || e.H != 60 {
		t.Errorf("with Alt drew %g,%g %g by %g", e.X, e.Y, e.W, e.H)
	}
}

func TestAClickDrawsNothing(t *testing.T) {
	for _, tool := range []Tool{Rectangles, Arrows, Lines} {
		h := atBoard(t)
		h.Use(tool)
		h.noStep(t, func() { h.click(300, 300) })
		if h.Tool() != tool {
			t.Errorf("a click took tool %d out of the hand", tool)
		}
	}
}

func TestALockedToolStaysAndThePencilAlways(t *testing.T) {
	h := atBoard(t)
	h.keys(fyne.KeyR, fyne.KeyQ)
	h.drag(100, 100, 200, 200)
	h.drag(300, 100, 400, 200)
	if h.Tool() != Rectangles || h.scene.Len() != 2 || !h.Locked() {
		t.Fatalf("locked: tool %d, %d drawn", h.Tool(), h.scene.Len())
	}
	h.selects(t)
	h.keys(fyne.KeyQ, fyne.KeyP)
	h.oneStep(t, func() { h.drag(100, 400, 300, 420) })
	if h.Tool() != Freehand {
		t.Error("the pencil was put away after a stroke")
	}
	h.selects(t)
}

func TestTheTextToolStaysWhenLocked(t *testing.T) {
	h := atBoard(t)
	h.Use(Texts)
	h.SetLocked(true)
	for _, y := range []float32{100, 300} {
		h.click(100, y)
		h.write("a")
		h.keys(fyne.KeyEscape)
	}
	if h.scene.Len() != 2 || h.Tool() != Texts {
		t.Errorf("%d texts with tool %d in hand", h.scene.Len(), h.Tool())
	}
	h.SetLocked(false)
	h.click(100, 500)
	h.write("b")
	h.keys(fyne.KeyEscape)
	if h.Tool() != Selecting {
		t.Error("unlocked, the text tool stays")
	}
}

func TestAStrokeFollowsTheHand(t *testing.T) {
	h := atBoard(t)
	h.Use(Freehand)
	way := [][2]float32{{120, 100}, {180, 160}, {200, 300}, {320, 310}}
	h.press(100, 100)
	for _, p := range way {
		h.to(p[0], p[1])
	}
	h.release()
	e := h.scene.Elements()[0]
	for _, p := range way {
		if d := distanceTo(e, board.Point{X: float64(p[0]), Y: float64(p[1])}); d > 2 {
			t.Errorf("the stroke passes %v at %.1f", p, d)
		}
	}
	h.noStep(t, func() { h.keys(fyne.KeyEscape) })
	h.Use(Freehand)
	h.oneStep(t, func() { h.click(500, 500) })
}

func distanceTo(e *board.Element, p board.Point) float64 {
	best := 1e9
	v := e.Vertices()
	for i := 1; i < len(v); i++ {
		for k := 0.0; k <= 1; k += 1.0 / 64 {
			best = min(best, v[i-1].Lerp(v[i], k).Dist(p))
		}
	}
	return best
}

func TestArrowsBindWhereTheyAreDroppedAndFollow(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 100, 100, 200, 180)
	z := h.draws(t, Rectangles, 500, 100, 600, 180)
	h.Use(Arrows)
	h.oneStep(t, func() { h.drag(150, 140, 550, 140) })
	arrow := h.scene.Elements()[2]
	if arrow.Start == nil || arrow.End == nil || arrow.Start.ElementID != a.ID || arrow.End.ElementID != z.ID {
		t.Fatalf("the arrow is bound to %+v and %+v", arrow.Start, arrow.End)
	}
	before := arrow.Vertices()[1]
	h.click(800, 600)
	h.oneStep(t, func() { h.drag(500, 140, 500, 440) })
	if after := h.now(arrow).Vertices()[1]; after.Y < before.Y+200 {
		t.Errorf("the shape went down 300, the arrow's end from %v to %v", before, after)
	}
}

func TestCtrlKeepsArrowsFree(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.Use(Arrows)
	h.holding(fyne.KeyModifierShortcutDefault, func() { h.drag(150, 140, 400, 140) })
	if a := h.scene.Elements()[1]; a.Start != nil || a.End != nil {
		t.Error("with Ctrl the arrow was bound")
	}
}

func TestShiftDrawsLinesAtFifteenDegrees(t *testing.T) {
	h := atBoard(t)
	h.Use(Lines)
	h.holding(fyne.KeyModifierShift, func() { h.drag(100, 100, 400, 110) })
	v := h.scene.Elements()[0].Vertices()
	near(t, "the end's height", v[1].Y, 100, 1e-6)
}

// An arrow's end moves when it is dragged, and never by itself.
func TestDraggingAnArrowsEnd(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 500, 100, 600, 180)
	arrow := h.draws(t, Arrows, 100, 300, 300, 300)
	h.noStep(t, func() { h.click(303, 304) })
	h.selects(t, arrow)
	h.oneStep(t, func() { h.drag(300, 300, 550, 140) })
	if e := h.now(arrow); e.End == nil || e.End.ElementID != box.ID {
		t.Error("dropped on a shape, the end is not bound to it")
	}
	if v := h.now(arrow).Vertices(); v[0] != (board.Point{X: 100, Y: 300}) {
		t.Errorf("the other end went to %v", v[0])
	}
	h.selects(t, arrow)
}

func TestTheShapeAnArrowWouldBindToIsShown(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 300, 300, 400, 380)
	h.Use(Arrows)
	h.at = fyne.NewPos(350, 340)
	h.MouseMoved(h.event())
	if _, above := h.show(); above == nil {
		t.Error("nothing is shown over a shape")
	}
	h.at = fyne.NewPos(900, 700)
	h.MouseMoved(h.event())
	if _, above := h.show(); above != nil {
		t.Error("away from the shape the hint stays")
	}
	h.at = fyne.NewPos(350, 340)
	h.MouseMoved(h.event())
	h.Use(Selecting)
	if _, above := h.show(); above != nil {
		t.Error("the hint outlives its tool")
	}
}

func TestTheEraserTakesWhatItPassesInOneStep(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.draws(t, Lines, 300, 100, 300, 200)
	kept := h.draws(t, Ellipses, 600, 500, 700, 600)
	h.keys(fyne.KeyE)
	h.oneStep(t, func() { h.drag(50, 140, 400, 140) })
	if h.scene.Len() != 1 || h.now(kept) == nil {
		t.Errorf("%d elements are left", h.scene.Len())
	}
	if h.Tool() != Erasing {
		t.Error("the eraser was put away")
	}
	h.noStep(t, func() {
		h.press(600, 550)
		h.to(620, 550)
		h.keys(fyne.KeyEscape)
		h.release()
	})
}

func TestEscapeDropsWhatIsBeingDrawn(t *testing.T) {
	for _, tool := range []Tool{Rectangles, Arrows, Freehand} {
		h := atBoard(t)
		h.Use(tool)
		h.noStep(t, func() {
			h.press(100, 100)
			h.to(300, 300)
			h.keys(fyne.KeyEscape)
			h.to(400, 400)
			h.release()
		})
		if _, above := h.show(); above != nil {
			t.Errorf("tool %d: what was dropped is still shown", tool)
		}
		h.keys(fyne.KeyEscape)
		if h.Tool() != Selecting {
			t.Errorf("a second Escape leaves tool %d in hand", h.Tool())
		}
	}
}

// The toolkit tells a release over a plain label by DragEnd alone, and one after
// a tiny move off the board not at all.
func TestAReleaseElsewhereFinishes(t *testing.T) {
	h := atBoard(t)
	h.Use(Rectangles)
	h.oneStep(t, func() {
		h.press(100, 100)
		h.to(-30, 300)
		h.DragEnd()
	})
	h.Use(Freehand)
	h.oneStep(t, func() {
		h.press(400, 400)
		h.to(450, 400)
		h.down = 0
		h.MouseMoved(h.event())
	})
}

func TestAnotherButtonDoesNotDisturbAGesture(t *testing.T) {
	h := atBoard(t)
	h.Use(Rectangles)
	h.oneStep(t, func() {
		h.press(100, 100)
		h.to(200, 200)
		h.pressWith(desktop.MouseButtonTertiary, 200, 200)
		h.MouseUp(h.event())
		h.down = desktop.MouseButtonPrimary
		h.to(300, 300)
		h.release()
	})
	if e := h.scene.Elements()[0]; e.W != 200 || e.H != 200 {
		t.Errorf("drew %g by %g", e.W, e.H)
	}
}

func TestLosingFocusOrResizingMidGestureKeepsIt(t *testing.T) {
	h := atBoard(t)
	h.Use(Rectangles)
	h.oneStep(t, func() {
		h.press(100, 100)
		h.to(200, 200)
		h.FocusLost()
		h.Resize(fyne.NewSize(700, 500))
		h.to(300, 250)
		h.release()
	})
}

func TestUndoMidGestureDropsTheGestureOnly(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.Use(Ellipses)
	h.noStep(t, func() {
		h.press(300, 300)
		h.to(400, 400)
		h.TypedShortcut(&fyne.ShortcutUndo{})
		h.release()
	})
	h.noStep(t, func() {
		h.Use(Selecting)
		h.press(100, 140)
		h.to(150, 140)
		h.keys(fyne.KeyDelete)
		h.keys(fyne.KeyRight)
		h.keys(fyne.KeyEscape)
		h.release()
	})
}
