package review

import "time"

// Transport plays an attempt along its elapsed time. Only Close waits for
// anything; the other methods may be called from the UI thread.
type Transport interface {
	// Play plays on from the position, from the start when it is at the end.
	Play()
	Pause()
	// Playing is false again once the end is reached.
	Playing() bool
	// Seek goes to a time, the nearest end where it is out of range, and plays
	// on from there if it was playing.
	Seek(to time.Duration)
	// Position is what is heard now.
	Position() time.Duration
	// Notice says why nothing is heard, or is empty.
	Notice() string
	// Close lets go of files and device. It may take seconds; nothing else may
	// be called afterwards.
	Close()
}
