package sound

import "errors"

var (
	// ErrNoSound says that no sound system answered at all.
	ErrNoSound = errors.New("no sound system")
	// ErrNoDevice says that the wanted device is not there.
	ErrNoDevice = errors.New("no such sound device")
	// ErrNoData says that nothing arrived within the time given. The device may
	// still come back; a reader decides for itself when to call it lost.
	ErrNoData = errors.New("no sound arrived in time")
	// ErrLost says that the device reported that it stopped, unasked.
	ErrLost = errors.New("sound device stopped by itself")
	// ErrNotResponding says that the sound system did not answer in time.
	ErrNotResponding = errors.New("sound system does not respond")
	// ErrClosed says that the System, Capture or Player was closed before.
	ErrClosed = errors.New("sound is closed")
)
