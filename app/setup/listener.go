package setup

import "talkthrough/internal/sound"

// listener keeps at most one microphone open. Its methods and what they call
// back are on the UI thread; the microphones are called on a goroutine, in
// turn: the next is opened only when the one before it is closed, since a
// device may not be open twice.
type listener struct {
	sound Sound
	post  func(func())
	now   *turn // whose levels are wanted; nil: nobody listens
	last  *turn // the one to wait for
}

// turn is one device's time at the listener.
type turn struct {
	quit chan struct{} // closed when its sound is no longer wanted
	gone chan struct{} // closed when its device is closed
}

// heard is what a listener tells. All but samples is on the UI thread.
type heard struct {
	opened  func()
	failed  func(error)
	level   func(sound.Level)
	samples func([]int16) // on the microphone's goroutine
}

// open closes what is open and listens to the device. Nothing is told any more
// on the UI thread once close or the next open was called.
func (l *listener) open(deviceID string, tell heard) {
	l.close()
	t, before := &turn{quit: make(chan struct{}), gone: make(chan struct{})}, l.last
	l.now, l.last = t, t
	go func() {
		defer close(t.gone)
		if before != nil {
			<-before.gone
		}
		if t.over() {
			return
		}
		levels := levels{post: l.post, show: func(v sound.Level) {
			if l.now == t {
				tell.level(v)
			}
		}}
		stop, err := l.sound.Listen(deviceID, Hearing{Samples: tell.samples, Level: func(v sound.Level) {
			if !t.over() {
				levels.pass(v)
			}
		}})
		if err != nil {
			l.say(t, func() {
				l.now = nil
				tell.failed(err)
			})
			return
		}
		l.say(t, tell.opened)
		<-t.quit
		stop()
	}()
}

// close stops listening, without waiting for the device.
func (l *listener) close() {
	if l.now != nil {
		close(l.now.quit)
		l.now = nil
	}
}

func (t *turn) over() bool { return closed(t.quit) }

// closed reports whether a channel is.
func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// say calls do on the UI thread if it is still t's turn then.
func (l *listener) say(t *turn, do func()) {
	l.post(func() {
		if l.now == t {
			do()
		}
	})
}
