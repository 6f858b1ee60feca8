//go:build linux

package e2e

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// inky reports whether the picture has something other than paper at a place.
// The upper left corner tells what paper is.
func inky(img *image.RGBA, x, y int) bool {
	if !image.Pt(x, y).In(img.Bounds()) {
		return false
	}
	paper, c := img.RGBAAt(0, 0), img.RGBAAt(x, y)
	return apart(paper, c) > 60
}

// apart is the greatest difference in a channel.
func apart(a, b color.RGBA) int {
	d := 0
	for _, pair := range [][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}} {
		d = max(d, int(math.Abs(float64(pair[0])-float64(pair[1]))))
	}
	return d
}

// inkIn counts the pixels that are no paper.
func inkIn(img *image.RGBA, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if inky(img, x, y) {
				n++
			}
		}
	}
	return n
}

// countFrames counts the closed outlines in a picture of boxes: the regions of
// paper that are not joined to the paper outside.
func countFrames(img *image.RGBA) int {
	b := img.Bounds()
	seen := make([]bool, b.Dx()*b.Dy())
	regions := 0
	for start := range seen {
		if seen[start] || inky(img, start%b.Dx(), start/b.Dx()) {
			continue
		}
		if fill(img, seen, start) >= smallestFrame {
			regions++
		}
	}
	return regions - 1 // the paper outside
}

// smallestFrame is the area in pixels from which enclosed paper counts: specks
// of paper between strokes do not.
const smallestFrame = 2000

// fill marks all paper joined to a pixel and tells how much it is.
func fill(img *image.RGBA, seen []bool, start int) int {
	w := img.Bounds().Dx()
	area := 0
	seen[start] = true
	for open := []int{start}; len(open) > 0; {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		area++
		x, y := at%w, at/w
		for _, p := range []image.Point{{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}} {
			i := p.Y*w + p.X
			if p.In(img.Bounds()) && !seen[i] && !inky(img, p.X, p.Y) {
				seen[i] = true
				open = append(open, i)
			}
		}
	}
	return area
}

// sheet tells where a scene lies in its picture. It works it out from the
// picture's size alone: the same margin is left on all sides.
type sheet struct {
	left, top, margin, scale float64
}

func newSheet(img *image.RGBA, scene []shape) sheet {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range scene {
		x0, y0 = min(x0, s.X), min(y0, s.Y)
		x1, y1 = max(x1, s.X+s.Width), max(y1, s.Y+s.Height)
	}
	w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	out := sheet{left: x0, top: y0}
	out.scale = (w - h) / ((x1 - x0) - (y1 - y0))
	out.margin = (w/out.scale - (x1 - x0)) / 2
	return out
}

func (s sheet) pixel(x, y float64) image.Point {
	return image.Pt(int((x-s.left+s.margin)*s.scale), int((y-s.top+s.margin)*s.scale))
}

// checkOutline fails the test unless a box has ink along all four sides.
func checkOutline(t *testing.T, img *image.RGBA, place sheet, box shape) {
	t.Helper()
	const reach = 5 // scene units that a hand-drawn line may stray
	side := func(name string, x0, y0, x1, y1 float64) {
		found := 0
		for i := 1; i <= 9; i++ {
			part := float64(i) / 10
			x, y := x0+(x1-x0)*part, y0+(y1-y0)*part
			around := image.Rectangle{place.pixel(x-reach, y-reach), place.pixel(x+reach, y+reach)}
			if inkIn(img, around) > 0 {
				found++
			}
		}
		if found < 8 {
			t.Errorf("the %s side of box %s has ink at %d of 9 places", name, box.ID, found)
		}
	}
	l, u, r, d := box.X, box.Y, box.X+box.Width, box.Y+box.Height
	side("upper", l, u, r, u)
	side("lower", l, d, r, d)
	side("left", l, u, l, d)
	side("right", r, u, r, d)
	inner := image.Rectangle{place.pixel(l+15, u+15), place.pixel(r-15, d-15)}
	if n := inkIn(img, inner); n > 0 {
		t.Errorf("box %s is empty and has %d pixels of ink inside", box.ID, n)
	}
}
