package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// cardFloat is where a card stands while the interviewer's panel is folded away:
// above the board's right side. It moves nothing.
type cardFloat struct {
	holder *fyne.Container // of at most one card
	over   *fyne.Container // the room and, above it, the holder
}

func newCardFloat() *cardFloat {
	f := &cardFloat{holder: container.NewStack()}
	f.holder.Hide()
	return f
}

// set puts a card there in the place of the one that is; nil takes it away.
func (f *cardFloat) set(card fyne.CanvasObject) {
	f.holder.Objects = nil
	f.holder.Hidden = card == nil
	if card != nil {
		f.holder.Objects = []fyne.CanvasObject{shielded(card)}
	}
	f.holder.Refresh()
	f.over.Layout.Layout(f.over.Objects, f.over.Size())
}

// above returns the room with the card floating over it.
func (f *cardFloat) above(room fyne.CanvasObject) fyne.CanvasObject {
	f.over = container.New(cardFloatLayout{}, room, f.holder)
	return f.over
}

// cardFloatLayout fills the place with the room and floats the card over its
// right side, below the board's tools.
type cardFloatLayout struct{}

// The floating card's distance from the room's upper edge, and its width.
const (
	cardBelow = 64
	cardWidth = sideWidth - 2*look.Space16
)

func (cardFloatLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (cardFloatLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	// Text knows its height once it has its width.
	o[1].Resize(fyne.NewSize(cardWidth, o[1].MinSize().Height))
	o[1].Resize(fyne.NewSize(cardWidth, o[1].MinSize().Height))
	o[1].Move(fyne.NewPos(size.Width-cardWidth-look.Space16, cardBelow))
}
