package paint

import (
	"math"

	"talkthrough/internal/board"
)

// Of is the display list of e in the theme. label is the text bound to an
// arrow, which the arrow leaves room for; nil when there is none. A kind that
// cannot be drawn, a deleted element and one with values that are not numbers
// give an empty list. Image elements are shown as missing: pictures are the
// Painter's.
func Of(e, label *board.Element, th Theme) *List { return listOf(e, label, nil, th) }

func listOf(e, label *board.Element, pic *Picture, th Theme) *List {
	l := &List{Opacity: uint8(255 * min(max(e.Opacity, 0), 100) / 100)}
	if e.Deleted || l.Opacity == 0 || !finite(e) {
		return l
	}
	d := drawing{List: l, e: e, theme: th, hand: handOf(e)}
	switch e.Kind {
	case board.Rectangle, board.Ellipse, board.Diamond:
		d.shape()
	case board.Line, board.Arrow:
		if len(e.Points) > 0 {
			d.linear(label)
		}
	case board.Freedraw:
		if len(e.Points) > 0 {
			d.freedraw()
		}
	case board.Text:
		d.text()
	case board.Cylinder:
		d.cylinder()
	case board.Image:
		d.image(pic)
	default:
		if e.IsFrame() {
			d.frame()
		}
	}
	l.measure()
	return l
}

// finite reports whether the numbers of e can be drawn by.
func finite(e *board.Element) bool {
	sum := e.X + e.Y + e.W + e.H + e.Angle + e.StrokeWidth + e.FontSize + e.LineHeight
	for _, p := range e.Points {
		sum += p.X + p.Y
	}
	for _, p := range e.Pressures {
		sum += p
	}
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// drawing is an element being turned into its list.
type drawing struct {
	*List
	e     *board.Element
	theme Theme
	hand  *hand // nil draws clean lines
}

// pen is the element's own pen. The lengths of dashes are Excalidraw's, and so
// is the slightly wider pen that keeps broken lines as dark as whole ones.
func (d *drawing) pen() Pen {
	w := max(d.e.StrokeWidth, 0)
	switch d.e.StrokeStyle {
	case "dashed":
		return Pen{Width: w + 0.5, Dash: 8, Gap: 8 + w}
	case "dotted":
		return Pen{Width: w + 0.5, Dash: 1.5, Gap: 6 + w}
	}
	return Pen{Width: w}
}
