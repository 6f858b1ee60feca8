package paint

import (
	"image"
	"math"
)

// Coordinates are rounded to 1/256 of a pixel; further out than farAway pixels
// they are pulled in, so that products of two fit 64 bits.
const (
	subpixel = 256
	farAway  = 1 << 21
)

// full is the sum that means a pixel is wholly covered: the height of a pixel
// times twice its width.
const full = subpixel * 2 * subpixel

// raster collects the signed areas that a closed path covers of each pixel of
// a window on the device. Every sum is an integer worked out from the path
// alone, never from the window: a pixel gets the same coverage whichever
// window it is painted through, which is what lets a damaged rectangle be
// repainted without a seam.
//
// A pixel's coverage is the absolute sum, cut off at full: the non-zero rule
// for paths whose overlapping contours run the same way round.
type raster struct {
	window image.Rectangle
	stride int
	// sums holds per pixel the change of coverage from the pixel to its left;
	// it is all zero between paths.
	sums []int32
	// touched is the first and last changed sum of each row.
	touched []extent
	// The pen and the start of the contour, in subpixels.
	x, y, startX, startY int64
}

type extent struct{ first, last int32 }

// open points the raster at a window, which must not be empty.
func (r *raster) open(window image.Rectangle) {
	r.window = window
	r.stride = window.Dx() + 1
	if n := r.stride * window.Dy(); n > len(r.sums) {
		r.sums = make([]int32, n)
	}
	if n := window.Dy(); n > cap(r.touched) {
		r.touched = make([]extent, n)
	}
	r.touched = r.touched[:window.Dy()]
	for i := range r.touched {
		r.touched[i] = extent{int32(r.stride), -1}
	}
}

func toSubpixel(v float64) int64 {
	if !(v > -farAway) { // catches NaN too
		v = -farAway
	} else if v > farAway {
		v = farAway
	}
	return int64(math.Floor(v*subpixel + 0.5))
}

func (r *raster) moveTo(x, y float64) {
	r.closePath()
	r.x, r.y = toSubpixel(x), toSubpixel(y)
	r.startX, r.startY = r.x, r.y
}

func (r *raster) lineTo(x, y float64) {
	nx, ny := toSubpixel(x), toSubpixel(y)
	r.edge(r.x, r.y, nx, ny)
	r.x, r.y = nx, ny
}

func (r *raster) closePath() {
	r.edge(r.x, r.y, r.startX, r.startY)
	r.x, r.y = r.startX, r.startY
}

// edge adds what lies to the right of the segment.
func (r *raster) edge(x0, y0, x1, y1 int64) {
	if y0 == y1 {
		return
	}
	sign := int32(1)
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -1
	}
	top := max(y0, int64(r.window.Min.Y)*subpixel)
	bottom := min(y1, int64(r.window.Max.Y)*subpixel)
	if top >= bottom || min(x0, x1) >= int64(r.window.Max.X)*subpixel {
		return
	}
	if top == y0 && bottom == y1 && y0>>8 == (y1-1)>>8 { // as most edges of small letters
		r.row(int(y0>>8)-r.window.Min.Y, x0, x1, int32(y1-y0), sign)
		return
	}
	dx, dy := x1-x0, y1-y0
	at := func(y int64) int64 { return x0 + floorDiv((y-y0)*dx, dy) }
	if dx == 0 {
		at = func(int64) int64 { return x0 }
	}
	x := at(top)
	for y := top; y < bottom; {
		next := min((y|(subpixel-1))+1, bottom)
		nextX := at(next)
		r.row(int(y>>8)-r.window.Min.Y, x, nextX, int32(next-y), sign)
		x, y = nextX, next
	}
}

// row adds a stretch of an edge that stays in one row of pixels and is h high.
func (r *raster) row(row int, x0, x1 int64, h, sign int32) {
	if x0 > x1 {
		x0, x1 = x1, x0
	}
	minX, maxX := int64(r.window.Min.X), int64(r.window.Max.X)
	first, last := x0>>8, x1>>8
	if first == last {
		r.add(row, first, h, int32(x0+x1-2*first*subpixel), sign)
		return
	}
	// height is how much of h lies to the left of the pixel column c.
	height := func(c int64) int32 { return int32((c*subpixel - x0) * int64(h) / (x1 - x0)) }
	done := int32(0)
	c := first
	if c < minX {
		c = min(minX, last)
		done = height(c)
		r.add(row, first, done, 0, sign)
	}
	for ; c <= last && c < maxX; c++ {
		part, in, out := h, int64(0), int64(subpixel)
		if c < last {
			part = height(c + 1)
		}
		if c == first {
			in = x0 - c*subpixel
		}
		if c == last {
			out = x1 - c*subpixel
		}
		r.add(row, c, part-done, int32(in+out), sign)
		done = part
	}
}

// add counts an edge part of height h in pixel column c; inset is the sum of
// its ends' distances from the pixel's left side.
func (r *raster) add(row int, c int64, h, inset, sign int32) {
	if c >= int64(r.window.Max.X) || h == 0 {
		return
	}
	i := int32(c - int64(r.window.Min.X))
	if c < int64(r.window.Min.X) {
		i, inset = 0, 0
	}
	sums := r.sums[row*r.stride:]
	later := sign * h * inset
	sums[i] += sign*h*2*subpixel - later
	sums[i+1] += later
	t := &r.touched[row]
	t.first, t.last = min(t.first, i), max(t.last, i+1)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// fill lays ink over every pixel that the path covers, and leaves the raster
// empty.
func (r *raster) fill(ink *blender) {
	r.closePath()
	width := int32(r.window.Dx())
	for row, t := range r.touched {
		if t.last < 0 {
			continue
		}
		sums := r.sums[row*r.stride : (row+1)*r.stride]
		y := r.window.Min.Y + row
		sum := int32(0)
		for i := t.first; i < width; {
			if i <= t.last {
				sum += sums[i]
				sums[i] = 0
			}
			end := i + 1
			for end <= t.last && end < width && sums[end] == 0 {
				end++
			}
			if end > t.last {
				end = width
			}
			if a := coverage(sum); a > 0 {
				ink.span(y, r.window.Min.X+int(i), r.window.Min.X+int(end), a)
			}
			i = end
		}
		sums[width] = 0
	}
}

func coverage(sum int32) uint32 {
	if sum < 0 {
		sum = -sum
	}
	if sum >= full {
		return 255
	}
	return (uint32(sum)*255 + full/2) >> 17
}
