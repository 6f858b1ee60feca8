//go:build unix

package session

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock takes the attempt for one alone, or shared with others who only look.
func (f Folder) lock(alone bool) (*Lock, error) {
	file, err := os.Open(f.Journal())
	if err != nil {
		return nil, fmt.Errorf("lock the attempt: %w", err)
	}
	how := syscall.LOCK_SH
	if alone {
		how = syscall.LOCK_EX
	}
	err = syscall.Flock(int(file.Fd()), how|syscall.LOCK_NB)
	if err == nil {
		return &Lock{func() { file.Close() }}, nil
	}
	file.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, fmt.Errorf("%s: %w", f.Dir, ErrInUse)
	}
	return nil, fmt.Errorf("lock the attempt: %w", err)
}
