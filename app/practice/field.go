package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// field is a line to type into beside the interview. Going to it and leaving it
// costs nobody their place: the keyboard goes back to who had it. The keys that
// steer the interview go on doing so.
type field struct {
	widget.Entry
	do     func(string) bool
	key    func(*fyne.KeyEvent) bool // what a key means here; false leaves it to the entry
	gone   func()                    // the keyboard went elsewhere
	before fyne.Focusable            // who had the keyboard, or nil
}

func newField(placeholder string, do func(string) bool) *field {
	f := &field{do: do}
	f.Scroll = fyne.ScrollNone
	f.SetPlaceHolder(placeholder)
	f.ExtendBaseWidget(f)
	return f
}

// take gives the field the keyboard, with what is in it selected.
func (f *field) take() {
	f.remember()
	focus(f)
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// giveBack empties the field and gives the keyboard back to who had it, if the
// field has it.
func (f *field) giveBack() {
	f.SetText("")
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil || c.Focused() != fyne.Focusable(f) {
		return
	}
	if f.before != nil {
		c.Focus(f.before)
	} else {
		c.Unfocus()
	}
}

// remember notes who has the keyboard. What belongs to the field itself is none
// to go back to.
func (f *field) remember() {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	switch c.Focused().(type) {
	case *field, *askRow:
	default:
		f.before = c.Focused()
	}
}

// MouseDown is called by the toolkit, before it takes the keyboard away.
func (f *field) MouseDown(ev *desktop.MouseEvent) {
	f.remember()
	f.Entry.MouseDown(ev)
}

// FocusLost is called by the toolkit.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	if f.gone != nil {
		f.gone()
	}
}

// TypedKey passes on the keys that steer the interview.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	if !f.key(ev) && !functionKey(ev, f.do) {
		f.Entry.TypedKey(ev)
	}
}

// TypedShortcut passes on the keys that steer the interview.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if !steers(s, f.do) {
		f.Entry.TypedShortcut(s)
	}
}
