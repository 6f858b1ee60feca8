package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// field is where one searches. It leaves to the screen every key that does not
// edit, so that pages are turned while it has the keyboard.
type field struct {
	widget.Entry
	key func(*fyne.KeyEvent)
}

func newField(changed func(string), key func(*fyne.KeyEvent)) *field {
	f := &field{key: key}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = "Search the guide"
	f.Icon = look.IconIn(look.IconSearch, look.Muted)
	f.OnChanged = changed
	return f
}

// TypedKey is called by the toolkit.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		f.key(ev)
	case fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyLeft:
		if f.Text == "" {
			f.key(ev)
			return
		}
		f.Entry.TypedKey(ev)
	default:
		f.Entry.TypedKey(ev)
	}
}
