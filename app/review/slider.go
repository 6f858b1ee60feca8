package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
)

// slider is a line on which a value from 0 to 1 is set by mouse, wheel or the
// arrow keys.
type slider struct {
	look.Control
	value   float64
	changed func(float64)
}

var (
	_ fyne.Draggable     = (*slider)(nil)
	_ fyne.Scrollable    = (*slider)(nil)
	_ desktop.Cursorable = (*slider)(nil)
)

const (
	sliderWide  float32 = 84
	sliderKnob  float32 = 12
	sliderStep          = 0.1
	sliderWheel         = 0.05 / 10 // a unit of the wheel, of which a notch has ten
)

func newSlider(value float64, changed func(float64)) *slider {
	s := &slider{value: value, changed: changed}
	s.Extend(s, nil)
	return s
}

// set moves the knob without telling anyone.
func (s *slider) set(value float64) {
	if value = min(max(value, 0), 1); value != s.value {
		s.value = value
		s.Refresh()
	}
}

// choose moves the knob for the user.
func (s *slider) choose(value float64) {
	value = min(max(value, 0), 1)
	if value != s.value {
		s.set(value)
		s.changed(value)
	}
}

func (s *slider) chooseAt(x float32) {
	s.choose(float64((x - sliderKnob/2) / max(1, s.Size().Width-sliderKnob)))
}

// MouseDown is called by the toolkit.
func (s *slider) MouseDown(ev *desktop.MouseEvent) {
	s.Control.MouseDown(ev)
	if ev.Button == desktop.MouseButtonPrimary {
		s.chooseAt(ev.Position.X)
	}
}

// Dragged is called by the toolkit.
func (s *slider) Dragged(ev *fyne.DragEvent) { s.chooseAt(ev.Position.X) }

// DragEnd is called by the toolkit.
func (s *slider) DragEnd() { s.MouseUp(nil) }

// Scrolled is called by the toolkit.
func (s *slider) Scrolled(ev *fyne.ScrollEvent) {
	s.choose(s.value + float64(ev.Scrolled.DY)*sliderWheel)
}

// Cursor is called by the toolkit.
func (s *slider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// TypedKey is called by the toolkit.
func (s *slider) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(s.value - sliderStep)
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(s.value + sliderStep)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(1)
	default:
		s.PassOn(ev)
	}
}

// CreateRenderer is called by the toolkit.
func (s *slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{slider: s}
	for _, b := range []**canvas.Rectangle{&r.line, &r.filled, &r.knob, &r.ring} {
		*b = canvas.NewRectangle(color.Transparent)
	}
	r.line.CornerRadius, r.filled.CornerRadius = 2, 2
	r.knob.CornerRadius, r.ring.CornerRadius = sliderKnob/2, look.RadiusControl
	r.Draw(s, r.paint, r.Layout, r.line, r.filled, r.knob, r.ring)
	return r
}

type sliderRenderer struct {
	look.Drawing
	slider                   *slider
	line, filled, knob, ring *canvas.Rectangle
}

func (r *sliderRenderer) MinSize() fyne.Size { return fyne.NewSize(sliderWide, look.ControlHeight) }

func (r *sliderRenderer) Layout(size fyne.Size) {
	const thick float32 = 4
	middle := size.Height / 2
	x := float32(r.slider.value) * (size.Width - sliderKnob)
	r.line.Move(fyne.NewPos(0, middle-thick/2))
	r.line.Resize(fyne.NewSize(size.Width, thick))
	r.filled.Move(r.line.Position())
	r.filled.Resize(fyne.NewSize(x+sliderKnob/2, thick))
	r.knob.Move(fyne.NewPos(x, middle-sliderKnob/2))
	r.knob.Resize(fyne.NewSquareSize(sliderKnob))
	r.ring.Resize(size) // what can be scrolled shows nothing beyond its edge
}

func (r *sliderRenderer) paint() {
	r.line.FillColor = look.Color(look.Hairline)
	r.filled.FillColor = look.Color(look.Accent)
	r.knob.FillColor = look.Color(look.Accent)
	if r.slider.value == 0 {
		r.knob.FillColor = look.Color(look.Muted)
	}
	r.slider.PaintRing(r.ring)
}
