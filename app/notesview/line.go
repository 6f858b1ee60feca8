package notesview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

const (
	marginWidth float32 = 3
	marginSpace         = look.Space12 // between margin and text
	itemIndent  float32 = 16
	leading     float32 = 1.35
)

// line is one line of the notes.
type line struct {
	widget.BaseWidget
	view    *View
	number  int
	block   block
	phase   int // -1: none
	lit     bool
	hovered bool

	width     float32
	fragments []fragment
	rows      int
}

var (
	_ fyne.Tappable      = (*line)(nil)
	_ desktop.Hoverable  = (*line)(nil)
	_ desktop.Cursorable = (*line)(nil)
)

func newLine(v *View, number int) *line {
	l := &line{view: v, number: number, phase: -1, rows: 1}
	l.ExtendBaseWidget(l)
	return l
}

// indent is where the text begins.
func (l *line) indent() float32 {
	x := marginWidth + marginSpace
	if l.block.kind == item {
		x += itemIndent * float32(l.block.depth+1)
	}
	return x
}

// above is the space before the text, which sets headings apart.
func (l *line) above() float32 {
	if l.block.kind == heading && l.number > 0 {
		return look.Space12
	}
	return 2
}

func (l *line) rowHeight() float32 { return l.style().Height() * leading }

// style is that of the line as a whole.
func (l *line) style() look.Style {
	if len(l.block.runs) > 0 {
		return l.block.runs[0].style
	}
	return plainStyle
}

// wrap lays the text out for a width; while nothing changed that costs nothing.
func (l *line) wrap(width float32) {
	if width != l.width {
		l.width = width
		l.fragments, l.rows = wrap(l.block.runs, width-l.indent()-look.Space8, l.view.ruler)
		l.Refresh()
	}
}

// height is what the line needs, once it is wrapped.
func (l *line) height() float32 {
	if l.block.kind == blank || l.block.kind == rule {
		return l.rowHeight() * 0.7
	}
	return l.above() + 2 + float32(l.rows)*l.rowHeight()
}

// Tapped is called by the toolkit.
func (l *line) Tapped(*fyne.PointEvent) { l.view.tap(l.number) }

// MouseIn is called by the toolkit.
func (l *line) MouseIn(*desktop.MouseEvent) {
	l.hovered = true
	l.Refresh()
}

// MouseMoved is called by the toolkit.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *line) MouseOut() {
	l.hovered = false
	l.Refresh()
}

// Cursor is called by the toolkit.
func (l *line) Cursor() desktop.Cursor {
	if l.block.kind == blank {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is called by the toolkit.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{
		line:   l,
		wash:   canvas.NewRectangle(color.Transparent),
		margin: canvas.NewRectangle(color.Transparent),
		rule:   canvas.NewRectangle(color.Transparent),
		marker: look.NewLabel("", plainStyle.In(look.Muted)),
		moment: look.NewLabel("", look.Caption.In(look.Muted).Figures()),
		ground: canvas.NewRectangle(color.Transparent),
	}
	r.wash.CornerRadius = look.RadiusChip
	r.Refresh()
	return r
}
