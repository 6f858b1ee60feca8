package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Focusable = (*keyList)(nil)

// keyList is a list that has the keyboard as a whole: its rows are walked by the
// arrows, and what a key does is for the list's owner to say.
type keyList struct {
	widget.BaseWidget
	content fyne.CanvasObject
	pressed func(*fyne.KeyEvent)
	// focused hears whether the list has the keyboard now; may be nil.
	focused func(bool)
}

func newKeyList(content fyne.CanvasObject, pressed func(*fyne.KeyEvent), focused func(bool)) *keyList {
	l := &keyList{content: content, pressed: pressed, focused: focused}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by the toolkit.
func (l *keyList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }

// FocusGained is called by the toolkit.
func (l *keyList) FocusGained() { l.tell(true) }

// FocusLost is called by the toolkit.
func (l *keyList) FocusLost() { l.tell(false) }

func (l *keyList) tell(focused bool) {
	if l.focused != nil {
		l.focused(focused)
	}
}

// TypedRune is called by the toolkit.
func (l *keyList) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (l *keyList) TypedKey(ev *fyne.KeyEvent) { l.pressed(ev) }

// takeKeyboard gives the keyboard to the list, if it is in a window.
func (l *keyList) takeKeyboard() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// Typed gets the keys that nobody has taken, as after a click beside everything:
// a list of keys that is in sight takes the keyboard again.
func (s *Screen) Typed(ev *fyne.KeyEvent) {
	if s.prediction != nil {
		s.prediction.list.takeKeyboard()
		s.prediction.press(ev)
		return
	}
	if s.history.open() {
		s.history.list.takeKeyboard()
		s.history.press(ev)
		return
	}
	if list, ok := s.shown.page.focus().(*keyList); ok {
		list.takeKeyboard()
		list.pressed(ev)
		return
	}
	s.Key(ev)
}

// digit is the number that a key stands for, 0 for another key.
func digit(key fyne.KeyName) int {
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		return int(key[0] - '0')
	}
	return 0
}
