package review

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// boardView shows one state of the board.
type boardView interface {
	Object() fyne.CanvasObject
	SetScene(s *board.Scene)
	SetLit(ids []string)
	SetLaser(trail []board.Laser)
	ShowPictures(find paint.Pictures)
	ShowPicture(fileID string)
	Frame(r board.Rect)
	FitAll()
	OnPick(picked func(elementID string))
	OnSecondary(picked func(elementID string))
}

// viewer is the board on the screen.
type viewer struct{ *whiteboard.Viewer }

func newViewer() boardView { return viewer{whiteboard.NewViewer()} }

func (v viewer) Object() fyne.CanvasObject                 { return v.Viewer }
func (v viewer) OnPick(picked func(elementID string))      { v.Viewer.OnPick = picked }
func (v viewer) OnSecondary(picked func(elementID string)) { v.Viewer.OnSecondary = picked }
