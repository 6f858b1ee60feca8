package sound

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/gen2brain/malgo"
)

// backend is one connection to one sound system. Its devices keep it alive:
// it is freed when it was retired and the last device has gone.
type backend struct {
	kind    malgo.Backend
	context *malgo.AllocatedContext
	// turn lets one call at a time into the context, which on PulseAudio shares
	// one event loop between listing and opening. A call that hangs keeps its
	// turn, so later calls time out instead of piling up behind it.
	turn chan struct{}

	mu      sync.Mutex
	devices int
	retired bool
}

// backends names the sound systems to try. The list is explicit because an
// empty one makes miniaudio fall back to a silent null device.
func backends() []malgo.Backend {
	switch runtime.GOOS {
	case "darwin":
		return []malgo.Backend{malgo.BackendCoreaudio}
	case "windows":
		return []malgo.Backend{malgo.BackendWasapi}
	default:
		return []malgo.Backend{malgo.BackendPulseaudio, malgo.BackendAlsa, malgo.BackendJack}
	}
}

func backendName(kind malgo.Backend) string {
	switch kind {
	case malgo.BackendPulseaudio:
		return "PulseAudio"
	case malgo.BackendAlsa:
		return "ALSA"
	case malgo.BackendJack:
		return "JACK"
	case malgo.BackendCoreaudio:
		return "Core Audio"
	case malgo.BackendWasapi:
		return "WASAPI"
	default:
		return fmt.Sprintf("sound system %d", kind)
	}
}

// connect opens the first sound system that answers before the deadline.
func connect(deadline time.Time) (*backend, error) {
	kinds := backends()
	var why []error
	for i, kind := range kinds {
		left := time.Until(deadline)
		if rest := len(kinds) - 1 - i; rest > 0 {
			left = left * 2 / 3 // a hung server must not use up the others' time
		}
		b, err := within(left, backendName(kind), func() (*backend, error) { return attempt(kind) }, (*backend).retire)
		if err == nil {
			return b, nil
		}
		why = append(why, err)
	}
	return nil, fmt.Errorf("%w answered, so nothing can be recorded or played: %w", ErrNoSound, errors.Join(why...))
}

// attempts holds the sound systems that are being connected to right now, so
// that a server that hangs costs one waiting goroutine and not one per try.
var attempts sync.Map

func attempt(kind malgo.Backend) (*backend, error) {
	if _, busy := attempts.LoadOrStore(kind, true); busy {
		return nil, fmt.Errorf("%s: %w", backendName(kind), ErrNotResponding)
	}
	defer attempts.Delete(kind)
	return newBackend(kind)
}

func newBackend(kind malgo.Backend) (*backend, error) {
	// The server's mixer shows this name; the pinned bytes are copied by miniaudio.
	name := []byte("Talkthrough\x00")
	var pins runtime.Pinner
	pins.Pin(&name[0])
	defer pins.Unpin()
	config := malgo.ContextConfig{}
	config.Pulse.PApplicationName = &name[0]
	config.Jack.PClientName = &name[0]
	ctx, err := malgo.InitContext([]malgo.Backend{kind}, config, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", backendName(kind), err)
	}
	b := &backend{kind: kind, context: ctx, turn: make(chan struct{}, 1)}
	if err := b.usable(); err != nil {
		b.retire()
		return nil, fmt.Errorf("%s: %w", backendName(kind), err)
	}
	return b, nil
}

// usable refuses an ALSA without any sound card: it opens happily and lists
// only software devices, of which none delivers sound.
func (b *backend) usable() error {
	if b.kind != malgo.BackendAlsa {
		return nil
	}
	for _, kind := range []malgo.DeviceType{malgo.Playback, malgo.Capture} {
		infos, err := b.context.Devices(kind)
		if err != nil {
			return err
		}
		for i := range infos {
			if isCard(idText(infos[i].ID)) {
				return nil
			}
		}
	}
	return errors.New("no sound card")
}

// call runs fn in this backend's turn, for at most d. See within for late.
func call[T any](b *backend, d time.Duration, what string, fn func() (T, error), late func(T)) (T, error) {
	var zero T
	timer := time.NewTimer(d)
	defer timer.Stop()
	start := time.Now()
	select {
	case b.turn <- struct{}{}:
	case <-timer.C:
		return zero, fmt.Errorf("%s: %w", what, ErrNotResponding)
	}
	return within(d-time.Since(start), what, func() (T, error) {
		defer func() { <-b.turn }()
		return fn()
	}, late)
}

// hold counts a device in; it fails once the backend was retired.
func (b *backend) hold() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.retired {
		return false
	}
	b.devices++
	return true
}

// release counts a device out.
func (b *backend) release() {
	b.mu.Lock()
	b.devices--
	last := b.retired && b.devices == 0
	b.mu.Unlock()
	if last {
		b.free()
	}
}

// retire frees the backend as soon as no device uses it.
func (b *backend) retire() {
	b.mu.Lock()
	first := !b.retired
	b.retired = true
	idle := b.devices == 0
	b.mu.Unlock()
	if first && idle {
		b.free()
	}
}

// free disconnects. It may hang with the server.
func (b *backend) free() {
	b.turn <- struct{}{}
	defer func() { <-b.turn }()
	// Nothing can be done about a server that refuses to part.
	_ = b.context.Uninit()
	b.context.Free()
}
