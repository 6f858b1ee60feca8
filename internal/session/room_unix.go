//go:build !windows

package session

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// FreeSpace is how many bytes the user may still write to the disk of a folder.
// The error names the folder.
func FreeSpace(dir string) (int64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, fmt.Errorf("find the free space of %s: %w", dir, err)
	}
	return int64(s.Bavail) * int64(s.Bsize), nil
}
