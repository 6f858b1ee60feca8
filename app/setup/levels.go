package setup

import (
	"sync"

	"talkthrough/internal/sound"
)

// levels brings levels to the UI thread. Those that come while one is on its
// way replace it, so that a busy UI thread is not flooded.
type levels struct {
	post func(func())
	show func(sound.Level) // on the UI thread

	mu      sync.Mutex
	latest  sound.Level
	waiting bool // one is on its way
}

// pass takes a level, on any goroutine.
func (l *levels) pass(v sound.Level) {
	l.mu.Lock()
	l.latest = v
	waiting := l.waiting
	l.waiting = true
	l.mu.Unlock()
	if waiting {
		return
	}
	l.post(func() {
		l.mu.Lock()
		v := l.latest
		l.waiting = false
		l.mu.Unlock()
		l.show(v)
	})
}
