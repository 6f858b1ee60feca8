package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Label is one line of text without any padding of its own.
type Label struct {
	widget.BaseWidget
	text  string
	style Style
}

// NewLabel returns a line of text set in style.
func NewLabel(text string, style Style) *Label {
	l := &Label{text: text, style: style}
	l.ExtendBaseWidget(l)
	return l
}

// Text returns the whole text, also when it is shown cut.
func (l *Label) Text() string { return l.text }

// SetText replaces the text. Setting what is already there costs nothing.
func (l *Label) SetText(text string) {
	if text != l.text {
		l.text = text
		l.Refresh()
	}
}

// SetStyle replaces the style.
func (l *Label) SetStyle(style Style) {
	if style != l.style {
		l.style = style
		l.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	r := &labelRenderer{label: l}
	r.Refresh()
	return r
}

type labelRenderer struct {
	label *Label
	parts []*canvas.Text
	shown []fyne.CanvasObject
}

func (r *labelRenderer) MinSize() fyne.Size {
	s := r.label.style
	if s.Ellipsis {
		return fyne.NewSize(s.Width("…"), s.Height())
	}
	return fyne.NewSize(s.Width(r.label.text), s.Height())
}

func (r *labelRenderer) Layout(size fyne.Size) {
	s, text := r.label.style, r.label.text
	if s.Ellipsis {
		text = s.Fit(text, size.Width)
	}
	cells := []cell{{text: text, width: s.Width(text)}}
	if s.Tabular {
		cells = tabularCells(s, text)
	}
	width := float32(0)
	for _, c := range cells {
		width += c.width
	}
	x := float32(0)
	switch s.Align {
	case fyne.TextAlignCenter:
		x = (size.Width - width) / 2
	case fyne.TextAlignTrailing:
		x = size.Width - width
	}
	r.fill(len(cells))
	height := s.Height()
	for i, c := range cells {
		t := r.parts[i]
		t.Text, t.TextSize, t.TextStyle = c.text, s.size(), s.textStyle()
		t.FontSource, t.Color = s.source(c.text), Color(s.tint())
		t.Resize(fyne.NewSize(c.width, height))
		t.Move(fyne.NewPos(x+c.inset, (size.Height-height)/2))
		t.Refresh()
		x += c.width
	}
}

// fill makes the renderer hold exactly n text objects.
func (r *labelRenderer) fill(n int) {
	for len(r.parts) < n {
		t := canvas.NewText("", Color(Text))
		r.parts = append(r.parts, t)
		r.shown = append(r.shown, t)
	}
	r.parts, r.shown = r.parts[:n], r.shown[:n]
}

func (r *labelRenderer) Refresh() {
	r.Layout(r.label.Size())
	canvas.Refresh(r.label)
}

func (r *labelRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *labelRenderer) Destroy()                     {}
