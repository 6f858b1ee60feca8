package session

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lock takes the attempt for one alone, or shared with others who only look.
// The byte that is locked lies far behind the journal's end, so that reading
// goes on.
func (f Folder) lock(alone bool) (*Lock, error) {
	file, err := os.Open(f.Journal())
	if err != nil {
		return nil, fmt.Errorf("lock the attempt: %w", err)
	}
	var flags uint32 = windows.LOCKFILE_FAIL_IMMEDIATELY
	if alone {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	place := &windows.Overlapped{OffsetHigh: 1 << 20}
	err = windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, place)
	if err == nil {
		return &Lock{func() { file.Close() }}, nil
	}
	file.Close()
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return nil, fmt.Errorf("%s: %w", f.Dir, ErrInUse)
	}
	return nil, fmt.Errorf("lock the attempt: %w", err)
}
