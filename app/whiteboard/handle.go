package whiteboard

import (
	"math"

	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// handle is one of the eight places by which a selection is resized: x and y
// are -1, 0 or 1 for left/top, middle, right/bottom.
type handle struct{ x, y int }

// handles are the eight, corners last so that they win where handles meet.
var handles = [...]handle{
	{0, -1},
	{1, 0},
	{0, 1},
	{-1, 0},
	{-1, -1},
	{1, -1},
	{1, 1},
	{-1, 1},
}

func (h handle) corner() bool { return h.x != 0 && h.y != 0 }

// of is where the handle of r lies.
func (h handle) of(r board.Rect) board.Point {
	return board.Point{X: r.X + r.W*float64(h.x+1)/2, Y: r.Y + r.H*float64(h.y+1)/2}
}

// dragged is what from becomes when the handle is dragged to p. The rectangle
// may turn over: then its width or height is negative.
func (h handle) dragged(from board.Rect, p board.Point, keepShape, fromCentre bool) board.Rect {
	sx, sy := 1.0, 1.0
	anchor := handle{-h.x, -h.y}.of(from)
	if fromCentre {
		anchor = from.Centre()
	}
	corner := h.of(from)
	if h.x != 0 && corner.X != anchor.X {
		sx = (p.X - anchor.X) / (corner.X - anchor.X)
	}
	if h.y != 0 && corner.Y != anchor.Y {
		sy = (p.Y - anchor.Y) / (corner.Y - anchor.Y)
	}
	if keepShape {
		switch {
		case !h.corner():
			k := sx * sy // one of them is 1
			if h.x != 0 {
				sy = math.Abs(k)
			} else {
				sx = math.Abs(k)
			}
		case math.Abs(sx) > math.Abs(sy):
			sy = math.Copysign(sx, sy)
		default:
			sx = math.Copysign(sy, sx)
		}
	}
	x0 := anchor.X + (from.X-anchor.X)*sx
	y0 := anchor.Y + (from.Y-anchor.Y)*sy
	return board.Rect{X: x0, Y: y0, W: from.W * sx, H: from.H * sy}
}

// cursor says what a drag of the handle will do.
func (h handle) cursor() desktop.Cursor {
	switch {
	case h.x == 0:
		return desktop.VResizeCursor
	case h.y == 0:
		return desktop.HResizeCursor
	case h.x == h.y:
		return desktop.NWSEResizeCursor
	}
	return desktop.NESWResizeCursor
}
