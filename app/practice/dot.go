package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// dotSize is the recording lamp's diameter.
const dotSize = 10

// dot is the recording lamp.
type dot struct {
	widget.BaseWidget
	circle *canvas.Circle
	tint   look.Name
}

func newDot() *dot {
	d := &dot{circle: canvas.NewCircle(look.Color(look.Faint)), tint: look.Faint}
	d.ExtendBaseWidget(d)
	return d
}

// show gives the lamp its colour.
func (d *dot) show(tint look.Name) {
	if d.tint != tint {
		d.tint = tint
		d.Refresh()
	}
}

// Refresh reads the colour anew.
func (d *dot) Refresh() {
	d.circle.FillColor = look.Color(d.tint)
	d.circle.Refresh()
}

// MinSize is the lamp's size.
func (d *dot) MinSize() fyne.Size { return fyne.NewSquareSize(dotSize) }

// CreateRenderer is called by the toolkit.
func (d *dot) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.circle) }
