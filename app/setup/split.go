package setup

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// columnWidth is the most that what is chosen may be wide, to stay readable.
const columnWidth float32 = 688

// split is the layout of the screen: a list, a hairline, and the rest. The list
// gets 30 % of the width, within bounds.
type split struct{}

const (
	listFrom float32 = 280
	listTo   float32 = 400
)

// MinSize is called by the toolkit.
func (split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(listFrom+1, 0)
	size.Width += objects[2].MinSize().Width
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Layout is called by the toolkit.
func (split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list := min(max(size.Width*0.3, listFrom), listTo)
	for i, x := range []float32{0, list, list + 1} {
		width := []float32{list, 1, size.Width - list - 1}[i]
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
	}
}

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
