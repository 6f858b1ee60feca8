package session

import (
	"errors"
	"time"
)

// ErrInUse is returned by Folder.Lock while another program records the
// attempt.
var ErrInUse = errors.New("this attempt is being recorded by another window of Talkthrough")

const (
	// lockFor is how long Lock tries: whoever lists the attempts holds each for
	// a moment.
	lockFor   = 500 * time.Millisecond
	lockEvery = 5 * time.Millisecond
)

// Lock marks an attempt as being recorded by a living program, so that another
// one does not take it for cut off. It ends with Release or with the process.
type Lock struct{ release func() }

// Release gives the attempt free. A nil lock is free already.
func (l *Lock) Release() {
	if l != nil {
		l.release()
	}
}

// Lock takes the attempt for this process. The error wraps ErrInUse, after half
// a second, when a living program has it.
func (f Folder) Lock() (*Lock, error) {
	for until := time.Now().Add(lockFor); ; time.Sleep(lockEvery) {
		lock, err := f.lock(true)
		if err == nil || !errors.Is(err, ErrInUse) || time.Now().After(until) {
			return lock, err
		}
	}
}

// InUse reports whether a living program records the attempt. The error is for
// a journal that cannot be opened.
func (f Folder) InUse() (bool, error) {
	lock, err := f.lock(false)
	if errors.Is(err, ErrInUse) {
		return true, nil
	}
	lock.Release()
	return false, err
}
