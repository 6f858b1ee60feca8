package recording

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Reader decodes a recording to 16-bit mono: channels are averaged, other depths
// scaled. It belongs to one goroutine.
//
// Damage does not end it. Frames that are lost in the middle come out as
// silence of the same length, so that what follows keeps its place; a frame cut
// off at the end of the file is left out.
type Reader struct {
	f    *os.File
	s    *stream
	path string

	samples int64
	at      int64 // offset of the next frame
	pos     int64 // position of the next sample to hand out
	quiet   int64 // zeros to hand out before pending
	pending []int16
}

// Open opens a FLAC recording, finished or not. It fails with ErrNotFLAC,
// ErrHeaderCut or ErrEmpty when there is nothing to decode. Of a take that is
// still growing it reads what was there when it was opened.
func Open(path string) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open recording: %w", err)
	}
	s, err := openStream(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("open recording %s: %w", path, err)
	}
	r := &Reader{f: f, s: s, path: path, at: s.dataStart, samples: s.samples}
	if r.samples == 0 {
		r.samples = s.lastSample()
	}
	return r, nil
}

func openStream(f *os.File) (*stream, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	return newStream(f, info.Size())
}

// SampleRate returns the rate in Hz.
func (r *Reader) SampleRate() int { return r.s.rate }

// Samples returns the length in samples: what the header says, or for a
// recording without a finished header the end of the last whole frame.
func (r *Reader) Samples() int64 { return r.samples }

// Read fills buf with the next samples and returns how many there were, or
// io.EOF when there are no more.
func (r *Reader) Read(buf []int16) (int, error) {
	n := 0
	for n < len(buf) {
		rest := buf[n:]
		switch {
		case r.quiet > 0:
			k := int(min(r.quiet, int64(len(rest))))
			clear(rest[:k])
			r.quiet -= int64(k)
			n += k
		case len(r.pending) > 0:
			k := copy(rest, r.pending)
			r.pending = r.pending[k:]
			n += k
		default:
			d, ok := r.frame(r.pos + int64(n))
			if !ok {
				r.pos += int64(n)
				if n == 0 {
					return 0, io.EOF
				}
				return n, nil
			}
			r.quiet = max(d.start-r.pos-int64(n), 0)
			r.pending = d.samples
		}
	}
	r.pos += int64(n)
	return n, nil
}

// frame decodes the next frame, past damage if need be. Sound before it is
// known up to sample expected.
func (r *Reader) frame(expected int64) (decodedFrame, bool) {
	d, err := r.s.decode(r.at)
	if err == nil {
		if d.start != expected {
			// Nothing is missing between two frames that touch: some programs cut
			// streams without renumbering them.
			d.start = expected
		}
	} else {
		var ok bool
		if d, ok = r.s.after(r.at, expected); !ok {
			return d, false
		}
	}
	r.at = d.at + d.bytes
	return d, true
}

// SeekSample goes to sample n, counted from 0. Behind the last sample, Read
// returns io.EOF.
func (r *Reader) SeekSample(n int64) error {
	if n < 0 {
		return fmt.Errorf("seek in %s: position %d is before the beginning", r.path, n)
	}
	r.at, r.pos, r.quiet, r.pending = r.s.locate(n), n, 0, nil
	known := int64(0)
	if d, err := r.s.decode(r.at); err == nil && r.at != r.s.dataStart {
		known = d.start
	}
	for {
		d, ok := r.frame(known)
		switch {
		case !ok:
			return nil
		case d.start > n:
			r.quiet, r.pending = d.start-n, d.samples
			return nil
		case d.end() > n:
			r.pending = d.samples[n-d.start:]
			return nil
		}
		known = d.end()
	}
}

// Close closes the file.
func (r *Reader) Close() error {
	if err := r.f.Close(); err != nil {
		return fmt.Errorf("close recording: %w", err)
	}
	return nil
}
