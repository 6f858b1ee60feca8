package whiteboard

import (
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// gesture is what the hand does between pressing and releasing. Nothing is
// changed before release.
type gesture interface {
	// drag is called with the scene point the pointer has come to.
	drag(b *Board, p board.Point)
	// release finishes at p.
	release(b *Board, p board.Point)
}

// canceller is a gesture that has something to put back when it is dropped.
type canceller interface{ cancel(b *Board) }

// Tool is what the primary button does.
type Tool int

// The tools, in the order of the tool bar.
const (
	Selecting Tool = iota
	Panning
	Rectangles
	Diamonds
	Ellipses
	Cylinders
	Arrows
	Lines
	Freehand
	Texts
	Erasing
	Frames
	Lassoing
	Pointing
)

// still is how far, in window units, the hand may stray in a click that is not
// meant as a drag.
const still = 1

// clicked reports whether the way from press to release, in the scene, is none.
func (b *Board) clicked(from, p board.Point) bool { return from.Dist(p)*b.view.zoom < still }

// begin starts the tool's gesture at p.
func (t Tool) begin(b *Board, p board.Point) gesture {
	switch t {
	case Panning:
		return &pan{last: b.pointer}
	case Rectangles:
		return newDrawShape(b, board.Rectangle, p)
	case Diamonds:
		return newDrawShape(b, board.Diamond, p)
	case Ellipses:
		return newDrawShape(b, board.Ellipse, p)
	case Cylinders:
		return newDrawShape(b, board.Cylinder, p)
	case Arrows:
		return newDrawLine(b, board.Arrow, p)
	case Lines:
		return newDrawLine(b, board.Line, p)
	case Freehand:
		return newDrawFreehand(b, p)
	case Texts:
		return &placeText{}
	case Erasing:
		return newErase(b, p)
	case Frames:
		return newDrawFrame(b, p)
	case Lassoing:
		return newLasso(b, p)
	case Pointing:
		return newPoint(b, p)
	}
	return beginSelect(b, p)
}

// pan moves the view with the hand.
type pan struct{ last fyne.Position }

func (g *pan) drag(b *Board, _ board.Point) {
	b.pan(b.pointer.X-g.last.X, b.pointer.Y-g.last.Y)
	g.last = b.pointer
}

func (g *pan) release(*Board, board.Point) {}

// doubleClick is how close in time and place two clicks must be to be one.
const (
	doubleClick     = 400 * time.Millisecond
	doubleClickNear = 5
)

// clicks tells double clicks: the toolkit's own would delay every single one.
type clicks struct {
	at    time.Time
	where fyne.Position
}

// double reports whether the click at p at this moment is the second of two.
func (c *clicks) double(p fyne.Position, now time.Time) bool {
	twice := now.Sub(c.at) < doubleClick && within(p, c.where, doubleClickNear)
	c.at, c.where = now, p
	if twice {
		c.at = time.Time{}
	}
	return twice
}

// within reports whether two places are no further apart than so many window
// units.
func within(p, q fyne.Position, far float32) bool {
	d := p.Subtract(q)
	return d.X*d.X+d.Y*d.Y <= far*far
}
