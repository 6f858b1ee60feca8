package whiteboard

import "talkthrough/internal/board"

// Styled says which parts of a style the selection has, or else what a tool that
// stays in hand draws: those that are worth showing.
type Styled struct {
	Stroke, Fill, Edges, Letters, Arrows bool
}

// Any reports whether there is anything to style.
func (s Styled) Any() bool { return s != Styled{} }

// Styled tells what can be styled now: nothing while text is typed.
func (b *Board) Styled() Styled {
	var s Styled
	switch {
	case b.editor != nil:
	case len(b.selected) > 0:
		scene := b.doc.Scene()
		for _, id := range b.selected {
			e := scene.Get(id)
			s.add(e.Kind, e.Kind == board.Text || scene.LabelOf(e) != nil)
		}
	case b.locked || b.tool == Freehand: // else what is drawn gets selected
		if kind, ok := drawnKinds[b.tool]; ok {
			s.add(kind, kind == board.Text)
		}
	}
	return s
}

// drawnKinds is what the tools draw.
var drawnKinds = map[Tool]board.Kind{
	Rectangles: board.Rectangle, Diamonds: board.Diamond, Ellipses: board.Ellipse, Cylinders: board.Cylinder,
	Arrows: board.Arrow, Lines: board.Line, Freehand: board.Freedraw, Texts: board.Text,
}

func (s *Styled) add(kind board.Kind, letters bool) {
	s.Letters = s.Letters || letters
	switch kind {
	case board.Rectangle, board.Diamond, board.Ellipse, board.Cylinder:
		s.Stroke, s.Fill, s.Edges = true, true, true
	case board.Arrow:
		s.Stroke, s.Edges, s.Arrows = true, true, true
	case board.Line:
		s.Stroke, s.Edges = true, true
	case board.Freedraw, board.Text:
		s.Stroke = true
	}
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
	b.commit(e)
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
