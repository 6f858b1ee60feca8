//go:build unix

package session

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// Lock takes the attempt for this process, or returns ErrInUse.
func (f Folder) Lock() (*Lock, error) {
	file, err := os.Open(f.Journal())
	if err != nil {
		return nil, fmt.Errorf("lock the attempt: %w", err)
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return &Lock{file}, nil
	}
	file.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, fmt.Errorf("%s: %w", f.Dir, ErrInUse)
	}
	return nil, fmt.Errorf("lock the attempt: %w", err)
}
