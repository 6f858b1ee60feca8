package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// Board is the board as it stands, which does not change any more, and the ids
// of what is selected on it.
func (s *Screen) Board() (scene *board.Scene, selected []string) {
	return s.scene().Clone(), s.board.Selected()
}

// Put places what a file holds in the middle of what is seen of the board, as
// one step of undo, and says in the room's notice what of it is not there.
func (s *Screen) Put(c excalidraw.Content) {
	s.put(fyne.Position{}, []excalidraw.Content{c}, nil) // above the board: its middle is meant
}
