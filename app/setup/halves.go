package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// halves puts two objects side by side, equally wide.
type halves struct{}

// MinSize is called by the toolkit.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(a.Width, b.Width)+look.Space24, max(a.Height, b.Height))
}

// Layout is called by the toolkit.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - look.Space24) / 2
	for i, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(float32(i)*(width+look.Space24), 0))
	}
}
