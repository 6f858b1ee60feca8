package setup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// field is a text entry that lets Escape and the screen's shortcuts through to
// it, and Down where it is one line.
type field struct {
	widget.Entry
	unused func(*fyne.KeyEvent)
	steer  func(fyne.Shortcut) bool // takes the screen's shortcuts
}

// newSearch returns the one-line field above the questions.
func newSearch(changed func(string), unused func(*fyne.KeyEvent), steer func(fyne.Shortcut) bool) *field {
	f := &field{unused: unused, steer: steer}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = "Search questions"
	f.Icon = look.IconIn(look.IconSearch, look.Muted)
	f.OnChanged = changed
	return f
}

// newPrompt returns the field for the user's own question.
func newPrompt(changed func(string), unused func(*fyne.KeyEvent), steer func(fyne.Shortcut) bool) *field {
	f := &field{unused: unused, steer: steer}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.PlaceHolder = "In a few sentences"
	f.SetMinRowsVisible(6)
	f.OnChanged = changed
	return f
}

// TypedKey is called by the toolkit.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		f.unused(ev)
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnter:
		if f.MultiLine {
			f.Entry.TypedKey(ev)
			return
		}
		f.unused(ev)
	default:
		f.Entry.TypedKey(ev)
	}
}

// TypedShortcut is called by the toolkit. A focused entry gets every shortcut,
// so the screen's have to be let through here.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if !f.steer(s) {
		f.Entry.TypedShortcut(s)
	}
}

// AcceptsTab is called by the toolkit: Tab goes on, also from several lines.
func (f *field) AcceptsTab() bool { return false }
