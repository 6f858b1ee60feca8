package sound

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/gen2brain/malgo"
	"talkthrough/internal/sound/soundtest"
)

// system starts a sound server for this test and opens it.
func system(t *testing.T) (*soundtest.Server, *System) {
	t.Helper()
	server := soundtest.Start(t)
	server.Use()
	s, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if got := s.Backend(); got != "PulseAudio" {
		t.Fatalf("opened %s, want PulseAudio", got)
	}
	return server, s
}

func capture(t *testing.T, s *System, cfg CaptureConfig) *Capture {
	t.Helper()
	c, err := s.Capture(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Errorf("close the capture: %v", err)
		}
	})
	return c
}

// listen reads until the channel is closed and then returns everything.
func listen(t *testing.T, c *Capture, until <-chan struct{}) []int16 {
	t.Helper()
	var all []int16
	for {
		b, err := c.Read(2 * time.Second)
		if err != nil {
			t.Errorf("read: %v", err)
			return all
		}
		all = append(all, b.Samples...)
		select {
		case <-until:
			return all
		default:
		}
	}
}

// speaking speaks noise-free speech and says when that and 300 ms more are over.
func speaking(server *soundtest.Server, path string) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		server.Speak(path)
		server.SpeakSamples(make([]int16, soundtest.Rate*3/10))
	}()
	return done
}

func TestInputsNameTheMicrophone(t *testing.T) {
	_, s := system(t)
	inputs, err := s.Inputs()
	if err != nil {
		t.Fatal(err)
	}
	want := Device{ID: soundtest.MicID, Name: soundtest.MicName, Default: true}
	if len(inputs) != 3 || inputs[0] != want {
		t.Fatalf("inputs are %+v, want first of three %+v", inputs, want)
	}
	if !inputs[1].Monitor || !inputs[2].Monitor {
		t.Errorf("monitors are not marked: %+v", inputs)
	}
	outputs, err := s.Outputs()
	if err != nil {
		t.Fatal(err)
	}
	if want := (Device{ID: soundtest.SpeakersID, Name: soundtest.SpeakersName, Default: true}); outputs[0] != want {
		t.Errorf("outputs are %+v, want first %+v", outputs, want)
	}
}

func TestInputsSeeHotPlug(t *testing.T) {
	server, s := system(t)
	module := server.Control("load-module", "module-remap-source", "master=virtmic.monitor",
		"source_name=headset", "source_properties=device.description=Headset")
	has := func() bool {
		inputs, err := s.Inputs()
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range inputs {
			if d.Name == "Headset" && d.ID == "headset" && !d.Monitor && !d.Default {
				return true
			}
		}
		return false
	}
	if !has() {
		t.Error("a plugged-in headset is not listed")
	}
	server.Control("unload-module", module)
	if has() {
		t.Error("an unplugged headset is still listed")
	}
}

func TestCaptureHearsEverySample(t *testing.T) {
	server, s := system(t)
	path := server.Sentence("We rank the videos by the time a person is expected to watch.")
	voice := wav(t, path)
	unhurried(t, func() error {
		c := capture(t, s, CaptureConfig{SampleRate: soundtest.Rate})
		heard := listen(t, c, speaking(server, path))
		if n := c.Overruns(); n != 0 {
			return fmt.Errorf("%d samples were dropped", n)
		}
		if likeness := arrived(heard, voice); likeness < 0.999 {
			return fmt.Errorf("correlation %.6f, want at least 0.999", likeness)
		}
		return nil
	})
}

func TestCaptureOfUnknownDevice(t *testing.T) {
	_, s := system(t)
	c, err := s.Capture(CaptureConfig{DeviceID: "gone", SampleRate: 24000})
	if !errors.Is(err, ErrNoDevice) {
		t.Fatalf("got %v, %v, want ErrNoDevice", c, err)
	}
}

// fine is the rate at which sounds of different rates are compared, so that
// they can be aligned to a fraction of a sample.
const fine = 4 * soundtest.Rate

func TestCaptureAtTheRateOfTakes(t *testing.T) {
	server, s := system(t)
	path := server.Sentence("Weapon sale detection.")
	c := capture(t, s, CaptureConfig{SampleRate: 24000})
	heard := listen(t, c, speaking(server, path))
	voice := server.Resample(wav(t, path), soundtest.Rate, 24000)
	likeness := piecewise(server.Resample(heard, 24000, fine), server.Resample(voice, 24000, fine))
	t.Logf("correlation %.6f", likeness)
	if likeness < 0.999 {
		t.Errorf("correlation %.6f, want at least 0.999", likeness)
	}
}

func TestBusyMachineTearsNothingOutOfARecording(t *testing.T) {
	server, s := system(t)
	path := server.Sentence("Community based message moderation.")
	voice := wav(t, path)
	unhurried(t, func() error {
		c := stalling(t, s, 3)
		if likeness := arrived(listen(t, c, speaking(server, path)), voice); likeness < 0.999 {
			return fmt.Errorf("correlation %.4f: a stall lost sound", likeness)
		}
		return nil
	})
}

// stalling is a capture whose audio thread gets no turn for 300 ms, n times
// half a second apart.
func stalling(t *testing.T, s *System, n int) *Capture {
	t.Helper()
	c := &Capture{rate: soundtest.Rate, intake: newIntake(soundtest.Rate), closed: make(chan struct{})}
	var got, stalls int
	d, err := s.openDevice(malgo.Capture, "", soundtest.Rate, malgo.DeviceCallbacks{
		Data: func(out, in []byte, frames uint32) {
			c.data(out, in, frames)
			if got += int(frames); stalls < n && got > (stalls+1)*soundtest.Rate/2 {
				stalls++
				<-time.After(300 * time.Millisecond)
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	c.device = d
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if stalls != n {
			t.Errorf("stalled %d times, want %d", stalls, n)
		}
	})
	if err := d.start(); err != nil {
		t.Fatal(err)
	}
	return c
}
