package sound

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"
	"unsafe"

	"github.com/gen2brain/malgo"
)

const (
	// capturePeriodMillis is how much sound one callback carries: little, so
	// that a recording knows its times, yet enough that being woken costs no
	// more than the recording itself.
	capturePeriodMillis = 40
	// capturePeriods is how many of them the server may hold back for us: a
	// second, so that a busy machine delays a recording and does not tear it.
	capturePeriods = 25
	// playbackPeriodMillis is how much sound the server holds. PipeWire is known
	// to stutter below 20 ms, and a busy machine wakes this process late.
	playbackPeriodMillis = 60
	playbackPeriods      = 3
)

// lpfOrder is the steepest low-pass miniaudio has for its resampler.
const lpfOrder = 8

// device is one running stream of a backend. Its methods never hang.
type device struct {
	backend *backend
	stream  *malgo.Device
	closing sync.Once
}

// openDevice opens a stream of 16-bit mono at sampleRate on the device named
// id, or on the default one when id is empty. The stream is not yet running.
func (s *System) openDevice(kind malgo.DeviceType, id string, sampleRate int, callbacks malgo.DeviceCallbacks) (*device, error) {
	b, infos, err := s.infos(kind)
	if err != nil {
		return nil, err
	}
	at, err := choose(infos, id)
	if err != nil {
		return nil, err
	}
	return call(b, startPatience, "open sound device", func() (*device, error) {
		if !b.hold() {
			return nil, fmt.Errorf("open sound device: %w", ErrLost)
		}
		var chosen *malgo.DeviceID
		if id != "" {
			chosen = &infos[at].ID
		}
		stream, err := initStream(b, kind, chosen, sampleRate, callbacks)
		if err != nil {
			b.release()
			return nil, fmt.Errorf("open %s: %w", infos[at].Name(), err)
		}
		return &device{backend: b, stream: stream}, nil
	}, (*device).dispose)
}

// choose finds the device to open. Its presence is checked because miniaudio
// reads uninitialised memory when PulseAudio does not know the name.
func choose(infos []malgo.DeviceInfo, id string) (int, error) {
	if len(infos) == 0 {
		return 0, fmt.Errorf("%w: nothing is connected", ErrNoDevice)
	}
	if id == "" {
		at := slices.IndexFunc(infos, func(i malgo.DeviceInfo) bool { return i.IsDefault != 0 })
		return max(at, 0), nil
	}
	at := slices.IndexFunc(infos, func(i malgo.DeviceInfo) bool { return idText(i.ID) == id })
	if at < 0 {
		return 0, fmt.Errorf("%w: %s is not connected", ErrNoDevice, id)
	}
	return at, nil
}

func initStream(b *backend, kind malgo.DeviceType, id *malgo.DeviceID, sampleRate int, callbacks malgo.DeviceCallbacks) (*malgo.Device, error) {
	config := malgo.DefaultDeviceConfig(kind)
	config.SampleRate = uint32(sampleRate)
	config.PeriodSizeInMilliseconds = capturePeriodMillis
	config.Periods = capturePeriods
	config.Resampling.Algorithm = malgo.ResampleAlgorithmLinear
	config.Resampling.Linear.LpfOrder = lpfOrder
	config.Alsa.NoMMap = 1 // mapped access fails on several ALSA plug-ins
	config.Pulse.StreamNameCapture = "Recording"
	config.Pulse.StreamNamePlayback = "Replay"
	sub := &config.Capture
	if kind == malgo.Playback {
		sub = &config.Playback
		config.PeriodSizeInMilliseconds = playbackPeriodMillis
		config.Periods = playbackPeriods
		// Without this miniaudio fetches whole periods ahead of need, and the
		// position heard could not be told to better than one of them.
		config.NoFixedSizedCallback = 1
	}
	sub.Format, sub.Channels = malgo.FormatS16, 1
	var pins runtime.Pinner
	defer pins.Unpin()
	if id != nil {
		pins.Pin(id) // miniaudio copies it
		sub.DeviceID = unsafe.Pointer(id)
	}
	return malgo.InitDevice(b.context.Context, config, callbacks)
}

// start runs the stream.
func (d *device) start() error {
	_, err := within(startPatience, "start sound device", func() (struct{}, error) {
		return struct{}{}, d.stream.Start()
	}, nil)
	if err != nil {
		return fmt.Errorf("start sound device: %w", err)
	}
	return nil
}

// stop halts the stream; start may follow.
func (d *device) stop() error {
	_, err := within(closePatience, "stop sound device", func() (struct{}, error) {
		return struct{}{}, d.stream.Stop()
	}, nil)
	if err != nil {
		return fmt.Errorf("stop sound device: %w", err)
	}
	return nil
}

// close ends the stream for good. After ErrNotResponding the stream is left to
// itself; its callback may come until the server answers.
func (d *device) close() error {
	_, err := within(closePatience, "close sound device", func() (struct{}, error) {
		d.dispose()
		return struct{}{}, nil
	}, nil)
	return err
}

// dispose frees the stream; it may hang with the server.
func (d *device) dispose() {
	d.closing.Do(func() {
		// Without this Uninit hangs when the device or its server has gone.
		_ = d.stream.Stop()
		d.stream.Uninit()
		d.backend.release()
	})
}

// playbackLatency is how long after a callback its last sample is heard.
func playbackLatency(backend string) time.Duration {
	if backend == backendName(malgo.BackendPulseaudio) {
		// The server is asked to hold one period and measured to hold less, on
		// the whole way to the monitor of a sink.
		return playbackPeriodMillis * time.Millisecond * 3 / 4
	}
	return playbackPeriods * playbackPeriodMillis * time.Millisecond
}
