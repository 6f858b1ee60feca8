package whiteboard

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// Whatever a hand can do is one step, which undo takes back and redo brings
// again; the kinds of deed are those of Excalidraw's own tests of its history.
func TestEveryDeedIsOneStep(t *testing.T) {
	for name, do := range map[string]func(t *testing.T, h *hand, a, b *board.Element){
		"drawing":          func(t *testing.T, h *hand, _, _ *board.Element) { h.draws(t, Diamonds, 600, 500, 700, 600) },
		"drawing an arrow": func(t *testing.T, h *hand, _, _ *board.Element) { h.draws(t, Arrows, 250, 140, 290, 140) },
		"drawing freehand": func(t *testing.T, h *hand, _, _ *board.Element) { h.draws(t, Freehand, 600, 500, 700, 600) },
		"moving":           func(_ *testing.T, h *hand, _, _ *board.Element) { h.drag(100, 140, 100, 340) },
		"moving with copies": func(_ *testing.T, h *hand, _, _ *board.Element) {
			h.holding(altKey, func() { h.drag(100, 140, 100, 440) })
		},
		"nudging": func(_ *testing.T, h *hand, _, _ *board.Element) {
			h.keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyLeft)
			h.rests()
		},
		"resizing": func(_ *testing.T, h *hand, a, _ *board.Element) {
			h.Select(a.ID)
			from := h.marks.handlePlace(handle{1, 1})
			h.drag(from.X, from.Y, from.X+50, from.Y+90)
		},
		"turning": func(_ *testing.T, h *hand, a, _ *board.Element) {
			h.Select(a.ID)
			from := h.marks.turnerPlace()
			h.drag(from.X, from.Y, from.X+70, from.Y+30)
		},
		"labelling": func(_ *testing.T, h *hand, a, _ *board.Element) {
			h.Select(a.ID)
			h.keys(fyne.KeyReturn)
			h.write("Feature store")
			h.keys(fyne.KeyEscape)
		},
		"writing": func(_ *testing.T, h *hand, _, _ *board.Element) {
			h.doubleClick(700, 600)
			h.write("free")
			h.click(900, 100)
		},
		"deleting":    func(_ *testing.T, h *hand, _, _ *board.Element) { h.keys(fyne.KeyDelete) },
		"erasing":     func(_ *testing.T, h *hand, _, _ *board.Element) { h.Use(Erasing); h.drag(60, 140, 450, 140) },
		"duplicating": func(_ *testing.T, h *hand, _, _ *board.Element) { h.ctrl(fyne.KeyD) },
		"grouping":    func(_ *testing.T, h *hand, _, _ *board.Element) { h.chord(fyne.KeyG, ctrlKey) },
		"locking":     func(_ *testing.T, h *hand, _, _ *board.Element) { h.chord(fyne.KeyL, ctrlKey|shiftKey) },
		"flipping":    func(_ *testing.T, h *hand, _, _ *board.Element) { h.chord(fyne.KeyH, shiftKey) },
		"ordering": func(_ *testing.T, h *hand, a, _ *board.Element) {
			h.Select(a.ID)
			h.chord(fyne.KeyRightBracket, ctrlKey|shiftKey)
		},
		"aligning":   func(_ *testing.T, h *hand, _, _ *board.Element) { h.chord(fyne.KeyDown, ctrlKey|shiftKey) },
		"converting": func(_ *testing.T, h *hand, _, _ *board.Element) { h.chord(fyne.KeyTab, 0) },
		"growing":    func(_ *testing.T, h *hand, a, _ *board.Element) { h.Select(a.ID); h.grows(fyne.KeyDown, 2) },
		"framing":    func(t *testing.T, h *hand, _, _ *board.Element) { h.draws(t, Frames, 50, 50, 450, 300) },
		"wrapping":   func(_ *testing.T, h *hand, _, _ *board.Element) { h.chord(fyne.KeyF, ctrlKey|shiftKey) },
		"styling": func(_ *testing.T, h *hand, _, _ *board.Element) {
			w := 4.0
			h.SetStyle(board.StyleChange{StrokeWidth: &w})
		},
		"pasting text": func(_ *testing.T, h *hand, _, _ *board.Element) { h.pastes("hello") },
		"pasting a chart": func(_ *testing.T, h *hand, _, _ *board.Element) {
			h.pastes("flowchart LR\n A[Client] --> B[Service] --> C[(Store)]")
		},
		"cutting":     func(_ *testing.T, h *hand, _, _ *board.Element) { h.TypedShortcut(&fyne.ShortcutCut{}) },
		"dropping in": func(_ *testing.T, h *hand, _, _ *board.Element) { h.DropPart(board.Parts()[3]) },
	} {
		t.Run(name, func(t *testing.T) {
			h := atBoard(t)
			a := h.draws(t, Rectangles, 100, 100, 200, 180)
			b := h.draws(t, Rectangles, 300, 120, 400, 220)
			h.Select(a.ID, b.ID)
			h.oneStep(t, func() { do(t, h, a, b) })
			if !h.CanUndo() || h.CanRedo() {
				t.Error("after it there is nothing to undo, or something to redo")
			}
		})
	}
}

func (h *hand) pastes(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	h.TypedShortcut(&fyne.ShortcutPaste{})
}

// What changes nothing is no step, and leaves what can be redone.
func TestWhatIsNoStep(t *testing.T) {
	for name, do := range map[string]func(h *hand, a *board.Element){
		"a click":           func(h *hand, _ *board.Element) { h.click(100, 140) },
		"a marquee":         func(h *hand, _ *board.Element) { h.drag(50, 50, 500, 500) },
		"a drag to and fro": func(h *hand, _ *board.Element) { h.press(100, 140); h.to(300, 300); h.to(100, 140); h.release() },
		"typing nothing":    func(h *hand, _ *board.Element) { h.doubleClick(700, 600); h.keys(fyne.KeyEscape) },
		"typing and taking back": func(h *hand, a *board.Element) {
			h.Select(a.ID)
			h.keys(fyne.KeyReturn)
			h.write("x")
			h.keys(fyne.KeyBackspace, fyne.KeyEscape)
		},
		"zooming":                 func(h *hand, _ *board.Element) { h.ZoomStep(true); h.ZoomReset(); h.FitAll() },
		"copying":                 func(h *hand, a *board.Element) { h.Select(a.ID); h.TypedShortcut(&fyne.ShortcutCopy{}) },
		"choosing tools":          func(h *hand, _ *board.Element) { h.keys(fyne.KeyR, fyne.KeyA, fyne.KeyK, fyne.KeyF, fyne.KeyEscape) },
		"pointing":                func(h *hand, _ *board.Element) { h.Use(Pointing); h.drag(100, 100, 300, 300) },
		"a nudge there and back":  func(h *hand, a *board.Element) { h.Select(a.ID); h.keys(fyne.KeyLeft, fyne.KeyRight); h.rests() },
		"ordering what is on top": func(h *hand, a *board.Element) { h.Select(a.ID); h.chord(fyne.KeyRightBracket, ctrlKey) },
		"walking":                 func(h *hand, a *board.Element) { h.Select(a.ID); h.walks(fyne.KeyRight) },
		"an erasing that was left": func(h *hand, _ *board.Element) {
			h.Use(Erasing)
			h.press(60, 140)
			h.to(150, 140)
			h.keys(fyne.KeyEscape)
			h.release()
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := atBoard(t)
			a := h.draws(t, Rectangles, 100, 100, 200, 180)
			h.draws(t, Rectangles, 300, 300, 400, 380)
			h.Undo()
			h.noStep(t, func() { do(h, a) })
			if !h.CanRedo() {
				t.Error("after it what was undone cannot be redone")
			}
		})
	}
}

// A new deed ends what could be redone; a selection comes and goes with what is
// selected.
func TestAfterUndoTheWayAheadIsNew(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 100, 100, 200, 180)
	b := h.draws(t, Rectangles, 300, 300, 400, 380)
	h.selects(t, b)
	h.Undo()
	h.selects(t)
	h.draws(t, Ellipses, 500, 300, 600, 380)
	if h.CanRedo() {
		t.Error("after a new deed the old one can be redone")
	}
	h.Undo()
	h.Undo()
	if h.scene.Len() != 0 || h.CanUndo() {
		t.Errorf("all undone %d elements are left", h.scene.Len())
	}
	h.Undo()
	h.Redo()
	if h.scene.Len() != 1 || !reflect.DeepEqual(*h.now(a), *a) {
		t.Error("redone, the first is not as it was")
	}
}
