package session

import (
	"context"
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"time"

	"talkthrough/internal/recording"
)

// endSlack is how much of a take may be missing at its end before that is
// said: the last anchor may name samples that were still on their way.
const endSlack = 500 * time.Millisecond

// Column is the lowest and the highest sample of a stretch of the track, and the
// root of the mean of their squares.
type Column struct{ Min, Max, RMS int16 }

// open opens take n and finds out whether all of it is there.
func (t *Track) open(n int) (*recording.Reader, error) {
	name := filepath.Base(t.folder.Take(n))
	reader, err := recording.Open(t.folder.Take(n))
	if err != nil {
		t.report(fmt.Sprintf("%s cannot be played, so its part is silent: %v", name, err))
		return nil, err
	}
	for _, heard := range t.takes() {
		missing := samplesTime(heard.sample-reader.Samples(), t.rate)
		if heard.take == n && missing > endSlack {
			t.report(fmt.Sprintf("%s ends %s early; the rest is silent", name, missing.Round(100*time.Millisecond)))
		}
	}
	return reader, nil
}

// LoadPeaks makes Columns know the sound: from the files kept beside the takes,
// or by decoding the takes, whose peaks are then kept. It waits for the disk,
// for seconds where it must decode: call it off the UI thread. progress, if not
// nil, is called now and then while it decodes, with the share that is done,
// from 0 to 1. It stops early when ctx ends. What cannot be read stays flat and
// is among the Problems.
func (t *Track) LoadPeaks(ctx context.Context, progress func(done float64)) {
	takes := t.takes()
	for i, heard := range takes {
		told := func(done float64) {
			if progress != nil {
				progress((float64(i) + done) / float64(len(takes)))
			}
		}
		peaks := t.loadPeaks(ctx, heard.take, told)
		if ctx.Err() != nil {
			return
		}
		t.mu.Lock()
		known := map[int]*recording.Peaks{heard.take: peaks}
		maps.Copy(known, t.peaks)
		t.peaks = known
		t.mu.Unlock()
	}
}

// loadPeaks returns the peaks of a take, nil where it cannot be read.
func (t *Track) loadPeaks(ctx context.Context, take int, progress func(float64)) *recording.Peaks {
	reader, err := t.open(take)
	if err != nil {
		return nil
	}
	if err := reader.Close(); err != nil {
		t.report(err.Error())
	}
	peaks, err := recording.KeptPeaks(ctx, t.folder.Take(take), progress)
	if err != nil && ctx.Err() == nil {
		t.report(err.Error())
	}
	return peaks
}

// Columns outlines the track from one elapsed time to another in n columns of
// equal width. Silence is zero, and so is everything before LoadPeaks; RMS is
// zero before LoadSpeech.
func (t *Track) Columns(from, to time.Duration, n int) []Column {
	peaks, heard := t.loaded()
	columns := make([]Column, max(n, 0))
	width := float64(max(to-from, 0)) / float64(max(n, 1))
	next := 0
	var buf []recording.MinMax
	for i := range columns {
		a := from + time.Duration(float64(i)*width)
		b := from + time.Duration(float64(i+1)*width)
		for next < len(t.pieces) && t.pieces[next].to <= a {
			next++
		}
		power := 0.0
		for _, p := range t.pieces[next:] {
			if p.from >= b {
				break
			}
			sound := peaks[p.take]
			if sound == nil {
				continue
			}
			first, last := p.between(a, b)
			buf = sound.Range(first, last, 1, buf)
			columns[i].Min = min(columns[i].Min, buf[0].Min)
			columns[i].Max = max(columns[i].Max, buf[0].Max)
			if s := heard[p.take]; s != nil && b > a {
				share := float64(min(b, p.to)-max(a, p.from)) / float64(b-a)
				power += share * s.power(first, last)
			}
		}
		columns[i].RMS = int16(math.Round(math.Sqrt(min(power, 1)) * math.MaxInt16))
	}
	return columns
}

// between are the samples of the take heard from elapsed time a to b, as far
// as they belong to the piece.
func (p piece) between(a, b time.Duration) (first, last int64) {
	sample := func(at time.Duration) int64 {
		part := float64(min(max(at, p.from), p.to)-p.from) / float64(p.to-p.from)
		return p.first + int64(part*float64(p.last-p.first))
	}
	return sample(a), sample(b)
}
