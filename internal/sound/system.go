package sound

import (
	"fmt"
	"sync"
	"time"
)

// System is the process's one audio context. It connects anew by itself when
// the sound server was restarted. Safe for use by several goroutines.
type System struct {
	mu      sync.Mutex // held while connecting, so that only one goroutine does
	backend *backend   // nil while there is no sound server
	closed  bool
}

// Open connects to the sound system: PulseAudio (also PipeWire's), ALSA or
// JACK on Linux, Core Audio on macOS, WASAPI on Windows. It returns within 3 s
// even when a server hangs. The error wraps ErrNoSound when nothing answered;
// it then makes sense to ask again later. Open at most one System at a time.
func Open() (*System, error) {
	b, err := connect(time.Now().Add(openPatience))
	if err != nil {
		return nil, err
	}
	return &System{backend: b}, nil
}

// Close disconnects. Captures and Players still open keep working until they
// are closed themselves. It waits at most 1.5 s for a server that hangs.
func (s *System) Close() {
	s.mu.Lock()
	b := s.backend
	s.backend, s.closed = nil, true
	s.mu.Unlock()
	if b != nil {
		dismiss(b)
	}
}

// Backend names the sound system in use, for the user and for reports, or is
// empty while there is none.
func (s *System) Backend() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.backend == nil {
		return ""
	}
	return backendName(s.backend.kind)
}

// current is the live backend, connected anew when there was none.
func (s *System) current() (*backend, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, fmt.Errorf("sound system: %w", ErrClosed)
	}
	if s.backend != nil {
		return s.backend, nil
	}
	return s.connectLocked()
}

// reconnect replaces a backend that failed, unless another goroutine already did.
func (s *System) reconnect(dead *backend) (*backend, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, fmt.Errorf("sound system: %w", ErrClosed)
	}
	if s.backend != nil && s.backend != dead {
		return s.backend, nil
	}
	if s.backend != nil {
		s.backend = nil
		go dismiss(dead) // dismiss ends by itself within closePatience
	}
	return s.connectLocked()
}

func (s *System) connectLocked() (*backend, error) {
	b, err := connect(time.Now().Add(openPatience))
	if err != nil {
		return nil, err
	}
	s.backend = b
	return b, nil
}

// dismiss retires a backend without waiting for a hung server.
func dismiss(b *backend) {
	// A server that hangs keeps its connection; there is nothing else to do.
	_, _ = within(closePatience, "disconnect", func() (struct{}, error) {
		b.retire()
		return struct{}{}, nil
	}, nil)
}
