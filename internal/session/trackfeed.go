package session

import (
	"errors"
	"io"
	"time"

	"talkthrough/internal/recording"
)

// Feed reads a track from front to back, for a sound player (it is a
// sound.Feed) or for a file. It belongs to one goroutine at a time.
type Feed struct {
	track *Track
	next  int64 // output sample
	takes map[int]*takeSound
}

// NewFeed returns a feed that stands at the beginning. It opens takes when it
// comes to them; Close closes them.
func (t *Track) NewFeed() *Feed { return &Feed{track: t, takes: map[int]*takeSound{}} }

// SeekElapsed goes to an elapsed time. Times out of range go to the nearest
// end.
func (f *Feed) SeekElapsed(at time.Duration) { f.next = f.track.position(max(at, 0)) }

// Fill puts the next samples into dst and says how many there were, 0 at the
// end. A take that cannot be read is silence; Track.Problems says so.
func (f *Feed) Fill(dst []int16) int {
	n := 0
	for i := f.track.at(f.next); i < len(f.track.pieces) && n < len(dst); i++ {
		p := f.track.pieces[i]
		offset := f.next - p.out
		part := dst[n : n+int(min(int64(len(dst)-n), p.n-offset))]
		f.render(part, p, offset)
		n += len(part)
		f.next += int64(len(part))
	}
	return n
}

// render puts the samples of p from offset on into dst. A take at another rate
// than the track's is read at the points between its samples.
func (f *Feed) render(dst []int16, p piece, offset int64) {
	if p.take == 0 {
		clear(dst)
		return
	}
	take := f.take(p.take)
	step := float64(p.last-p.first) / float64(p.n)
	for i := range dst {
		if step == 1 {
			dst[i] = take.at(p.first + offset + int64(i))
			continue
		}
		at := float64(offset+int64(i)) * step
		low := p.first + int64(at)
		a, b := float64(take.at(low)), float64(take.at(low+1))
		dst[i] = int16(a + (b-a)*(at-float64(int64(at))))
	}
}

func (f *Feed) take(n int) *takeSound {
	s := f.takes[n]
	if s == nil {
		s = &takeSound{window: make([]int16, 0, windowSize)}
		if reader, err := f.track.open(n); err == nil {
			s.reader, s.end = reader, reader.Samples()
		}
		f.takes[n] = s
	}
	return s
}

// Close closes the takes that were opened.
func (f *Feed) Close() error {
	var errs []error
	for _, s := range f.takes {
		if s.reader != nil {
			errs = append(errs, s.reader.Close())
		}
	}
	f.takes = map[int]*takeSound{}
	return errors.Join(errs...)
}

const (
	// windowSize is how many samples are decoded at once.
	windowSize = 4096
	// windowKeep is how many of them stay when the next ones come, because a
	// point between two samples may lie across the border.
	windowKeep = 4
)

// takeSound gives single samples of a take, decoding forwards through a window.
type takeSound struct {
	reader *recording.Reader // nil: there is only silence
	end    int64             // from here on there is only silence
	window []int16
	start  int64 // position of the window in the take
}

// at is the sample at a position, 0 where there is none.
func (s *takeSound) at(i int64) int16 {
	if i >= s.end {
		return 0
	}
	if i < s.start || i >= s.start+int64(len(s.window)) {
		s.move(i)
	}
	if i >= s.end {
		return 0
	}
	return s.window[i-s.start]
}

// move brings the window over position i, or the end to it.
func (s *takeSound) move(i int64) {
	if end := s.start + int64(len(s.window)); i == end && len(s.window) >= windowKeep {
		copy(s.window, s.window[len(s.window)-windowKeep:])
		s.window, s.start = s.window[:windowKeep], end-windowKeep
	} else {
		s.window, s.start = s.window[:0], i
		if err := s.reader.SeekSample(i); err != nil {
			s.end = i
			return
		}
	}
	kept := len(s.window)
	n, err := s.reader.Read(s.window[kept:windowSize])
	s.window = s.window[:kept+n]
	if n == 0 || err != nil && !errors.Is(err, io.EOF) {
		s.end = i
	}
}
