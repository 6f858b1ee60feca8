package sound

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"talkthrough/internal/sound/soundtest"
)

// rig is a sound system with a microphone and loudspeakers of its own.
type rig struct {
	backend       string
	mic, speakers Device
	monitors      int
	rates         []int
	top           int // the highest pitch in Hz that keeps its strength at all rates
	speak         func(samples []int16)
	// ears listens at the loudspeakers until what it returns is called, and then
	// has the tail of what was played.
	ears func() func() []int16
}

// rigs are the sound systems of Linux that the program has to do with.
var rigs = map[string]func(t *testing.T) rig{
	"PulseAudio": func(t *testing.T) rig { return served(t, soundtest.Start(t)) },
	"PipeWire":   func(t *testing.T) rig { return served(t, soundtest.StartPipeWire(t)) },
	"ALSA":       bare,
}

func served(t *testing.T, server *soundtest.Server) rig {
	server.Use()
	return rig{
		backend:  "PulseAudio",
		mic:      Device{ID: soundtest.MicID, Name: soundtest.MicName, Default: true},
		speakers: Device{ID: soundtest.SpeakersID, Name: soundtest.SpeakersName, Default: true},
		monitors: 2,
		rates:    []int{soundtest.Rate, soundtest.Rate / 2},
		top:      6000,
		speak:    server.SpeakSamples,
		ears: func() func() []int16 {
			h := server.Hear()
			return func() []int16 { h.Await(soundtest.Rate * 3 / 10); return h.Stop() }
		},
	}
}

func bare(t *testing.T) rig {
	card := soundtest.StartCard(t)
	card.Use(t)
	card0 := Device{ID: soundtest.CardID, Name: soundtest.CardName}
	return rig{
		backend: "ALSA", mic: card0, speakers: card0,
		rates: []int{soundtest.Rate, soundtest.Rate / 2},
		// No server converts here but miniaudio, along straight lines between the
		// samples: 6 kHz of 24 kHz lose 1.8 dB in that, which is no sound lost.
		top:   4000,
		speak: card.SpeakSamples,
		ears: func() func() []int16 {
			from := len(card.Heard())
			return func() []int16 { return card.Heard()[from:] }
		},
	}
}

func opened(t *testing.T, backend string) *System {
	t.Helper()
	s, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if s.Backend() != backend {
		t.Fatalf("opened %s, want %s", s.Backend(), backend)
	}
	return s
}

func TestEveryBackEndListsItsDevices(t *testing.T) {
	for name, start := range rigs {
		t.Run(name, func(t *testing.T) {
			r := start(t)
			s := opened(t, r.backend)
			inputs, err := s.Inputs()
			if err != nil {
				t.Fatal(err)
			}
			outputs, err := s.Outputs()
			if err != nil {
				t.Fatal(err)
			}
			monitors, defaults := 0, 0
			for i, d := range inputs {
				if d.Monitor {
					monitors++
				} else if i >= len(inputs)-r.monitors {
					t.Errorf("%+v comes after a monitor", d)
				}
				if d.Default {
					defaults++
				}
			}
			if monitors != r.monitors || defaults != 1 || !inputs[0].Default {
				t.Errorf("inputs %+v: want %d monitors and one default, first", inputs, r.monitors)
			}
			for _, want := range []struct {
				device Device
				all    []Device
			}{{r.mic, inputs}, {r.speakers, outputs}} {
				found := false
				for _, d := range want.all {
					found = found || d == want.device
				}
				if !found {
					t.Errorf("%+v is not among %+v", want.device, want.all)
				}
			}
		})
	}
}

// likest is the likeness of what was heard to the glide but its edges, at the
// eighth of a sample where it is greatest.
func likest(heard []int16, top, rate int) float64 {
	best := 0.0
	for part := range 8 {
		wanted := soundtest.Glide(top, rate, float64(part)/8)[rate/50 : rate*49/50]
		_, whole := soundtest.Likeness(heard, wanted)
		_, stalled := soundtest.Likeness(soundtest.Sounding(heard), soundtest.Sounding(wanted))
		best = max(best, whole, stalled)
	}
	return best
}

func TestEveryBackEndHearsAndIsHeard(t *testing.T) {
	for name, start := range rigs {
		t.Run(name, func(t *testing.T) {
			r := start(t)
			s := opened(t, r.backend)
			for _, rate := range r.rates {
				unhurried(t, func() error { return duplex(t, s, r, rate) })
			}
		})
	}
}

// duplex records and plays at once, both at rate, the devices being at 48 kHz.
func duplex(t *testing.T, s *System, r rig, rate int) error {
	t.Helper()
	ears := r.ears()
	p := player(t, s, rate)
	c := capture(t, s, CaptureConfig{SampleRate: rate})
	spoken := make(chan struct{})
	go func() {
		defer close(spoken)
		r.speak(soundtest.Glide(r.top, soundtest.Rate, 0))
		r.speak(make([]int16, soundtest.Rate*3/10))
	}()
	// Half a second of silence pushes the end of it through ALSA's buffers.
	p.Play(&reel{samples: append(soundtest.Glide(r.top, rate, 0), make([]int16, rate/2)...)})
	recorded := likest(listen(t, c, spoken), r.top, rate)
	ends(t, p, 10*time.Second)
	p.Close()
	played := likest(ears(), r.top, soundtest.Rate)
	t.Logf("at %d: recorded %.7f, played %.7f", rate, recorded, played)
	if err := closesWithin(t, 2*time.Second, c); err != nil {
		t.Errorf("close: %v", err)
	}
	if recorded < 0.999 || played < 0.999 {
		return fmt.Errorf("likeness at %d of what was recorded %.6f, of what was played %.6f, want 0.999", rate, recorded, played)
	}
	return nil
}

func TestPipeWireKilledAndStartedAgain(t *testing.T) {
	server := soundtest.StartPipeWire(t)
	server.Use()
	s := opened(t, "PulseAudio")
	p := player(t, s, soundtest.Rate)
	p.Play(&reel{samples: make([]int16, 60*soundtest.Rate)})
	c := capture(t, s, CaptureConfig{SampleRate: 24000})
	flows(t, c, 2400)
	server.Kill()
	if err := dries(t, c); !errors.Is(err, ErrNoData) && !errors.Is(err, ErrLost) {
		t.Errorf("Read after PipeWire was killed: %v", err)
	}
	if err := closesWithin(t, 2*time.Second, c); err != nil {
		t.Errorf("Close after PipeWire was killed: %v", err)
	}
	if _, err := s.Inputs(); !errors.Is(err, ErrNoSound) {
		t.Errorf("Inputs without PipeWire: %v, want ErrNoSound", err)
	}
	server.Restart()
	inputs, err := s.Inputs()
	if err != nil || inputs[0].ID != soundtest.MicID {
		t.Fatalf("inputs of the new PipeWire: %+v, %v", inputs, err)
	}
	flows(t, capture(t, s, CaptureConfig{DeviceID: soundtest.MicID, SampleRate: 24000}), 2400)
	at := p.Position()
	reaches(t, p, at+soundtest.Rate/4)
}

// hung is what both kinds of a sound system that stopped answering have in
// common: a recording runs dry, and ending it does not wait for long.
func hung(t *testing.T, s *System, freeze, thaw func()) {
	t.Helper()
	c := capture(t, s, CaptureConfig{SampleRate: 24000})
	flows(t, c, 2400)
	freeze()
	if err := dries(t, c); !errors.Is(err, ErrNoData) {
		t.Errorf("Read: %v, want ErrNoData", err)
	}
	if err := closesWithin(t, 2*time.Second, c); err != nil && !errors.Is(err, ErrNotResponding) {
		t.Errorf("Close: %v, want nothing or ErrNotResponding", err)
	}
	c.failure = nil // as expected
	thaw()
	deadline := time.Now().Add(5 * time.Second)
	for {
		if _, err := s.Inputs(); err == nil {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("5 s later: %v", err)
		}
	}
	flows(t, capture(t, s, CaptureConfig{SampleRate: 24000}), 2400)
}

func TestPipeWireHangs(t *testing.T) {
	server := soundtest.StartPipeWire(t)
	server.Use()
	hung(t, opened(t, "PulseAudio"), server.Freeze, server.Thaw)
}

func TestCardHangs(t *testing.T) {
	card := soundtest.StartCard(t)
	card.Use(t)
	hung(t, opened(t, "ALSA"), card.Freeze, card.Thaw)
}
