package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// framedBox is a board with a frame of 400 by 300 at 100, 200, and a box in it.
func framedBox(t *testing.T) (h *hand, frame, box *board.Element) {
	t.Helper()
	h = atBoard(t)
	box = h.draws(t, Rectangles, 200, 300, 300, 380)
	h.keys(fyne.KeyF)
	before := h.scene.Clone()
	h.oneStep(t, func() { h.drag(100, 200, 500, 500) })
	for _, e := range h.scene.Elements() {
		if before.Get(e.ID) == nil {
			frame = e
		}
	}
	if !frame.IsFrame() || h.Tool() != Selecting {
		t.Fatalf("drew a %s, with tool %d in hand now", frame.Kind, h.Tool())
	}
	h.selects(t, frame)
	return h, frame, h.now(box)
}

func TestAFrameHoldsWhatItIsDrawnAround(t *testing.T) {
	h, frame, box := framedBox(t)
	if box.Frame != frame.ID {
		t.Fatal("the box is not in the frame")
	}
	h.oneStep(t, func() { h.drag(100, 350, 150, 370) })
	if e := h.now(box); e.X != 250 || e.Y != 320 {
		t.Errorf("with the frame the box went to %g,%g", e.X, e.Y)
	}
	h.oneStep(t, func() { h.ctrl(fyne.KeyD) })
	if h.scene.Len() != 4 || len(h.Selected()) != 1 || !h.scene.Get(h.Selected()[0]).IsFrame() {
		t.Errorf("duplicated there are %d elements, %d selected", h.scene.Len(), len(h.Selected()))
	}
	h.oneStep(t, func() { h.keys(fyne.KeyDelete) })
	if h.scene.Len() != 3 || len(h.Selected()) != 1 {
		t.Error("without its frame the content is gone, or not selected")
	}
}

func TestAFrameIsNeverTurned(t *testing.T) {
	h, frame, box := framedBox(t)
	if h.marks.turner.Visible() || h.marks.turnerAt(h.marks.turnerPlace()) {
		t.Error("a frame can be turned")
	}
	h.Select(frame.ID, box.ID)
	if h.marks.turner.Visible() {
		t.Error("with others a frame can be turned")
	}
	h.Select(box.ID)
	if !h.marks.turner.Visible() {
		t.Error("what is in a frame cannot be turned")
	}
}

func TestElementsGoIntoAFrameAndOut(t *testing.T) {
	h, frame, box := framedBox(t)
	h.Select()
	h.oneStep(t, func() { h.drag(200, 340, 700, 640) })
	if h.now(box).Frame != "" {
		t.Error("dragged out it is in the frame")
	}
	h.oneStep(t, func() { h.drag(700, 640, 200, 340) })
	if h.now(box).Frame != frame.ID {
		t.Error("dragged in it is not in the frame")
	}
	for _, tool := range []Tool{Rectangles, Arrows, Lines, Freehand} {
		before := len(h.edits)
		if e := h.draws(t, tool, 350, 420, 450, 460); e.Frame != frame.ID || len(h.edits) != before+1 {
			t.Errorf("tool %d drew into frame %q by %d edits", tool, e.Frame, len(h.edits)-before)
		}
	}
	if e := h.draws(t, Ellipses, 450, 420, 560, 460); e.Frame != "" {
		t.Error("what is drawn across the border is in the frame")
	}
	h.Use(Texts)
	h.click(120, 450)
	h.write("note")
	h.oneStep(t, func() { h.keys(fyne.KeyEscape) })
	if e := h.scene.Get(h.Selected()[0]); e.Frame != frame.ID {
		t.Error("what is written in the frame is not in it")
	}
}

func TestAFramesNameIsTypedInPlace(t *testing.T) {
	h, frame, _ := framedBox(t)
	at := h.view.toWindow(frame.NameBox().Centre())
	h.oneStep(t, func() {
		h.doubleClick(at.X, at.Y)
		if !h.Typing() {
			t.Fatal("a double click on the name does not begin to type")
		}
		h.write("Serving path")
		h.keys(fyne.KeyReturn)
	})
	if e := h.now(frame); e.Name != "Serving path" || h.Typing() {
		t.Errorf("the frame is called %q", e.Name)
	}
	h.Select(frame.ID)
	h.noStep(t, func() { h.keys(fyne.KeyReturn, fyne.KeyEscape) })
	h.Select(frame.ID)
	h.keys(fyne.KeyReturn)
	fyne.CurrentApp().Clipboard().SetContent("two\nlines")
	h.TypedShortcut(&fyne.ShortcutPaste{})
	h.keys(fyne.KeyEscape)
	if e := h.now(frame); e.Name != "two lines" {
		t.Errorf("the frame is called %q", e.Name)
	}
	h.keys(fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyEscape)
	if e := h.now(frame); e.FrameName() != "Frame" {
		t.Errorf("without a name it is called %q", e.FrameName())
	}
}

func TestArrowsBindToAFramesBorderOnly(t *testing.T) {
	h, frame, _ := framedBox(t)
	if a := h.draws(t, Arrows, 800, 250, 500, 250); a.End == nil || a.End.ElementID != frame.ID {
		t.Errorf("dropped on the border it is bound to %+v", a.End)
	}
	if a := h.draws(t, Arrows, 800, 600, 430, 450); a.End != nil {
		t.Errorf("dropped in the frame it is bound to %+v", a.End)
	}
}

func TestWrappingTheSelectionInAFrame(t *testing.T) {
	h, a, b, c := boxes(t)
	h.Select(a.ID, b.ID)
	h.oneStep(t, func() { h.chord(fyne.KeyF, ctrlKey|shiftKey) })
	frame := h.scene.Get(h.Selected()[0])
	if !frame.IsFrame() || h.now(a).Frame != frame.ID || h.now(b).Frame != frame.ID || h.now(c).Frame != "" {
		t.Errorf("%s holds the selection wrongly", frame.Kind)
	}
	h.Select()
	h.noStep(t, func() { h.chord(fyne.KeyF, ctrlKey|shiftKey) })
}

func TestAFrameGoesToTheClipboardWithItsContent(t *testing.T) {
	h, frame, box := framedBox(t)
	h.Select(frame.ID)
	h.TypedShortcut(&fyne.ShortcutCopy{})
	h.oneStep(t, func() { h.TypedShortcut(&fyne.ShortcutPaste{}) })
	if h.scene.Len() != 4 {
		t.Fatalf("pasted there are %d elements", h.scene.Len())
	}
	copied := h.scene.Get(h.Selected()[0])
	if len(h.Selected()) != 1 || !copied.IsFrame() {
		t.Fatalf("%d are selected", len(h.Selected()))
	}
	for _, e := range h.scene.Elements() {
		if e.ID != box.ID && e.Kind == board.Rectangle && e.Frame != copied.ID {
			t.Error("the pasted box is not in the pasted frame")
		}
	}
}
