package session

import (
	"time"

	"golang.org/x/sys/unix"
)

// everTime counts on while the machine sleeps, and nobody sets it: the time of
// day is set right soon after a start, often by hours. Should the kernel have no
// such clock, no sleep is seen but one in which the monotonic clock runs on.
func everTime() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}
