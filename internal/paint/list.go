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

// measure sets Bounds from the operations.
func (l *List) measure() {
	lowX, lowY, highX, highY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, op := range l.Ops {
		reach := 0.0
		if op.Pen != nil {
			reach = op.Pen.Width / 2
		}
		for _, p := range op.Path.Points {
			lowX, highX = min(lowX, p.X-reach), max(highX, p.X+reach)
			lowY, highY = min(lowY, p.Y-reach), max(highY, p.Y+reach)
		}
	}
	if lowX <= highX && lowY <= highY {
		l.Bounds = board.Rect{X: lowX, Y: lowY, W: highX - lowX, H: highY - lowY}
	}
}
