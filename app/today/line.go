package today

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// newLine returns a row of the screen, which Up and Down leave for the rows
// beside it. A nil tapped makes one that can be read but not chosen.
func newLine(content fyne.CanvasObject, hint look.Hint, tapped func()) *look.Row {
	l := look.NewRow(content, tapped)
	l.SetHint(hint)
	l.OnUnused(func(ev *fyne.KeyEvent) { upOrDown(l, ev) })
	return l
}

// upOrDown takes the keyboard from o to what is above or below it and reports
// whether the key asks for that.
func upOrDown(o fyne.CanvasObject, ev *fyne.KeyEvent) bool {
	c := canvasOf(o)
	switch {
	case ev.Name != fyne.KeyDown && ev.Name != fyne.KeyUp:
		return false
	case c == nil:
	case ev.Name == fyne.KeyDown:
		c.FocusNext()
	default:
		c.FocusPrevious()
	}
	return true
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
