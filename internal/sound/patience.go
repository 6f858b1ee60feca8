package sound

import (
	"fmt"
	"time"
)

// How long the sound system gets for each kind of call. A healthy server
// answers in a few milliseconds; a sleeping Bluetooth sink may take a second.
const (
	openPatience  = 2800 * time.Millisecond
	listPatience  = 1500 * time.Millisecond
	startPatience = 3 * time.Second
	closePatience = 1500 * time.Millisecond
)

// within runs fn on a goroutine and waits for it at most d. When the time is
// up it returns ErrNotResponding and leaves fn running; should fn succeed
// later all the same, late gets its result to dispose of.
func within[T any](d time.Duration, what string, fn func() (T, error), late func(T)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	answer := make(chan outcome) // unbuffered: either the caller takes it or nobody does
	gone := make(chan struct{})
	go func() {
		value, err := fn()
		select {
		case answer <- outcome{value, err}:
		case <-gone:
			if err == nil && late != nil {
				late(value)
			}
		}
	}()
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case o := <-answer:
		return o.value, o.err
	case <-timer.C:
		close(gone)
		var zero T
		return zero, fmt.Errorf("%s: %w", what, ErrNotResponding)
	}
}
