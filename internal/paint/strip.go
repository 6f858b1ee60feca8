package paint

import (
	"bytes"
	"compress/flate"
	"hash/adler32"
	"image"
	"image/color"
	"sync"
)

// strip is an image that is painted and compressed in bands of rows.
type strip struct {
	width, height, rows int
	pieces              []piece
	view                View
	transparent         bool
	paper               color.NRGBA
	empty               sync.Map // bands that show nothing, by their rows
}

// packed is a compressed band: deflate blocks that refer to nothing before
// them and end on a byte boundary. sum and length are those of what was
// compressed.
type packed struct {
	data   []byte
	sum    adler
	length int
}

// job is a band to paint, and where to leave it.
type job struct {
	band image.Rectangle
	done chan<- packed
}

// bands paints all bands by that many workers and gives them to each in order,
// until that returns false. All workers have ended when bands returns.
func (s *strip) bands(workers int, each func(packed) bool) {
	jobs, order, stop := make(chan job), make(chan (<-chan packed), workers), make(chan struct{})
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			b := newBander(s)
			for j := range jobs {
				j.done <- b.pack(j.band)
			}
		})
	}
	all.Go(func() {
		defer close(jobs)
		defer close(order)
		for i := 0; i*s.rows < s.height; i++ {
			done := make(chan packed, 1)
			select {
			case order <- done:
			case <-stop:
				return
			}
			jobs <- job{s.bandOf(i), done}
		}
	})
	for next := range order {
		if !each(<-next) {
			close(stop)
			for range order { // what is under way ends unseen
			}
			break
		}
	}
	all.Wait()
}

// bander paints and packs bands in buffers of its own.
type bander struct {
	*strip
	painter Painter
	img     image.RGBA
	raw     []byte
	above   []byte
	out     bytes.Buffer
	deflate *flate.Writer
}

// Drawings pack within a twentieth as small at the fastest level as at the
// usual one, in half the time.
const packLevel = flate.BestSpeed

func newBander(s *strip) *bander {
	b := &bander{strip: s}
	b.deflate, _ = flate.NewWriter(&b.out, packLevel) // fails for unknown levels only
	return b
}

// pack paints a band and compresses it.
func (b *bander) pack(band image.Rectangle) packed {
	shown := b.touched(band)
	if !shown {
		if known, ok := b.empty.Load(band.Dy()); ok {
			return known.(packed)
		}
	}
	b.paint(band)
	raw, sum := b.filtered(band)
	b.out.Reset()
	b.deflate.Reset(&b.out)
	_, _ = b.deflate.Write(raw) // a buffer takes everything
	_ = b.deflate.Flush()
	result := packed{bytes.Clone(b.out.Bytes()), sum, len(raw)}
	if !shown {
		b.empty.Store(band.Dy(), result)
	}
	return result
}

// touched reports whether anything is to be seen in the band.
func (b *bander) touched(band image.Rectangle) bool {
	for i := range b.pieces {
		if b.pieces[i].window(b.view).Overlaps(band) {
			return true
		}
	}
	return false
}

func (b *bander) paint(band image.Rectangle) {
	n := 4 * band.Dx() * band.Dy()
	if n > cap(b.img.Pix) {
		b.img.Pix = make([]byte, n)
	}
	b.img = image.RGBA{Pix: b.img.Pix[:n], Stride: 4 * band.Dx(), Rect: band}
	if b.transparent {
		clear(b.img.Pix)
	} else {
		flood(&b.img, band, b.paper)
	}
	for i := range b.pieces {
		one := &b.pieces[i]
		if window := one.window(b.view).Intersect(band); !window.Empty() {
			b.painter.element(&b.img, window, one.seen, b.view)
		}
	}
}

// filtered is the band in PNG's form, and its checksum: in every row what
// differs from the row above, in the first from the pixel to the left.
func (b *bander) filtered(band image.Rectangle) ([]byte, adler) {
	const left, up = 1, 2
	bytesPerPixel := 3
	if b.transparent {
		bytesPerPixel = 4
	}
	row := bytesPerPixel * band.Dx()
	if n := (row + 1) * band.Dy(); n > len(b.raw) {
		b.raw, b.above = make([]byte, n), make([]byte, 2*row)
	}
	now, above := b.above[:row], b.above[row:2*row]
	raw, sum := b.raw[:(row+1)*band.Dy()], adler{a: 1}
	var last []byte
	for y := range band.Dy() {
		pix := b.img.Pix[y*b.img.Stride:][:b.img.Stride]
		to := raw[y*(row+1):][:row+1]
		if bytes.Equal(pix, last) { // most rows of most drawings
			to[0] = up
			clear(to[1:])
			sum = sum.then(adler{1 + up, uint32((1 + up) * uint64(row+1) % adlerBase)}, row+1)
			continue
		}
		b.row(now, pix)
		if y == 0 {
			to[0] = left
			copy(to[1:], now[:bytesPerPixel])
			for i := bytesPerPixel; i < row; i++ {
				to[i+1] = now[i] - now[i-bytesPerPixel]
			}
		} else {
			to[0] = up
			for i, v := range now {
				to[i+1] = v - above[i]
			}
		}
		one := adler32.Checksum(to)
		sum = sum.then(adler{one & 0xffff, one >> 16}, row+1)
		now, above, last = above, now, pix
	}
	return raw, sum
}

// row turns premultiplied pixels into those that PNG wants.
func (b *bander) row(to, pix []byte) {
	if !b.transparent {
		for i := 0; i+4 <= len(pix); i += 4 {
			to[0], to[1], to[2] = pix[i], pix[i+1], pix[i+2]
			to = to[3:]
		}
		return
	}
	for ; len(pix) >= 4; pix, to = pix[4:], to[4:] {
		switch pix[3] {
		case 0, 255:
			copy(to, pix[:4])
		default:
			c := color.NRGBAModel.Convert(color.RGBA{R: pix[0], G: pix[1], B: pix[2], A: pix[3]}).(color.NRGBA)
			to[0], to[1], to[2], to[3] = c.R, c.G, c.B, c.A
		}
	}
}
