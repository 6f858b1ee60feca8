package recording

import (
	"bufio"
	"errors"
	"io"
	"math"

	"github.com/mewkiz/flac/frame"
)

var errBadFrame = errors.New("not a whole frame")

// decodedFrame is one whole frame whose checksums hold.
type decodedFrame struct {
	header  frameHeader
	at      int64   // offset in the file
	bytes   int64   // length in the file
	start   int64   // position of its first sample
	samples []int16 // mixed to mono
	power   float64 // as in piece
}

// end is the position behind its last sample.
func (d decodedFrame) end() int64 { return d.start + int64(len(d.samples)) }

// frameDecoder decodes one frame after another. Reading on from where the last
// one ended costs no seek.
type frameDecoder struct {
	f   io.ReaderAt
	end int64
	r   *bufio.Reader
	at  int64 // offset of the next byte out of r
	pcm []int16

	// For a frame whose header the library gets to see with other bytes: those
	// bytes, and what the file has.
	shown, taken []byte
}

// Read counts what the library takes, which reads exactly to the end of a frame.
func (d *frameDecoder) Read(b []byte) (int, error) {
	n, err := d.r.Read(b)
	d.at += int64(n)
	if d.shown != nil {
		from := min(len(d.taken), len(d.shown))
		d.taken = append(d.taken, b[:n]...)
		copy(b[:n], d.shown[from:])
	}
	return n, err
}

// hush keeps the library from printing a line to the log at each frame that has
// the code of 24 or 176.4 kHz: it shows it a header that leaves the rate open.
func (d *frameDecoder) hush(header []byte) {
	d.shown, d.taken = nil, d.taken[:0]
	if code := header[2] & 15; code == 7 || code == 2 {
		d.shown = append([]byte(nil), header...)
		d.shown[2] &^= 15
		last := len(header) - 1
		d.shown[last] = crc8(d.shown[:last])
	}
}

// parse has the library decode the frame at which the decoder stands. What was
// shown with another header has another checksum, so that is checked here.
func (d *frameDecoder) parse() (*frame.Frame, error) {
	f, err := frame.Parse(d)
	if d.shown == nil {
		return f, err
	}
	if f == nil || crc16(d.taken) != 0 { // with its own checksum behind it, it is zero
		return nil, errBadFrame
	}
	return f, nil
}

func (d *frameDecoder) moveTo(at int64) {
	if d.r == nil {
		d.r = bufio.NewReaderSize(nil, 32<<10)
		d.at = -1
	}
	if d.at != at {
		d.r.Reset(io.NewSectionReader(d.f, at, d.end-at))
		d.at = at
	}
}

// decode reads the frame at an offset. What it returns is valid until the next
// call. The error says nothing about why: a frame is whole or it is not.
func (s *stream) decode(at int64) (out decodedFrame, err error) {
	defer func() {
		if recover() != nil { // the library trips over some made-up frames
			s.decoder.at = -1
			err = errBadFrame
		}
	}()
	d := &s.decoder
	if at >= s.size {
		return out, errBadFrame
	}
	d.moveTo(at)
	head, _ := d.r.Peek(maxFrameHeader)
	h, ok := parseFrameHeader(head)
	if !ok || !s.belongs(h) {
		return out, errBadFrame
	}
	d.hush(head[:h.size])
	f, err := d.parse()
	if err != nil || len(f.Subframes) != s.channels {
		return out, errBadFrame
	}
	var power float64
	d.pcm, power = mixDown(d.pcm[:0], f.Subframes, s.depth)
	if len(d.pcm) != h.blockSize {
		return out, errBadFrame
	}
	return decodedFrame{header: h, at: at, bytes: d.at - at, start: s.startOf(h), samples: d.pcm, power: power}, nil
}

// mixDown appends the mean of all channels as 16-bit samples, and returns the
// power of all of them.
func mixDown(dst []int16, channels []*frame.Subframe, depth int) (mixed []int16, power float64) {
	if len(channels) == 1 && depth == 16 {
		for _, v := range channels[0].Samples {
			dst = append(dst, int16(v))
		}
		return dst, 0
	}
	scale := math.Ldexp(1, 16-depth)
	for i := range channels[0].Samples {
		var sum int64
		for _, c := range channels {
			v := int64(c.Samples[i])
			sum += v
			power += float64(v) * float64(v)
		}
		sum <<= max(16-depth, 0)
		v := sum / int64(len(channels)) >> max(depth-16, 0)
		dst = append(dst, int16(v))
	}
	return dst, power * scale * scale
}
