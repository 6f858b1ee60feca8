package sound

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/gen2brain/malgo"
)

// CaptureConfig says what to record from.
type CaptureConfig struct {
	// DeviceID is a Device's ID; empty means the default one, and following it
	// when the user changes the default.
	DeviceID string
	// SampleRate in samples per second, whatever the device itself runs at.
	SampleRate int
}

// Capture is a running recording from one device. One goroutine may Read while
// another calls any other method.
type Capture struct {
	device  *device
	rate    int
	intake  *intake
	stopped atomic.Bool // the backend said so, and nothing has come since
	closed  chan struct{}
	once    sync.Once
	failure error // of Close
}

var _ Source = (*Capture)(nil)

// Capture starts to record. The error wraps ErrNoDevice when the device is not
// there, ErrNoSound when there is no sound system any more. It takes up to 3 s
// or, when the sound system hangs, 8 s: keep it off the UI thread.
func (s *System) Capture(cfg CaptureConfig) (*Capture, error) {
	if cfg.SampleRate < 8000 || cfg.SampleRate > 192000 {
		return nil, fmt.Errorf("record at %d samples per second: expected 8000 to 192000", cfg.SampleRate)
	}
	c := &Capture{rate: cfg.SampleRate, intake: newIntake(cfg.SampleRate), closed: make(chan struct{})}
	d, err := s.openDevice(malgo.Capture, cfg.DeviceID, cfg.SampleRate, malgo.DeviceCallbacks{
		Data: c.data,
		Stop: func() { c.stopped.Store(true) },
	})
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	if err := d.start(); err != nil {
		_ = d.close() // the first error is the one to tell
		return nil, fmt.Errorf("record: %w", err)
	}
	c.device = d
	return c, nil
}

// data runs on the audio thread.
func (c *Capture) data(_, input []byte, _ uint32) {
	now := time.Now()
	c.stopped.Store(false)
	c.intake.put(asSamples(input), now)
}

// asSamples views the backend's bytes, which it aligns, as samples.
func asSamples(b []byte) []int16 {
	if len(b) < 2 {
		return nil
	}
	return unsafe.Slice((*int16)(unsafe.Pointer(&b[0])), len(b)/2)
}

// Read implements Source.
func (c *Capture) Read(timeout time.Duration) (Block, error) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for {
		select {
		case <-c.closed:
			return Block{}, fmt.Errorf("recording: %w", ErrClosed)
		default:
		}
		if block, ok := c.intake.get(time.Now()); ok {
			return block, nil
		}
		select {
		case <-c.intake.news:
		case <-c.closed:
		case <-timer.C:
			if block, ok := c.intake.get(time.Now().Add(settling)); ok {
				return block, nil
			}
			if c.stopped.Load() {
				return Block{}, ErrLost
			}
			return Block{}, ErrNoData
		}
	}
}

// SampleRate implements Source.
func (c *Capture) SampleRate() int { return c.rate }

// Overruns is how many samples were dropped because nobody read for 10 s.
func (c *Capture) Overruns() int64 { return c.intake.overruns.Load() }

// Close implements Source. It takes at most 1.5 s; ErrNotResponding says that
// the sound system hangs and the device was left to itself. Sound that was not
// read before is dropped.
func (c *Capture) Close() error {
	c.once.Do(func() {
		close(c.closed)
		c.failure = c.device.close()
	})
	return c.failure
}
