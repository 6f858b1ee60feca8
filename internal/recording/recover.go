package recording

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// Recovered says what Recover found in a take.
type Recovered struct {
	Samples    int64 // in the finished take
	SampleRate int   // Hz
	LostBytes  int64 // bytes that were no whole frame and were left out
	Silenced   int64 // samples of damage in the middle, now silence
}

// Recover finishes a take that was cut off: it keeps every whole frame whose
// checksum holds, up to the last one, and then does what Finish does. A take
// that is finished already is left alone. When nothing was saved in the file,
// the error is ErrEmpty, ErrHeaderCut, ErrNotFLAC or fs.ErrNotExist, and the
// file stays as it is.
func Recover(path string, tags Tags) (Recovered, error) {
	f, err := os.Open(path)
	if err != nil {
		return Recovered{}, fmt.Errorf("recover take: %w", err)
	}
	defer f.Close()
	s, err := openStream(f)
	if err != nil {
		return Recovered{}, fmt.Errorf("recover take %s: %w", path, err)
	}
	if s.finished() {
		return Recovered{Samples: s.samples, SampleRate: s.rate}, nil
	}
	if !s.isTake() {
		return Recovered{}, fmt.Errorf("recover take %s: it was not recorded by this program", path)
	}
	v := &salvage{s: s, ledger: newLedger(s.rate, s.blockSize)}
	if err := v.run(); err != nil {
		return Recovered{}, fmt.Errorf("recover take %s: %w", path, err)
	}
	if err := finalise(path, io.MultiReader(v.parts...), v.ledger, tags, f.Close); err != nil {
		return Recovered{}, fmt.Errorf("recover take %s: %w", path, err)
	}
	v.found.Samples = v.ledger.samples
	v.found.SampleRate = s.rate
	return v.found, nil
}

// IsFinished tells whether the take at path has its final header.
func IsFinished(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, fmt.Errorf("look at take: %w", err)
	}
	defer f.Close()
	s, err := openStream(f)
	if err != nil {
		return false, fmt.Errorf("look at take %s: %w", path, err)
	}
	return s.finished(), nil
}

// salvage walks over the frames of an unfinished take.
type salvage struct {
	s      *stream
	ledger *ledger
	found  Recovered
	parts  []io.Reader // the frames to keep
	from   int64       // where the run of whole frames being walked began
}

func (v *salvage) run() error {
	enc, err := newBlockEncoder(v.s.rate, v.s.blockSize)
	if err != nil {
		return err
	}
	at := v.s.dataStart
	v.from = at
	for at < v.s.size {
		d, err := v.s.decode(at)
		if err != nil || !v.fits(d) || d.start != v.ledger.samples {
			v.keep(at)
			next, ok := v.s.after(at, v.ledger.samples)
			for ok && !v.fits(next) {
				next, ok = v.s.after(next.at, v.ledger.samples)
			}
			if !ok {
				break
			}
			v.fill(enc, next.start-v.ledger.samples)
			v.found.LostBytes += next.at - at
			at, v.from, d = next.at, next.at, next
		}
		v.ledger.add(int(d.bytes), d.samples)
		at += d.bytes
		if len(d.samples) < v.s.blockSize {
			break // only the last frame of a take is short
		}
	}
	v.keep(at)
	v.found.LostBytes += v.s.size - at
	return nil
}

// fits tells whether a frame can stand in a take at all.
func (v *salvage) fits(d decodedFrame) bool {
	return !d.header.variable && d.start%int64(v.s.blockSize) == 0
}

// keep ends the run of whole frames at an offset.
func (v *salvage) keep(at int64) {
	if at > v.from {
		v.parts = append(v.parts, io.NewSectionReader(v.s.f, v.from, at-v.from))
	}
	v.from = at
}

// fill puts silent frames in the place of lost ones, so that the sound behind
// them stays where it was.
func (v *salvage) fill(enc *blockEncoder, samples int64) {
	zeros := make([]int16, v.s.blockSize)
	var frames bytes.Buffer
	for ; samples > 0; samples -= int64(len(zeros)) {
		frame := enc.silence(v.ledger.frames, len(zeros))
		frames.Write(frame)
		v.ledger.add(len(frame), zeros)
		v.found.Silenced += int64(len(zeros))
	}
	if frames.Len() > 0 {
		v.parts = append(v.parts, &frames)
	}
}
