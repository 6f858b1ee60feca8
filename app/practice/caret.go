package practice

import "fyne.io/fyne/v2/widget"

// caret remembers where typing goes on where the toolkit's entry does not
// know: it gives a space that no longer fits on its row no place, so the caret
// ends up before the space, and the next word would be joined to the last one.
type caret struct {
	lost     int // how far the entry's caret stands before the true one
	row, col int // the entry's caret, and
	text     string
}

// restore puts the entry's caret where it belongs, unless it was moved since.
// It comes before anything that types.
func (c *caret) restore(e *widget.Entry) {
	if c.lost != 0 && e.CursorRow == c.row && e.CursorColumn == c.col && e.Text == c.text {
		e.CursorColumn += c.lost
	}
	c.lost = 0
}

// typed has the entry type something that moves the caret by so many runes.
func (c *caret) typed(e *widget.Entry, runes int, do func()) {
	c.restore(e)
	if e.SelectedText() != "" {
		do()
		return
	}
	want := max(e.CursorTextOffset()+runes, 0)
	do()
	*c = caret{lost: want - e.CursorTextOffset(), row: e.CursorRow, col: e.CursorColumn, text: e.Text}
}
