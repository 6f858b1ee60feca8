package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// toggle is a box to tick, with its word. Space ticks it.
type toggle struct {
	look.Control
	text    string
	on      bool
	changed func(bool)
}

func newToggle(text string, on bool, changed func(bool), unused func(*fyne.KeyEvent)) *toggle {
	t := &toggle{text: text, on: on, changed: changed}
	t.Extend(t, t.flip)
	t.OnUnused(unused)
	t.SetHint(look.Hint{Name: text, Key: "Space"})
	return t
}

func (t *toggle) flip() {
	t.on = !t.on
	t.Refresh()
	t.changed(t.on)
}

// Tapped is called by the toolkit.
func (t *toggle) Tapped(ev *fyne.PointEvent) {
	takeKeyboard(t)
	t.Control.Tapped(ev)
}

// TypedKey is called by the toolkit. Enter is the screen's, not the box's.
func (t *toggle) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		t.flip()
		return
	}
	t.PassOn(ev)
}

// boxEdge is the edge of the box to tick.
const boxEdge float32 = 18

// CreateRenderer is called by the toolkit.
func (t *toggle) CreateRenderer() fyne.WidgetRenderer {
	r := &toggleRenderer{
		toggle: t,
		box:    canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		tick:   canvas.NewImageFromResource(look.IconIn(look.IconCheck, look.OnAccent)),
		label:  look.NewLabel(t.text, look.Body),
	}
	r.box.CornerRadius, r.ring.CornerRadius = look.RadiusChip, look.RadiusControl
	r.Draw(t, r.paint, r.Layout, r.box, r.tick, r.label, r.ring)
	return r
}

type toggleRenderer struct {
	look.Drawing
	toggle    *toggle
	box, ring *canvas.Rectangle
	tick      *canvas.Image
	label     *look.Label
}

func (r *toggleRenderer) MinSize() fyne.Size {
	label := r.label.MinSize()
	return fyne.NewSize(boxEdge+look.Space8+label.Width, max(boxEdge, label.Height)+look.Space4)
}

func (r *toggleRenderer) Layout(size fyne.Size) {
	at := fyne.NewPos(0, (size.Height-boxEdge)/2)
	r.box.Resize(fyne.NewSquareSize(boxEdge))
	r.box.Move(at)
	r.tick.Resize(fyne.NewSquareSize(boxEdge - 4))
	r.tick.Move(at.AddXY(2, 2))
	label := r.label.MinSize()
	r.label.Resize(fyne.NewSize(label.Width, size.Height))
	r.label.Move(fyne.NewPos(boxEdge+look.Space8, 0))
	r.ring.Resize(fyne.NewSize(boxEdge+look.Space8+label.Width+2*look.Space4, size.Height+4))
	r.ring.Move(fyne.NewPos(-look.Space4, -2))
}

func (r *toggleRenderer) paint() {
	t := r.toggle
	r.tick.Hidden = !t.on
	r.box.StrokeWidth, r.box.StrokeColor, r.box.FillColor = 1.5, look.Color(look.Faint), look.Color(look.Surface)
	if t.Hovered() {
		r.box.StrokeColor = look.Color(look.Text)
	}
	if t.on {
		r.box.StrokeWidth, r.box.FillColor = 0, look.Color(look.Accent)
	}
	t.PaintRing(r.ring)
}
