package review

import (
	"time"

	"talkthrough/internal/speech"
)

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
	// SetSpeed sets how fast it plays, 1 as recorded; the pitch stays.
	SetSpeed(speed float64)
	// Skip has only what the plan leaves played; nil stands for everything.
	Skip(plan *speech.Skipping)
	// Notice says why nothing is heard, or is empty.
	Notice() string
	// Close lets go of files and device. It may take seconds; nothing else may
	// be called afterwards.
	Close()
}
