package paint

import "encoding/binary"

// upright reports whether the picture lies with its sides along those of the
// image: then a row of the image is a row of the picture.
func (s *sampler) upright() bool { return s.from.XY == 0 && s.from.YX == 0 }

// row covers pix, which begins at pixel (x, y), with an upright picture, as
// sampled does pixel by pixel and several times as fast.
func (s *sampler) row(pix []byte, x, y int, opacity uint32) {
	w, h := s.img.Rect.Dx(), s.img.Rect.Dy()
	v := within(s.from.YY*(float64(y)+0.5)+s.from.Y0-0.5, h-1)
	top := int(v)
	fy := uint64((v - float64(top)) * 256)
	above, below := s.img.Pix[top*s.img.Stride:], s.img.Pix[min(top+1, h-1)*s.img.Stride:]
	above, below = above[:4*w], below[:4*w]
	for ; len(pix) >= 4; pix, x = pix[4:], x+1 {
		u := within(s.from.XX*(float64(x)+0.5)+s.from.X0-0.5, w-1)
		left := int(u)
		right := min(left+1, w-1)
		fx := uint64((u - float64(left)) * 256)
		a, b := lanes(above[4*left:])
		c, d := lanes(above[4*right:])
		e, f := lanes(below[4*left:])
		g, i := lanes(below[4*right:])
		even := mixed(a, c, e, g, fx, fy)
		odd := mixed(b, d, f, i, fx, fy)
		if opacity == 255 && odd>>32 == 255 {
			binary.LittleEndian.PutUint32(pix, uint32(even)|uint32(even>>32)<<16|uint32(odd)<<8|uint32(odd>>32)<<24)
			continue
		}
		keep := 255 - div255(uint32(odd>>32)*opacity)
		pix[0] = laid(uint32(even), opacity, pix[0], keep)
		pix[1] = laid(uint32(odd), opacity, pix[1], keep)
		pix[2] = laid(uint32(even>>32), opacity, pix[2], keep)
		pix[3] = laid(uint32(odd>>32), opacity, pix[3], keep)
	}
}

// lanes are the channels of a pixel two by two, the even ones and the odd ones,
// with room above each for what they are multiplied by.
func lanes(pix []byte) (even, odd uint64) {
	p := binary.LittleEndian.Uint32(pix)
	return uint64(p&0xff) | uint64(p>>16&0xff)<<32, uint64(p>>8&0xff) | uint64(p>>24)<<32
}

// mixed is what four pixels make between them, fx of 256 to the right and fy of
// 256 down.
func mixed(a, b, c, d, fx, fy uint64) uint64 {
	const half = 1<<15 | 1<<47
	upper := a*(256-fx) + b*fx
	lower := c*(256-fx) + d*fx
	return (upper*(256-fy) + lower*fy + half) >> 16 & 0xff_0000_00ff
}

// laid is one channel over another.
func laid(over, opacity uint32, under uint8, keep uint32) uint8 {
	return uint8(min(div255(over*opacity)+div255(uint32(under)*keep), 255))
}
