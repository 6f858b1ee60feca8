package session

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// Lock takes the attempt for this process, or returns ErrInUse. The byte that
// is locked lies far behind the journal's end, so that reading goes on.
func (f Folder) Lock() (*Lock, error) {
	file, err := os.Open(f.Journal())
	if err != nil {
		return nil, fmt.Errorf("lock the attempt: %w", err)
	}
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	place := &windows.Overlapped{OffsetHigh: 1 << 20}
	err = windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, place)
	if err == nil {
		return &Lock{file}, nil
	}
	file.Close()
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return nil, fmt.Errorf("%s: %w", f.Dir, ErrInUse)
	}
	return nil, fmt.Errorf("lock the attempt: %w", err)
}
