package recording

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"github.com/hajimehoshi/go-mp3"
)

// mp3Sound decodes an MP3 file. The frames are found here, since the library
// believes what lengths a file claims, gives up at the first damage and, after
// a seek, decodes without what the frames before lend to the next.
type mp3Sound struct {
	*os.File
	index   mp3Index
	trim    mp3Trim
	samples int64

	frame int // the next to decode
	dec   *mp3.Decoder
	feed  *mp3Feed
	raw   []byte
	out   []int16
	power float64
}

func openMP3(f *os.File) (decoder, soundInfo, error) {
	stat, err := f.Stat()
	if err != nil {
		return nil, soundInfo{}, err
	}
	var head [10]byte
	at := int64(0)
	if n, _ := f.ReadAt(head[:], 0); n == len(head) && is(string(head[:]), "ID3") {
		at = id3Size(head[:])
	}
	if at = firstMP3Frame(f, at, stat.Size()); at < 0 {
		return nil, soundInfo{}, errForeign
	}
	m := &mp3Sound{File: f, index: indexMP3(f, at, stat.Size())}
	first := m.index.first
	if first.old {
		return nil, soundInfo{}, errForeign
	}
	b, err := m.index.frame(f, 0)
	if err != nil {
		return nil, soundInfo{}, err
	}
	if m.trim = readMP3Trim(first, b); m.trim.info {
		m.index.offsets = m.index.offsets[1:]
	}
	m.samples = max(int64(len(m.index.offsets)*first.samples-m.trim.before-m.trim.back), 0)
	m.raw = make([]byte, first.samples*4) // the library always puts out two channels
	return m, soundInfo{format: "mp3", rate: first.rate, channels: first.channels, samples: m.samples}, nil
}

// next decodes the next frame. One that cannot be decoded is left out.
func (m *mp3Sound) next() (piece, error) {
	for ; m.frame < len(m.index.offsets); m.frame++ {
		if err := m.decode(); err != nil {
			m.dec = nil
			if ioErr := m.feed.err; ioErr != nil && !errors.Is(ioErr, io.EOF) && !errors.Is(ioErr, errDamaged) {
				return piece{}, ioErr
			}
			continue
		}
		b := piece{m.start(m.frame), m.out, m.power}
		m.frame++
		if rest := m.samples - b.start; rest < int64(len(b.samples)) {
			b.samples = b.samples[:max(rest, 0)]
		}
		return b, nil
	}
	return piece{}, io.EOF
}

// start is the position of a frame's first sample.
func (m *mp3Sound) start(frame int) int64 {
	return int64(frame)*int64(m.index.first.samples) - int64(m.trim.before)
}

// decode decodes the next frame into out.
func (m *mp3Sound) decode() (err error) {
	defer func() {
		if recover() != nil { // as on frames whose numbers do not add up
			err = errDamaged
		}
	}()
	if m.dec == nil {
		m.feed = &mp3Feed{m: m, next: m.frame}
		if m.dec, err = mp3.NewDecoder(m.feed); err != nil {
			return err
		}
	}
	if _, err := io.ReadFull(m.dec, m.raw); err != nil {
		return err
	}
	m.out, m.power = m.out[:0], 0
	for b := m.raw; len(b) > 0; b = b[4:] {
		left, right := int16(binary.LittleEndian.Uint16(b)), int16(binary.LittleEndian.Uint16(b[2:]))
		m.out = append(m.out, int16((int(left)+int(right))/2))
		m.power += float64(left)*float64(left) + float64(right)*float64(right)
	}
	return nil
}

// mp3Borrow is how many bytes of the frames before it a frame may need; behind
// them, two frames more shape its beginning.
const (
	mp3Borrow = 511
	mp3Shape  = 2
)

// seek goes to a frame early enough for the one with sample n to come out as
// if all before it had been decoded.
func (m *mp3Sound) seek(n int64) error {
	target := int((n + int64(m.trim.before)) / int64(m.index.first.samples))
	target = min(target, len(m.index.offsets))
	from, lent := max(target-mp3Shape, 0), 0
	for from > 0 && lent < mp3Borrow {
		from--
		b, err := m.index.frame(m, from)
		if err != nil {
			break
		}
		lent += max(len(b)-4-2-m.index.first.side, 0)
	}
	m.frame, m.dec = max(from-mp3Shape, 0), nil
	return nil
}

// mp3Feed hands the frames to the library one after another.
type mp3Feed struct {
	m    *mp3Sound
	next int
	b    bytes.Reader
	err  error
}

func (f *mp3Feed) Read(p []byte) (int, error) {
	if f.b.Len() == 0 {
		if f.next >= len(f.m.index.offsets) {
			return 0, io.EOF
		}
		b, err := f.m.index.frame(f.m, f.next)
		if err != nil {
			f.err = err
			return 0, err
		}
		f.next++
		f.b.Reset(b)
	}
	return f.b.Read(p)
}
