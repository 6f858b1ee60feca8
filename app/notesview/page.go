package notesview

import "fyne.io/fyne/v2"

// pageLayout puts the lines below each other, each as high as it needs.
type pageLayout struct{ v *View }

func (p pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, l := range p.v.lines {
		height += l.height()
	}
	return fyne.NewSize(0, height)
}

func (p pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, l := range p.v.lines {
		l.Move(fyne.NewPos(0, y))
		l.Resize(fyne.NewSize(size.Width, l.height()))
		y += l.height()
	}
}
