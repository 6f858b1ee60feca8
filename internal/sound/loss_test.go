package sound

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/sound/soundtest"
)

// dries waits until Read finds nothing, which must be within a second, and
// returns the error.
func dries(t *testing.T, c *Capture) error {
	t.Helper()
	start := time.Now()
	for {
		_, err := c.Read(300 * time.Millisecond)
		if took := time.Since(start); took > time.Second {
			t.Fatalf("%v after the loss Read says %v, want an error within 1 s", took, err)
		}
		if err != nil {
			return err
		}
	}
}

// flows waits until the capture delivers n samples.
func flows(t *testing.T, c *Capture, n int) {
	t.Helper()
	deadline := time.Now().Add(5 * time.Second)
	for n > 0 {
		b, err := c.Read(time.Second)
		if err != nil && time.Now().After(deadline) {
			t.Fatalf("no sound after 5 s: %v", err)
		}
		n -= len(b.Samples)
	}
}

func closesWithin(t *testing.T, limit time.Duration, c *Capture) error {
	t.Helper()
	start := time.Now()
	err := c.Close()
	if took := time.Since(start); took > limit {
		t.Errorf("Close took %v, want at most %v", took, limit)
	}
	return err
}

func TestServerKilledAndStartedAgain(t *testing.T) {
	server, s := system(t)
	c := capture(t, s, CaptureConfig{SampleRate: 24000})
	flows(t, c, 2400)
	server.Kill()
	if err := dries(t, c); !errors.Is(err, ErrNoData) && !errors.Is(err, ErrLost) {
		t.Errorf("Read after the server was killed: %v", err)
	}
	if err := closesWithin(t, 2*time.Second, c); err != nil {
		t.Errorf("Close after the server was killed: %v", err)
	}
	if _, err := c.Read(time.Second); !errors.Is(err, ErrClosed) {
		t.Errorf("Read after Close: %v", err)
	}
	if _, err := s.Inputs(); !errors.Is(err, ErrNoSound) {
		t.Errorf("Inputs without a server: %v, want ErrNoSound", err)
	}
	server.Restart()
	inputs, err := s.Inputs()
	if err != nil || inputs[0].ID != soundtest.MicID {
		t.Fatalf("inputs of the new server: %+v, %v", inputs, err)
	}
	flows(t, capture(t, s, CaptureConfig{DeviceID: inputs[0].ID, SampleRate: 24000}), 2400)
}

func TestMicrophoneUnplugged(t *testing.T) {
	server, s := system(t)
	module := server.Control("load-module", "module-remap-source", "master=virtmic.monitor", "source_name=headset")
	c := capture(t, s, CaptureConfig{DeviceID: "headset", SampleRate: 24000})
	flows(t, c, 2400)
	server.Control("unload-module", module)
	if err := dries(t, c); !errors.Is(err, ErrNoData) && !errors.Is(err, ErrLost) {
		t.Errorf("Read after unplugging: %v", err)
	}
	if err := closesWithin(t, 2*time.Second, c); err != nil {
		t.Errorf("Close after unplugging: %v", err)
	}
	if _, err := s.Capture(CaptureConfig{DeviceID: "headset", SampleRate: 24000}); !errors.Is(err, ErrNoDevice) {
		t.Errorf("recording from what was unplugged: %v, want ErrNoDevice", err)
	}
}

func TestMicrophoneSuspendedAndResumed(t *testing.T) {
	server, s := system(t)
	c := capture(t, s, CaptureConfig{SampleRate: 24000})
	flows(t, c, 2400)
	server.Suspend()
	if err := dries(t, c); !errors.Is(err, ErrLost) {
		t.Errorf("Read while suspended: %v, want ErrLost", err)
	}
	server.Resume()
	flows(t, c, 2400)
}

func TestServerHangs(t *testing.T) {
	server, s := system(t)
	c := capture(t, s, CaptureConfig{SampleRate: 24000})
	flows(t, c, 2400)
	server.Freeze()
	for name, ask := range map[string]func() error{
		"Inputs": func() error { _, err := s.Inputs(); return err },
		"Open":   func() error { _, err := Open(); return err },
	} {
		start := time.Now()
		err := ask()
		if took := time.Since(start); took > 3*time.Second || !errors.Is(err, ErrNotResponding) {
			t.Errorf("%s took %v and says %v, want ErrNotResponding within 3 s", name, took, err)
		}
	}
	if err := dries(t, c); !errors.Is(err, ErrNoData) {
		t.Errorf("Read while the server hangs: %v, want ErrNoData", err)
	}
	if err := closesWithin(t, 2*time.Second, c); !errors.Is(err, ErrNotResponding) {
		t.Errorf("Close while the server hangs: %v, want ErrNotResponding", err)
	}
	c.failure = nil // as expected
	server.Thaw()
	deadline := time.Now().Add(5 * time.Second)
	for {
		inputs, err := s.Inputs()
		if err == nil && len(inputs) > 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("5 s after the server went on: %v", err)
		}
	}
	flows(t, capture(t, s, CaptureConfig{SampleRate: 24000}), 2400)
}

// openOnly makes the test binary a program that opens the sound system and
// says what came of it; a fresh process, because ALSA reads its environment once.
const openOnly = "SOUND_TEST_OPEN_ONLY"

func TestMain(m *testing.M) {
	if os.Getenv(openOnly) == "" {
		os.Exit(m.Run())
	}
	start := time.Now()
	s, err := Open()
	switch {
	case err == nil:
		os.Stdout.WriteString("opened " + s.Backend())
	case !errors.Is(err, ErrNoSound):
		os.Stdout.WriteString("another error: " + err.Error())
	case time.Since(start) > 3*time.Second:
		os.Stdout.WriteString("late: " + time.Since(start).String())
	default:
		os.Stdout.WriteString("no sound: " + err.Error())
	}
}

func TestOpenWithoutSoundSystem(t *testing.T) {
	folder := t.TempDir()
	noCards := folder + "/asound.conf"
	// Software devices only, as on a machine without a sound card.
	if err := os.WriteFile(noCards, []byte("pcm.null { type null hint { show on description \"Discard all samples\" } }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = []string{
		openOnly + "=1", "HOME=" + folder, "XDG_RUNTIME_DIR=" + folder, "ALSA_CONFIG_PATH=" + noCards,
		"PULSE_SERVER=unix:" + folder + "/nowhere", "JACK_DEFAULT_SERVER=nowhere", "JACK_NO_START_SERVER=1",
	}
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := string(out)
	if !strings.HasPrefix(got, "no sound: no sound system answered") {
		t.Errorf("the child %s", got)
	}
	for _, name := range []string{"PulseAudio", "ALSA", "JACK"} {
		if !strings.Contains(got, name) {
			t.Errorf("the message does not name %s: %s", name, got)
		}
	}
}
