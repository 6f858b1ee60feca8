package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// search is the field above the questions. Down leaves it for the questions,
// Escape empties it.
type search struct {
	widget.Entry
	onFocus func()
	onLeave func()
}

func newSearch(changed func(string), submitted func()) *search {
	s := &search{}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = "Search questions"
	s.Icon = look.IconIn(look.IconSearch, look.Muted)
	s.OnChanged = changed
	s.OnSubmitted = func(string) { submitted() }
	return s
}

// FocusGained is called by the toolkit.
func (s *search) FocusGained() {
	s.Entry.FocusGained()
	if s.onFocus != nil {
		s.onFocus()
	}
}

// FocusLost is called by the toolkit.
func (s *search) FocusLost() {
	s.Entry.FocusLost()
	if s.onLeave != nil {
		s.onLeave()
	}
}

// TypedKey is called by the toolkit.
func (s *search) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case upOrDown(s, ev):
	case ev.Name == fyne.KeyEscape:
		s.SetText("")
	default:
		s.Entry.TypedKey(ev)
	}
}
