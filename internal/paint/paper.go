package paint

import (
	"image"
	"math"
)

const (
	// dotPitch is the distance of the paper's dots in scene units.
	dotPitch = 20
	// closestDots is how near dots may come on the image, in pixels, before
	// every other one is left out.
	closestDots = 10
)

// Paper fills clip with the board's background and its dots. When the view is
// zoomed out, every other row and column of dots fades and goes.
func Paper(dst *image.RGBA, clip image.Rectangle, v View, th Theme) {
	clip = clip.Intersect(dst.Rect)
	if clip.Empty() {
		return
	}
	flood(dst, clip, th.colours().paper)
	if !(v.Zoom > 0) || v.Zoom < 1e-3 {
		return
	}
	step := 1
	for float64(step)*dotPitch*v.Zoom < closestDots {
		step *= 2
	}
	k := blender{dst: dst}
	k.set(th.colours().dots)
	d := dots{ink: &k, clip: clip, radius: min(max(1.1*v.Zoom, 0.8), 2.2)}
	// The dots that the next step drops fade on the way there.
	fading := min(float64(step)*dotPitch*v.Zoom/closestDots-1, 1)
	pitch := float64(step) * dotPitch
	column0, column1 := cells(v.X, clip.Min.X, clip.Max.X, v.Zoom, pitch)
	row0, row1 := cells(v.Y, clip.Min.Y, clip.Max.Y, v.Zoom, pitch)
	for row := row0; row <= row1; row++ {
		for column := column0; column <= column1; column++ {
			strength := 1.0
			if row%2 != 0 || column%2 != 0 {
				strength = fading
			}
			d.draw((float64(column)*pitch-v.X)*v.Zoom, (float64(row)*pitch-v.Y)*v.Zoom, strength)
		}
	}
}

// cells is the range of dots that can touch the pixels low to high.
func cells(origin float64, low, high int, zoom, pitch float64) (first, last int) {
	return int(math.Floor((origin + float64(low-3)/zoom) / pitch)), int(math.Ceil((origin + float64(high+3)/zoom) / pitch))
}

type dots struct {
	ink    *blender
	clip   image.Rectangle
	radius float64
}

// draw lays down one dot, antialiased by each pixel's distance from its rim.
func (d *dots) draw(x, y, strength float64) {
	reach := int(d.radius) + 1
	cx, cy := int(math.Floor(x)), int(math.Floor(y))
	for py := max(cy-reach, d.clip.Min.Y); py <= min(cy+reach, d.clip.Max.Y-1); py++ {
		for px := max(cx-reach, d.clip.Min.X); px <= min(cx+reach, d.clip.Max.X-1); px++ {
			far := math.Hypot(float64(px)+0.5-x, float64(py)+0.5-y)
			if a := uint32(255 * strength * min(max(d.radius+0.5-far, 0), 1)); a > 0 {
				d.ink.span(py, px, px+1, a)
			}
		}
	}
}
