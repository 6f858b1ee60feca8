package whiteboard

import "talkthrough/internal/board"

// drawFreehand draws along the hand's way.
type drawFreehand struct {
	element *board.Element
	from    board.Point
}

// freehandDetail is how far, in window units, a simplified stroke may stray
// from the hand's way.
const freehandDetail = 0.5

func newDrawFreehand(b *Board, p board.Point) *drawFreehand {
	g := &drawFreehand{element: board.NewElement(board.Freedraw, b.style), from: p}
	g.element.X, g.element.Y = p.X, p.Y
	g.element.Points = []board.Point{{}}
	return g
}

func (g *drawFreehand) drag(b *Board, p board.Point) {
	g.element.Points = append(g.element.Points, p.Sub(g.from))
	b.preview(board.PutNew(b.doc.Scene(), measured(g.element.Clone())))
}

func (g *drawFreehand) release(b *Board, p board.Point) {
	if len(g.element.Points) == 1 {
		// A press without a move is a dot.
		g.element.Points = append(g.element.Points, board.Point{X: 0.1, Y: 0.1})
	}
	e := g.element.Clone()
	e.Points = board.Simplify(e.Points, freehandDetail/b.view.zoom)
	b.commit(board.PutNew(b.doc.Scene(), measured(e)))
	// The pen stays in hand: writing takes many strokes.
	b.Select()
}

// measured gives a linear element the size of its points.
func measured(e *board.Element) *board.Element {
	var r board.Rect
	for i, p := range e.Points {
		point := board.RectOf(p, p)
		if i == 0 {
			r = point
			continue
		}
		r = board.RectOf(
			board.Point{X: min(r.X, p.X), Y: min(r.Y, p.Y)},
			board.Point{X: max(r.Right(), p.X), Y: max(r.Bottom(), p.Y)},
		)
	}
	e.W, e.H = r.W, r.H
	return e
}
