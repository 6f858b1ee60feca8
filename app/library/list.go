package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// list is the rows, of which only those in sight exist. One is the chosen one:
// the arrow keys move it, and what the keys do is done to it.
type list struct {
	widget.List
	screen  *Screen
	lines   []line
	at      int // the chosen one; -1: none
	focused bool
	name    *nameField // the field in which a title is typed
	naming  string     // the folder whose title it is, "" for none
}

func newList(s *Screen) *list {
	l := &list{screen: s, at: -1}
	l.HideSeparators = true
	l.Length = func() int { return len(l.lines) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(l) }
	l.UpdateItem = func(id int, o fyne.CanvasObject) {
		if id < len(l.lines) {
			o.(*row).show(id, l.lines[id])
		}
	}
	l.name = newNameField(l)
	l.ExtendBaseWidget(l)
	return l
}

// fill shows other lines. The chosen attempt stays chosen; where it is gone the
// one in its place is.
func (l *list) fill(lines []line) {
	dir := ""
	if l.at >= 0 && l.at < len(l.lines) {
		dir = l.lines[l.at].entry.Dir
	}
	l.lines = lines
	l.at = min(max(l.at, 0), len(lines)-1)
	for i := range lines {
		if lines[i].entry.Dir == dir {
			l.at = i
		}
	}
	l.Refresh()
}

// choose makes the attempt in the folder dir the chosen one, if it is shown.
func (l *list) choose(dir string) bool {
	for i := range l.lines {
		if l.lines[i].entry.Dir == dir {
			l.move(i)
			return true
		}
	}
	return false
}

// came shows a picture of the attempt in the folder dir, which has been read.
func (l *list) came(dir string) {
	for i := range l.lines {
		if l.lines[i].entry.Dir == dir {
			l.RefreshItem(i)
		}
	}
}

// move chooses a row and shows it.
func (l *list) move(to int) {
	if len(l.lines) == 0 {
		return
	}
	to = min(max(to, 0), len(l.lines)-1)
	if to != l.at {
		l.endNaming(true)
		before := l.at
		l.at = to
		l.RefreshItem(before)
		l.RefreshItem(to)
	}
	look.HideHint(l.screen.canvas())
	l.ScrollTo(to)
}

// chosen is the chosen line; false where there is none.
func (l *list) chosen() (line, bool) {
	if l.at < 0 || l.at >= len(l.lines) {
		return line{}, false
	}
	return l.lines[l.at], true
}

// FocusGained is called by the toolkit.
func (l *list) FocusGained() {
	l.focused = true
	l.RefreshItem(l.at)
}

// FocusLost is called by the toolkit.
func (l *list) FocusLost() {
	l.focused = false
	l.RefreshItem(l.at)
}

// TypedRune is called by the toolkit: who types searches.
func (l *list) TypedRune(r rune) { l.screen.search.begin(r) }

// TypedShortcut is called by the toolkit.
func (l *list) TypedShortcut(shortcut fyne.Shortcut) {
	if _, ok := shortcut.(*fyne.ShortcutUndo); ok {
		l.Undo()
	}
	if id, ok := keys.MatchShortcut(shortcut, keys.Attempts); ok {
		l.screen.key(id)
	}
}

// Undo is what the Edit menu calls.
func (l *list) Undo() { l.screen.undo.back() }

// TypedKey is called by the toolkit.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	page := max(int(l.Size().Height/rowHeight)-1, 1)
	switch ev.Name {
	case fyne.KeyDown:
		l.move(l.at + 1)
	case fyne.KeyUp:
		if l.at == 0 && !l.screen.inTrash {
			l.screen.search.take()
			return
		}
		l.move(l.at - 1)
	case fyne.KeyPageDown:
		l.move(l.at + page)
	case fyne.KeyPageUp:
		l.move(l.at - page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.lines) - 1)
	case fyne.KeyEscape:
		l.screen.escape()
	default:
		if id, ok := keys.Match(ev.Name, 0, keys.Attempts); ok {
			l.screen.key(id)
		}
	}
}
