package board

import (
	"math"
	"strings"

	"talkthrough/internal/typeset"
)

// textPadding lies between a shape's outline and the text in it.
const textPadding = 5

// Font is the font that a text element is set in.
func (e *Element) Font() typeset.Font {
	return typeset.Font{
		Family: typeset.FamilyOf(e.FontFamily), Size: e.FontSize, LineHeight: e.LineHeight,
	}
}

// Lines are the lines of a text element as laid out, top to bottom.
func (e *Element) Lines() []string { return strings.Split(e.Wrapped, "\n") }

// LabelOf is the text that belongs to the shape or arrow e, or nil.
func (s *Scene) LabelOf(e *Element) *Element { return labelOf(s, e) }

// View gives elements by their ids: a Scene, or one with changes that are not
// yet made. Get returns nil for ids it does not know.
type View interface {
	Get(id string) *Element
}

func labelOf(v View, e *Element) *Element {
	for _, ref := range e.Bound {
		if ref.Kind != Text {
			continue
		}
		if t := v.Get(ref.ID); t != nil && !t.Deleted && t.Container == e.ID {
			return t
		}
	}
	return nil
}

// LayoutText wraps and measures text and puts it in its place; container is
// what it belongs to, nil for text that stands free. A shape too low for its
// text grows downwards. Neither argument is changed: the results are changed
// copies, or the arguments themselves where nothing changed. A shape shrinks
// back by being given as it was before the text made it grow.
func LayoutText(text, container *Element) (newText, newContainer *Element) {
	t := text.Clone()
	switch {
	case container == nil:
		layoutFree(t)
	case container.IsLinear():
		layoutOnLine(t, container)
	default:
		container = layoutInShape(t, container)
	}
	if sameText(t, text) {
		t = text
	}
	return t, container
}

func sameText(a, b *Element) bool {
	return a.X == b.X && a.Y == b.Y && a.W == b.W && a.H == b.H && a.Angle == b.Angle &&
		a.Text == b.Text && a.Wrapped == b.Wrapped && a.FontSize == b.FontSize
}

// wrap breaks the text at width (0: only where it says so) and measures it.
func (t *Element) wrap(width float64) {
	lines := typeset.Wrap(t.Font(), t.Text, width)
	wrapped := make([]string, len(lines))
	t.W = 0
	for i, l := range lines {
		wrapped[i] = l.Text
		t.W = max(t.W, l.Width)
	}
	t.Wrapped = strings.Join(wrapped, "\n")
	t.H = float64(len(lines)) * typeset.LineBox(t.Font())
}

// layoutFree keeps the edge or the middle that the text is aligned to.
func layoutFree(t *Element) {
	old := Rect{t.X, t.Y, t.W, t.H}
	if !t.AutoResize {
		t.wrap(t.W)
		t.W = old.W
	} else {
		t.wrap(0)
		switch t.Align {
		case "center":
			t.X += (old.W - t.W) / 2
		case "right":
			t.X += old.W - t.W
		}
	}
	// Turned text turns about its middle, which has just moved: keep the edge
	// where it was seen.
	moved := old.Centre().Sub(Rect{t.X, t.Y, t.W, t.H}.Centre())
	shift := moved.Sub(moved.Rotate(Point{}, t.Angle))
	t.X, t.Y = t.X+shift.X, t.Y+shift.Y
}

func layoutOnLine(t, line *Element) {
	t.Angle = 0
	t.wrap(max(0.7*line.lineWidth(), 11*t.FontSize))
	m := line.Middle()
	t.X, t.Y = m.X-t.W/2, m.Y-t.H/2
}

// lineWidth is how wide the points of a linear element reach.
func (e *Element) lineWidth() float64 {
	var b boundsOf
	for _, p := range e.Points {
		b.add(p)
	}
	return b.rect().W
}

func layoutInShape(t, shape *Element) *Element {
	t.Angle = shape.Angle
	t.wrap(max(maxTextWidth(shape), t.FontSize))
	if need := shapeHeightFor(shape.Kind, t.H); need > shape.H {
		shape = shape.Clone()
		grown := need - shape.H
		shape.H = need
		if shape.Angle != 0 {
			// The upper edge stays where it is seen.
			shift := Point{0, grown / 2}.Rotate(Point{}, shape.Angle).Sub(Point{0, grown / 2})
			shape.X, shape.Y = shape.X+shift.X, shape.Y+shift.Y
		}
	}
	placeInShape(t, shape)
	return shape
}

func placeInShape(t, shape *Element) {
	box := textBox(shape)
	switch t.Align {
	case "left":
		t.X = box.X
	case "right":
		t.X = box.Right() - t.W
	default:
		t.X = box.X + (box.W-t.W)/2
	}
	switch t.VAlign {
	case "top":
		t.Y = box.Y
	case "bottom":
		t.Y = box.Bottom() - t.H
	default:
		t.Y = box.Y + (box.H-t.H)/2
	}
	if shape.Angle != 0 {
		c := Rect{t.X, t.Y, t.W, t.H}.Centre()
		shift := c.Rotate(shape.Centre(), shape.Angle).Sub(c)
		t.X, t.Y = t.X+shift.X, t.Y+shift.Y
	}
}

// textBox is the room for text in a shape, before rotation.
func textBox(shape *Element) Rect {
	b := shape.Box()
	w, h := maxTextWidth(shape), maxTextHeight(shape)
	box := Rect{b.X + (b.W-w)/2, b.Y + (b.H-h)/2, w, h}
	if shape.Kind == Cylinder {
		box.Y += lidHeight(b.H) / 2 // the lid takes from the top
	}
	return box
}

func maxTextWidth(shape *Element) float64 { return textRoom(shape.Kind, math.Abs(shape.W)) }

func maxTextHeight(shape *Element) float64 {
	h := math.Abs(shape.H)
	if shape.Kind == Cylinder {
		return h - 3*lidHeight(h) - 2*textPadding
	}
	return textRoom(shape.Kind, h)
}

// textRoom is how much of a shape's width or height text may take.
func textRoom(kind Kind, side float64) float64 {
	switch kind {
	case Ellipse:
		side = math.Round(side / 2 * math.Sqrt2)
	case Diamond:
		side = math.Round(side / 2)
	}
	return side - 2*textPadding
}

// shapeHeightFor is the inverse of textRoom: how high a shape must be for that
// much text.
func shapeHeightFor(kind Kind, text float64) float64 {
	need := math.Ceil(text) + 2*textPadding
	switch kind {
	case Ellipse:
		return math.Ceil(need * math.Sqrt2)
	case Diamond:
		return 2 * need
	case Cylinder:
		return math.Ceil(max(min(need/(1-3*lidShare), need+3*highestLid), need))
	}
	return need
}
