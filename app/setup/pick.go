package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// pick is one line of the picker: title and what stands below it, and a ring
// when it is the chosen one and the list has the keyboard.
type pick struct {
	widget.BaseWidget
	title, below *look.Label
	ring         *canvas.Rectangle
}

func newPick() *pick {
	p := &pick{
		title: look.NewLabel("", look.Body.Medium().Cut()),
		below: look.NewLabel("", look.Caption.In(look.Muted).Cut()),
		ring:  canvas.NewRectangle(color.Transparent),
	}
	p.ring.CornerRadius, p.ring.StrokeWidth = look.RadiusChip, 2
	p.ExtendBaseWidget(p)
	return p
}

func (p *pick) show(title, below string, ringed bool) {
	p.title.SetText(title)
	p.below.SetText(below)
	p.ring.StrokeColor = color.Transparent
	if ringed {
		p.ring.StrokeColor = look.Color(look.Accent)
	}
	p.ring.Refresh()
}

// pickOver is by how much the list lets a line reach beyond its right edge.
const pickOver float32 = 5

// CreateRenderer is called by the toolkit.
func (p *pick) CreateRenderer() fyne.WidgetRenderer {
	text := look.Pad(look.VStack(2, p.title, p.below), look.Space8, look.Space12, look.Space8, look.Space12)
	return widget.NewSimpleRenderer(container.NewStack(text, look.Pad(p.ring, 0, pickOver, 0, 0)))
}
