package paint

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"io"
	"math"
	"runtime"

	"talkthrough/internal/board"
)

const (
	// bandRows and bandPixels bound what is painted at once.
	bandRows   = 256
	bandPixels = 4 << 20
	// maxSide is as far as the rasteriser tells pixels apart.
	maxSide = farAway
)

// WritePNG paints the scene as Board does and writes it as a PNG, a band of
// rows at a time: memory grows with the width and with what the scene holds,
// not with the size of the image, and there is no bound to that but 2,097,152
// pixels a side, beyond which the error says so before anything is written.
// Other errors are the writer's.
func WritePNG(w io.Writer, scene []*board.Element, o ExportOptions) error {
	p := Painter{Pictures: o.Pictures}
	bounds, scale := o.sheetOf(&p, scene)
	across, down := math.Round(bounds.W*scale), math.Round(bounds.H*scale)
	if !(across <= maxSide && down <= maxSide) {
		return fmt.Errorf("write the board as PNG: %.0f×%.0f pixels, the most is %d a side: choose a smaller scale", across, down, maxSide)
	}
	s := &strip{
		width: max(int(across), 1), height: max(int(down), 1),
		pieces: p.pieces(scene, o.theme()), view: View{bounds.X, bounds.Y, scale},
		transparent: o.Transparent, paper: o.theme().colours().paper,
	}
	s.rows = min(max(bandPixels/s.width, 8), bandRows)
	bakeAll(s.pieces, scale)
	out := chunkWriter{w: w}
	out.header(s.width, s.height, s.transparent)
	s.bands(runtime.GOMAXPROCS(0), out.band)
	out.end(o.Metadata)
	if out.err != nil {
		return fmt.Errorf("write the board as PNG: %w", out.err)
	}
	return nil
}

// chunkWriter writes the chunks of a PNG. The compressed image is a chain of
// pieces that were compressed apart, each up to a byte boundary.
type chunkWriter struct {
	w   io.Writer
	sum adler
	err error
}

func (c *chunkWriter) header(width, height int, transparent bool) {
	c.write([]byte("\x89PNG\r\n\x1a\n"))
	head := binary.BigEndian.AppendUint32(nil, uint32(width))
	head = binary.BigEndian.AppendUint32(head, uint32(height))
	kind := byte(2) // red, green, blue
	if transparent {
		kind = 6 // and opacity
	}
	c.chunk("IHDR", append(head, 8, kind, 0, 0, 0))
	c.chunk("IDAT", []byte{0x78, 0x9c}) // zlib
	c.sum = adler{a: 1}
}

// band writes one compressed band and reports whether to go on.
func (c *chunkWriter) band(b packed) bool {
	c.chunk("IDAT", b.data)
	c.sum = c.sum.then(b.sum, b.length)
	return c.err == nil
}

func (c *chunkWriter) end(metadata []byte) {
	last := []byte{3, 0} // an empty block that is the last
	c.chunk("IDAT", binary.BigEndian.AppendUint32(last, c.sum.b<<16|c.sum.a))
	if len(metadata) > 0 {
		c.chunk("tEXt", metadata)
	}
	c.chunk("IEND", nil)
}

func (c *chunkWriter) chunk(kind string, data []byte) {
	head := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	head = append(head, kind...)
	crc := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, data)
	c.write(head)
	c.write(data)
	c.write(binary.BigEndian.AppendUint32(nil, crc))
}

func (c *chunkWriter) write(data []byte) {
	if c.err == nil {
		_, c.err = c.w.Write(data)
	}
}

// adler is an Adler-32 checksum in its two halves.
type adler struct{ a, b uint32 }

const adlerBase = 65521

// then is the checksum of what c is of, followed by length bytes whose own
// checksum is next.
func (c adler) then(next adler, length int) adler {
	grown := uint64(c.a+adlerBase-1) * uint64(length%adlerBase) % adlerBase
	return adler{(c.a + next.a + adlerBase - 1) % adlerBase, uint32((uint64(c.b) + uint64(next.b) + grown) % adlerBase)}
}

// bandOf is the rectangle of band i.
func (s *strip) bandOf(i int) image.Rectangle {
	return image.Rect(0, i*s.rows, s.width, min((i+1)*s.rows, s.height))
}
