package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// pill is a filter that is on or off: a word in a rounded frame. Space and
// Enter turn it.
type pill struct {
	look.Control
	text    string
	on      bool
	changed func(bool)
}

func newPill(text string, hint look.Hint, changed func(bool), unused func(*fyne.KeyEvent)) *pill {
	p := &pill{text: text, changed: changed}
	p.Extend(p, p.flip)
	p.OnUnused(unused)
	p.SetHint(hint)
	return p
}

func (p *pill) flip() {
	p.set(!p.on)
	p.changed(p.on)
}

// setText replaces the word.
func (p *pill) setText(text string) {
	p.text = text
	p.Refresh()
}

// set shows the filter on or off, and tells nobody.
func (p *pill) set(on bool) {
	p.on = on
	p.Refresh()
}

// Tapped is called by the toolkit.
func (p *pill) Tapped(ev *fyne.PointEvent) {
	takeKeyboard(p)
	p.Control.Tapped(ev)
}

// pillHeight is less than that of a control: filters are quieter than choices.
const pillHeight float32 = 26

// CreateRenderer is called by the toolkit.
func (p *pill) CreateRenderer() fyne.WidgetRenderer {
	r := &pillRenderer{
		pill:  p,
		frame: canvas.NewRectangle(color.Transparent),
		ring:  canvas.NewRectangle(color.Transparent),
		tick:  canvas.NewImageFromResource(look.IconIn(look.IconCheck, look.Accent)),
		label: look.NewLabel(p.text, look.Caption.Centred()),
	}
	r.frame.CornerRadius, r.ring.CornerRadius = pillHeight/2, pillHeight/2+2
	r.Draw(p, r.paint, r.Layout, r.frame, r.tick, r.label, r.ring)
	return r
}

type pillRenderer struct {
	look.Drawing
	pill        *pill
	frame, ring *canvas.Rectangle
	tick        *canvas.Image
	label       *look.Label
}

const tickEdge float32 = 14

// MinSize leaves room for the tick whether or not it is there, so that nothing
// moves when the filter is turned.
func (r *pillRenderer) MinSize() fyne.Size {
	return fyne.NewSize(look.Caption.Medium().Width(r.pill.text)+2*look.Space8+tickEdge, pillHeight)
}

func (r *pillRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.ring.Resize(size.AddWidthHeight(4, 4))
	r.ring.Move(fyne.NewPos(-2, -2))
	r.tick.Resize(fyne.NewSquareSize(tickEdge))
	r.tick.Move(fyne.NewPos(look.Space8-1, (size.Height-tickEdge)/2))
	left := float32(0)
	if r.pill.on {
		left = tickEdge
	}
	r.label.Resize(fyne.NewSize(size.Width-left, size.Height))
	r.label.Move(fyne.NewPos(left, 0))
}

func (r *pillRenderer) paint() {
	p := r.pill
	r.label.SetText(p.text)
	r.tick.Hidden = !p.on
	r.frame.StrokeWidth, r.frame.StrokeColor, r.frame.FillColor = 1, look.Soft(look.Text, 0.24), color.Transparent
	r.label.SetStyle(look.Caption.Centred().In(look.Muted))
	if p.Hovered() {
		r.frame.FillColor = look.Soft(look.Text, 0.05)
	}
	if p.on {
		r.frame.StrokeColor, r.frame.FillColor = look.Soft(look.Accent, 0.5), look.Soft(look.Accent, 0.12)
		r.label.SetStyle(look.Caption.Medium().Centred())
	}
	p.PaintRing(r.ring)
}
