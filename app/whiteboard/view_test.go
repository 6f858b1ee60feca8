package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

func TestTheWheel(t *testing.T) {
	h := atBoard(t)
	h.wheel(0, -25)
	if h.view != (view{0, 25, 1}) {
		t.Errorf("a notch down shows %+v", h.view)
	}
	h.holding(fyne.KeyModifierShift, func() { h.wheel(0, -25) })
	if h.view != (view{25, 25, 1}) {
		t.Errorf("with Shift it shows %+v", h.view)
	}
	h.at = fyne.NewPos(400, 300)
	under := h.view.toScene(h.at)
	h.holding(fyne.KeyModifierShortcutDefault, func() { h.wheel(0, 25) })
	if after := h.view.toScene(h.at); after.Dist(under) > 1e-9 || h.Zoom() <= 1 {
		t.Errorf("zoomed to %g, what was under the pointer went from %v to %v", h.Zoom(), under, after)
	}
	for range 200 {
		h.holding(fyne.KeyModifierShortcutDefault, func() { h.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}) })
	}
	if h.Zoom() != 30 {
		t.Errorf("the largest zoom is %g", h.Zoom())
	}
	for range 400 {
		h.holding(fyne.KeyModifierShortcutDefault, func() { h.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}) })
	}
	if h.Zoom() != 0.1 {
		t.Errorf("the smallest zoom is %g", h.Zoom())
	}
}

func TestZoomKeys(t *testing.T) {
	h := atBoard(t)
	told := 0
	h.OnChange = func() { told++ }
	middle := h.view.toScene(fyne.NewPos(500, 400))
	h.ctrl(fyne.KeyEqual)
	near(t, "zoomed in", h.Zoom(), 1.1, 1e-9)
	h.ctrl(fyne.KeyMinus)
	h.ctrl(fyne.KeyMinus)
	near(t, "zoomed out", h.Zoom(), 0.9, 1e-9)
	h.ctrl(fyne.Key0)
	near(t, "reset", h.Zoom(), 1, 0)
	if d := h.view.toScene(fyne.NewPos(500, 400)).Dist(middle); d > 1e-9 {
		t.Errorf("the middle moved by %g", d)
	}
	if told != 4 {
		t.Errorf("told of %d changes", told)
	}
}

func TestFitting(t *testing.T) {
	h := atBoard(t)
	far := h.draws(t, Rectangles, 100, 100, 200, 200)
	h.lookAt(3000, 2000)
	other := h.draws(t, Ellipses, 0, 0, 300, 200)
	shown := func(e *board.Element) bool {
		p, s := h.view.rectToWindow(e.Extent())
		return p.X >= 0 && p.Y >= 0 && p.X+s.Width <= 1000 && p.Y+s.Height <= 800
	}
	h.holding(fyne.KeyModifierShift, func() { h.keys(fyne.Key1) })
	if !shown(far) || !shown(other) {
		t.Errorf("fit all shows %+v", h.view)
	}
	h.holding(fyne.KeyModifierShift, func() { h.keys(fyne.Key2) })
	if h.Zoom() != 1 || !shown(other) {
		t.Errorf("fit selection shows %+v", h.view)
	}
	h.Select()
	h.FitSelection()
	if !shown(far) || !shown(other) {
		t.Error("with nothing selected everything is fitted")
	}
}

func TestABoardThatIsNotEmptyIsFirstShownWhole(t *testing.T) {
	e := board.NewElement(board.Rectangle, board.DefaultStyle())
	e.X, e.Y, e.W, e.H, e.Index = 5000, 5000, 100, 100, "a0"
	h := atBoard(t)
	h.scene.Apply(board.Edit{Put: []*board.Element{e}})
	again := New(h.doc)
	again.CreateRenderer().Layout(fyne.NewSize(1000, 800))
	near(t, "left of the window", again.view.x, 5050-500, 1)
	near(t, "top of the window", again.view.y, 5050-400, 1)
}

func TestPanningByHand(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 100, 200, 200)
	pans := func(what string, do func()) {
		t.Helper()
		h.lookAt(0, 0)
		h.noStep(t, do)
		if h.view != (view{-60, 40, 1}) {
			t.Errorf("%s: the view is %+v", what, h.view)
		}
	}
	pans("the middle button", func() {
		h.pressWith(desktop.MouseButtonTertiary, 150, 150)
		h.to(210, 110)
		h.release()
	})
	pans("Space", func() {
		h.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
		h.drag(100, 150, 160, 110)
		h.KeyUp(&fyne.KeyEvent{Name: fyne.KeySpace})
	})
	pans("the hand", func() {
		h.keys(fyne.KeyH)
		h.drag(100, 150, 160, 110)
		h.keys(fyne.KeyV)
	})
	h.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
	h.FocusLost() // and with it the key's release
	h.lookAt(0, 0)
	h.oneStep(t, func() { h.drag(100, 150, 160, 110) })
}

// What is dragged stays under the pointer when the wheel moves the board.
func TestTheWheelMidGesture(t *testing.T) {
	h := atBoard(t)
	h.Use(Rectangles)
	h.press(100, 100)
	h.to(200, 200)
	h.wheel(0, -50)
	h.release()
	if e := h.scene.Elements()[0]; e.H != 150 {
		t.Errorf("drew %g high, want 150", e.H)
	}
}
