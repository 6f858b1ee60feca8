package app

import (
	"sync"
	"time"

	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// sampleRate is what takes are recorded at, in samples a second: speech has
// little above 12 kHz.
const sampleRate = 24000

// meterEvery is how often the set-up's meter is told a level.
const meterEvery = 66 * time.Millisecond

// soundbox is the sound system, opened when it is first asked for. Opening may
// take seconds: never on the UI thread.
type soundbox struct {
	mu  sync.Mutex
	sys *sound.System
}

// system returns the sound system.
func (b *soundbox) system() (*sound.System, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sys == nil {
		sys, err := sound.Open()
		if err != nil {
			return nil, err
		}
		b.sys = sys
	}
	return b.sys, nil
}

func (b *soundbox) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sys != nil {
		b.sys.Close()
		b.sys = nil
	}
}

// capture opens a microphone. A sound system that was restarted meanwhile
// connects again by itself.
func (b *soundbox) capture(device string) (*sound.Capture, error) {
	sys, err := b.system()
	if err != nil {
		return nil, err
	}
	return sys.Capture(sound.CaptureConfig{DeviceID: device, SampleRate: sampleRate})
}

// source is the microphone as a session opens it.
func (b *soundbox) source(device string) session.OpenSource {
	return func() (sound.Source, error) {
		c, err := b.capture(device)
		if err != nil {
			return nil, err
		}
		return c, nil
	}
}

// List lists the microphones.
func (b *soundbox) List() ([]sound.Device, error) {
	sys, err := b.system()
	if err != nil {
		return nil, err
	}
	return sys.Inputs()
}

// Listen opens a microphone for the set-up's meter. level is called on a
// goroutine until stop.
func (b *soundbox) Listen(device string, level func(sound.Level)) (stop func(), err error) {
	c, err := b.capture(device)
	if err != nil {
		return nil, err
	}
	done, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		defer c.Close()
		meter := sound.NewMeter(sampleRate)
		last := time.Now()
		for {
			select {
			case <-done:
				return
			default:
			}
			block, err := c.Read(meterEvery)
			if err == nil {
				meter.Feed(block.Samples)
			}
			if now := time.Now(); now.Sub(last) >= meterEvery {
				last = now
				level(meter.Level())
			}
		}
	}()
	var once sync.Once
	return func() {
		once.Do(func() { close(done) })
		<-over
	}, nil
}
