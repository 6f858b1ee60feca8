package session

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// FreeSpace is how many bytes the user may still write to the disk of a folder.
// The error names the folder.
func FreeSpace(dir string) (int64, error) {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, fmt.Errorf("find the free space of %s: %w", dir, err)
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(path, &free, nil, nil); err != nil {
		return 0, fmt.Errorf("find the free space of %s: %w", dir, err)
	}
	return int64(free), nil
}
