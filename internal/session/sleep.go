package session

import (
	"sync"
	"time"
)

const (
	// lookEvery is the longest time between two looks at the clocks while the
	// machine is awake.
	lookEvery = time.Second
	// sleepAfter is how long the machine must have been away to have slept. A busy
	// one is late by seconds at most, and a clock that is set right by a moment is
	// no reason to stop recording.
	sleepAfter = 10 * time.Second
)

// instant is a moment on two clocks.
type instant struct {
	now  time.Time     // on the monotonic clock, which may stand while the machine sleeps
	ever time.Duration // on a clock that runs on
}

// sleptBetween tells whether the machine, or the program, slept between two
// looks. Either the monotonic clock stood still while the other one ran on, or
// it ran on and nobody looked.
func sleptBetween(before, after instant) bool {
	ran := after.now.Sub(before.now)
	passed := after.ever - before.ever
	return ran >= sleepAfter || passed-ran >= sleepAfter
}

// vigil notices that the machine slept. Whoever asks it for the time looks at
// the clocks, so that nothing is recorded after a sleep before the sleep is. Its
// goroutine looks where nobody else does.
type vigil struct {
	now  func() time.Time
	ever func() time.Duration // nil: the machine never sleeps
	quit chan struct{}
	done sync.WaitGroup

	mu    sync.Mutex
	last  instant
	slept func(awake time.Time)
}

func newVigil(c clock) *vigil {
	return &vigil{now: c.now, ever: c.ever, quit: make(chan struct{})}
}

// keep has slept called, with the last moment at which the machine is known to
// have been awake, whenever it slept, until end. slept must not ask for the
// time.
func (v *vigil) keep(slept func(awake time.Time)) {
	if v.ever == nil {
		return
	}
	v.mu.Lock()
	v.last, v.slept = instant{v.now(), v.ever()}, slept
	v.mu.Unlock()
	v.done.Go(v.run)
}

// end has nobody told any more. It must be called once.
func (v *vigil) end() {
	close(v.quit)
	v.done.Wait()
	v.mu.Lock()
	defer v.mu.Unlock()
	v.slept = nil
}

func (v *vigil) run() {
	beat := time.NewTicker(lookEvery)
	defer beat.Stop()
	for {
		select {
		case <-v.quit:
			return
		case <-beat.C:
			v.look()
		}
	}
}

// look tells the time. When the machine slept since the last look, what that
// means has been done when it returns, whoever noticed.
func (v *vigil) look() time.Time {
	v.mu.Lock()
	defer v.mu.Unlock()
	now := v.now()
	if v.slept == nil {
		return now
	}
	// In this order: a sleep in between is then seen by this look.
	at := instant{now, v.ever()}
	before := v.last
	v.last = at
	if sleptBetween(before, at) {
		v.slept(before.now)
	}
	return now
}
