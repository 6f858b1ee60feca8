package whiteboard

import "talkthrough/internal/board"

// Styled says which parts of a style something has.
type Styled struct {
	Stroke  bool // the lines' or the letters' colour
	Fill    bool // ground and its way to be filled
	Width   bool // how thick lines are
	Edges   bool // how lines are drawn: dashes, hand
	Corners bool // round or sharp
	Letters bool // font, size and alignment
	InShape bool // letters stand in a shape: top, middle, bottom
	Arrows  bool // how it runs, heads
	Opacity bool
}

// Look is how one of the things that can be styled looks.
type Look struct {
	Has    Styled // the parts of Style that count
	Style  board.Style
	VAlign string          // of letters in a shape
	Arrow  board.ArrowKind // how an arrow runs
}

// Looks tells how everything that can be styled now looks: what is selected, or
// else what the tool in hand draws next. What looks the same is told once. There
// is nothing while text is typed.
func (b *Board) Looks() []Look {
	if b.editor != nil {
		return nil
	}
	if len(b.selected) == 0 {
		kind, ok := drawnKinds[b.tool]
		if !ok {
			return nil
		}
		return []Look{{Has: styledParts(kind), Style: b.style, Arrow: b.arrows}}
	}
	scene := b.doc.Scene()
	var looks []Look
	var last Look // most often the next looks like it
	seen := map[Look]bool{}
	for _, id := range b.selected {
		e := scene.Get(id)
		look := Look{Has: styledParts(e.Kind), Style: scene.StyleOf(id), Arrow: board.ArrowKindOf(e)}
		if t := scene.LabelOf(e); t != nil {
			look.Has.Letters, look.Has.InShape, look.VAlign = true, e.IsShape(), t.VAlign
		}
		if (len(looks) > 0 && look == last) || seen[look] {
			continue
		}
		looks, last, seen[look] = append(looks, look), look, true
	}
	return looks
}

// drawnKinds is what the tools draw.
var drawnKinds = map[Tool]board.Kind{
	Rectangles: board.Rectangle, Diamonds: board.Diamond, Ellipses: board.Ellipse, Cylinders: board.Cylinder,
	Arrows: board.Arrow, Lines: board.Line, Freehand: board.Freedraw, Texts: board.Text,
}

// styledParts are the parts of a style that elements of a kind have, what is
// written in them aside.
func styledParts(kind board.Kind) Styled {
	s := Styled{Stroke: true, Width: true, Edges: true, Opacity: true}
	switch kind {
	case board.Rectangle, board.Diamond:
		s.Fill, s.Corners = true, true
	case board.Ellipse, board.Cylinder:
		s.Fill = true
	case board.Arrow:
		s.Arrows = true
	case board.Line:
		s.Corners = true
	case board.Freedraw:
		s.Edges = false
	case board.Text:
		s.Width, s.Edges, s.Letters = false, false, true
	case board.Image:
		s = Styled{Opacity: true}
	default:
		s = Styled{}
	}
	return s
}

// HasShape reports whether a shape is selected, which can become another one.
func (b *Board) HasShape() bool { return b.shapeSelected() }

// CanWrite reports whether just one thing is selected and text can be typed in it.
func (b *Board) CanWrite() bool {
	if len(b.selected) != 1 {
		return false
	}
	e := b.doc.Scene().Get(b.selected[0])
	return holdsText(e) || e.IsFrame()
}

// Next is how what is drawn next looks, and how the next arrow runs.
func (b *Board) Next() (board.Style, board.ArrowKind) { return b.style, b.arrows }

// SetNext sets how what is drawn next looks and how arrows run; what is there
// stays as it is.
func (b *Board) SetNext(style board.Style, arrows board.ArrowKind) {
	b.style, b.arrows = style, arrows
	b.OnChange()
}

// Style is how the first of what is selected looks, or with nothing selected
// what is drawn next.
func (b *Board) Style() board.Style {
	if len(b.selected) > 0 {
		return b.doc.Scene().StyleOf(b.selected[0])
	}
	return b.style
}

// SetStyle changes how the selection looks, in one step, and what is drawn from
// now on.
func (b *Board) SetStyle(change board.StyleChange) {
	b.finishText()
	b.abandon()
	restyle(&b.style, change)
	b.commit(board.ApplyStyle(b.doc.Scene(), b.selected, change))
	b.OnChange()
}

// restyle carries the change out on a style.
func restyle(s *board.Style, c board.StyleChange) {
	change(&s.Stroke, c.Stroke)
	change(&s.Background, c.Background)
	change(&s.FillStyle, c.FillStyle)
	change(&s.StrokeWidth, c.StrokeWidth)
	change(&s.StrokeStyle, c.StrokeStyle)
	change(&s.Roughness, c.Roughness)
	change(&s.Opacity, c.Opacity)
	change(&s.Round, c.Round)
	change(&s.FontSize, c.FontSize)
	change(&s.FontFamily, c.FontFamily)
	change(&s.Align, c.Align)
	change(&s.StartHead, c.StartHead)
	change(&s.EndHead, c.EndHead)
}

func change[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

// ArrowKind is how the first selected arrow runs, or the next one drawn.
func (b *Board) ArrowKind() board.ArrowKind {
	for _, id := range b.selected {
		if e := b.doc.Scene().Get(id); e.Kind == board.Arrow {
			return board.ArrowKindOf(e)
		}
	}
	return b.arrows
}

// SetArrowKind changes how the selected arrows run, in one step, and those drawn
// from now on.
func (b *Board) SetArrowKind(kind board.ArrowKind) {
	b.finishText()
	b.abandon()
	b.arrows = kind
	b.commit(board.SetArrowKind(b.doc.Scene(), b.selected, kind))
	b.OnChange()
}

// DropPart places a part of a design in the middle of what is seen, beside one
// that lies there already, and selects it.
func (b *Board) DropPart(part board.Part) {
	b.Use(Selecting)
	scene := b.doc.Scene()
	at := b.view.toScene(b.middle())
	const beside = 24
	for taken(scene, at) {
		at = at.Add(board.Point{X: beside, Y: beside})
	}
	part.Style.Roughness, part.Style.FontSize, part.Style.FontFamily = b.style.Roughness, b.style.FontSize, b.style.FontFamily
	e := board.Drop(scene, part, at)
	b.placeNew(e)
	if !e.Empty() {
		b.Select(e.Put[0].ID)
	}
}

// taken reports whether a shape has its middle just there.
func taken(scene *board.Scene, at board.Point) bool {
	for _, e := range scene.Elements() {
		if !e.Deleted && e.IsShape() && e.Centre().Dist(at) < 1 {
			return true
		}
	}
	return false
}
