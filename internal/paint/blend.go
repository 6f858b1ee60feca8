package paint

import (
	"encoding/binary"
	"image"
	"image/color"
)

// blender lays one colour, or a picture, over the pixels of an image.
type blender struct {
	dst *image.RGBA
	// picture is used where it has pixels; of the colour only the opacity then
	// counts.
	picture sampler
	// Premultiplied channels and opacity, 0 to 255.
	r, g, b, a uint32
}

func (k *blender) set(c color.NRGBA) {
	k.a = uint32(c.A)
	k.r, k.g, k.b = div255(uint32(c.R)*k.a), div255(uint32(c.G)*k.a), div255(uint32(c.B)*k.a)
}

// div255 is v/255 rounded, exact for v up to 255².
func div255(v uint32) uint32 { return (v + 128 + (v+128)>>8) >> 8 }

// span covers the pixels x0 to x1 of row y with the colour, alpha 1 to 255.
func (k *blender) span(y, x0, x1 int, alpha uint32) {
	pix := k.dst.Pix[k.dst.PixOffset(x0, y):]
	pix = pix[:4*(x1-x0)]
	if k.picture.img != nil {
		k.sampled(pix, x0, y, div255(k.a*alpha))
		return
	}
	r, g, b, a := k.r, k.g, k.b, k.a
	if alpha < 255 {
		r, g, b, a = div255(r*alpha), div255(g*alpha), div255(b*alpha), div255(a*alpha)
	}
	if a == 255 {
		word := r | g<<8 | b<<16 | a<<24
		for ; len(pix) >= 4; pix = pix[4:] {
			binary.LittleEndian.PutUint32(pix, word)
		}
		return
	}
	keep := 255 - a
	for ; len(pix) >= 4; pix = pix[4:] {
		pix[0] = uint8(r + div255(uint32(pix[0])*keep))
		pix[1] = uint8(g + div255(uint32(pix[1])*keep))
		pix[2] = uint8(b + div255(uint32(pix[2])*keep))
		pix[3] = uint8(a + div255(uint32(pix[3])*keep))
	}
}

// sampled covers pix, which begins at pixel (x, y), with the picture.
func (k *blender) sampled(pix []byte, x, y int, opacity uint32) {
	if k.picture.upright() {
		k.picture.row(pix, x, y, opacity)
		return
	}
	for ; len(pix) >= 4; pix = pix[4:] {
		c := k.picture.at(x, y)
		keep := 255 - div255(c[3]*opacity)
		for i := range c {
			pix[i] = laid(c[i], opacity, pix[i], keep)
		}
		x++
	}
}

// over composites src, which shares dst's coordinates, over dst inside window,
// at opacity 0 to 255.
func over(dst, src *image.RGBA, window image.Rectangle, opacity uint32) {
	for y := window.Min.Y; y < window.Max.Y; y++ {
		d := dst.Pix[dst.PixOffset(window.Min.X, y):]
		s := src.Pix[src.PixOffset(window.Min.X, y):]
		for i := 0; i < 4*window.Dx(); i += 4 {
			if s[i+3] == 0 {
				continue
			}
			keep := 255 - div255(uint32(s[i+3])*opacity)
			for c := i; c < i+4; c++ {
				d[c] = uint8(div255(uint32(s[c])*opacity) + div255(uint32(d[c])*keep))
			}
		}
	}
}
