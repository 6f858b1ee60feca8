package setup

import (
	"time"

	"talkthrough/internal/sound"
)

// lookEvery is the time between two looks at the devices there are, so that one
// plugged in is seen within two seconds.
const lookEvery = 1500 * time.Millisecond

// watch looks at the devices there are again and again, on a goroutine of its
// own, until stop.
type watch struct {
	wake chan struct{} // look at once
	quit chan struct{}
}

// newWatch begins to look. found is called on the UI thread, and not any more
// after stop; asked says that the user wants to know.
func newWatch(s Sound, every time.Duration, post func(func()), found func(devices []sound.Device, err error, asked bool)) *watch {
	w := &watch{wake: make(chan struct{}, 1), quit: make(chan struct{})}
	go func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		asked := true
		for {
			devices, err := s.List()
			now := asked
			post(func() {
				if !closed(w.quit) {
					found(devices, err, now)
				}
			})
			select {
			case <-w.quit:
				return
			case <-w.wake:
				asked = true
			case <-tick.C:
				asked = false
			}
		}
	}()
	return w
}

// look has it look at once.
func (w *watch) look() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// stop ends it without waiting for the sound system.
func (w *watch) stop() { close(w.quit) }
