package whiteboard

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// MouseDown is called by the toolkit.
func (b *Board) MouseDown(ev *desktop.MouseEvent) {
	b.takeFocus()
	b.pointer, b.button = ev.Position, ev.Button
	p := b.view.toScene(ev.Position)
	switch {
	case ev.Button == desktop.MouseButtonTertiary || ev.Button == desktop.MouseButtonPrimary && b.space:
		b.gesture = &pan{last: ev.Position}
		return
	case ev.Button != desktop.MouseButtonPrimary:
		return
	}
	twice := b.clicks.double(ev.Position, time.Now())
	if b.editor != nil {
		if s := b.setting(); s.holds(p) {
			b.editor.moveTo(b, s.offsetAt(p), ev.Modifier&fyne.KeyModifierShift != 0)
			b.gesture = selectText{}
			return
		}
		b.finishText()
		b.Select()
	}
	if twice && b.tool == Selecting {
		b.abandon()
		b.typeAt(p)
		return
	}
	b.gesture = b.tool.begin(b, p)
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

// DragEnd is called by the toolkit. MouseUp has come before it.
func (b *Board) DragEnd() {}

// MouseUp is called by the toolkit.
func (b *Board) MouseUp(ev *desktop.MouseEvent) {
	if b.gesture == nil || ev.Button != b.button {
		return
	}
	b.pointer = ev.Position
	g := b.gesture
	b.gesture = nil
	g.release(b, b.view.toScene(ev.Position))
	b.marks.arrange()
}

// Scrolled is called by the toolkit.
func (b *Board) Scrolled(ev *fyne.ScrollEvent) { b.scroll(ev) }

// MouseIn is called by the toolkit.
func (b *Board) MouseIn(ev *desktop.MouseEvent) { b.pointer = ev.Position }

// MouseMoved is called by the toolkit.
func (b *Board) MouseMoved(ev *desktop.MouseEvent) { b.pointer = ev.Position }

// MouseOut is called by the toolkit.
func (b *Board) MouseOut() {}

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
	if h, ok := b.marks.handleAt(b.pointer); ok {
		return h.cursor()
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

// FocusLost is called by the toolkit. Key releases may get lost with the focus.
func (b *Board) FocusLost() {
	b.focused, b.space = false, false
	b.finishText()
}

// AcceptsTab keeps Tab in a text being typed; elsewhere it moves the focus.
func (b *Board) AcceptsTab() bool { return b.editor != nil }
