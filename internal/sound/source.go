package sound

import "time"

// Source is what a recorder reads from: a Capture, or something that sounds
// like one.
type Source interface {
	// Read returns the samples that arrived since the last Read. It waits at most
	// timeout for the first; then the error is ErrNoData, or ErrLost when the
	// device is known to have stopped by itself. Both may pass: a device that
	// wakes up again delivers. After Close it is ErrClosed.
	Read(timeout time.Duration) (Block, error)
	// Close ends the stream and frees the device.
	Close() error
	// SampleRate is in samples per second.
	SampleRate() int
}

// Block is a run of samples without a hole in it. Between two blocks there is a
// hole when the second, counted back from At by its length, begins clearly
// later than the first ended; 100 ms say nothing, servers deliver in bursts.
type Block struct {
	// Samples is the caller's to keep.
	Samples []int16
	// At is when the last sample arrived, on the monotonic clock.
	At time.Time
}
