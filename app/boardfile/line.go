package boardfile

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// line is a one-line entry whose keys for going about are somebody else's.
type line struct {
	widget.Entry
	// key gets every key first and reports whether it had a use for it.
	key  func(fyne.KeyName) bool
	tab  bool // Tab is a key like others
	lost func()
}

func newLine(placeholder string, changed func(string), key func(fyne.KeyName) bool) *line {
	l := &line{key: key, lost: func() {}}
	l.ExtendBaseWidget(l)
	l.PlaceHolder = placeholder
	l.OnChanged = changed
	return l
}

// TypedKey is called by the toolkit.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	if !l.key(ev.Name) {
		l.Entry.TypedKey(ev)
	}
}

// FocusLost is called by the toolkit.
func (l *line) FocusLost() {
	l.Entry.FocusLost()
	l.lost()
}

// AcceptsTab is called by the toolkit.
func (l *line) AcceptsTab() bool { return l.tab }

// put replaces the text, the caret behind it.
func (l *line) put(text string) {
	l.SetText(text)
	l.CursorColumn = len([]rune(text))
	l.Refresh()
}
