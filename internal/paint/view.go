package paint

import (
	"image"
	"math"

	"talkthrough/internal/board"
)

// View says which part of the board an image shows: the scene point (X, Y)
// lies at the image's pixel (0, 0), and one scene unit is Zoom pixels long.
type View struct{ X, Y, Zoom float64 }

// Pixel is where a scene point lies on the image, in pixels.
func (v View) Pixel(p board.Point) (x, y float64) { return (p.X - v.X) * v.Zoom, (p.Y - v.Y) * v.Zoom }

// Scene is the scene point at pixel (x, y).
func (v View) Scene(x, y float64) board.Point {
	return board.Point{X: v.X + x/v.Zoom, Y: v.Y + y/v.Zoom}
}

// Pixels is the rectangle of pixels that painting inside r can change, a pixel
// of antialiasing included: what to repaint when something with those bounds
// has changed.
func (v View) Pixels(r board.Rect) image.Rectangle {
	if r.Empty() {
		return image.Rectangle{}
	}
	x0, y0 := v.Pixel(board.Point{X: r.X, Y: r.Y})
	x1, y1 := v.Pixel(board.Point{X: r.Right(), Y: r.Bottom()})
	return image.Rect(pixel(math.Floor(x0)-1), pixel(math.Floor(y0)-1), pixel(math.Ceil(x1)+1), pixel(math.Ceil(y1)+1))
}

func pixel(v float64) int {
	if !(v > -farAway) {
		return -farAway
	}
	return int(min(v, farAway))
}
