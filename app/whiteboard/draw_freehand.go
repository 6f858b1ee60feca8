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
	d := p.Sub(g.from)
	if g.element.Points[len(g.element.Points)-1] == d {
		return // two of the same say nothing about direction
	}
	g.element.Points = append(g.element.Points, d)
	b.preview(board.PutNew(b.doc.Scene(), g.element))
}

func (g *drawFreehand) release(b *Board, p board.Point) {
	if !b.clicked(g.from.Add(g.element.Points[len(g.element.Points)-1]), p) {
		g.drag(b, p)
	}
	if len(g.element.Points) == 1 {
		// A press without a move is a dot.
		g.element.Points = append(g.element.Points, board.Point{X: 0.1, Y: 0.1})
	}
	e := g.element.Clone()
	e.Points = board.Simplify(e.Points, freehandDetail/b.view.zoom)
	b.place(board.PutNew(b.doc.Scene(), e), e.ID)
	// The pen stays in hand: writing takes many strokes.
	b.Select()
}
