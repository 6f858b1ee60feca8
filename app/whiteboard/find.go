package whiteboard

import (
	"slices"

	"talkthrough/internal/board"
)

// Find selects the next element whose text contains the words, or the one
// before, and brings it into view: after the one that is selected, beginning
// again after the last. It tells which of how many it is, counted from 1; 0 of 0
// when there is none.
func (b *Board) Find(words string, back bool) (which, all int) {
	found := board.Find(b.doc.Scene(), words)
	if len(found) == 0 {
		return 0, 0
	}
	i := 0
	if len(b.selected) == 1 {
		if at := slices.Index(found, b.selected[0]); at >= 0 {
			i = at + 1
			if back {
				i = at - 1 + len(found)
			}
		}
	}
	return b.showFound(found, i%len(found))
}

// FindFirst is Find for words that are still being typed: what is selected stays
// when they are found in it.
func (b *Board) FindFirst(words string) (which, all int) {
	found := board.Find(b.doc.Scene(), words)
	if len(found) == 0 {
		return 0, 0
	}
	i := 0
	if len(b.selected) == 1 {
		i = max(slices.Index(found, b.selected[0]), 0)
	}
	return b.showFound(found, i)
}

func (b *Board) showFound(found []string, i int) (which, all int) {
	if b.tool != Selecting {
		b.Use(Selecting)
	}
	b.Select(found[i])
	b.bringIntoView(b.doc.Scene().Get(found[i]).Bounds())
	return i + 1, len(found)
}
