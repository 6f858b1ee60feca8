package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/internal/library"
)

// nameField is where a title is typed, in its own place. Enter keeps it, as does
// a click elsewhere; Escape leaves it as it was.
type nameField struct {
	widget.Entry
	list *list
}

func newNameField(l *list) *nameField {
	f := &nameField{list: l}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey is called by the toolkit.
func (f *nameField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		f.list.endNaming(false)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.list.endNaming(true)
	case fyne.KeyUp, fyne.KeyDown:
	default:
		f.Entry.TypedKey(ev)
	}
}

// AcceptsTab keeps the keyboard in the field: Tab would leave it nowhere.
func (f *nameField) AcceptsTab() bool { return false }

// FocusLost is called by the toolkit.
func (f *nameField) FocusLost() {
	f.Entry.FocusLost()
	f.list.keepName()
}

// beginNaming puts the field in the place of the chosen attempt's title.
func (l *list) beginNaming() {
	chosen, ok := l.chosen()
	if !ok || chosen.trashed != nil || chosen.entry.State == library.Recording || chosen.entry.State == library.Damaged {
		return
	}
	l.naming = chosen.entry.Dir
	l.name.SetText(chosen.title)
	l.reveal(l.at)
	l.refreshRow(l.at)
	if c := l.screen.canvas(); c != nil {
		c.Focus(l.name)
	}
	l.name.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// endNaming takes the field away, keeps what was typed or not, and goes back to
// the list.
func (l *list) endNaming(keep bool) {
	if l.naming == "" {
		return
	}
	if keep {
		l.keepName()
	} else {
		l.naming = ""
		l.refreshRow(l.at)
	}
	if c := l.screen.canvas(); c != nil {
		c.Focus(l)
	}
}

// keepName keeps what was typed, if it is another title.
func (l *list) keepName() {
	if l.naming == "" {
		return
	}
	dir, title := l.naming, l.name.Text
	l.naming = ""
	for i := range l.lines {
		if l.lines[i].entry.Dir != dir {
			continue
		}
		if l.lines[i].title != title {
			l.lines[i].title = title // until the file says so
			l.screen.rename(dir, title)
		}
		l.refreshRow(i)
	}
}
