package setup

import (
	"sync"

	"talkthrough/internal/sound"
)

// listener keeps at most one microphone open. Its methods and what they call
// back are on the UI thread; the microphones are called on a goroutine, in
// turn: the next is opened only when the one before it is closed, since a
// device may not be open twice.
type listener struct {
	mics Microphones
	post func(func())
	now  *turn // whose levels are wanted; nil: nobody listens
	last *turn // the one to wait for
}

// turn is one device's time at the listener.
type turn struct {
	quit chan struct{} // closed when its sound is no longer wanted
	gone chan struct{} // closed when its device is closed

	mu      sync.Mutex
	level   sound.Level
	waiting bool // a level is on its way to the UI thread
}

// heard is what a listener tells.
type heard struct {
	opened func()
	failed func(error)
	level  func(sound.Level)
}

// open closes what is open and listens to the device. Nothing is told any more
// once close or the next open was called.
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
		stop, err := l.mics.Listen(deviceID, func(v sound.Level) { l.pass(t, v, tell.level) })
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

func (t *turn) over() bool {
	select {
	case <-t.quit:
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

// pass brings a level to the UI thread. Levels that come while one is on its
// way replace it, so that a busy UI thread is not flooded.
func (l *listener) pass(t *turn, v sound.Level, level func(sound.Level)) {
	t.mu.Lock()
	t.level = v
	waiting := t.waiting
	t.waiting = true
	t.mu.Unlock()
	if waiting || t.over() {
		return
	}
	l.post(func() {
		t.mu.Lock()
		latest := t.level
		t.waiting = false
		t.mu.Unlock()
		if l.now == t {
			level(latest)
		}
	})
}
