package setup

import "talkthrough/internal/sound"

// Sound is the sound system as this screen needs it. Its methods may block, and
// are called off the UI thread.
type Sound interface {
	// List tells the devices that can be recorded from.
	List() ([]sound.Device, error)
	// Listen opens a device, "" for the default one, and tells what it hears, on
	// any goroutine, until stop returns.
	Listen(deviceID string, hears Hearing) (stop func(), err error)
	// Play plays samples on the default output and tells their level as they
	// are heard. It returns when they were heard to the end, or soon after quit
	// is closed.
	Play(samples []int16, level func(sound.Level), quit <-chan struct{}) error
	// SampleRate is that of all samples, a second. It does not block.
	SampleRate() int
}

// Hearing is what is told of an open microphone.
type Hearing struct {
	// Level comes some 15 times a second.
	Level func(sound.Level)
	// Samples gets everything that comes. They are only lent.
	Samples func([]int16)
}
