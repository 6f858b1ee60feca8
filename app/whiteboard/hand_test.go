package whiteboard

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/internal/board"
)

// hand is a person at a board in a window of 1000 by 800, on a document that
// writes down every edit.
type hand struct {
	*Board
	scene *board.Scene
	edits []board.Edit
	held  fyne.KeyModifier
	at    fyne.Position
	down  desktop.MouseButton
	rests func() // what the board waits for a rest to do, or nil
}

func atBoard(t testing.TB, elements ...*board.Element) *hand {
	t.Helper()
	test.NewTempApp(t)
	h := &hand{scene: board.NewScene(elements...)}
	h.Board = New(Document{
		Scene: func() *board.Scene { return h.scene },
		Do: func(e board.Edit) board.Edit {
			h.edits = append(h.edits, e)
			return h.scene.Apply(e)
		},
	})
	h.Board.later = func(_ time.Duration, do func()) func() {
		h.rests = do
		return func() { h.rests = nil }
	}
	// The toolkit's test driver would run a frame of the laser on the goroutine
	// of its beat.
	h.laser.beat = func(func()) func() { return func() {} }
	h.Board.mods = func() fyne.KeyModifier { return h.held }
	w := test.NewTempWindow(t, h.Board)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1000, 800))
	h.show()
	h.lookAt(0, 0)
	return h
}

// show has both layers painted, as the window does after each event, and
// returns them.
func (h *hand) show() (settled, above []byte) {
	size := h.raster.Size()
	settled = rgba(h.generate(int(size.Width), int(size.Height)))
	if h.live.raster.Visible() {
		size = h.live.raster.Size()
		above = rgba(h.live.generate(int(size.Width+0.5), int(size.Height+0.5)))
	}
	return settled, above
}

// lookAt puts a scene point at the window's corner, at 100 %.
func (h *hand) lookAt(x, y float64) { h.set(view{x, y, 1}) }

func (h *hand) press(x, y float32) { h.pressWith(desktop.MouseButtonPrimary, x, y) }

func (h *hand) pressWith(button desktop.MouseButton, x, y float32) {
	h.at, h.down = fyne.NewPos(x, y), button
	h.MouseDown(h.event())
	h.show()
}

func (h *hand) event() *desktop.MouseEvent {
	ev := &desktop.MouseEvent{Button: h.down, Modifier: h.held}
	ev.Position = h.at
	return ev
}

// to drags to a place in a few steps, painting after each.
func (h *hand) to(x, y float32) {
	from, goal := h.at, fyne.NewPos(x, y)
	for i := 1; i <= 4; i++ {
		k := float32(i) / 4
		h.at = fyne.NewPos(from.X+(goal.X-from.X)*k, from.Y+(goal.Y-from.Y)*k)
		ev := &fyne.DragEvent{}
		ev.Position = h.at
		h.Dragged(ev)
		h.show()
	}
}

func (h *hand) release() {
	h.MouseUp(h.event())
	h.DragEnd()
	h.down = 0
	h.show()
}

func (h *hand) drag(x0, y0, x1, y1 float32) {
	h.press(x0, y0)
	h.to(x1, y1)
	h.release()
}

// click is never the second half of a double click.
func (h *hand) click(x, y float32) {
	h.clicks = clicks{}
	h.press(x, y)
	h.release()
}

func (h *hand) doubleClick(x, y float32) {
	h.click(x, y)
	h.press(x, y)
	h.release()
}

// holding does something while modifier keys are held.
func (h *hand) holding(mods fyne.KeyModifier, do func()) {
	h.held = mods
	do()
	h.held = 0
}

// keys presses keys without Ctrl or Alt.
func (h *hand) keys(names ...fyne.KeyName) {
	for _, n := range names {
		h.KeyDown(&fyne.KeyEvent{Name: n})
		h.TypedKey(&fyne.KeyEvent{Name: n})
		h.KeyUp(&fyne.KeyEvent{Name: n})
		h.show()
	}
}

func (h *hand) ctrl(n fyne.KeyName) {
	h.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: fyne.KeyModifierShortcutDefault})
	h.show()
}

func (h *hand) write(text string) {
	for _, r := range text {
		if r == '\n' {
			h.keys(fyne.KeyReturn)
			continue
		}
		h.TypedRune(r)
		h.show()
	}
}

func (h *hand) wheel(dx, dy float32) {
	ev := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)}
	ev.Position = h.at
	h.Scrolled(ev)
	h.show()
}

// draws draws a shape with its tool and returns it.
func (h *hand) draws(t testing.TB, tool Tool, x0, y0, x1, y1 float32) *board.Element {
	t.Helper()
	h.Use(tool)
	before := h.scene.Clone()
	h.drag(x0, y0, x1, y1)
	for _, e := range h.scene.Elements() {
		if before.Get(e.ID) == nil {
			return e
		}
	}
	t.Fatalf("dragging with tool %d drew nothing", tool)
	return nil
}

// now is the element as the document has it now.
func (h *hand) now(e *board.Element) *board.Element { return h.scene.Get(e.ID) }

// text is what the element says, "" without a label.
func (h *hand) text(e *board.Element) string {
	if t := textOf(h.scene, h.now(e)); t != nil {
		return t.Text
	}
	return ""
}

// oneStep checks that what do does is one edit, one step of undo, and that undo
// and redo take it back and bring it again exactly.
func (h *hand) oneStep(t *testing.T, do func()) {
	t.Helper()
	before, edits := snapshot(h.scene), len(h.edits)
	do()
	after := snapshot(h.scene)
	if n := len(h.edits) - edits; n != 1 {
		t.Fatalf("%d edits were made, want 1", n)
	}
	if reflect.DeepEqual(before, after) {
		t.Fatal("nothing has changed")
	}
	selected := h.Selected()
	h.Undo()
	if !reflect.DeepEqual(snapshot(h.scene), before) {
		t.Fatal("one undo does not take it back")
	}
	h.Redo()
	if !reflect.DeepEqual(snapshot(h.scene), after) {
		t.Fatal("redo does not bring it again")
	}
	h.Select(selected...)
}

// noStep checks that do changes nothing in the document.
func (h *hand) noStep(t *testing.T, do func()) {
	t.Helper()
	edits := len(h.edits)
	do()
	if n := len(h.edits) - edits; n != 0 {
		t.Fatalf("%d edits were made, want none", n)
	}
}

func snapshot(s *board.Scene) []board.Element {
	var out []board.Element
	for _, e := range s.Elements() {
		out = append(out, *e)
	}
	return out
}

func (h *hand) selects(t *testing.T, want ...*board.Element) {
	t.Helper()
	got := h.Selected()
	var ids []string
	for _, e := range want {
		ids = append(ids, e.ID)
	}
	slices.Sort(got)
	slices.Sort(ids)
	if !slices.Equal(got, ids) {
		t.Fatalf("selected are %d elements %v, want %d %v", len(got), got, len(ids), ids)
	}
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if got < want-within || got > want+within {
		t.Errorf("%s is %g, want %g", what, got, want)
	}
}
