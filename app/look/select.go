package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is the toolkit's drop-down with a hairline round it, so that it can be
// seen on a card.
type Select struct {
	widget.Select
	focused bool
}

// NewSelect returns a drop-down of options; changed gets the chosen one.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is called by the toolkit.
func (s *Select) FocusGained() {
	s.focused = true
	s.Select.FocusGained()
}

// FocusLost is called by the toolkit.
func (s *Select) FocusLost() {
	s.focused = false
	s.Select.FocusLost()
}

// CreateRenderer is called by the toolkit.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{WidgetRenderer: s.Select.CreateRenderer(), chosen: s, frame: canvas.NewRectangle(color.Transparent)}
	r.frame.CornerRadius = RadiusControl
	r.paint()
	return r
}

type selectRenderer struct {
	fyne.WidgetRenderer
	chosen *Select
	frame  *canvas.Rectangle
}

func (r *selectRenderer) MinSize() fyne.Size {
	size := r.WidgetRenderer.MinSize()
	return fyne.NewSize(size.Width, max(size.Height, ControlHeight))
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.Resize(size)
}

func (r *selectRenderer) paint() {
	r.frame.FillColor = color.Transparent
	r.frame.StrokeColor, r.frame.StrokeWidth = Theme{}.Color(theme.ColorNameInputBorder, Variant()), 1
	if r.chosen.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = Color(Accent), 2
	}
}

func (r *selectRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
	r.frame.Refresh()
}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.frame)
}
