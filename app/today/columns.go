package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// columns sets the first object as wide as possible and the others, each as
// wide as its sample text, at the right, so that rows below each other line
// up as a table does.
type columns struct {
	style   look.Style
	samples []string // for the second object and on; "" means its own width
}

func (c columns) row(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(c, objects...)
}

func (c columns) width(i int, o fyne.CanvasObject) float32 {
	if sample := c.samples[i-1]; sample != "" {
		return c.style.Width(sample)
	}
	return o.MinSize().Width
}

// MinSize is called by the toolkit.
func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	for i, o := range objects[1:] {
		if !o.Visible() {
			continue
		}
		size.Width += look.Space16 + c.width(i+1, o)
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Layout is called by the toolkit.
func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for i := len(objects) - 1; i > 0; i-- {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		width := c.width(i, o)
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(right-width, 0))
		right -= width + look.Space16
	}
	objects[0].Resize(fyne.NewSize(max(right, 0), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}
