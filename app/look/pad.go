package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Pad returns content with space round it, given clockwise from the top.
func Pad(content fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), content)
}

// PadAll returns content with the same space on every side.
func PadAll(content fyne.CanvasObject, space float32) *fyne.Container {
	return Pad(content, space, space, space, space)
}

// HStack puts objects side by side with the given gap, each as wide as it must
// be and as high as the row.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// VStack puts objects below each other with the given gap.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Middle centres content by height and lets it keep its own; the width is
// filled. It is for labels beside controls in an HStack.
func Middle(content fyne.CanvasObject) *fyne.Container {
	return container.New(middle{}, content)
}

// middle is the layout of Middle.
type middle struct{}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize()
}

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := min(objects[0].MinSize().Height, size.Height)
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(0, (size.Height-height)/2))
}

// AtLeast keeps content no smaller than size; 0 is for content's own.
func AtLeast(content fyne.CanvasObject, size fyne.Size) *fyne.Container {
	return container.New(atLeast{size}, content)
}

// atLeast is the layout of AtLeast.
type atLeast struct{ size fyne.Size }

func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(a.size)
}

func (atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// Column keeps content at most width wide, centred, and fills the height.
func Column(content fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(column{width: width}, content)
}

// column is the layout of Column.
type column struct{ width float32 }

func (column) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(c.width, size.Width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}
