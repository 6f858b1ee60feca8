package whiteboard

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

// tools are the keys' tools.
var tools = map[string]Tool{
	keys.Select: Selecting, keys.Hand: Panning, keys.Rectangle: Rectangles, keys.Diamond: Diamonds,
	keys.Ellipse: Ellipses, keys.Cylinder: Cylinders, keys.Arrow: Arrows, keys.Line: Lines, keys.Pencil: Freehand,
	keys.TextTool: Texts, keys.Eraser: Erasing, keys.Frame: Frames, keys.Lasso: Lassoing, keys.Laser: Pointing,
}

// TypedRune is called by the toolkit.
func (b *Board) TypedRune(r rune) {
	if b.editor != nil {
		b.editor.typed(b, r)
	}
}

// KeyDown is called by the toolkit.
func (b *Board) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace && b.editor == nil {
		b.space = true
	}
}

// KeyUp is called by the toolkit.
func (b *Board) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		b.space = false
	}
	if commands[ev.Name] {
		b.finishGrowth()
	}
}

// TypedKey is called by the toolkit for keys without Ctrl or Alt.
func (b *Board) TypedKey(ev *fyne.KeyEvent) {
	mods := b.mods()
	if b.editor != nil {
		if !b.editor.key(b, ev.Name, mods) {
			b.OnUnused(ev)
		}
		return
	}
	if by, ok := arrowKeys[ev.Name]; ok && mods&^fyne.KeyModifierShift == 0 {
		b.finishGrowth()
		b.nudge(by, mods&fyne.KeyModifierShift != 0)
		return
	}
	if ev.Name == fyne.KeyEscape {
		mods = 0 // those that a gesture is held with do not matter
	}
	if id, ok := keys.Match(ev.Name, mods, keys.Board); ok {
		b.Do(id)
		return
	}
	b.OnUnused(ev)
}

// TypedShortcut is called by the toolkit for keys with Ctrl or Alt.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	if b.editor != nil && b.editor.shortcut(b, s) {
		return
	}
	if id, ok := keys.MatchShortcut(s, keys.Board); ok {
		b.Do(id)
		return
	}
	b.OnUnusedShortcut(s)
}

// Do carries out the action of the Board group with that id; unknown ones do
// nothing. While text is typed or a gesture is under way nothing else is
// changed: then only the actions that suit do something.
func (b *Board) Do(id string) {
	b.finishNudge()
	if _, more := growing[id]; !more && id != keys.Cancel && id != keys.Undo {
		b.finishGrowth()
	}
	if t, ok := tools[id]; ok {
		b.Use(t)
		return
	}
	switch id {
	case keys.LockTool:
		b.SetLocked(!b.locked)
	case keys.Cancel:
		b.letGo()
	case keys.Undo:
		b.Undo()
	case keys.Redo:
		b.Redo()
	case keys.ZoomIn, keys.ZoomOut:
		b.ZoomStep(id == keys.ZoomIn)
	case keys.ZoomReset:
		b.ZoomReset()
	case keys.FitAll:
		b.FitAll()
	case keys.FitSelection:
		b.FitSelection()
	case keys.Snapping:
		b.snaps = !b.snaps
		b.OnChange()
	case keys.Grid:
		b.grid = !b.grid
		b.OnChange()
	case keys.PageUp, keys.PageDown:
		b.page(id == keys.PageUp)
	case keys.Find:
		b.OnFind()
	case keys.Picture:
		b.Use(Selecting)
		b.post(b.OnImage) // not now: the letter of the key comes yet, and is for nobody
	case keys.BoardHelp:
		b.OnHelp()
	case keys.StrokePicker, keys.GroundPicker, keys.FontPicker, keys.HeadAtStart, keys.HeadAtEnd,
		keys.Parts, keys.MoreTools, keys.GoToStyle, keys.FoldStyle:
		b.OnBars(id)
	default:
		if b.gesture == nil && b.editor == nil {
			b.doEdit(id)
		}
	}
}

// doEdit carries out what changes the scene or the selection.
func (b *Board) doEdit(id string) {
	if arrange, ok := arrangements[id]; ok {
		b.place(arrange(b.doc.Scene(), b.selected), b.selected...)
		return
	}
	if dir, ok := growing[id]; ok {
		b.grow(dir)
		return
	}
	if dir, ok := walking[id]; ok {
		b.walk(dir)
		return
	}
	switch id {
	case keys.EditText:
		if len(b.selected) == 1 {
			b.startText(b.selected[0])
		}
	case keys.Duplicate:
		b.duplicate()
	case keys.Delete:
		b.remove()
	case keys.WrapInFrame:
		b.wrapInFrame()
	case keys.SelectAll:
		b.Use(Selecting)
		b.Select(b.doc.Scene().SelectAll()...)
	case keys.Copy:
		b.copySelection()
	case keys.Cut:
		b.cut()
	case keys.Paste:
		b.paste()
	case keys.CopyStyle:
		b.copyStyle()
	case keys.PasteStyle:
		b.pasteStyle()
	case keys.LockThem:
		b.lock()
	case keys.NextShape, keys.PreviousKind:
		b.convert(id == keys.PreviousKind)
	case keys.Bigger, keys.Smaller:
		b.scaleLetters(id == keys.Bigger)
	}
}

// duplicate puts copies a little beside the selection and selects them. They
// will be moved: no arrow goes around them yet.
func (b *Board) duplicate() {
	const beside = 10
	e := board.Duplicate(b.doc.Scene(), b.selected, beside, beside)
	ids := owners(e)
	b.commit(board.Reframed(b.doc.Scene(), e, ids))
	if !e.Empty() {
		b.Select(ids...)
	}
}

// letGo is Escape: the typing first, then the gesture, the tool, the selection.
// With nothing to let go it is for whoever shows the board.
func (b *Board) letGo() {
	switch {
	case b.editor != nil:
		b.finishText()
	case b.growth != nil:
		b.dropGrowth()
	case b.gesture != nil:
		b.abandon()
	case b.tool != Selecting:
		b.Use(Selecting)
	case len(b.selected) > 0:
		b.Select()
	default:
		b.OnUnused(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}
