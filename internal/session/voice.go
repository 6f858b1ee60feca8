package session

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"talkthrough/internal/sound"
)

const (
	// lostAfter is how long nothing may come before the device counts as lost:
	// the drivers seldom say so themselves.
	lostAfter = 700 * time.Millisecond
	// stillAfter is how long nothing may come before what came is anchored: an
	// anchor must not come much later than the sound that it is for.
	stillAfter = 150 * time.Millisecond
	// giveUpAfter is how long nothing may come before the device is closed and
	// asked for anew. A busy machine's sound server holds sound back as long,
	// which closing would drop.
	giveUpAfter = 2 * time.Second
	// reopenEvery is the time between two tries to get a lost device back.
	reopenEvery = 2 * time.Second
	// readFor is how long one read waits, and so how late an order is heard.
	readFor = 50 * time.Millisecond
	// syncEvery is the time between two fsyncs of the take.
	syncEvery = time.Second
)

// OpenSource opens the microphone, anew each time it is called.
type OpenSource func() (sound.Source, error)

// clock is where time comes from.
type clock struct {
	now   func() time.Time
	after func(time.Duration) <-chan time.Time
	// ever counts on while the machine sleeps, as now need not; nil where it
	// never sleeps.
	ever func() time.Duration
}

var wallClock = clock{time.Now, time.After, everTime}

// Voice is the recording of an attempt under way: one goroutine between the
// microphone and the takes. A device that is missing, or fails, never ends it:
// it is asked for again, and when it is back, or another is chosen, a new take
// begins; what lies between is silence in the replay.
type Voice struct {
	clock    clock
	takes    takeMaker
	orders   *voiceOrders
	finished chan struct{}

	mu      sync.Mutex
	state   Sounded
	missing error // why there was no microphone so far
	meter   *sound.Meter

	// Owned by the goroutine.
	open   OpenSource
	source sound.Source
	out    *voiceWriter // the take under way; nil before the first
	outs   []*voiceWriter
	held   *sound.Block // read, and not yet written
	paused bool
	since  time.Time // when recording was last resumed
	stop   bool
	heard  time.Time // when the last read brought something
	tried  time.Time // when the device was last asked for
	synced time.Time
}

// newVoice prepares the recording of an attempt. connect opens the microphone,
// start lets it record.
func newVoice(takes takeMaker, open OpenSource, c clock) *Voice {
	return &Voice{
		clock: c, takes: takes, open: open, meter: sound.NewMeter(silentRate),
		orders: newVoiceOrders(), finished: make(chan struct{}), synced: c.now(),
	}
}

// start records from now on.
func (v *Voice) start() { go v.run() }

// Meter shows the level of what comes in. Another device may have another one.
func (v *Voice) Meter() *sound.Meter {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.meter
}

// Use records from another microphone from now on, in a new take.
func (v *Voice) Use(open OpenSource) {
	moment := v.clock.now()
	v.orders.give(func() {
		v.drain(moment)
		v.open = open
		v.letGo()
		v.wrapUp()
		v.tried = time.Time{}
	})
}

// pause stops recording at a moment that has just passed; what comes in later
// shows on the meter only.
func (v *Voice) pause(moment time.Time) {
	v.orders.give(func() {
		v.drain(moment)
		v.paused = true
		if v.out != nil {
			v.fail(v.out.pause(moment))
		}
	})
}

// resume goes on recording at a moment that has just passed.
func (v *Voice) resume(moment time.Time) {
	v.orders.give(func() {
		v.paused, v.since = false, moment
		if v.out != nil {
			v.out.resume(moment)
		}
	})
}

// slept pauses at the last moment at which the machine was awake. A device that
// was silent meanwhile is not lost yet.
func (v *Voice) slept(awake time.Time) {
	v.pause(awake)
	v.orders.give(func() { v.heard = v.clock.now() })
}

// end stops recording at a moment that has just passed, closes the device and
// waits for it; the last take stays open for finish.
func (v *Voice) end(moment time.Time) {
	v.orders.give(func() {
		v.drain(moment)
		v.stop = true
	})
	<-v.finished
}

// finish makes every take whole, with its tags and chapters. end comes first.
func (v *Voice) finish() error {
	var errs []error
	for _, w := range v.outs {
		errs = append(errs, v.takes.finish(w))
	}
	return errors.Join(errs...)
}

func (v *Voice) run() {
	defer close(v.finished)
	for !v.stop {
		if order := v.orders.take(); order != nil {
			order()
			continue
		}
		v.step()
	}
	if v.out != nil {
		v.out.anchor()
	}
	if v.source != nil {
		v.source.Close()
	}
}

// step does one thing: writes the block that was read, reads the next or minds
// what happens when none comes. Between reading and writing, orders are
// carried out, so that a block that reaches into a pause is cut.
func (v *Voice) step() {
	switch {
	case v.held != nil:
		v.accept(*v.held)
	case v.source == nil:
		v.reopen()
	default:
		v.read()
	}
	if now := v.clock.now(); now.Sub(v.synced) >= syncEvery {
		v.synced = now
		v.keep()
	}
}

// keep puts what was recorded on the disk itself, and ends the recording while
// there is still room to make the take whole. Where there is none so suddenly,
// that is left to the end.
func (v *Voice) keep() {
	if v.out == nil || v.out.broken || v.out.over {
		return
	}
	v.fail(v.out.sync())
	free, need := v.takes.room(v.out)
	if v.out.broken || free >= need+roomKept {
		return
	}
	v.out.anchor()
	v.out.broken = true
	if free >= need {
		_ = v.takes.finish(v.out) // what fails is tried again at the end
	}
	v.fail(fmt.Errorf("the disk is nearly full, %s left", megabytes(free)))
}

func (v *Voice) read() {
	block, err := v.source.Read(readFor)
	now := v.clock.now()
	if err != nil && v.orders.waiting() {
		return // the time without sound may have been the machine's sleep
	}
	if err != nil && now.Sub(v.heard) >= stillAfter {
		v.out.anchor()
	}
	switch {
	case err == nil:
		v.hear(block)
		v.heard = now
	case errors.Is(err, sound.ErrNoData) && now.Sub(v.heard) < lostAfter:
	case errors.Is(err, sound.ErrNoData) && now.Sub(v.heard) < giveUpAfter:
		v.say(lost)
	default:
		v.letGo()
		v.say(lost)
		v.wrapUp()
	}
}

// letGo closes the device; with it the take is over that recorded from it.
func (v *Voice) letGo() {
	if v.source != nil {
		v.out.lost() // first: closing a device that hangs takes its time
		v.source.Close()
		v.source = nil
		v.Meter().Reset()
	}
}

// wrapUp makes the last take whole when it is over. What fails is tried again
// at the end.
func (v *Voice) wrapUp() {
	if v.out != nil && v.out.over {
		_ = v.takes.finish(v.out)
	}
}

// hear holds a block that was read.
func (v *Voice) hear(block sound.Block) {
	v.Meter().Feed(block.Samples)
	v.held = &block
}

// accept writes a block. That the microphone is back comes into the journal
// behind the moment from which it is heard.
func (v *Voice) accept(block sound.Block) {
	v.held = nil
	v.fail(v.out.write(block))
	if v.State().State == "lost" {
		v.say(Sounded{State: "back"})
	}
}

// drain writes what was heard up to a moment and is not written yet. The rest
// of the block that reaches beyond it is dropped.
func (v *Voice) drain(moment time.Time) {
	for {
		for v.held == nil {
			if v.source == nil {
				return
			}
			block, err := v.source.Read(0)
			if err != nil {
				return // a lost device is noticed by the next read
			}
			v.hear(block)
		}
		last := !v.held.At.Before(moment)
		v.accept(v.out.until(*v.held, moment))
		if last {
			return
		}
	}
}

// reopen asks for the device again, now and then.
func (v *Voice) reopen() {
	if wait := reopenEvery - v.clock.now().Sub(v.tried); wait > 0 {
		select {
		case <-v.orders.news:
		case <-v.clock.after(min(wait, readFor)):
		}
		return
	}
	err, missing := v.connect(), v.Missing() != nil
	switch {
	case err == nil && missing:
		v.mu.Lock()
		v.missing = nil
		v.mu.Unlock()
		slog.Info("recording", "state", "back")
		v.takes.rec.Do(Sounded{State: "back"})
	case err != nil && v.out == nil && !missing:
		v.lacks(err)
	case err != nil && v.out != nil && v.State().State == "": // another was chosen
		v.say(Sounded{State: "lost", Why: fmt.Sprintf("The microphone cannot be opened: %v. The interview runs on; recording resumes when it can.", err)})
	}
}

// connect opens the microphone and sees to it that there is a take for what
// comes from it: a new one, or the one that has heard nothing yet. Where the
// disk takes no more there is none, and what comes shows on the meter only.
func (v *Voice) connect() error {
	v.tried = v.clock.now()
	source, err := v.open()
	if err != nil {
		return err
	}
	rate := source.SampleRate()
	if v.out == nil || !v.out.broken && (v.out.over || v.out.rate != rate) {
		w, err := v.takes.make(rate)
		if err != nil {
			source.Close()
			return err
		}
		w.paused, w.since = v.paused, v.since
		v.out, v.outs = w, append(v.outs, w)
		v.mu.Lock()
		v.meter = sound.NewMeter(rate)
		v.mu.Unlock()
	}
	v.source, v.heard = source, v.clock.now()
	return nil
}
