package setup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"talkthrough/app/look"
)

const (
	columnWidth float32 = 688 // the most that what is chosen may be wide, to stay readable
	listWidth   float32 = 384
	listLeast   float32 = 344
)

// layout puts the questions at the left, what is chosen at the right, and the
// one big step below. The order of the objects is that of the Tab key.
func (s *Screen) layout() fyne.CanvasObject {
	search := look.Pad(s.filters.box, look.Space16, look.Space12, look.Space4, look.Space12)
	list := look.PadAll(s.picker, look.Space8)
	s.left = container.New(layout.NewBorderLayout(search, nil, nil, nil), search, list)
	s.right = look.VStack(look.Space24,
		s.asked.box,
		s.terms.box,
		s.microphone.box,
	)
	column := look.Column(look.PadAll(s.right, look.Space24), columnWidth)
	s.scroll = look.NewVScroll(column)
	s.microphone.reveal = s.scroll.ScrollToBottom
	s.followKeyboard()
	bar := look.Pad(container.NewBorder(nil, nil, look.Middle(s.back), look.HStack(look.Space12, look.Middle(s.again), s.begin)), look.Space12, look.Space24, look.Space12, look.Space12)
	foot := look.NewPanel(look.VStack(0, look.NewRule(), bar))
	panel := look.AtLeast(look.NewPanel(s.left), fyne.NewSize(listLeast, 0))
	return look.Floors(look.VStack(0), look.NewSplit(panel, s.scroll, listWidth), foot)
}

// part is a small heading over a control.
func part(heading string, control fyne.CanvasObject) fyne.CanvasObject {
	return look.VStack(look.Space8, caption(heading), control)
}

func caption(heading string) *look.Label {
	return look.NewLabel(heading, look.Caption.Medium().In(look.Muted))
}
