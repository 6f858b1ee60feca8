package sound

import (
	"sync"
	"time"
)

const (
	driverTick = 20 * time.Millisecond
	// fillTick is the time between two looks whether enough is decoded to begin.
	fillTick = 5 * time.Millisecond
	// linger is how long the device runs on after it is not wanted any more, so
	// that what it holds is heard.
	linger = 200 * time.Millisecond
	// outputSilence is how long a running output may go without a callback
	// before it counts as lost. A sleeping sink takes up to 2 s to wake.
	outputSilence = 2500 * time.Millisecond
	// outputRetry is the pause between two tries to open the output.
	outputRetry = time.Second
)

// driver starts and stops a Player's device as it is wanted, and replaces a
// device that was lost. Its goroutine sleeps while nothing is to be heard.
type driver struct {
	player *Player
	open   func() (*device, error)
	wake   chan struct{}
	quit   chan struct{}
	done   chan struct{}

	device  *device   // this goroutine only, like the following
	running bool      // it was started
	started time.Time // when
	unasked time.Time // since when it is not wanted any more

	mu      sync.Mutex
	trouble error
}

func newDriver(p *Player, open func() (*device, error), d *device) *driver {
	v := &driver{
		player: p, open: open, device: d,
		wake: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{}),
	}
	go v.run()
	return v
}

func (v *driver) poke() {
	select {
	case v.wake <- struct{}{}:
	default:
	}
}

// stop ends the goroutine, waits for it and frees the device.
func (v *driver) stop() {
	close(v.quit)
	<-v.done
}

func (v *driver) run() {
	defer close(v.done)
	defer v.drop()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		pause := v.step(time.Now())
		var tick <-chan time.Time
		if pause > 0 {
			timer.Reset(pause)
			tick = timer.C
		}
		select {
		case <-v.wake:
		case <-tick:
		case <-v.quit:
			return
		}
	}
}

// step does what is due and says when to look again; 0 means when poked.
func (v *driver) step(now time.Time) time.Duration {
	v.player.settle(now)
	wanted := v.player.wanted()
	switch {
	case wanted && !v.running && !v.player.prepare():
		return fillTick
	case wanted && !v.running:
		if err := v.launch(); err != nil {
			v.report(err)
			v.drop()
			return outputRetry
		}
	case wanted && v.lost(now):
		v.report(ErrLost)
		v.drop()
		return driverTick
	case wanted:
		v.unasked = time.Time{}
		v.report(nil)
	case !v.running:
		return 0
	case v.unasked.IsZero():
		v.unasked = now
	case now.Sub(v.unasked) > linger:
		v.halt()
		return 0
	}
	return driverTick
}

// launch opens the device when there is none, and starts it.
func (v *driver) launch() error {
	if v.device == nil {
		d, err := v.open()
		if err != nil {
			return err
		}
		v.device = d
	}
	if err := v.device.start(); err != nil {
		return err
	}
	v.running, v.started, v.unasked = true, time.Now(), time.Time{}
	return nil
}

// halt stops the device but keeps it.
func (v *driver) halt() {
	v.running = false
	if err := v.device.stop(); err != nil {
		v.drop()
	}
}

// drop frees the device, if the sound system lets it.
func (v *driver) drop() {
	if v.device != nil {
		// A device that hangs is left to itself: the next one is a new one.
		_ = v.device.close()
	}
	v.device, v.running = nil, false
}

// lost says that the audio thread has not come for too long.
func (v *driver) lost(now time.Time) bool {
	called := v.player.heard.epoch.Add(time.Duration(v.player.called.Load()))
	if called.Before(v.started) {
		called = v.started
	}
	return now.Sub(called) > outputSilence
}

func (v *driver) report(err error) {
	v.mu.Lock()
	v.trouble = err
	v.mu.Unlock()
}

func (v *driver) err() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.trouble
}
