package session

import (
	"log/slog"
	"sync"
	"time"
)

// sleeper pauses an attempt when the machine slept.
type sleeper struct {
	rec *Recorder

	mu     sync.Mutex
	voice  *Voice // nil where nothing is recorded
	paused bool   // by a sleep, and not resumed since
}

// follow has the recording pause as well.
func (s *sleeper) follow(v *Voice) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.voice = v
}

// slept pauses the attempt at the last moment awake, unless its clock stands.
func (s *sleeper) slept(awake time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rec.pauseAt(awake) {
		s.paused = true
		slog.Warn("session", "state", "slept", "at", s.rec.At(awake))
	}
	if s.voice != nil {
		s.voice.slept(awake)
	}
}

// resumed notes that the user went on.
func (s *sleeper) resumed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.paused = false
}

// asleep tells whether the attempt stands paused because of a sleep.
func (s *sleeper) asleep() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.paused
}

// watch has the attempt paused when the machine sleeps, until vigil.end.
func (m *Mock) watch() {
	m.sleeper = &sleeper{rec: m.Recorder}
	m.vigil.keep(m.sleeper.slept)
}

// Slept tells whether the attempt stands paused because the machine slept.
// Resume goes on.
func (m *Mock) Slept() bool { return m.sleeper.asleep() }

// pauseAt records a pause at a moment that has passed; false says that the clock
// stood already.
func (r *Recorder) pauseAt(moment time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.state.coach.clock.At(r.state.At).Running {
		return false
	}
	r.stamp(moment, func(time.Duration) Body { return Paused{} })
	return true
}
