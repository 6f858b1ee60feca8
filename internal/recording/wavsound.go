package recording

import (
	"encoding/binary"
	"io"
	"math"
	"os"
)

// Kinds of samples in a WAV file.
const (
	wavInteger    = 1
	wavFloat      = 3
	wavExtensible = 0xFFFE
)

// wavSound decodes a WAV file of integer or float samples.
type wavSound struct {
	*os.File
	wavLayout
	samples int64
	at      int64 // position of the next sample
	raw     []byte
	out     []int16
}

// wavLayout says how the samples lie in the file.
type wavLayout struct {
	format, channels, rate, depth int
	frame                         int   // bytes of one sample of all channels
	data, bytes                   int64 // where the samples are
}

const wavBlock = 4096 // samples decoded at once

func openWAV(f *os.File) (decoder, soundInfo, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, soundInfo{}, err
	}
	l, err := readWAVLayout(f, info.Size())
	if err != nil {
		return nil, soundInfo{}, err
	}
	w := &wavSound{File: f, wavLayout: l, samples: l.bytes / int64(l.frame), raw: make([]byte, wavBlock*l.frame)}
	return w, soundInfo{format: "wav", rate: l.rate, channels: l.channels, samples: w.samples}, nil
}

// readWAVLayout walks over the chunks of a file up to the samples. Sizes that
// reach beyond the end of the file are those of a recording that was cut off,
// or of a pipe that did not know them.
func readWAVLayout(f io.ReaderAt, size int64) (wavLayout, error) {
	var l wavLayout
	var wide int64 // length of the samples in an RF64 file
	for at, n := int64(12), 0; n < maxChunks; n++ {
		var h [8]byte
		if _, err := f.ReadAt(h[:], at); err != nil {
			return l, ErrHeaderCut
		}
		at += 8
		length := int64(binary.LittleEndian.Uint32(h[4:]))
		switch string(h[:4]) {
		case "fmt ":
			if err := l.readFormat(f, at, length); err != nil {
				return l, err
			}
		case "ds64":
			var b [16]byte
			if _, err := f.ReadAt(b[:], at); err == nil {
				wide = int64(binary.LittleEndian.Uint64(b[8:]) & math.MaxInt64)
			}
		case "data":
			if l.frame == 0 {
				return l, errDamaged
			}
			if length == math.MaxUint32 && wide > 0 {
				length = wide
			}
			l.data, l.bytes = at, min(length, size-at)
			return l, nil
		}
		at += length + length&1
	}
	return l, errDamaged
}

// maxChunks stops the walk over a header that was made up.
const maxChunks = 4096

func (l *wavLayout) readFormat(f io.ReaderAt, at, length int64) error {
	var b [40]byte
	if length < 16 {
		return errDamaged
	}
	if _, err := f.ReadAt(b[:min(length, 40)], at); err != nil {
		return ErrHeaderCut
	}
	word := func(i int) int { return int(binary.LittleEndian.Uint16(b[i:])) }
	l.format, l.channels, l.depth = word(0), word(2), word(14)
	l.rate = int(binary.LittleEndian.Uint32(b[4:]))
	if l.format == wavExtensible {
		l.format = word(24) // the first two bytes of the sub-format's GUID
	}
	depths := map[int][]int{wavInteger: {8, 16, 24, 32}, wavFloat: {32, 64}}
	for _, depth := range depths[l.format] {
		if depth == l.depth && l.channels > 0 {
			l.frame = l.channels * depth / 8
		}
	}
	if l.frame == 0 || l.frame > 1<<12 {
		return errForeign
	}
	return nil
}

func (w *wavSound) next() (piece, error) {
	n := min(w.samples-w.at, wavBlock)
	if n <= 0 {
		return piece{}, io.EOF
	}
	raw := w.raw[:n*int64(w.frame)]
	if _, err := w.ReadAt(raw, w.data+w.at*int64(w.frame)); err != nil {
		return piece{}, err
	}
	var power float64
	w.out, power = w.mixDown(w.out[:0], raw)
	b := piece{w.at, w.out, power}
	w.at += n
	return b, nil
}

// mixDown appends the mean of all channels as 16-bit samples, and returns the
// power of all of them.
func (l *wavLayout) mixDown(dst []int16, raw []byte) (mixed []int16, power float64) {
	width := l.depth / 8
	scale := math.Ldexp(1, 16-l.depth)
	if l.format == wavFloat {
		scale = 1 << 15
	}
	for ; len(raw) >= l.frame; raw = raw[l.frame:] {
		wide := 0.0
		var sum int64
		for c := range l.channels {
			v := 0.0
			if l.format == wavFloat {
				v = floatAt(raw[c*width:], width)
				wide += v
			} else {
				n := integerAt(raw[c*width:], width)
				sum += n
				v = float64(n)
			}
			power += v * v
		}
		if l.depth == 8 {
			sum <<= 8
		}
		dst = append(dst, l.sample(sum/int64(l.channels), wide/float64(l.channels)))
	}
	return dst, power * scale * scale
}

// sample makes 16 bits of a sample, which is one of the two. An integer of fewer
// bits has 16 already.
func (l *wavLayout) sample(integer int64, float float64) int16 {
	if l.format == wavFloat {
		return toSample(float)
	}
	return int16(integer >> max(l.depth-16, 0))
}

func integerAt(b []byte, width int) int64 {
	switch width {
	case 1:
		return int64(b[0]) - 128
	case 2:
		return int64(int16(binary.LittleEndian.Uint16(b)))
	case 3:
		return int64(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24) >> 8)
	}
	return int64(int32(binary.LittleEndian.Uint32(b)))
}

func floatAt(b []byte, width int) float64 {
	if width == 8 {
		return unit(math.Float64frombits(binary.LittleEndian.Uint64(b)))
	}
	return unit(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))))
}

// unit keeps a sample between -1 and 1: what is louder is clipped, what is no
// number is silent.
func unit(v float64) float64 {
	if v != v {
		return 0
	}
	return max(min(v, 1), -1)
}

// toSample turns a sample between -1 and 1 into one of 16 bits.
func toSample(v float64) int16 {
	return int16(min(math.Round(v*32768), math.MaxInt16))
}

func (w *wavSound) seek(n int64) error {
	w.at = min(n, w.samples)
	return nil
}
