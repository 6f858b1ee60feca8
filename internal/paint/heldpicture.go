package paint

import (
	"image"
	"image/draw"

	"talkthrough/internal/typeset"
)

// NewPictureWithin is NewPicture for screens: of a picture with more pixels
// than that a smaller version is kept, made without ever holding it whole a
// second time. What the first painting would work out is worked out already.
func NewPictureWithin(img image.Image, pixels int) *Picture {
	for size := img.Bounds().Size(); size.X*size.Y > max(pixels, 1) && size.X+size.Y > 2; size = img.Bounds().Size() {
		img = stripped(img)
	}
	p := NewPicture(img, "", nil)
	p.shrink()
	return p
}

// NewUnseen stands for a picture that cannot be shown: a box that says in a
// word or two what it is. mime and data, which may be empty, are its file.
func NewUnseen(label, mime string, data []byte) *Picture {
	return &Picture{MIME: mime, Data: data, label: label}
}

// Pixels is how many pixels the picture holds, its smaller versions aside.
func (p *Picture) Pixels() int {
	w, h := p.Size()
	return w * h
}

// Smaller is the picture at half its width and height, in the memory that this
// one has of it already; the picture itself where it cannot be halved.
func (p *Picture) Smaller() *Picture {
	p.shrink()
	if len(p.smaller) == 0 {
		return p
	}
	return &Picture{MIME: p.MIME, Data: p.Data, full: p.smaller[0], smaller: p.smaller[1:]}
}

// stripped is any picture at half its size, read two rows at a time.
func stripped(img image.Image) *image.RGBA {
	from := img.Bounds()
	w, h := from.Dx(), from.Dy()
	out := image.NewRGBA(image.Rect(0, 0, (w+1)/2, (h+1)/2))
	strip := image.NewRGBA(image.Rect(0, 0, w, 2))
	for y := range out.Rect.Dy() {
		rows := min(2, h-2*y)
		part := &image.RGBA{Pix: strip.Pix, Stride: strip.Stride, Rect: image.Rect(0, 0, w, rows)}
		draw.Draw(part, part.Rect, img, image.Pt(from.Min.X, from.Min.Y+2*y), draw.Src)
		copy(out.Pix[y*out.Stride:], halved(part).Pix)
	}
	return out
}

// caption writes what a picture is that cannot be shown in the middle of its
// box, as far as there is room.
func (d *drawing) caption(label string) {
	const margin = 6
	font := typeset.Font{Size: 14, LineHeight: 1.25}
	b := d.e.Box()
	if label == "" || b.H < typeset.LineBox(font)+2*margin {
		return
	}
	label = shortened(font, label, b.W-2*margin)
	letters := &typeset.Path{}
	c := b.Centre()
	w, h := typeset.Advance(font, label), typeset.LineBox(font)
	typeset.Outline(font, label, c.X-w/2, c.Y-h/2+typeset.Baseline(font), letters)
	plate := boxPath(c.X-w/2-margin, c.Y-h/2-margin/2, w+2*margin, h+margin, 4)
	d.turn(plate, 0)
	d.turn(letters, 0)
	if label != "" {
		d.fill(plate, d.theme.ink("#e7e7e7", nothing))
		d.fill(letters, d.theme.ink("#6b6b6b", nothing))
	}
}
