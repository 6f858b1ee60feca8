package whiteboard

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// MouseDown is called by the toolkit.
func (b *Board) MouseDown(ev *desktop.MouseEvent) {
	b.takeFocus()
	b.finishKeys()
	if b.gesture != nil {
		if ev.Button != b.button {
			return // the hand is busy
		}
		b.finishGesture() // its release got lost
	}
	b.pointer = ev.Position
	switch {
	case ev.Button == desktop.MouseButtonTertiary || ev.Button == desktop.MouseButtonPrimary && b.space:
		b.hold(ev.Button, &pan{last: ev.Position})
	case ev.Button == desktop.MouseButtonPrimary:
		b.press(ev.Modifier&fyne.KeyModifierShift != 0)
	case ev.Button == desktop.MouseButtonSecondary:
		b.ask(ev.AbsolutePosition)
	}
}

// ask selects what is under the pointer, unless it is selected, and has the menu
// shown there.
func (b *Board) ask(at fyne.Position) {
	b.Use(Selecting)
	p := b.view.toScene(b.pointer)
	hit := b.doc.Scene().HitTest(p, tolerance/b.view.zoom)
	switch {
	case hit == nil && !b.marks.frameHolds(p):
		b.Select()
	case hit != nil && !slices.Contains(b.selected, hit.ID):
		b.Select(groupOf(b.doc.Scene(), hit)...)
	}
	b.OnMenu(at)
}

// press is the primary button going down at the pointer.
func (b *Board) press(shift bool) {
	p := b.view.toScene(b.pointer)
	twice := b.clicks.double(b.pointer, time.Now())
	if b.editor != nil {
		if s := b.setting(); s.holds(p) {
			b.editor.press(b, s.offsetAt(p), shift, twice)
			b.hold(desktop.MouseButtonPrimary, selectText{})
			return
		}
		b.finishText()
		b.Select()
	}
	b.twice = twice && b.tool == Selecting
	b.suggest(nil)
	b.hold(desktop.MouseButtonPrimary, b.tool.begin(b, p))
}

// hold makes g what the hand does until the button is released.
func (b *Board) hold(button desktop.MouseButton, g gesture) {
	b.button, b.gesture, b.pressed = button, g, b.pointer
	b.marks.arrange()
}

// selectText drags the end of the selection in the text being typed.
type selectText struct{}

func (selectText) drag(b *Board, p board.Point) {
	if b.editor != nil {
		b.editor.moveTo(b, b.setting().offsetAt(p), true)
	}
}

func (selectText) release(*Board, board.Point) {}

// Dragged is called by the toolkit.
func (b *Board) Dragged(ev *fyne.DragEvent) {
	b.pointer = ev.Position
	if b.gesture != nil {
		b.gesture.drag(b, b.view.toScene(ev.Position))
	}
}

// MouseUp is called by the toolkit.
func (b *Board) MouseUp(ev *desktop.MouseEvent) {
	if b.gesture != nil && ev.Button == b.button {
		b.pointer = ev.Position
		b.finishGesture()
	}
}

// DragEnd is called by the toolkit after MouseUp, and alone when the button was
// released over something that knows no mouse.
func (b *Board) DragEnd() { b.finishGesture() }

// finishGesture releases what the hand holds at the pointer. The second of two
// clicks starts typing, but a drag right after a click is a drag.
func (b *Board) finishGesture() {
	g := b.gesture
	if g == nil {
		return
	}
	twice := b.twice && within(b.pointer, b.pressed, still)
	b.gesture, b.twice = nil, false
	p := b.view.toScene(b.pointer)
	g.release(b, p)
	if twice && !b.takeOutPoint(p) && !b.putInPoint(p) {
		b.typeAt(p)
	}
	b.marks.arrange()
}

// Scrolled is called by the toolkit.
func (b *Board) Scrolled(ev *fyne.ScrollEvent) { b.scroll(ev) }

// MouseIn is called by the toolkit.
func (b *Board) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved is called by the toolkit, but not while the board is dragged.
func (b *Board) MouseMoved(ev *desktop.MouseEvent) {
	if b.gesture != nil && ev.Button&b.button == 0 {
		b.finishGesture() // released where nobody told
	}
	b.pointer = ev.Position
	if b.tool == Arrows && b.gesture == nil && b.editor == nil {
		b.suggest(b.bindTarget(b.view.toScene(ev.Position)))
	}
	b.marks.sprouts.light(b, b.marks.sprouts.at(b.view, ev.Position))
}

// MouseOut is called by the toolkit.
func (b *Board) MouseOut() {
	b.marks.sprouts.light(b, noSprout)
	if b.suggested != nil {
		b.suggest(nil)
	}
}

// Cursor says what pressing here will do.
func (b *Board) Cursor() desktop.Cursor {
	p := b.view.toScene(b.pointer)
	switch {
	case b.space || b.tool == Panning:
		return desktop.PointerCursor
	case b.editor != nil && b.setting().holds(p), b.tool == Texts:
		return desktop.TextCursor
	case b.tool != Selecting:
		return desktop.CrosshairCursor
	}
	if _, _, ok := b.marks.endAt(b.pointer); ok {
		return desktop.PointerCursor
	}
	if _, ok := b.marks.gripAt(b.pointer); ok {
		return desktop.PointerCursor
	}
	if b.marks.turnerAt(b.pointer) {
		return desktop.PointerCursor
	}
	if h, ok := b.marks.handleAt(b.pointer); ok {
		return h.cursor()
	}
	if b.marks.sprouts.at(b.view, b.pointer) != noSprout {
		return desktop.PointerCursor
	}
	if b.doc.Scene().HitTest(p, tolerance/b.view.zoom) != nil || b.marks.frameHolds(p) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (b *Board) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && !b.focused {
		c.Focus(b)
	}
}

// FocusGained is called by the toolkit.
func (b *Board) FocusGained() { b.focused = true }

// FocusLost is called by the toolkit. Key releases may get lost with the focus;
// the mouse stays in the hand.
func (b *Board) FocusLost() {
	b.focused, b.space = false, false
	b.finishKeys()
	b.finishText()
}

// AcceptsTab keeps Tab in a text being typed and for turning shapes into others;
// elsewhere it moves the focus.
func (b *Board) AcceptsTab() bool { return b.editor != nil || b.shapeSelected() }
