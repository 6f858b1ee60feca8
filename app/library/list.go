package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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
	rows    map[int]*row // those in use, by the line that they show
	at      int          // the chosen one; -1: none
	focused bool
	name    *nameField // the field in which a title is typed
	naming  string     // the folder whose title it is, "" for none
}

func newList(s *Screen) *list {
	l := &list{screen: s, at: -1, rows: map[int]*row{}}
	l.HideSeparators = true
	l.Length = func() int { return len(l.lines) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(l) }
	l.UpdateItem = func(id int, o fyne.CanvasObject) {
		if id < len(l.lines) {
			l.put(id, o.(*row))
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
	clear(l.rows)
	if dir == "" {
		l.at = 0
	}
	l.at = min(max(l.at, 0), len(lines)-1)
	for i := range lines {
		if lines[i].entry.Dir == dir {
			l.at = i
		}
	}
	l.Refresh()
}

// put has a row show a line.
func (l *list) put(id int, r *row) {
	if l.rows[r.id] == r {
		delete(l.rows, r.id)
	}
	l.rows[id] = r
	l.lines[id] = l.lines[id].whole()
	r.show(id, l.lines[id])
}

// refreshRow shows a line anew, if it is in sight. The toolkit's own way makes
// all rows anew.
func (l *list) refreshRow(id int) {
	if r := l.rows[id]; r != nil && id < len(l.lines) {
		r.show(id, l.lines[id])
	}
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
			l.refreshRow(i)
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
		l.refreshRow(before)
		l.refreshRow(to)
	}
	look.HideHint(l.screen.canvas())
	l.reveal(to)
}

// reveal scrolls a row into sight. The toolkit's own
// way refreshes everything.
func (l *list) reveal(id int) {
	pitch := rowHeight + l.Theme().Size(theme.SizeNamePadding)
	top, height := float32(id)*pitch, l.Size().Height
	switch offset := l.GetScrollOffset(); {
	case top < offset:
		l.ScrollToOffset(top)
	case top+rowHeight > offset+height:
		l.ScrollToOffset(top + rowHeight - height)
	}
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
	l.refreshRow(l.at)
}

// FocusLost is called by the toolkit.
func (l *list) FocusLost() {
	l.focused = false
	l.refreshRow(l.at)
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
