package app

import (
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"talkthrough/app/setup"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

const (
	// sampleRate is what set-up listens at and takes are recorded at, in samples
	// a second: speech has little above 12 kHz.
	sampleRate = 24000
	// fullRate is what takes are recorded at for those who want all there is.
	fullRate = 48000
)

// meterEvery is how often the set-up's meter is told a level.
const meterEvery = 66 * time.Millisecond

// soundbox is the sound system, opened when it is first asked for. Opening may
// take seconds: never on the UI thread.
type soundbox struct {
	mu  sync.Mutex
	sys *sound.System

	// full asks for takes at the full rate.
	full atomic.Bool

	// recording is the ID of the microphone that the session under way opened
	// last. It is not the lock's: nothing on the UI thread waits for that.
	recording atomic.Pointer[string]
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

// takeRate is what the next take is recorded at, in samples a second.
func (b *soundbox) takeRate() int {
	if b.full.Load() {
		return fullRate
	}
	return sampleRate
}

// capture opens a microphone. A sound system that was restarted meanwhile
// connects again by itself.
func (b *soundbox) capture(device string, rate int) (*sound.Capture, error) {
	sys, err := b.system()
	if err != nil {
		return nil, err
	}
	return sys.Capture(sound.CaptureConfig{DeviceID: device, SampleRate: rate})
}

// source is a microphone as a session opens it. One that is not there under its
// ID is looked for by its name; where it is not there when the session begins,
// the default one stands in. After a loss only the one that was lost is waited
// for.
func (b *soundbox) source(id, name string) session.OpenSource {
	begun := false
	return func() (sound.Source, error) {
		if id != "" {
			id = b.find(id, name, begun)
		}
		begun = true
		c, err := b.capture(id, b.takeRate())
		if err != nil {
			return nil, err
		}
		used := id
		b.recording.Store(&used)
		return c, nil
	}
}

// recorded is the ID of the microphone that the session under way opened last,
// "" for the default one; ok is false where it opened none.
func (b *soundbox) recorded() (id string, ok bool) {
	if used := b.recording.Load(); used != nil {
		return *used, true
	}
	return "", false
}

// find is the ID under which a microphone is there now; unless it was used
// before, that of the default where it is not.
func (b *soundbox) find(id, name string, used bool) string {
	devices, err := b.List()
	choices := sound.Choices(devices)
	if err != nil || len(choices) == 0 {
		return id
	}
	at, there := sound.Find(choices, id, name)
	switch {
	case there:
		return choices[at].ID
	case used:
		return id
	}
	slog.Warn("microphone", "missing", name, "instead", choices[at].Name)
	return choices[at].ID
}

// List lists the microphones.
func (b *soundbox) List() ([]sound.Device, error) {
	sys, err := b.system()
	if err != nil {
		return nil, err
	}
	return sys.Inputs()
}

// SampleRate implements setup.Sound.
func (b *soundbox) SampleRate() int { return sampleRate }

// Listen opens a microphone for the set-up's meter. A device that falls silent
// altogether is opened anew.
func (b *soundbox) Listen(device string, hears setup.Hearing) (stop func(), err error) {
	c, err := b.capture(device, sampleRate)
	if err != nil {
		return nil, err
	}
	l := &listening{box: b, device: device, hears: hears, done: make(chan struct{}), over: make(chan struct{})}
	go l.run(c)
	var once sync.Once
	return func() {
		once.Do(func() { close(l.done) })
		<-l.over
	}, nil
}
