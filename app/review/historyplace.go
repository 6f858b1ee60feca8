package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// historyWidth is how wide the history of a shape is.
const historyWidth float32 = 232

// rightEdge puts the history at the right edge, as high as it needs and no
// higher than leaves the board's button free.
type rightEdge struct{ history *shapeHistory }

func (rightEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (l rightEdge) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const buttonBelow = 56
	width := min(historyWidth, size.Width-2*look.Space12)
	for _, o := range objects {
		// Text knows its height once it has its width.
		for range 2 {
			o.Resize(fyne.NewSize(width, l.height(size.Height-look.Space12-buttonBelow)))
		}
		o.Move(fyne.NewPos(size.Width-width-look.Space12, look.Space12))
	}
}

// height is what the history needs, at most most.
func (l rightEdge) height(most float32) float32 {
	h := l.history
	return min(h.list.MinSize().Height-h.scroll.MinSize().Height+h.scroll.Content.MinSize().Height+2*look.Space4, most)
}

var (
	_ fyne.Tappable          = (*shield)(nil)
	_ fyne.SecondaryTappable = (*shield)(nil)
	_ fyne.Draggable         = (*shield)(nil)
	_ fyne.Scrollable        = (*shield)(nil)
)

// shield keeps the mouse from the board beneath what lies over it.
type shield struct{ widget.BaseWidget }

func newShield() *shield {
	s := &shield{}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is called by the toolkit.
func (*shield) Tapped(*fyne.PointEvent) {}

// TappedSecondary is called by the toolkit.
func (*shield) TappedSecondary(*fyne.PointEvent) {}

// Dragged is called by the toolkit.
func (*shield) Dragged(*fyne.DragEvent) {}

// DragEnd is called by the toolkit.
func (*shield) DragEnd() {}

// Scrolled is called by the toolkit.
func (*shield) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer is called by the toolkit.
func (s *shield) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
