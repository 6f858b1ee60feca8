package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Floors puts three objects below each other without a gap; the middle one gets
// what height there is.
func Floors(top, middle, below fyne.CanvasObject) *fyne.Container {
	return container.New(floors{}, top, middle, below)
}

// floors is the layout of Floors.
type floors struct{}

func (floors) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		least = fyne.NewSize(max(least.Width, m.Width), least.Height+m.Height)
	}
	return least
}

func (floors) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	// The width comes first: text that wraps knows its height only then.
	for _, o := range []fyne.CanvasObject{objects[0], objects[2]} {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
	}
	top, below := objects[0].MinSize().Height, objects[2].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-top-below))
	objects[2].Move(fyne.NewPos(0, size.Height-below))
	objects[2].Resize(fyne.NewSize(size.Width, below))
}
