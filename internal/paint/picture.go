package paint

import (
	"image"
	"image/draw"
	"math"
	"sync"
)

// Picture is a decoded picture that image elements show. It is safe for
// concurrent use.
type Picture struct {
	// MIME and Data are the file the picture was read from; an SVG export
	// takes it over as it is. Without them it holds a PNG made from the pixels.
	MIME string
	Data []byte

	full  *image.RGBA // nil where there is nothing to show but the label
	label string

	halve   sync.Once
	smaller []*image.RGBA // each half the size of the one before, full aside
}

// Pictures finds the picture for an image element's fileId; nil where there is
// none (yet): a grey box with a cross is shown instead. Painters ask at every
// painting, so it must answer at once; what it gives for an id may change.
type Pictures func(fileID string) *Picture

// NewPicture takes over the pixels of img. mime and data, which may be empty,
// are the file they come from.
func NewPicture(img image.Image, mime string, data []byte) *Picture {
	rgba, ok := img.(*image.RGBA)
	if !ok || rgba.Rect.Min != (image.Point{}) {
		rgba = image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
		draw.Draw(rgba, rgba.Rect, img, img.Bounds().Min, draw.Src)
	}
	return &Picture{MIME: mime, Data: data, full: rgba}
}

// Size is the picture's width and height in its own pixels, 0 by 0 for one that
// cannot be shown.
func (p *Picture) Size() (w, h int) {
	if p.full == nil {
		return 0, 0
	}
	return p.full.Rect.Dx(), p.full.Rect.Dy()
}

// level is the version of the picture for a scale at which step of its pixels
// lie on one of the image's, and how many times smaller that version is.
func (p *Picture) level(step float64) (*image.RGBA, float64) {
	if !(step > math.Sqrt2) {
		return p.full, 1
	}
	p.shrink()
	n := min(int(math.Round(math.Log2(step))), len(p.smaller))
	if n == 0 {
		return p.full, 1
	}
	return p.smaller[n-1], math.Exp2(float64(n))
}

// shrink works out the smaller versions, if that is not done.
func (p *Picture) shrink() {
	p.halve.Do(func() {
		if p.smaller != nil {
			return // they came with the largest
		}
		for last := p.full; last != nil && (last.Rect.Dx() > 1 || last.Rect.Dy() > 1); {
			last = halved(last)
			p.smaller = append(p.smaller, last)
		}
	})
}

// halved is img at half its size, every pixel the mean of the four it covers.
func halved(img *image.RGBA) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, (w+1)/2, (h+1)/2))
	for y := range out.Rect.Dy() {
		above := img.Pix[2*y*img.Stride:]
		below := img.Pix[min(2*y+1, h-1)*img.Stride:]
		for x := range out.Rect.Dx() {
			left, right := 8*x, 4*min(2*x+1, w-1)
			at := out.Pix[y*out.Stride+4*x:]
			for c := range 4 {
				sum := int(above[left+c]) + int(above[right+c]) + int(below[left+c]) + int(below[right+c])
				at[c] = uint8((sum + 2) / 4)
			}
		}
	}
	return out
}

// affine maps (x, y) to (XX*x + XY*y + X0, YX*x + YY*y + Y0).
type affine struct{ XX, XY, X0, YX, YY, Y0 float64 }

func (a affine) apply(p point) point {
	return point{X: a.XX*p.X + a.XY*p.Y + a.X0, Y: a.YX*p.X + a.YY*p.Y + a.Y0}
}

// after is b followed by a.
func (a affine) after(b affine) affine {
	return affine{
		a.XX*b.XX + a.XY*b.YX, a.XX*b.XY + a.XY*b.YY, a.XX*b.X0 + a.XY*b.Y0 + a.X0,
		a.YX*b.XX + a.YY*b.YX, a.YX*b.XY + a.YY*b.YY, a.YX*b.X0 + a.YY*b.Y0 + a.Y0,
	}
}

// inverse undoes a; ok is false where a flattens the plane.
func (a affine) inverse() (inverse affine, ok bool) {
	det := a.XX*a.YY - a.XY*a.YX
	if det == 0 || math.IsNaN(det) || math.IsInf(1/det, 0) {
		return affine{}, false
	}
	b := affine{XX: a.YY / det, XY: -a.XY / det, YX: -a.YX / det, YY: a.XX / det}
	b.X0, b.Y0 = -(b.XX*a.X0 + b.XY*a.Y0), -(b.YX*a.X0 + b.YY*a.Y0)
	return b, true
}

// Placed is a picture as it lies on the board.
type Placed struct {
	Picture *Picture
	// onto maps the picture's pixels to scene units, from back again.
	onto, from affine
}

// sampler reads a placed picture by the pixels of an image.
type sampler struct {
	img  *image.RGBA
	from affine // from the image's pixels to those of img
}

func (p *Placed) sampler(v View) sampler {
	from := p.from.after(affine{XX: 1 / v.Zoom, X0: v.X, YY: 1 / v.Zoom, Y0: v.Y})
	img, smaller := p.Picture.level(math.Sqrt(math.Abs(from.XX*from.YY - from.XY*from.YX)))
	return sampler{img, affine{XX: 1 / smaller, YY: 1 / smaller}.after(from)}
}

// at is the premultiplied colour under the middle of pixel (x, y), the four
// nearest of the picture blended. It depends on nothing but the pixel, so that
// any part of the picture can be painted anew.
func (s *sampler) at(x, y int) [4]uint32 {
	p := s.from.apply(point{X: float64(x) + 0.5, Y: float64(y) + 0.5})
	w, h := s.img.Rect.Dx(), s.img.Rect.Dy()
	u, v := within(p.X-0.5, w-1), within(p.Y-0.5, h-1)
	left, top := int(u), int(v)
	fx, fy := uint32((u-float64(left))*256), uint32((v-float64(top))*256)
	right, bottom := min(left+1, w-1), min(top+1, h-1)
	a, b := s.img.Pix[top*s.img.Stride:], s.img.Pix[bottom*s.img.Stride:]
	var out [4]uint32
	for c := range 4 {
		upper := uint32(a[4*left+c])*(256-fx) + uint32(a[4*right+c])*fx
		lower := uint32(b[4*left+c])*(256-fx) + uint32(b[4*right+c])*fx
		out[c] = (upper*(256-fy) + lower*fy + 1<<15) >> 16
	}
	return out
}

// within is v pulled in to 0 to last; 0 where v is no number.
func within(v float64, last int) float64 {
	if !(v > 0) {
		return 0
	}
	return min(v, float64(last))
}
