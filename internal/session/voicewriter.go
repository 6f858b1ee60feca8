package session

import (
	"math"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/sound"
)

const (
	// anchorEvery is the time between two anchors.
	anchorEvery = time.Second
	// gapAfter is how far sound may fall behind the session clock before
	// silence fills the hole. Two clocks that differ by 100 parts in a million
	// drift apart by less in an hour's interview.
	gapAfter = 400 * time.Millisecond
)

// voiceWriter lays blocks of sound into the take so that its samples keep step
// with the session clock, and writes the anchors that say how. It belongs to
// the voice's goroutine.
type voiceWriter struct {
	rec  *Recorder
	take takeWriter
	rate int // samples a second
	n    int // the take's number

	paused bool
	broken bool      // the file takes no more
	over   bool      // the device went away: what comes next is another take's
	closed bool      // it was tried to finish it
	whole  bool      // it was finished
	since  time.Time // when recording was last resumed
	zero   time.Time // when sample base was heard; zero before the first block of a run
	base   int64
	// written is when the last sample written was heard, anchored the moment of
	// the last anchor and last its sample.
	written, anchored time.Time
	last              int64
}

// takeWriter is what the voice needs of a recording.Take.
type takeWriter interface {
	Write(samples []int16) error
	Silence(n int64) error
	Sync() error
	Samples() int64
	Finish(tags recording.Tags) error
}

// write puts a block into the take, with silence before it where the clock
// went on without sound. The error says that the file takes no more.
func (w *voiceWriter) write(block sound.Block) error {
	block = w.from(block, w.since)
	if w.paused || w.broken || len(block.Samples) == 0 {
		return nil
	}
	start := w.start(block)
	if w.zero.IsZero() {
		w.zero, w.base = start, w.take.Samples()
		w.anchorAt(start)
	}
	if err := w.fill(start, gapAfter); err != nil {
		return err
	}
	if err := w.take.Write(block.Samples); err != nil {
		return w.fail(err)
	}
	w.written = block.At
	if block.At.Sub(w.anchored) >= anchorEvery {
		w.anchorAt(block.At)
	}
	return nil
}

// fill puts silence in where more than least is missing up to a moment.
func (w *voiceWriter) fill(until time.Time, least time.Duration) error {
	missing := w.base + w.samples(until.Sub(w.zero)) - w.take.Samples()
	if missing <= w.samples(least) {
		return nil
	}
	w.anchor()
	if err := w.take.Silence(missing); err != nil {
		return w.fail(err)
	}
	w.written = until
	w.rec.Stamp(until, func(time.Duration) Body {
		return Gap{Take: w.n, Sample: w.take.Samples(), Samples: missing}
	})
	w.anchorAt(until)
	return nil
}

// pause ends a run of sound at a moment. What the device still owes of the
// time before it, a few milliseconds, becomes silence, so that the run is as
// long as the clock says.
func (w *voiceWriter) pause(moment time.Time) error {
	if w.paused {
		return nil
	}
	w.paused = true
	if w.zero.IsZero() || w.broken || w.over {
		return nil
	}
	var err error
	if owed := moment.Sub(w.written); owed > gapAfter {
		err = w.fill(moment, 0)
	} else if owed > 0 {
		err = w.fail(w.take.Silence(w.samples(owed)))
	}
	w.written = moment
	w.anchored = moment
	w.stamp(moment, func(time.Duration) int64 { return w.take.Samples() })
	w.zero = time.Time{}
	return err
}

// resume begins a run of sound at a moment.
func (w *voiceWriter) resume(moment time.Time) { w.paused, w.since = false, moment }

// lost notes that the device went away: the take is over, unless it has heard
// nothing yet and goes on with the next device.
func (w *voiceWriter) lost() {
	w.anchor()
	w.over = w.take.Samples() > 0
}

// anchor ties the end of what was written to the moment it was heard, unless
// that was done.
func (w *voiceWriter) anchor() {
	if !w.zero.IsZero() && w.written.After(w.anchored) {
		w.anchorAt(w.written)
	}
}

// anchorAt ties the end of what was written to a moment. The journal may have
// a later event already; then the sample is the one due at that event's time.
func (w *voiceWriter) anchorAt(moment time.Time) {
	w.anchored = moment
	w.stamp(moment, func(late time.Duration) int64 { return w.take.Samples() + w.samples(late) })
}

// stamp writes an anchor. Samples never go back, though times are rounded to
// whole milliseconds.
func (w *voiceWriter) stamp(moment time.Time, sample func(late time.Duration) int64) {
	w.rec.Stamp(moment, func(late time.Duration) Body {
		w.last = max(w.last, sample(late))
		return Anchor{Take: w.n, Sample: w.last}
	})
}

// sync puts what was written on the disk itself.
func (w *voiceWriter) sync() error {
	return w.fail(w.take.Sync())
}

func (w *voiceWriter) fail(err error) error {
	w.broken = w.broken || err != nil
	return err
}

// start is when the first sample of a block was heard.
func (w *voiceWriter) start(block sound.Block) time.Time {
	return block.At.Add(-samplesTime(int64(len(block.Samples)), w.rate))
}

// from is the part of a block heard since a moment.
func (w *voiceWriter) from(block sound.Block, moment time.Time) sound.Block {
	if early := w.samples(moment.Sub(w.start(block))); early > 0 {
		block.Samples = block.Samples[min(early, int64(len(block.Samples))):]
	}
	return block
}

// until is the part of a block heard up to a moment.
func (w *voiceWriter) until(block sound.Block, moment time.Time) sound.Block {
	if late := w.samples(block.At.Sub(moment)); late > 0 {
		block.Samples = block.Samples[:max(int64(len(block.Samples))-late, 0)]
		block.At = moment
	}
	return block
}

func (w *voiceWriter) samples(d time.Duration) int64 {
	return int64(math.Round(d.Seconds() * float64(w.rate)))
}

func samplesTime(n int64, rate int) time.Duration {
	return time.Duration(float64(n) / float64(rate) * float64(time.Second))
}
