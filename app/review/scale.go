package review

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// scale is a choice of a number from 1 on, by its digit, the arrow keys or a
// click; 0 is none.
type scale struct {
	look.Control
	top     int
	value   int
	changed func(int)
}

// numberEdge is the edge of a number's square, and the room between two.
const (
	numberEdge float32 = 32
	numberGap  float32 = 6
)

// newScale returns a scale from 1 to top; unused gets the keys that it does not
// use.
func newScale(top, value int, hint string, changed func(int), unused func(*fyne.KeyEvent)) *scale {
	s := &scale{top: top, value: value, changed: changed}
	s.Extend(s, nil)
	s.OnUnused(unused)
	s.SetHint(look.Hint{Name: hint, Key: "1-" + strconv.Itoa(top)})
	return s
}

// set chooses a number; one out of range is none.
func (s *scale) set(value int) {
	if value < 1 || value > s.top || value == s.value {
		return
	}
	s.value = value
	s.Refresh()
	s.changed(value)
}

// Tapped is called by the toolkit.
func (s *scale) Tapped(ev *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.set(int(ev.Position.X/(numberEdge+numberGap)) + 1)
}

// TypedKey is called by the toolkit.
func (s *scale) TypedKey(ev *fyne.KeyEvent) {
	switch digit, err := strconv.Atoi(string(ev.Name)); {
	case err == nil:
		s.set(digit)
	case ev.Name == fyne.KeyLeft:
		s.set(s.value - 1)
	case ev.Name == fyne.KeyRight:
		s.set(s.value + 1)
	default:
		s.PassOn(ev)
	}
}

// CreateRenderer is called by the toolkit.
func (s *scale) CreateRenderer() fyne.WidgetRenderer {
	r := &scaleRenderer{scale: s, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.CornerRadius = look.RadiusControl + 2
	var shown []fyne.CanvasObject
	for i := range s.top {
		cell := canvas.NewRectangle(color.Transparent)
		cell.CornerRadius = look.RadiusControl
		r.cells = append(r.cells, cell)
		r.labels = append(r.labels, look.NewLabel(strconv.Itoa(i+1), look.Body.Centred()))
		shown = append(shown, cell, r.labels[i])
	}
	r.Draw(s, r.paint, r.Layout, append(shown, r.ring)...)
	return r
}

type scaleRenderer struct {
	look.Drawing
	scale  *scale
	cells  []*canvas.Rectangle
	labels []*look.Label
	ring   *canvas.Rectangle
}

func (r *scaleRenderer) MinSize() fyne.Size {
	return fyne.NewSize(float32(r.scale.top)*(numberEdge+numberGap)-numberGap, numberEdge)
}

func (r *scaleRenderer) Layout(size fyne.Size) {
	for i, cell := range r.cells {
		at := fyne.NewPos(float32(i)*(numberEdge+numberGap), 0)
		cell.Move(at)
		cell.Resize(fyne.NewSquareSize(numberEdge))
		r.labels[i].Move(at)
		r.labels[i].Resize(fyne.NewSquareSize(numberEdge))
	}
	r.ring.Move(fyne.NewPos(-2, -2))
	r.ring.Resize(r.MinSize().AddWidthHeight(4, 4))
}

func (r *scaleRenderer) paint() {
	s := r.scale
	for i, cell := range r.cells {
		cell.StrokeColor, cell.StrokeWidth = look.Color(look.Hairline), 1
		cell.FillColor = look.Color(look.Surface)
		style := look.Body.Centred()
		if i+1 == s.value {
			cell.FillColor, cell.StrokeColor = look.Color(look.Accent), look.Color(look.Accent)
			style = look.Body.Strong().Centred().In(look.OnAccent)
		}
		r.labels[i].SetStyle(style)
	}
	s.PaintRing(r.ring)
}
