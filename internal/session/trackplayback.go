package session

import (
	"math"
	"sort"
	"sync"
	"sync/atomic"
	"time"

	"talkthrough/internal/speech"
)

const (
	// sourceLength is how much of the track is read at once.
	sourceLength = 20 * time.Millisecond
	// spliceLength is how long the sound before a part that is left out fades
	// into the sound after it.
	spliceLength = 5 * time.Millisecond
)

// Playback is a track as somebody listens to it: faster or slower at the same
// pitch, whole or with some parts only. At speed 1 the samples are the track's.
//
// It is a sound.Feed. Fill and Seek belong to one goroutine at a time, the
// other methods to any: they neither wait for the disk nor touch what was read
// ahead, so a change is heard once that has been played, without a gap.
type Playback struct {
	track *Track
	speed atomic.Uint64          // bits of a float64
	parts atomic.Pointer[[]part] // to be played; nil: all

	feed    *Feed
	stretch *speech.Stretcher
	buffer  []int16
	tail    []int16
	pending []int16 // of buffer: read, and not yet taken by stretch
	flowing bool    // something was read since Seek
	ended   bool
	written int64 // samples read since Seek
	given   int64 // samples given since Seek

	mu     sync.Mutex
	base   time.Duration // where Seek went
	points []pacePoint   // what was read, by what was given
	runs   []partRun     // the track, by what was read
}

// part is a stretch of output samples of the track; last is not part of it.
type part struct{ first, last int64 }

// pacePoint says that as many samples were given when as many had been used.
type pacePoint struct {
	given int64
	read  float64
}

// partRun says that from so many samples on the track was read on from there.
type partRun struct{ read, position int64 }

// NewPlayback returns a playback of the whole track at speed 1 that stands at
// the beginning. Close closes the takes it opened.
func (t *Track) NewPlayback() *Playback {
	p := &Playback{
		track: t, feed: t.NewFeed(), stretch: speech.NewStretcher(t.rate, 1),
		buffer: make([]int16, t.samples(sourceLength)), tail: make([]int16, t.samples(spliceLength)),
	}
	p.SetSpeed(1)
	p.Seek(0)
	return p
}

// SetSpeed sets the speed, from speech.SlowestSpeed to speech.FastestSpeed.
func (p *Playback) SetSpeed(speed float64) { p.speed.Store(math.Float64bits(speed)) }

// Speed is the speed that was set last.
func (p *Playback) Speed() float64 { return math.Float64frombits(p.speed.Load()) }

// PlayOnly has only these spans of elapsed time played, which must be sorted
// and apart, as those of a speech.Skipping are. Nil stands for everything.
func (p *Playback) PlayOnly(spans []speech.Span) {
	if spans == nil {
		p.parts.Store(nil)
		return
	}
	parts := make([]part, 0, len(spans))
	for _, s := range spans {
		first, last := p.track.position(s.Start), p.track.position(s.End)
		if s.End >= p.track.length {
			_, last = p.track.end()
		}
		if last > first {
			parts = append(parts, part{first, last})
		}
	}
	p.parts.Store(&parts)
}

// Seek goes to an elapsed time; the next sample given counts as the first for
// Elapsed.
func (p *Playback) Seek(at time.Duration) {
	p.feed.SeekElapsed(at)
	p.stretch.SetSpeed(p.Speed())
	p.stretch.Reset(0)
	p.pending, p.flowing, p.ended = nil, false, false
	p.written, p.given = 0, 0
	p.mu.Lock()
	defer p.mu.Unlock()
	p.base = min(max(at, 0), p.track.length)
	p.points, p.runs = []pacePoint{{}}, nil
}

// Fill puts the next samples into dst and says how many there were, 0 at the
// end.
func (p *Playback) Fill(dst []int16) int {
	p.stretch.SetSpeed(p.Speed())
	n := 0
	for n < len(dst) {
		got := p.stretch.Read(dst[n:])
		n += got
		if got == 0 && !p.feedStretch() {
			break
		}
	}
	p.given += int64(n)
	p.note(pacePoint{p.given, min(p.stretch.SourceAt(p.given), float64(p.written))})
	return n
}

// feedStretch gives the stretcher more to work on, and says whether that can
// bring anything.
func (p *Playback) feedStretch() bool {
	if p.ended {
		return false
	}
	if len(p.pending) == 0 {
		p.pending = p.buffer[:p.read(p.buffer)]
	}
	if len(p.pending) == 0 {
		p.ended = true
		p.stretch.End()
		return true
	}
	p.pending = p.pending[p.stretch.Write(p.pending):]
	return true
}

// read reads on in what is to be played.
func (p *Playback) read(dst []int16) int {
	from, jumps := p.feed.next, false
	if parts := p.parts.Load(); parts != nil {
		i := sort.Search(len(*parts), func(i int) bool { return (*parts)[i].last > from })
		if i == len(*parts) {
			return 0
		}
		next := (*parts)[i]
		if next.first > from {
			from, jumps = next.first, p.flowing
		}
		dst = dst[:min(int64(len(dst)), next.last-from)]
	}
	tail := p.tail[:0]
	if jumps {
		tail = p.tail[:p.feed.Fill(p.tail)]
	}
	if moved := p.feed.next != from; moved || !p.flowing {
		p.feed.next = from
		p.mu.Lock()
		p.runs = append(p.runs, partRun{p.written, from})
		p.mu.Unlock()
	}
	n := p.feed.Fill(dst)
	for i := range min(len(tail), n) {
		share := (float64(i) + 0.5) / float64(len(tail))
		dst[i] = int16(math.Round(float64(tail[i])*(1-share) + float64(dst[i])*share))
	}
	p.flowing = true
	p.written += int64(n)
	return n
}

// note keeps what was given for what. Points between which the speed stays the
// same are left out.
func (p *Playback) note(now pacePoint) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.points); n > 1 {
		a, b := p.points[n-2], p.points[n-1]
		if now.given <= b.given {
			return
		}
		pace := (b.read - a.read) / float64(b.given-a.given)
		if math.Abs(b.read+pace*float64(now.given-b.given)-now.read) < 1e-3 {
			p.points[n-1] = now
			return
		}
	}
	p.points = append(p.points, now)
}

// Elapsed is the elapsed time of what is heard when so many samples were played
// since Seek.
func (p *Playback) Elapsed(samples int64) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.runs) == 0 {
		return p.base
	}
	read := p.used(samples)
	i := max(sort.Search(len(p.runs), func(i int) bool { return p.runs[i].read > read })-1, 0)
	return p.track.elapsed(p.runs[i].position + read - p.runs[i].read)
}

// used is how many samples were read for so many that were played; the lock is
// held.
func (p *Playback) used(samples int64) int64 {
	i := sort.Search(len(p.points), func(i int) bool { return p.points[i].given > samples })
	if i == len(p.points) {
		return int64(math.Round(p.points[i-1].read))
	}
	if i == 0 {
		return 0
	}
	a, b := p.points[i-1], p.points[i]
	share := float64(samples-a.given) / float64(b.given-a.given)
	return int64(math.Round(a.read + share*(b.read-a.read)))
}

// Close closes the takes that were opened.
func (p *Playback) Close() error { return p.feed.Close() }
