package recording

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// PeaksOf makes the peaks of a recording by decoding all of it.
func PeaksOf(path string) (*Peaks, error) {
	return MakePeaks(context.Background(), path, nil)
}

// MakePeaks makes the peaks of a recording by decoding all of it. It stops with
// the context's error. Where progress is given, it is called now and then with
// the share that is done, from 0 to 1.
func MakePeaks(ctx context.Context, path string, progress func(done float64)) (*Peaks, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return peaksOf(ctx, r, progress)
}

// KeptPeaks returns the peaks that lie beside a recording (see PeaksPath). When
// there are none, or they do not belong to it by length and rate, it makes them
// as MakePeaks does and keeps them there. Only what prevents that is an error,
// not a file that cannot be written: it would be made again next time.
func KeptPeaks(ctx context.Context, path string, progress func(done float64)) (*Peaks, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	kept, err := LoadPeaks(PeaksPath(path))
	if err == nil && kept.belongTo(r) {
		return kept, nil
	}
	p, err := peaksOf(ctx, r, progress)
	if err != nil {
		return nil, err
	}
	_ = p.Save(PeaksPath(path))
	return p, nil
}

// belongTo tells whether peaks from a file can be those of a recording. Where
// its length is an estimate, so is the answer.
func (p *Peaks) belongTo(r *Reader) bool {
	more := p.samples - r.Samples()
	if r.estimated() {
		return p.rate == r.SampleRate() && max(more, -more) < int64(p.rate)
	}
	return p.rate == r.SampleRate() && more >= 0 && more < peakSamples
}

func peaksOf(ctx context.Context, r *Reader, progress func(done float64)) (*Peaks, error) {
	p := NewPeaks(r.SampleRate())
	buf := make([]int16, 1<<16)
	for ctx.Err() == nil {
		n, err := r.Read(buf)
		p.Add(buf[:n])
		if errors.Is(err, io.EOF) {
			if progress != nil {
				progress(1)
			}
			return p, nil
		}
		if err != nil {
			return nil, fmt.Errorf("make peaks: %w", err)
		}
		if progress != nil && r.Samples() > 0 {
			progress(min(float64(p.Samples())/float64(r.Samples()), 1))
		}
	}
	return nil, fmt.Errorf("make peaks of %s: %w", r.path, ctx.Err())
}
