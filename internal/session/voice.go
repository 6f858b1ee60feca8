package session

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/sound"
)

const (
	// lostAfter is how long nothing may come before the device counts as lost:
	// the drivers seldom say so themselves.
	lostAfter = 700 * time.Millisecond
	// reopenEvery is the time between two tries to get a lost device back.
	reopenEvery = 2 * time.Second
	// readFor is how long one read waits, and so how late a command is heard.
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
}

var wallClock = clock{time.Now, time.After}

// Voice is the recording of an attempt under way: one goroutine between the
// microphone and the take. A device that fails never ends it; the hole becomes
// silence and the device is asked for again.
type Voice struct {
	open  OpenSource
	clock clock
	out   *voiceWriter
	meter *sound.Meter

	commands chan func()
	finished chan struct{}

	mu    sync.Mutex
	state Sounded

	// Owned by the goroutine.
	source sound.Source
	held   *sound.Block // read, and not yet written
	stop   bool
	heard  time.Time // when the last read brought something
	tried  time.Time // when the device was last asked for
	synced time.Time
}

// openVoice makes take n of the attempt in folder f and opens the microphone;
// start lets it record. The error is for a microphone that cannot be opened or
// a file that cannot be made; nothing is left behind then.
func openVoice(rec *Recorder, f Folder, n int, tags recording.Tags, open OpenSource, c clock) (*Voice, error) {
	source, err := open()
	if err != nil {
		return nil, err
	}
	rate := source.SampleRate()
	take, err := recording.Create(f.Take(n), rate, tags)
	if err != nil {
		source.Close()
		return nil, err
	}
	v := &Voice{
		open: open, clock: c, source: source,
		out:      &voiceWriter{rec: rec, take: take, n: n, rate: rate},
		meter:    sound.NewMeter(rate),
		commands: make(chan func(), 16), finished: make(chan struct{}),
		heard: c.now(), synced: c.now(),
	}
	rec.Do(TakeBegan{Take: n, Rate: rate})
	return v, nil
}

// start records from now on.
func (v *Voice) start() { go v.run() }

// Meter shows the level of what comes in.
func (v *Voice) Meter() *sound.Meter { return v.meter }

// State is how the recording fares; State "" is well.
func (v *Voice) State() Sounded {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state
}

// pause stops recording at a moment that has just passed; what comes in later
// shows on the meter only.
func (v *Voice) pause(moment time.Time) {
	v.tell(func() {
		v.drain(moment)
		v.fail(v.out.pause(moment))
	})
}

// resume goes on recording at a moment that has just passed.
func (v *Voice) resume(moment time.Time) {
	v.tell(func() { v.out.resume(moment) })
}

// tell has the goroutine carry a command out soon; it does not wait for it.
func (v *Voice) tell(command func()) {
	select {
	case v.commands <- command:
	case <-v.finished:
	}
}

// end stops recording at a moment that has just passed, closes the device and
// waits for it; the take stays open for finish.
func (v *Voice) end(moment time.Time) {
	v.tell(func() {
		v.drain(moment)
		v.stop = true
	})
	<-v.finished
}

// finish makes the take whole, with its tags and chapters. end comes first.
func (v *Voice) finish(tags recording.Tags) error { return v.out.take.Finish(tags) }

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
	v.out.anchor()
	if v.source != nil {
		v.source.Close()
	}
}

// step does one thing: writes the block that was read, reads the next or minds
// what happens when none comes. Between reading and writing, commands are
// heard, so that a block that reaches into a pause is cut.
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
		v.fail(v.out.sync())
	}
}

func (v *Voice) read() {
	block, err := v.source.Read(readFor)
	now := v.clock.now()
	switch {
	case err == nil:
		v.hear(block)
		v.heard = now
	case errors.Is(err, sound.ErrNoData) && now.Sub(v.heard) < lostAfter:
	default:
		v.source.Close()
		v.source = nil
		v.meter.Reset()
		v.out.lost()
		v.say(Sounded{State: "lost", Why: "The microphone stopped delivering sound. The interview runs on; recording resumes when it is back."})
	}
}

// hear holds a block that was read.
func (v *Voice) hear(block sound.Block) {
	v.meter.Feed(block.Samples)
	v.held = &block
	if v.State().State == "lost" {
		v.say(Sounded{State: "back"})
	}
}

// accept writes a block.
func (v *Voice) accept(block sound.Block) {
	v.held = nil
	v.fail(v.out.write(block))
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
		case command := <-v.commands:
			command()
		case <-v.clock.after(min(wait, readFor)):
		}
		return
	}
	v.tried = v.clock.now()
	source, err := v.open()
	if err != nil {
		return
	}
	if source.SampleRate() != v.out.rate {
		source.Close()
		return
	}
	v.source, v.heard = source, v.clock.now()
}

// fail notes that the file takes no more, where err says so; what it holds
// stays readable.
func (v *Voice) fail(err error) {
	if err == nil {
		return
	}
	v.say(Sounded{State: "failed", Why: fmt.Sprintf("Recording stopped: %v. What was recorded is kept; notes and board go on.", err)})
}

// say puts a change of state into the journal. Once the file has failed,
// devices that come and go change nothing.
func (v *Voice) say(s Sounded) {
	v.mu.Lock()
	same := v.state == s || v.state.State == "failed"
	if !same {
		v.state = s
		if s.State == "back" {
			v.state = Sounded{}
		}
	}
	v.mu.Unlock()
	if !same {
		slog.Warn("recording", "state", s.State, "why", s.Why)
		v.out.rec.Do(s)
	}
}
