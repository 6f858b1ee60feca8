//go:build !linux

package session

import "time"

// everTime is the time of day, which counts on while the machine sleeps.
func everTime() time.Duration { return time.Duration(time.Now().UnixNano()) }
