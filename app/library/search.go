package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// searchField is where words are typed that must all be found. Down goes to the
// list, Enter opens its chosen attempt, Escape empties the field and then leaves.
type searchField struct {
	widget.Entry
	screen *Screen
}

func newSearchField(s *Screen) *searchField {
	f := &searchField{screen: s}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = "Search"
	f.Icon = look.IconIn(look.IconSearch, look.Muted)
	f.OnChanged = func(words string) {
		s.query.Words = words
		s.list.lines = nil // the first one found is the chosen one
		s.show()
		s.list.ScrollToTop()
	}
	return f
}

// take gives the field the keyboard.
func (f *searchField) take() {
	if c := f.screen.canvas(); c != nil {
		c.Focus(f)
	}
}

// begin starts a search with a letter that was typed in the list.
func (f *searchField) begin(r rune) {
	if f.screen.inTrash {
		return
	}
	f.take()
	f.TypedRune(r)
}

// TypedKey is called by the toolkit.
func (f *searchField) TypedKey(ev *fyne.KeyEvent) {
	s := f.screen
	switch ev.Name {
	case fyne.KeyDown:
		if c := s.canvas(); c != nil {
			c.Focus(s.list)
		}
	case fyne.KeyEscape:
		s.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		if l, ok := s.list.chosen(); ok && f.Text != "" {
			s.open(l)
		}
	default:
		f.Entry.TypedKey(ev)
	}
}

// TypedShortcut is called by the toolkit.
func (f *searchField) TypedShortcut(shortcut fyne.Shortcut) {
	if id, ok := keys.MatchShortcut(shortcut, keys.Attempts); ok {
		f.screen.key(id)
		return
	}
	f.Entry.TypedShortcut(shortcut)
}

// escape takes back what narrows the list, and then leaves.
func (s *Screen) escape() {
	if !s.inTrash && s.query.Narrow() {
		s.clear()
		return
	}
	s.back()
}

// clear shows all attempts again, in the same order.
func (s *Screen) clear() {
	s.query.Words, s.query.Question, s.query.Level, s.query.Kind, s.query.Reviewed = "", "", "", "", ""
	s.filters.clear()
	s.search.SetText("")
	s.show()
	s.keepKeyboard()
}

// keepKeyboard gives the keyboard to the list where nobody has it any more, as
// when the button is gone that was pressed.
func (s *Screen) keepKeyboard() {
	if c := s.canvas(); c != nil && c.Focused() != fyne.Focusable(s.search) {
		c.Focus(s.list)
	}
}
