package session

import (
	"fmt"
	"maps"
	"path/filepath"
	"time"

	"talkthrough/internal/recording"
)

// endSlack is how much of a take may be missing at its end before that is
// said: the last anchor may name samples that were still on their way.
const endSlack = 500 * time.Millisecond

// Column is the lowest and the highest sample of a stretch of the track.
type Column struct{ Min, Max int16 }

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
// for seconds where it must decode: call it off the UI thread. What cannot be
// read stays flat and is among the Problems.
func (t *Track) LoadPeaks() {
	for _, heard := range t.takes() {
		peaks := t.loadPeaks(heard.take)
		t.mu.Lock()
		known := map[int]*recording.Peaks{heard.take: peaks}
		maps.Copy(known, t.peaks)
		t.peaks = known
		t.mu.Unlock()
	}
}

// loadPeaks returns the peaks of a take, nil where it cannot be read.
func (t *Track) loadPeaks(take int) *recording.Peaks {
	reader, err := t.open(take)
	if err != nil {
		return nil
	}
	length := reader.Samples()
	if err := reader.Close(); err != nil {
		t.report(err.Error())
	}
	kept, err := recording.LoadPeaks(t.folder.Peaks(take))
	if err == nil && kept.Samples() >= length {
		return kept
	}
	peaks, err := recording.PeaksOf(t.folder.Take(take))
	if err != nil {
		t.report(err.Error())
		return nil
	}
	// The file only saves time: where it cannot be written, the next review
	// decodes again.
	_ = peaks.Save(t.folder.Peaks(take))
	return peaks
}

// Columns outlines the track from one elapsed time to another in n columns of
// equal width. Silence is zero, and so is everything before LoadPeaks.
func (t *Track) Columns(from, to time.Duration, n int) []Column {
	t.mu.Lock()
	peaks := t.peaks
	t.mu.Unlock()
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
		}
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
