package session

import (
	"math"
	"slices"
	"sort"
	"sync"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/speech"
)

const (
	// silentRate is the rate of a track without any sound, in samples a second.
	silentRate = 24000
	// anchorSlack is how far the sound between two anchors may be longer or
	// shorter than the time between them, beside a tenth of it: devices deliver
	// in lumps, so anchors shake. What is longer than that is cut, what is
	// shorter is followed by silence.
	anchorSlack = 50 * time.Millisecond
)

// Track is the sound of a whole attempt along its elapsed time, which leaves
// pauses out: the takes where there is sound and silence of the right length
// where there is none. Sound is never stretched to fit; what the device's clock
// drifts is taken up by the mapping between samples and time. Its methods may
// be called from any goroutine.
type Track struct {
	folder Folder
	rate   int
	length time.Duration
	pieces []piece

	mu       sync.Mutex
	peaks    map[int]*recording.Peaks // replaced, never changed
	speech   map[int]*takeSpeech      // the same
	silences []speech.Span
	problems []string
}

// piece is a stretch of the track: sound of one take, or silence.
type piece struct {
	from, to    time.Duration // elapsed
	out, n      int64         // first output sample and how many
	take        int           // 0: silence
	first, last int64         // samples of the take; last is not part of it
}

// NewTrack lays out the sound of a from its journal. It does not touch the
// disk.
func NewTrack(a *Attempt) *Track {
	t := &Track{folder: a.Folder, rate: silentRate, length: a.Timeline().Length()}
	rates := map[int]int{}
	for _, take := range a.End().Takes {
		if take.Rate >= 8000 && take.Rate <= 192000 {
			rates[take.Take] = take.Rate
		}
	}
	voice, line := a.Voice(), a.Timeline()
	for _, m := range voice.takes {
		if rate, ok := rates[m.take]; ok {
			t.rate = rate
			break
		}
	}
	for i, m := range voice.takes {
		rate, ok := rates[m.take]
		if !ok {
			rate = t.rate
		}
		until := t.length
		for _, later := range voice.takes[i+1:] {
			until = min(until, line.Elapsed(later.anchors[0].at))
		}
		t.lay(m, rate, line, until)
	}
	t.silence(t.length)
	return t
}

// lay puts down the sound of a take up to an elapsed time. Anchors are joined
// along elapsed time, not session time: nothing is recorded in a pause.
func (t *Track) lay(m takeMap, rate int, line Timeline, until time.Duration) {
	for k := 1; k < len(m.anchors); k++ {
		a, b := m.anchors[k-1], m.anchors[k]
		from, to := line.Elapsed(a.at), line.Elapsed(b.at)
		first, last := a.sample, b.sample
		if to > until && to > from {
			part := float64(max(until-from, 0)) / float64(to-from)
			last = first + int64(part*float64(last-first))
			to = until
		}
		if to <= from || last <= first || first < 0 {
			continue
		}
		t.silence(from)
		t.sound(m.take, rate, to, first, last)
	}
}

// end is where what was laid down so far ends.
func (t *Track) end() (at time.Duration, out int64) {
	if len(t.pieces) == 0 {
		return 0, 0
	}
	last := t.pieces[len(t.pieces)-1]
	return last.to, last.out + last.n
}

// silence puts down silence up to an elapsed time.
func (t *Track) silence(to time.Duration) {
	if from, out := t.end(); to > from {
		t.pieces = append(t.pieces, piece{from: from, to: to, out: out, n: t.samples(to - from)})
	}
}

// sound puts down samples of a take up to an elapsed time.
func (t *Track) sound(take, rate int, to time.Duration, first, last int64) {
	from, out := t.end()
	if to <= from {
		return
	}
	due := t.samples(to - from)
	n := int64(math.Round(float64(last-first) * float64(t.rate) / float64(rate)))
	switch slack := due/10 + t.samples(anchorSlack); {
	case n > due+slack:
		n, last = due, first+int64(float64(due)*float64(rate)/float64(t.rate))
	case n < due-slack:
		to = from + samplesTime(n, t.rate)
	}
	if n > 0 {
		t.pieces = append(t.pieces, piece{from: from, to: to, out: out, n: n, take: take, first: first, last: last})
	}
}

func (t *Track) samples(d time.Duration) int64 {
	return int64(math.Round(d.Seconds() * float64(t.rate)))
}

// Rate is the samples a second of the track: those of its first take.
func (t *Track) Rate() int { return t.rate }

// Length is the elapsed time in all.
func (t *Track) Length() time.Duration { return t.length }

// HasSound reports whether the journal knows of any sound. The files may still
// be missing, which Problems says once they were looked for.
func (t *Track) HasSound() bool { return len(t.takes()) > 0 }

// takes lists the takes heard on the track, in order, with the end of what is
// heard of each.
func (t *Track) takes() []takeEnd {
	var out []takeEnd
	for _, p := range t.pieces {
		switch {
		case p.take == 0:
		case len(out) > 0 && out[len(out)-1].take == p.take:
			out[len(out)-1].sample = p.last
		default:
			out = append(out, takeEnd{p.take, p.last})
		}
	}
	return out
}

// takeEnd is how far a take is heard.
type takeEnd struct {
	take   int
	sample int64
}

// position is the output sample heard at an elapsed time.
func (t *Track) position(at time.Duration) int64 {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].to > at })
	if i == len(t.pieces) {
		_, out := t.end()
		return out
	}
	p := t.pieces[i]
	part := float64(max(at-p.from, 0)) / float64(p.to-p.from)
	return min(p.out+int64(math.Round(part*float64(p.n))), p.out+p.n-1)
}

// elapsed is the time at which an output sample is heard.
func (t *Track) elapsed(position int64) time.Duration {
	i := t.at(position)
	if i == len(t.pieces) {
		return t.length
	}
	p := t.pieces[i]
	part := float64(max(position-p.out, 0)) / float64(p.n)
	return p.from + time.Duration(part*float64(p.to-p.from))
}

// at is the piece that holds an output sample, or the number of pieces behind
// the end.
func (t *Track) at(position int64) int {
	return sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].out+t.pieces[i].n > position })
}

// Problems are the sentences to say about sound that is missing, in the order
// in which it was found out: by LoadPeaks, or while a feed plays.
func (t *Track) Problems() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.problems)
}

func (t *Track) report(problem string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !slices.Contains(t.problems, problem) {
		t.problems = append(t.problems, problem)
	}
}
