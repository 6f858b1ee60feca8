package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/reference"
)

// referenceBoards lays the question's reference board beside the replayed one,
// in that one's place.
type referenceBoards struct {
	screen *Screen
	view   boardView // nil while nobody wanted to see it
	pair   fyne.CanvasObject
	on     bool
}

func newReferenceBoards(s *Screen) *referenceBoards { return &referenceBoards{screen: s} }

// any reports whether the question has a reference board.
func (b *referenceBoards) any() bool { return len(b.screen.attempt.Question.Board.Boxes) > 0 }

func (b *referenceBoards) toggle() {
	b.on = !b.on
	if b.on {
		b.show()
	} else {
		b.hide()
	}
}

// show puts both boards in sight, if they are wanted.
func (b *referenceBoards) show() {
	if !b.on {
		return
	}
	s := b.screen
	if b.view == nil {
		b.view = newViewer()
		b.view.SetScene(reference.Draw(s.attempt.Question.Board))
		b.view.FitAll()
		b.pair = sideBySide(captioned("Yours", s.ownBoard),
			captioned("Reference", container.NewStack(b.view.Object(), fitButton(b.view))))
	}
	s.sheet.Objects = []fyne.CanvasObject{b.pair}
	s.sheet.Refresh()
}

// hide puts the replayed board back alone.
func (b *referenceBoards) hide() {
	s := b.screen
	s.sheet.Objects = []fyne.CanvasObject{s.ownBoard}
	s.sheet.Refresh()
}

// captioned is a board under a line that says whose it is.
func captioned(words string, sheet fyne.CanvasObject) fyne.CanvasObject {
	return boardUnder(look.NewLabel(words, look.Caption.In(look.Muted).Medium().Cut()), sheet)
}

func boardUnder(label *look.Label, sheet fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(look.VStack(0, look.NewPanel(look.Pad(label, look.Space4, look.Space12, look.Space4, look.Space12)), look.NewRule()),
		nil, nil, nil, sheet)
}

// sideBySide gives two objects half of the width each, with a hairline between.
func sideBySide(left, right fyne.CanvasObject) fyne.CanvasObject {
	return container.New(halves{}, left, look.NewRule(), right)
}

type halves struct{}

func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize().Max(objects[2].MinSize())
	return fyne.NewSize(2*least.Width+1, least.Height)
}

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - 1) / 2
	objects[0].Resize(fyne.NewSize(half, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(1, size.Height))
	objects[1].Move(fyne.NewPos(half, 0))
	objects[2].Resize(fyne.NewSize(half, size.Height))
	objects[2].Move(fyne.NewPos(half+1, 0))
}
