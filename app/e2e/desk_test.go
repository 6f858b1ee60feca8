//go:build linux

package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// desk is where a test works: a home folder, and later a screen and sound.
type desk struct {
	t       testing.TB
	home    string
	sound   []string // environment of the sound server
	theme   string   // light or dark; "" leaves it to the program
	display *display // nil before the first window
	hands   *hands
	user    uint32 // who runs the program; 0 is whoever runs the test
}

// newDesk makes an empty home. sound is the environment that leads to a sound
// server; without one the program finds no sound at all.
func newDesk(t testing.TB, sound []string) *desk {
	t.Helper()
	home, err := os.MkdirTemp("", "desk")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(home); err != nil {
			t.Errorf("remove the home folder: %v", err)
		}
	})
	d := &desk{t: t, home: home, sound: sound}
	for _, folder := range []string{"data", "config", "state", "cache", "run", "tmp"} {
		if err := os.Mkdir(d.path(folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func (d *desk) path(parts ...string) string {
	return filepath.Join(slices.Insert(parts, 0, d.home)...)
}

// sessionsFolder is where the program keeps attempts.
func (d *desk) sessionsFolder() string { return d.path("data", "talkthrough", "sessions") }

// packsFolder is where the program looks for the user's question packs.
func (d *desk) packsFolder() string { return d.path("config", "talkthrough", "questions") }

// environ is all that the program gets to know about the machine.
func (d *desk) environ() []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + d.home,
		"TMPDIR=" + d.path("tmp"),
		"LANG=en_US.UTF-8",
		"XDG_DATA_HOME=" + d.path("data"),
		"XDG_CONFIG_HOME=" + d.path("config"),
		"XDG_STATE_HOME=" + d.path("state"),
		"XDG_CACHE_HOME=" + d.path("cache"),
		"DBUS_SESSION_BUS_ADDRESS=unix:path=" + d.path("run", "no-bus"),
		"LIBGL_ALWAYS_SOFTWARE=1",
	}
	if d.theme != "" {
		env = append(env, "FYNE_THEME="+d.theme)
	}
	if d.sound == nil {
		return append(env,
			"XDG_RUNTIME_DIR="+d.path("run"),
			"PULSE_SERVER=unix:"+d.path("run", "no-pulse"),
			"ALSA_CONFIG_PATH="+os.DevNull,
			"JACK_NO_START_SERVER=1",
		)
	}
	return append(env, d.sound...)
}

// answer is what a command printed and how it ended.
type answer struct {
	out, err string
	code     int
}

// run runs the program's command line, without any display, to its end.
func (d *desk) run(args ...string) answer {
	d.t.Helper()
	cmd := exec.CommandContext(d.t.Context(), program(d.t), args...)
	cmd.Env = d.environ()
	d.as(cmd)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.t.Fatalf("talkthrough %q: %v", args, err)
	}
	return answer{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// must runs the program's command line and fails the test unless it succeeds.
// It returns what was printed.
func (d *desk) must(args ...string) string {
	d.t.Helper()
	a := d.run(args...)
	if a.code != 0 {
		d.t.Fatalf("talkthrough %q: exit %d\n%s%s", args, a.code, a.out, a.err)
	}
	return a.out
}
