package recording

import "sync"

const (
	peakSamples = 256 // samples under one point of the finest level
	levelFactor = 4   // points under one point of the next level
)

// MinMax is the lowest and highest sample of a stretch of sound.
type MinMax struct{ Min, Max int16 }

func (m MinMax) with(o MinMax) MinMax {
	return MinMax{min(m.Min, o.Min), max(m.Max, o.Max)}
}

// Peaks is the outline of a recording: the lowest and highest of each 256
// samples, and of each 4 of those, and so on, so that any stretch is drawn
// without looking at every sample. It may be used from several goroutines.
type Peaks struct {
	mu      sync.Mutex
	rate    int
	samples int64

	// levels hold whole points only and are only appended to, so a snapshot can
	// share them. open is the point of the finest level that is not yet whole.
	levels [][]MinMax
	open   MinMax
	inOpen int
}

// NewPeaks returns the peaks of no sound yet, at a rate in Hz.
func NewPeaks(sampleRate int) *Peaks {
	return &Peaks{rate: sampleRate, levels: [][]MinMax{nil}}
}

// SampleRate returns the rate in Hz.
func (p *Peaks) SampleRate() int { return p.rate }

// Samples returns how many samples are outlined. For peaks from a file it is
// rounded up to whole points of 256.
func (p *Peaks) Samples() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.samples
}

// Add appends samples.
func (p *Peaks) Add(samples []int16) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.samples += int64(len(samples))
	for len(samples) > 0 {
		n := min(len(samples), peakSamples-p.inOpen)
		m := outline(samples[:n])
		if p.inOpen > 0 {
			m = m.with(p.open)
		}
		p.open = m
		p.inOpen += n
		samples = samples[n:]
		if p.inOpen == peakSamples {
			p.push(m)
			p.inOpen = 0
		}
	}
}

func outline(samples []int16) MinMax {
	low, high := samples[0], samples[0]
	for _, v := range samples[1:] {
		low = min(low, v)
		high = max(high, v)
	}
	return MinMax{low, high}
}

// push appends a whole point and those above it that it completes.
func (p *Peaks) push(m MinMax) {
	for level := 0; ; level++ {
		if level == len(p.levels) {
			p.levels = append(p.levels, nil)
		}
		p.levels[level] = append(p.levels[level], m)
		n := len(p.levels[level])
		if n%levelFactor != 0 {
			return
		}
		for _, o := range p.levels[level][n-levelFactor : n-1] {
			m = m.with(o)
		}
	}
}

// Snapshot returns the peaks as they are now, which later samples don't change.
// It costs nothing much: both share what they have in common.
func (p *Peaks) Snapshot() *Peaks {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := &Peaks{rate: p.rate, samples: p.samples, open: p.open, inOpen: p.inOpen}
	for _, level := range p.levels {
		s.levels = append(s.levels, level[:len(level):len(level)])
	}
	return s
}

// Range outlines the samples from (inclusive) to to (exclusive) in so many
// columns of equal width and returns them in dst, which is overwritten and grown
// as needed. A column covers every point of 256 samples that it touches. Where
// there is no sound a column is zero.
func (p *Peaks) Range(from, to int64, columns int, dst []MinMax) []MinMax {
	p.mu.Lock()
	defer p.mu.Unlock()
	dst = dst[:0]
	width := float64(max(to-from, 0)) / float64(max(columns, 1))
	for i := range columns {
		a := from + int64(float64(i)*width)
		b := max(from+int64(float64(i+1)*width), a+1)
		dst = append(dst, p.column(max(a, 0), min(b, p.samples)))
	}
	return dst
}

// column outlines all points that samples a to b touch.
func (p *Peaks) column(a, b int64) MinMax {
	if a >= b {
		return MinMax{}
	}
	first, last := int(a/peakSamples), int((b-1)/peakSamples)+1
	var m MinMax
	some := false
	join := func(o MinMax) {
		if some {
			o = o.with(m)
		}
		m, some = o, true
	}
	if whole := len(p.levels[0]); last > whole {
		join(p.open)
		last = whole
	}
	for first < last {
		// The coarsest point that begins here and does not reach too far.
		level, span := 0, 1
		for first%(span*levelFactor) == 0 && first+span*levelFactor <= last {
			level++
			span *= levelFactor
		}
		join(p.levels[level][first/span])
		first += span
	}
	return m
}
