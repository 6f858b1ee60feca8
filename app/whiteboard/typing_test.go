package whiteboard

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

func TestTypingOnTheEmptyBoard(t *testing.T) {
	h := atBoard(t)
	h.noStep(t, func() { h.doubleClick(200, 200); h.keys(fyne.KeyEscape) })
	h.oneStep(t, func() {
		h.doubleClick(200, 200)
		if !h.Typing() {
			t.Fatal("a double click does not start typing")
		}
		h.write("Two\nlines")
		h.keys(fyne.KeyEscape)
	})
	e := h.scene.Elements()[0]
	if e.Kind != board.Text || e.Text != "Two\nlines" || e.Container != "" || h.Typing() {
		t.Errorf("it says %q", e.Text)
	}
	near(t, "the left side", e.X, 200, 1)
	h.selects(t, e)
}

func TestLabellingAShape(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 100, 100, 260, 180)
	h.oneStep(t, func() {
		h.keys(fyne.KeyReturn)
		h.write("Ranker")
		h.keys(fyne.KeyEscape)
	})
	if h.text(box) != "Ranker" {
		t.Fatalf("Enter labels it %q", h.text(box))
	}
	h.selects(t, box)
	h.noStep(t, func() { h.doubleClick(180, 140); h.keys(fyne.KeyEscape) })
	h.oneStep(t, func() { // all of it is selected: typing replaces
		h.doubleClick(180, 140)
		h.write("Feed")
		h.click(700, 600) // clicking elsewhere finishes
	})
	if h.text(box) != "Feed" || h.Typing() {
		t.Fatalf("it says %q", h.text(box))
	}
	h.oneStep(t, func() { // an arrow key keeps what was there
		h.doubleClick(180, 140)
		h.keys(fyne.KeyEnd)
		h.write("s")
		h.FocusLost()
	})
	if h.text(box) != "Feeds" {
		t.Fatalf("it says %q", h.text(box))
	}
	h.oneStep(t, func() {
		h.doubleClick(180, 140)
		h.keys(fyne.KeyBackspace)
		h.Use(Rectangles)
	})
	if h.scene.Len() != 1 || h.text(box) != "" || h.now(box) == nil {
		t.Error("emptied, the label is still there")
	}
}

func TestLabellingAnArrow(t *testing.T) {
	h := atBoard(t)
	arrow := h.draws(t, Arrows, 100, 300, 500, 300)
	h.oneStep(t, func() {
		h.doubleClick(300, 302)
		h.write("events")
		h.keys(fyne.KeyEscape)
	})
	if h.text(arrow) != "events" {
		t.Errorf("it says %q", h.text(arrow))
	}
	near(t, "the label's middle", h.scene.LabelOf(h.now(arrow)).Centre().X, 300, 1)
	h.oneStep(t, func() {
		h.doubleClick(300, 302)
		h.keys(fyne.KeyBackspace, fyne.KeyEscape)
	})
	if h.scene.Len() != 1 {
		t.Error("the emptied label is still there")
	}
}

func TestAnEmptiedTextIsGone(t *testing.T) {
	h := atBoard(t)
	h.doubleClick(200, 200)
	h.write("x")
	h.keys(fyne.KeyEscape)
	h.oneStep(t, func() {
		h.keys(fyne.KeyReturn, fyne.KeyBackspace)
		h.write("  ")
		h.keys(fyne.KeyEscape)
	})
	if h.scene.Len() != 0 {
		t.Error("text of blanks stays on the board")
	}
	h.selects(t)
}

func TestAShapeGrowsAndShrinksWithItsText(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 100, 100, 200, 140)
	h.keys(fyne.KeyReturn)
	h.write("one\ntwo\nthree\nfour")
	if e := h.seen(box.ID); e.H < 90 {
		t.Errorf("with four lines it is shown %g high", e.H)
	}
	for range "\ntwo\nthree\nfour" {
		h.keys(fyne.KeyBackspace)
	}
	if e := h.seen(box.ID); e.H != 40 {
		t.Errorf("with one line again it is shown %g high", e.H)
	}
	h.keys(fyne.KeyEscape)
	if e := h.now(box); e.H != 40 {
		t.Errorf("finished it is %g high", e.H)
	}
}

// A big shape around others is a border, not something to write into.
func TestTextInsideAnEnclosureStandsFree(t *testing.T) {
	h := atBoard(t)
	around := h.draws(t, Rectangles, 50, 50, 850, 750)
	h.draws(t, Rectangles, 100, 100, 200, 180)
	h.doubleClick(650, 200)
	h.write("note")
	h.keys(fyne.KeyEscape)
	if h.text(around) != "" || h.scene.Len() != 3 {
		t.Error("it became the enclosure's label")
	}
	h.doubleClick(455, 405)
	h.write("Serving")
	h.keys(fyne.KeyEscape)
	if h.text(around) != "Serving" {
		t.Error("in its middle the enclosure cannot be labelled")
	}
}

func TestUndoWhileTyping(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 100, 100, 300, 200)
	h.keys(fyne.KeyReturn)
	if h.CanUndo() {
		t.Error("before the first letter there is nothing of the typing to undo")
	}
	h.write("video ranking")
	undo := func() { h.TypedShortcut(&fyne.ShortcutUndo{}) }
	undo()
	h.expects(t, "video ")
	undo()
	h.expects(t, "")
	undo()
	h.TypedShortcut(&fyne.ShortcutRedo{})
	h.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	h.expects(t, "video ranking")
	h.keys(fyne.KeyEscape)
	undo()
	if h.text(box) != "" || h.scene.Len() != 1 {
		t.Error("finished, the typing is not one step")
	}
}

func (h *hand) expects(t *testing.T, text string) {
	t.Helper()
	if h.editor == nil || h.editor.now.text != text {
		t.Fatalf("being typed is %+v, want %q", h.editor, text)
	}
}

func TestMovingAndSelectingInText(t *testing.T) {
	h := atBoard(t)
	h.doubleClick(200, 200)
	h.write("ab cd\nef")
	h.keys(fyne.KeyUp)
	h.write("1")
	h.expects(t, "ab1 cd\nef")
	h.keys(fyne.KeyDown, fyne.KeyHome)
	h.write("2")
	h.expects(t, "ab1 cd\n2ef")
	h.ctrl(fyne.KeyHome)
	h.keys(fyne.KeyDelete)
	h.expects(t, "b1 cd\n2ef")
	h.ctrl(fyne.KeyRight)
	h.ctrl(fyne.KeyBackspace)
	h.expects(t, " cd\n2ef")
	h.ctrl(fyne.KeyEnd)
	h.holding(fyne.KeyModifierShift, func() { h.keys(fyne.KeyLeft, fyne.KeyLeft) })
	h.TypedShortcut(&fyne.ShortcutCut{})
	h.expects(t, " cd\n2")
	h.keys(fyne.KeyReturn)
	h.TypedShortcut(&fyne.ShortcutPaste{})
	h.expects(t, " cd\n2\nef")
	h.TypedShortcut(&fyne.ShortcutSelectAll{})
	h.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != " cd\n2\nef" {
		t.Errorf("copied %q", got)
	}
	fyne.CurrentApp().Clipboard().SetContent("a\r\nb\tc")
	h.TypedShortcut(&fyne.ShortcutPaste{})
	h.expects(t, "a\nb    c")
}

func TestTheMouseInText(t *testing.T) {
	h := atBoard(t)
	h.doubleClick(200, 200)
	h.write("alpha beta")
	s := h.setting()
	at := func(offset int) fyne.Position { return h.view.toWindow(s.caretAt(offset).Centre()) }
	p := at(5)
	h.click(p.X, p.Y)
	h.write("X")
	h.expects(t, "alphaX beta")
	s = h.setting()
	p, q := at(0), at(5)
	h.drag(p.X+1, p.Y, q.X, q.Y)
	h.write("Y")
	h.expects(t, "YX beta")
	s = h.setting()
	p = at(5)
	h.doubleClick(p.X, p.Y)
	h.write("gamma")
	h.expects(t, "YX gamma")
}

// One letter as people see it is one step, however many code points it has.
func TestLettersAreWhole(t *testing.T) {
	h := atBoard(t)
	h.doubleClick(200, 200)
	h.write("a👩‍🔬é")
	h.keys(fyne.KeyBackspace)
	h.expects(t, "a👩‍🔬")
	h.keys(fyne.KeyLeft, fyne.KeyDelete)
	h.expects(t, "a")
}

func TestKeysOfTheBoardAreTextWhileTyping(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 100, 100, 300, 200)
	h.keys(fyne.KeyReturn)
	h.noStep(t, func() {
		h.write("r e")
		h.keys(fyne.KeySpace, fyne.KeyDelete)
		h.ctrl(fyne.KeyD)
		h.ctrl(fyne.KeyEqual) // zooming is allowed
		h.wheel(0, 30)
	})
	if _, above := h.show(); above == nil || h.seen(h.previewed.edit.Put[0].ID) == nil {
		t.Error("what is being typed is no longer shown")
	}
	h.ctrl(fyne.KeyReturn)
	if h.text(box) != "r e" || h.Typing() {
		t.Errorf("Ctrl+Enter leaves %q", h.text(box))
	}
}

func TestTheCaretStandsBehindWhatWasTyped(t *testing.T) {
	h := atBoard(t)
	h.doubleClick(200, 200)
	for _, text := range []string{"", " ", "  ", "word", "\n", "word\n"} {
		h.TypedShortcut(&fyne.ShortcutSelectAll{})
		h.keys(fyne.KeyBackspace)
		h.write(text)
		if !h.marks.caret.Visible() {
			t.Errorf("%q: no caret", text)
		}
		lines := float32(strings.Count(text, "\n"))
		y, line := h.marks.caret.Position().Y, h.marks.caret.Size().Height
		if strings.TrimSpace(text) != "" && (y < 200-line/2+lines*line-1 || y > 200-line/2+lines*line+1) {
			t.Errorf("%q: the caret is at %g", text, y)
		}
	}
	h.write("x")
	h.keys(fyne.KeyEscape)
	if h.marks.caret.Visible() {
		t.Error("the caret stays when typing is over")
	}
}

func TestReloadWhileTyping(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 100, 100, 300, 200)
	h.keys(fyne.KeyReturn)
	h.write("ab")
	h.scene.Apply(board.Move(h.scene, []string{box.ID}, 50, 0))
	h.Reload()
	h.expects(t, "ab")
	h.scene.Apply(board.Delete(h.scene, []string{box.ID}))
	h.Reload()
	if _, above := h.show(); h.Typing() || above != nil {
		t.Error("typing goes on in a shape that is gone")
	}
}

func TestADragRightAfterAClickIsADrag(t *testing.T) {
	h := atBoard(t)
	box := h.draws(t, Rectangles, 100, 100, 300, 200)
	h.click(100, 150)
	h.oneStep(t, func() { h.drag(100, 150, 140, 190) })
	if h.Typing() || h.now(box).X != 140 {
		t.Error("it was taken for a double click")
	}
}
