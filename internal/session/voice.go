package session

import (
	"errors"
	"fmt"
	"sync"
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
	// lostAfter is how long nothing may come before the device counts as lost:
	// the drivers seldom say so themselves.
	lostAfter = 700 * time.Millisecond
	// reopenEvery is the time between two tries to get a lost device back.
	reopenEvery = 2 * time.Second
	// readFor is how long one read waits, and so how late a command is heard.
	readFor = 50 * time.Millisecond
)

// OpenSource opens the microphone, anew each time it is called.
type OpenSource func() (sound.Source, error)

// Voice is the recording of an attempt under way: one goroutine between the
// microphone and the take. A device that fails never ends it; the hole becomes
// silence and the device is asked for again.
type Voice struct {
	rec   *Recorder
	open  OpenSource
	take  *recording.Take
	rate  int // samples a second
	n     int
	meter *sound.Meter

	commands chan func()
	finished chan struct{}

	mu    sync.Mutex
	state Sounded

	// Owned by the goroutine.
	source   sound.Source
	paused   bool
	stop     bool
	broken   bool      // the file takes no more
	zero     time.Time // when sample base was heard
	base     int64
	heard    time.Time // when the last read brought something
	written  time.Time // when the last sample written was heard
	anchored time.Time // the moment of the last anchor
	tried    time.Time // when the device was last asked for
	synced   time.Time
}

// StartVoice begins take n of the attempt in folder f. The error is for a
// microphone that cannot be opened or a file that cannot be made; nothing is
// left behind then.
func StartVoice(rec *Recorder, f Folder, n int, tags recording.Tags, open OpenSource) (*Voice, error) {
	source, err := open()
	if err != nil {
		return nil, err
	}
	take, err := recording.Create(f.Take(n), source.SampleRate(), tags)
	if err != nil {
		source.Close()
		return nil, err
	}
	v := &Voice{
		rec: rec, open: open, take: take, rate: source.SampleRate(), n: n, source: source,
		meter:    sound.NewMeter(source.SampleRate()),
		commands: make(chan func(), 16), finished: make(chan struct{}),
		heard: time.Now(), synced: time.Now(),
	}
	rec.Do(TakeBegan{Take: n, Rate: source.SampleRate()})
	go v.run()
	return v, nil
}

// Meter shows the level of what comes in.
func (v *Voice) Meter() *sound.Meter { return v.meter }

// State is how the recording fares; State "" is well.
func (v *Voice) State() Sounded {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state
}

// Pause stops recording; what comes in shows on the meter only.
func (v *Voice) Pause() {
	v.tell(func() {
		v.anchor()
		v.zero = time.Time{}
		v.paused = true
	})
}

// Resume goes on recording.
func (v *Voice) Resume() {
	v.tell(func() {
		v.paused = false
		v.heard = time.Now()
	})
}

// tell has the goroutine carry a command out soon; it does not wait for it.
func (v *Voice) tell(command func()) {
	select {
	case v.commands <- command:
	case <-v.finished:
	}
}

// Stop ends the recording and closes the device; the take stays open for
// Finish.
func (v *Voice) Stop() {
	v.tell(func() { v.stop = true })
	<-v.finished
}

// Finish makes the take whole, with its tags and chapters. Stop comes first.
func (v *Voice) Finish(tags recording.Tags) error { return v.take.Finish(tags) }

func (v *Voice) run() {
	defer close(v.finished)
	for !v.stop {
		select {
		case command := <-v.commands:
			command()
			continue
		default:
		}
		v.step()
	}
	v.anchor()
	if v.source != nil {
		v.source.Close()
	}
}

// step reads one block, or minds what happens when none comes.
func (v *Voice) step() {
	if v.source == nil {
		v.reopen()
		return
	}
	block, err := v.source.Read(readFor)
	now := time.Now()
	switch {
	case err == nil:
		v.meter.Feed(block.Samples)
		v.accept(block)
		v.heard = now
	case errors.Is(err, sound.ErrNoData) && now.Sub(v.heard) < lostAfter:
	default:
		v.source.Close()
		v.source = nil
		v.meter.Reset()
		v.say(Sounded{State: "lost", Why: "The microphone stopped delivering sound. The interview runs on; recording resumes when it is back."})
	}
	if now.Sub(v.synced) >= time.Second {
		v.synced = now
		if err := v.take.Sync(); err != nil {
			v.fail(err)
		}
	}
}

// reopen asks for the device again, now and then.
func (v *Voice) reopen() {
	if wait := reopenEvery - time.Since(v.tried); wait > 0 {
		select {
		case command := <-v.commands:
			command()
		case <-time.After(min(wait, readFor)):
		}
		return
	}
	v.tried = time.Now()
	source, err := v.open()
	if err != nil {
		return
	}
	if source.SampleRate() != v.rate {
		source.Close()
		return
	}
	v.source, v.heard = source, time.Now()
}

// accept puts a block into the take, with silence before it where the clock
// went on without sound.
func (v *Voice) accept(block sound.Block) {
	if v.State().State == "lost" {
		v.say(Sounded{State: "back"})
	}
	if v.paused || v.broken || len(block.Samples) == 0 {
		return
	}
	start := block.At.Add(-samplesTime(int64(len(block.Samples)), v.rate))
	if v.zero.IsZero() {
		v.zero, v.base = start, v.take.Samples()
		v.anchorAt(start)
	}
	due := v.base + int64(start.Sub(v.zero).Seconds()*float64(v.rate))
	if missing := due - v.take.Samples(); missing > int64(gapAfter.Seconds()*float64(v.rate)) {
		v.anchor()
		if err := v.take.Silence(missing); err != nil {
			v.fail(err)
			return
		}
		v.rec.Do(Gap{Take: v.n, Sample: v.take.Samples(), Samples: missing})
		v.anchorAt(start)
	}
	if err := v.take.Write(block.Samples); err != nil {
		v.fail(err)
		return
	}
	v.written = block.At
	if block.At.Sub(v.anchored) >= anchorEvery {
		v.anchorAt(block.At)
	}
}

// anchor ties the end of what was written to the moment it was heard.
func (v *Voice) anchor() {
	if !v.zero.IsZero() {
		v.anchorAt(v.written)
	}
}

// anchorAt ties the end of what was written to a moment. The journal may have
// a later event already; then the sample is the one due at that event's time.
func (v *Voice) anchorAt(moment time.Time) {
	v.anchored = moment
	v.rec.Stamp(moment, func(late time.Duration) Body {
		return Anchor{Take: v.n, Sample: v.take.Samples() + int64(late.Seconds()*float64(v.rate))}
	})
}

// fail notes that the file takes no more; what it holds stays readable.
func (v *Voice) fail(err error) {
	if v.broken {
		return
	}
	v.broken = true
	v.say(Sounded{State: "failed", Why: fmt.Sprintf("Recording stopped: %v. What was recorded is kept; notes and board go on.", err)})
}

func (v *Voice) say(s Sounded) {
	v.mu.Lock()
	same := v.state == s
	v.state = s
	if s.State == "back" {
		v.state = Sounded{}
	}
	v.mu.Unlock()
	if !same {
		v.rec.Do(s)
	}
}

func samplesTime(n int64, rate int) time.Duration {
	return time.Duration(float64(n) / float64(rate) * float64(time.Second))
}
