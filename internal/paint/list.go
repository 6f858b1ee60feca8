package paint

import (
	"image/color"
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// List is how an element looks: operations in scene units, bottom to top.
type List struct {
	Ops []Op
	// Opacity, 0 to 255, is that of the finished drawing: where operations
	// overlap they do not shine through one another.
	Opacity uint8
	// Bounds encloses every operation, strokes included. It is the zero Rect
	// when nothing is drawn.
	Bounds board.Rect
}

// Op fills or strokes one path with one colour.
type Op struct {
	Path   *typeset.Path
	Colour color.NRGBA
	// Pen strokes the path; nil fills it by the non-zero rule.
	Pen *Pen
	// Picture, where given, fills the path in place of the colour, of which
	// only the opacity counts.
	Picture *Placed
	// Bounds encloses what is painted.
	Bounds board.Rect
}

// Pen is how a path is stroked, always with round caps and joins.
type Pen struct {
	// Width in scene units.
	Width float64
	// Dash is the length of a dash and of the gap after it in scene units;
	// zeros draw the whole line.
	Dash, Gap float64
}

func (l *List) fill(p *typeset.Path, c color.NRGBA) {
	if c.A > 0 && len(p.Verbs) > 0 {
		l.Ops = append(l.Ops, Op{Path: p, Colour: c})
	}
}

func (l *List) stroke(p *typeset.Path, pen Pen, c color.NRGBA) {
	if c.A > 0 && pen.Width > 0 && len(p.Verbs) > 0 {
		l.Ops = append(l.Ops, Op{Path: p, Colour: c, Pen: &pen})
	}
}

// measure sets the bounds of the list and of its operations.
func (l *List) measure() {
	for i := range l.Ops {
		l.Ops[i].measure()
		l.Bounds = l.Bounds.Union(l.Ops[i].Bounds)
	}
}

func (o *Op) measure() {
	lowX, lowY, highX, highY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range o.Path.Points {
		lowX, highX = min(lowX, p.X), max(highX, p.X)
		lowY, highY = min(lowY, p.Y), max(highY, p.Y)
	}
	if lowX > highX || lowY > highY {
		return
	}
	reach := 0.0
	if o.Pen != nil {
		reach = o.Pen.Width / 2
	}
	o.Bounds = board.Rect{X: lowX - reach, Y: lowY - reach, W: highX - lowX + 2*reach, H: highY - lowY + 2*reach}
}
