package recording

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
)

// Reader decodes a recording to 16-bit mono at the rate it was made with:
// channels are averaged, other depths scaled. It belongs to one goroutine.
//
// Damage does not end it. What is lost in the middle comes out as silence of
// the same length, so that what follows keeps its place; what is cut off at the
// end of the file is left out.
type Reader struct {
	path string
	info soundInfo
	dec  decoder

	pos     int64 // position of the next sample to hand out
	quiet   int64 // zeros to hand out before pending
	pending []int16

	sought, settled bool
	all, mean       float64 // power of all channels, and of their mean
}

// soundInfo is what is known of a recording without decoding it.
type soundInfo struct {
	format         string
	rate, channels int
	samples        int64
}

// decoder is one format's way from bytes to samples.
type decoder interface {
	// next decodes the next piece, valid until the next call. Pieces come in
	// order; they may overlap, and leave holes where sound is lost. The error
	// is io.EOF at the end.
	next() (piece, error)

	// seek makes next go on with a piece that begins at or before sample n, or
	// with the first one behind it.
	seek(n int64) error

	io.Closer
}

// piece is a run of decoded samples.
type piece struct {
	start   int64 // position of its first sample, which may be before 0
	samples []int16

	// power is the sum of the squares of all channels' samples; mono sound
	// needs none.
	power float64
}

// Open opens a recording: FLAC, finished or not, WAV, MP3, Ogg Vorbis, and
// whatever else ffmpeg knows where it is installed. The content decides, not
// the name. It fails with ErrEmpty or ErrHeaderCut when there is no sound in a
// file, and with ErrUnknownFormat when nothing here can decode it. Of a take
// that is still growing it reads what was there when it was opened.
func Open(path string) (*Reader, error) {
	// A pipe would make the opening wait for someone to write to it.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("open recording %s: %w", path, errNoFile)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open recording: %w", err)
	}
	dec, info, err := openSound(f)
	if err == nil {
		if err = info.check(); err != nil {
			dec.Close()
		}
	}
	if err != nil {
		f.Close() // a second time does no harm
		return nil, fmt.Errorf("open recording %s: %w", path, err)
	}
	return &Reader{path: path, info: info, dec: dec}, nil
}

// A day is longer than any talk. A small file can claim, and even hold, sound
// for years.
const longest = 24 * 60 * 60 // seconds

func (i soundInfo) check() error {
	if i.rate < 2000 || i.rate > 768_000 || i.channels < 1 {
		return fmt.Errorf("its header makes no sense: %d Hz, %d channels", i.rate, i.channels)
	}
	if i.samples > longest*int64(i.rate) {
		return errors.New("it claims to be longer than a day")
	}
	return nil
}

// Format names how the sound is stored: flac, wav, mp3, vorbis, or the name
// that ffmpeg has for it.
func (r *Reader) Format() string { return r.info.format }

// Channels returns how many channels were mixed to one.
func (r *Reader) Channels() int { return r.info.channels }

// SampleRate returns the rate in Hz.
func (r *Reader) SampleRate() int { return r.info.rate }

// Samples returns the length in samples: what the file says, or for a FLAC
// recording without a finished header the end of the last whole frame. What
// ffmpeg decodes has an estimate until Read has come to its end.
func (r *Reader) Samples() int64 { return r.info.samples }

// Read fills buf with the next samples and returns how many there were, or
// io.EOF when there are no more. Any other error names the file.
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
			err := r.advance(r.pos + int64(n))
			if err == nil {
				continue
			}
			r.pos += int64(n)
			if errors.Is(err, io.EOF) {
				r.settle()
				if n > 0 {
					return n, nil
				}
				return 0, io.EOF
			}
			return n, fmt.Errorf("read recording %s: %w", r.path, err)
		}
	}
	r.pos += int64(n)
	return n, nil
}

// advance decodes up to the piece that has sample at, or follows it.
func (r *Reader) advance(at int64) error {
	for {
		if r.settled && at >= r.info.samples {
			return io.EOF
		}
		b, err := r.decode()
		if err != nil {
			return err
		}
		end := b.start + int64(len(b.samples))
		if end <= at {
			continue
		}
		if b.start > longest*int64(r.info.rate) {
			return io.EOF
		}
		r.weigh(b)
		r.quiet = max(b.start-at, 0)
		r.pending = b.samples[max(at-b.start, 0):]
		return nil
	}
}

// decode contains the libraries, which trip over some made-up files.
func (r *Reader) decode() (b piece, err error) {
	defer func() {
		if recover() != nil {
			err = errDamaged
		}
	}()
	return r.dec.next()
}

// weigh keeps count of what mixing to mono does to the power.
func (r *Reader) weigh(b piece) {
	if r.info.channels == 1 {
		return
	}
	for _, v := range b.samples {
		r.mean += float64(v) * float64(v)
	}
	r.all += b.power
}

// MixLoss is by how many decibels the mean of the channels has less power than
// all of them together, in what was read up to now: 0 for mono, 3 for the same
// voice on both of two channels. Loudness (BS.1770) counts all channels, so this
// belongs on top of what is measured of the mean. It is false where the channels
// cancel each other out.
func (r *Reader) MixLoss() (decibels float64, ok bool) {
	if r.info.channels == 1 || r.all == 0 {
		return 0, true
	}
	if r.mean == 0 {
		return 0, false
	}
	return 10 * math.Log10(r.all/r.mean), true
}

// estimated tells whether the length is not known exactly.
func (r *Reader) estimated() bool {
	_, piped := r.dec.(*pipedSound)
	return piped && !r.settled
}

// settle corrects a length that was an estimate, at the end of the sound.
func (r *Reader) settle() {
	if r.estimated() && r.pos > 0 && !r.sought {
		r.info.samples, r.settled = r.pos, true
	}
}

// SeekSample goes to sample n, counted from 0. Behind the last sample, Read
// returns io.EOF. It is exact, but for what ffmpeg decodes, where it may be some
// milliseconds beside.
func (r *Reader) SeekSample(n int64) error {
	if n < 0 {
		return fmt.Errorf("seek in %s: position %d is before the beginning", r.path, n)
	}
	r.pos, r.quiet, r.pending, r.sought = n, 0, nil, true
	if err := r.dec.seek(n); err != nil {
		return fmt.Errorf("seek in %s: %w", r.path, err)
	}
	return nil
}

// Close closes the file, and ends ffmpeg where it is at work.
func (r *Reader) Close() error {
	if err := r.dec.Close(); err != nil {
		return fmt.Errorf("close recording: %w", err)
	}
	return nil
}
