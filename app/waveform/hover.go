package waveform

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// hover is the thin line at the pointer and the label that says the moment.
type hover struct {
	widget.BaseWidget
	text string
	x    float32
}

func newHover() *hover {
	h := &hover{}
	h.ExtendBaseWidget(h)
	h.Hide()
	return h
}

func (h *hover) show(text string, x float32, size fyne.Size) {
	h.text, h.x = text, x
	h.Resize(size)
	h.Show()
	h.Refresh()
}

func (h *hover) hide() { h.Hide() }

func (h *hover) CreateRenderer() fyne.WidgetRenderer {
	r := &hoverRenderer{
		hover:  h,
		line:   canvas.NewRectangle(color.Transparent),
		ground: canvas.NewRectangle(color.Transparent),
		label:  look.NewLabel(h.text, hoverStyle),
	}
	r.ground.CornerRadius, r.ground.StrokeWidth = look.RadiusChip, 1
	r.Refresh()
	return r
}

var hoverStyle = look.Caption.Medium().Figures()

type hoverRenderer struct {
	hover  *hover
	line   *canvas.Rectangle
	ground *canvas.Rectangle
	label  *look.Label
}

func (r *hoverRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *hoverRenderer) Layout(size fyne.Size) {
	h := r.hover
	r.line.Move(fyne.NewPos(h.x, waveTop))
	r.line.Resize(fyne.NewSize(1, size.Height-waveTop))
	r.label.SetText(hoverStyle.Fit(h.text, size.Width-2*6))
	width, height := hoverStyle.Width(r.label.Text())+2*6, hoverStyle.Height()+2*3
	x := h.x + 6
	if x+width > size.Width {
		x = h.x - 6 - width
	}
	at := fyne.NewPos(max(0, x), waveTop+4)
	r.ground.Move(at)
	r.ground.Resize(fyne.NewSize(width, height))
	r.label.Move(at.AddXY(6, 0))
	r.label.Resize(fyne.NewSize(width-2*6, height))
}

func (r *hoverRenderer) Refresh() {
	r.line.FillColor = look.Color(look.Faint)
	r.ground.FillColor, r.ground.StrokeColor = look.Color(look.Raised), look.Color(look.Hairline)
	r.Layout(r.hover.Size())
	r.line.Refresh()
	r.ground.Refresh()
	canvas.Refresh(r.hover)
}

func (r *hoverRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line, r.ground, r.label}
}

func (r *hoverRenderer) Destroy() {}
