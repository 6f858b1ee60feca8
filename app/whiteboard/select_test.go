package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// boxes is a board with three boxes in a row, the first labelled.
func boxes(t *testing.T) (h *hand, a, b, c *board.Element) {
	t.Helper()
	h = atBoard(t)
	a = h.draws(t, Rectangles, 100, 100, 200, 180)
	b = h.draws(t, Rectangles, 300, 100, 400, 180)
	c = h.draws(t, Ellipses, 500, 100, 600, 180)
	h.doubleClick(150, 140)
	h.write("Feed")
	h.keys(fyne.KeyEscape, fyne.KeyEscape)
	h.selects(t)
	return h, h.now(a), b, c
}

func TestClickingSelects(t *testing.T) {
	h, a, b, c := boxes(t)
	h.click(300, 140) // the border of a hollow shape
	h.selects(t, b)
	h.click(150, 140) // a label
	h.selects(t, a)
	h.holding(fyne.KeyModifierShift, func() { h.click(500, 140) })
	h.selects(t, a, c)
	h.holding(fyne.KeyModifierShift, func() { h.click(150, 140) })
	h.selects(t, c)
	h.holding(fyne.KeyModifierShift, func() { h.click(150, 140) })
	h.click(150, 140) // of several one
	h.selects(t, a)
	h.click(800, 600)
	h.selects(t)
	h.ctrl(fyne.KeyA)
	h.TypedShortcut(&fyne.ShortcutSelectAll{})
	h.selects(t, a, b, c)
	h.keys(fyne.KeyEscape)
	h.selects(t)
}

func TestTheMarqueeTakesWhatLiesInIt(t *testing.T) {
	h, a, b, c := boxes(t)
	h.noStep(t, func() {
		h.drag(50, 50, 450, 300)
		h.selects(t, a, b)
		h.holding(fyne.KeyModifierShift, func() { h.drag(480, 50, 700, 300) })
		h.selects(t, a, b, c)
		h.drag(250, 50, 350, 300) // cuts a box in two
		h.selects(t)
	})
	h.click(300, 140)
	h.holding(fyne.KeyModifierShift, func() {
		h.press(480, 50)
		h.to(700, 300)
		h.keys(fyne.KeyEscape)
		h.release()
	})
	h.selects(t, b)
	if h.marks.band.Visible() {
		t.Error("the dropped marquee is still shown")
	}
}

func TestGroupsGoTogether(t *testing.T) {
	var all []*board.Element
	for i, key := range board.KeysBetween("", "", 3) {
		e := board.NewElement(board.Rectangle, board.DefaultStyle())
		e.X, e.Y, e.W, e.H, e.Index = float64(100+200*i), 100, 100, 80, key
		if i < 2 {
			e.Groups = []string{"g"}
		}
		all = append(all, e)
	}
	h := atBoard(t, all...)
	h.click(100, 140)
	h.selects(t, all[0], all[1])
	h.drag(280, 50, 700, 300)
	h.selects(t, all...)
	h.click(500, 140)
	h.holding(fyne.KeyModifierShift, func() { h.click(300, 140) })
	h.selects(t, all...)
	h.holding(fyne.KeyModifierShift, func() { h.click(300, 140) })
	h.selects(t, all[2])
}

func TestDraggingMoves(t *testing.T) {
	h, a, b, _ := boxes(t)
	label := h.scene.LabelOf(a)
	h.oneStep(t, func() { h.drag(150, 140, 190, 200) }) // by its label
	h.selects(t, a)
	if e := h.now(a); e.X != 140 || e.Y != 160 {
		t.Errorf("moved to %g,%g", e.X, e.Y)
	}
	if e := h.now(label); e.X != label.X+40 || e.Y != label.Y+60 {
		t.Error("the label stayed behind")
	}
	h.drag(280, 50, 450, 300)
	h.oneStep(t, func() { h.drag(350, 120, 350, 420) }) // inside a hollow selected shape
	if e := h.now(b); e.Y != 400 {
		t.Errorf("dragged by its inside to %g", e.Y)
	}
	h.oneStep(t, func() { h.holding(fyne.KeyModifierShift, func() { h.drag(300, 440, 420, 470) }) })
	if e := h.now(b); e.X != 420 || e.Y != 400 {
		t.Errorf("with Shift moved to %g,%g", e.X, e.Y)
	}
	h.selects(t, b)
	h.noStep(t, func() { h.click(420, 440) })
}

func TestAltDragLeavesTheOriginal(t *testing.T) {
	h, a, _, _ := boxes(t)
	h.oneStep(t, func() { h.holding(fyne.KeyModifierAlt, func() { h.drag(150, 140, 150, 440) }) })
	if h.scene.Len() != 6 || h.now(a).Y != 100 {
		t.Fatalf("%d elements, the original at %g", h.scene.Len(), h.now(a).Y)
	}
	copied := h.scene.Get(h.Selected()[0])
	if len(h.Selected()) != 1 || copied.ID == a.ID || copied.Y != 400 || h.text(copied) != "Feed" {
		t.Errorf("the copy is at %g and says %q", copied.Y, h.text(copied))
	}
}

func TestResizing(t *testing.T) {
	h, _, b, _ := boxes(t)
	h.click(300, 140)
	h.noStep(t, func() { h.click(405, 185) })
	h.oneStep(t, func() { h.drag(406, 186, 456, 206) })
	if e := h.now(b); e.X != 300 || e.Y != 100 || e.W != 150 || e.H != 100 {
		t.Errorf("by the corner: %g,%g %g by %g", e.X, e.Y, e.W, e.H)
	}
	h.oneStep(t, func() { h.drag(456, 150, 506, 300) }) // the right side
	if e := h.now(b); e.W != 200 || e.H != 100 {
		t.Errorf("by the side: %g by %g", e.W, e.H)
	}
	h.holding(fyne.KeyModifierShift, func() { h.drag(506, 206, 606, 216) })
	if e := h.now(b); e.W != 300 || e.H != 150 {
		t.Errorf("with Shift: %g by %g", e.W, e.H)
	}
	h.holding(fyne.KeyModifierAlt, func() { h.drag(606, 256, 586, 246) })
	if e := h.now(b); e.X != 320 || e.Y != 110 || e.W != 260 || e.H != 130 {
		t.Errorf("with Alt: %g,%g %g by %g", e.X, e.Y, e.W, e.H)
	}
	h.noStep(t, func() {
		h.press(586, 246)
		h.to(700, 400)
		h.keys(fyne.KeyEscape)
		h.release()
	})
}

func TestNudging(t *testing.T) {
	h, _, b, _ := boxes(t)
	h.noStep(t, func() { h.keys(fyne.KeyRight) })
	h.click(300, 140)
	h.oneStep(t, func() {
		h.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown)
		if e := h.seen(b.ID); e.X != 302 || e.Y != 101 || !h.CanUndo() {
			t.Errorf("while it is nudged it is shown at %g,%g", e.X, e.Y)
		}
		h.rests()
	})
	h.oneStep(t, func() {
		h.holding(fyne.KeyModifierShift, func() { h.keys(fyne.KeyUp) })
		h.rests()
	})
	if e := h.now(b); e.X != 302 || e.Y != 96 {
		t.Errorf("nudged to %g,%g", e.X, e.Y)
	}
	h.noStep(t, func() { h.keys(fyne.KeyLeft, fyne.KeyRight); h.rests() })
	h.chord(fyne.KeyApostrophe, ctrlKey)
	h.keys(fyne.KeyRight)
	h.rests()
	if e := h.now(b); e.X != 322 {
		t.Errorf("on the grid nudged to %g", e.X)
	}
}

// Whatever is done next finds what was nudged in its new place.
func TestWhatComesAfterANudgeFindsItDone(t *testing.T) {
	for name, next := range map[string]func(*hand){
		"a click elsewhere": func(h *hand) { h.click(900, 700) },
		"another tool":      func(h *hand) { h.keys(fyne.KeyR) },
		"typing":            func(h *hand) { h.keys(fyne.KeyReturn) },
		"losing the focus":  func(h *hand) { h.FocusLost() },
		"escape":            func(h *hand) { h.keys(fyne.KeyEscape) },
		"a reload":          func(h *hand) { h.Reload() },
		"another selection": func(h *hand) { h.Select() },
	} {
		h, _, b, _ := boxes(t)
		h.Select(b.ID)
		h.keys(fyne.KeyRight, fyne.KeyRight)
		edits := len(h.edits)
		next(h)
		if e := h.now(b); e.X != 302 || len(h.edits) != edits+1 || h.rests != nil {
			t.Errorf("after %s it is at %g, by %d edits", name, e.X, len(h.edits)-edits)
		}
	}
	h, _, b, _ := boxes(t)
	h.Select(b.ID)
	h.keys(fyne.KeyRight, fyne.KeyRight)
	h.TypedShortcut(&fyne.ShortcutUndo{})
	if e := h.now(b); e.X != 300 || !h.CanRedo() {
		t.Errorf("undone at once it is at %g", e.X)
	}
	h.keys(fyne.KeyRight)
	h.ctrl(fyne.KeyD)
	if e := h.scene.Get(h.Selected()[0]); e.X != 311 {
		t.Errorf("what was nudged was copied from %g", e.X)
	}
}

func TestDeletingAndDuplicating(t *testing.T) {
	h, a, b, c := boxes(t)
	h.click(150, 140)
	h.oneStep(t, func() { h.ctrl(fyne.KeyD) })
	if h.scene.Len() != 6 || len(h.Selected()) != 1 || h.Selected()[0] == a.ID {
		t.Fatalf("%d elements, %v selected", h.scene.Len(), h.Selected())
	}
	h.oneStep(t, func() { h.keys(fyne.KeyDelete) })
	h.selects(t)
	h.noStep(t, func() { h.keys(fyne.KeyBackspace); h.ctrl(fyne.KeyD) })
	h.drag(280, 50, 700, 300)
	h.selects(t, b, c)
	h.oneStep(t, func() { h.keys(fyne.KeyBackspace) })
	if h.scene.Len() != 2 {
		t.Errorf("%d elements are left", h.scene.Len())
	}
	h.TypedShortcut(&fyne.ShortcutUndo{})
	if h.scene.Len() != 4 || !h.CanRedo() {
		t.Error("Ctrl+Z does not bring them back")
	}
	h.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if h.scene.Len() != 2 || h.CanRedo() {
		t.Error("Ctrl+Shift+Z does not delete them again")
	}
}

func TestTheCursorTellsWhatAPressWillDo(t *testing.T) {
	h, _, _, _ := boxes(t)
	h.click(300, 140)
	for _, c := range []struct {
		x, y float32
		want desktop.Cursor
	}{
		{406, 186, desktop.NWSEResizeCursor},
		{406, 94, desktop.NESWResizeCursor},
		{406, 140, desktop.HResizeCursor},
		{350, 94, desktop.VResizeCursor},
		{350, 140, desktop.PointerCursor},
		{800, 600, desktop.DefaultCursor},
	} {
		h.at = fyne.NewPos(c.x, c.y)
		h.MouseMoved(h.event())
		if got := h.Cursor(); got != c.want {
			t.Errorf("at %g,%g the cursor is %v, want %v", c.x, c.y, got, c.want)
		}
	}
	h.Use(Rectangles)
	if h.Cursor() != desktop.CrosshairCursor {
		t.Error("a drawing tool has no cross hair")
	}
}
