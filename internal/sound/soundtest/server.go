// Package soundtest gives a test its own sound system, with a virtual
// microphone to speak into and virtual loudspeakers to listen at: a PulseAudio
// server, PipeWire with its PulseAudio protocol, or ALSA without any server.
//
// The default source is "mic", fed by Speak; the default sink is "speakers",
// heard by Hear. Both run at 48 kHz and are kept awake, so that the first
// sample comes within milliseconds. Nothing outside a temporary folder is
// touched, and everything started is ended when the test is.
package soundtest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Rate is the sample rate of the virtual devices.
const Rate = 48000

// MicID and SpeakersID are the device identifiers, MicName and SpeakersName
// what a user is shown.
const (
	MicID        = "mic"
	MicName      = "Virtual Microphone"
	SpeakersID   = "speakers"
	SpeakersName = "Virtual Speakers"
)

// patience is how long the server gets to reach a state.
const patience = 10 * time.Second

// Server is the running PulseAudio or PipeWire of one test.
type Server struct {
	t       testing.TB
	folder  string
	launch  func() []*process // starts the daemons
	daemons []*process
	wire    func()     // connects what launch leaves apart, if not nil
	keepers []*process // play silence and record, so that nothing sleeps
}

// install makes the server's folder and starts it, after it was described by
// launch and the files it needs, named by their place in the folder.
func (s *Server) install(files map[string]string) {
	s.t.Helper()
	for _, program := range []string{"pactl", "pacat", "paplay", "parec"} {
		if _, err := exec.LookPath(program); err != nil {
			s.t.Skipf("%s is not installed: install the package pulseaudio-utils", program)
		}
	}
	s.folder = shortFolder(s.t)
	s.t.Cleanup(s.Kill)
	for _, sub := range []string{"run", "home"} {
		s.must(os.Mkdir(filepath.Join(s.folder, sub), 0o700))
	}
	for name, text := range files {
		path := filepath.Join(s.folder, name)
		s.must(os.MkdirAll(filepath.Dir(path), 0o700))
		s.must(os.WriteFile(path, []byte(strings.ReplaceAll(text, "SOCKET", s.socket())), 0o600))
	}
	s.Restart()
}

// shortFolder is a temporary folder with a short path, as a socket needs it;
// t.TempDir has the test's name in it.
func shortFolder(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "pa")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			t.Errorf("remove the sound system's folder: %v", err)
		}
	})
	return folder
}

func (s *Server) socket() string { return filepath.Join(s.folder, "pulse.sock") }

// Env is what a program needs in its environment to use this server and no
// other, as "NAME=value". It leaves HOME alone.
func (s *Server) Env() []string {
	return []string{
		"PULSE_SERVER=unix:" + s.socket(),
		"XDG_RUNTIME_DIR=" + filepath.Join(s.folder, "run"),
	}
}

// Use sets Env for the running test itself.
func (s *Server) Use() {
	s.t.Helper()
	t, ok := s.t.(interface{ Setenv(key, value string) })
	if !ok {
		s.t.Fatal("this kind of test cannot set its environment")
	}
	for _, entry := range s.Env() {
		key, value, _ := strings.Cut(entry, "=")
		t.Setenv(key, value)
	}
}

// Restart ends the server when it runs, starts it and waits until it answers.
// The socket stays at the same place.
func (s *Server) Restart() {
	s.t.Helper()
	s.Kill()
	// A killed server leaves its socket behind and a new one would not replace it.
	if err := os.Remove(s.socket()); err != nil && !os.IsNotExist(err) {
		s.t.Fatal(err)
	}
	s.daemons = s.launch()
	s.await("the server answers", func() bool { return s.prefers("source", MicID) && s.prefers("sink", SpeakersID) })
	for _, sink := range []string{"virtmic", "speakers"} {
		s.keepers = append(s.keepers, s.start("pacat", "--device="+sink, "--latency-msec=10",
			"--format=s16le", "--rate=48000", "--channels=1", "--raw", "/dev/zero"))
	}
	s.await("the keepers play", func() bool {
		out, err := s.output("pactl", "list", "short", "sink-inputs")
		return err == nil && strings.Count(out, "\n") == len(s.keepers)
	})
	// A new sink sleeps up to 2 s before it first looks at the low latency that
	// its keeper asks for, unless it is woken up.
	for _, sink := range []string{"virtmic", "speakers"} {
		s.Control("suspend-sink", sink, "1")
		s.Control("suspend-sink", sink, "0")
	}
	for _, source := range []string{MicID, "speakers.monitor"} {
		h := s.HearFrom(source)
		h.Await(Rate / 10)
		h.Stop()
	}
	if s.wire != nil {
		h := s.HearFrom(MicID)
		s.wire()
		h.Await(Rate / 10)
		h.Stop()
	}
}

// prefers says whether the server answers, and that the default of that kind is
// this one.
func (s *Server) prefers(kind, id string) bool {
	out, err := s.output("pactl", "get-default-"+kind)
	return err == nil && strings.TrimSpace(out) == id
}

// Kill ends the server at once, as a crash would.
func (s *Server) Kill() {
	for _, p := range slices.Concat(s.daemons, s.keepers) {
		p.kill()
	}
	s.daemons, s.keepers = nil, nil
}

// Freeze stops the server from running without ending it; Thaw lets it go on.
func (s *Server) Freeze() {
	s.t.Helper()
	for _, p := range s.daemons {
		s.must(freeze(p.cmd.Process))
	}
}

// Thaw undoes Freeze.
func (s *Server) Thaw() {
	s.t.Helper()
	for _, p := range s.daemons {
		s.must(thaw(p.cmd.Process))
	}
}

// Suspend makes the microphone sleep, as power saving does; Resume wakes it.
func (s *Server) Suspend() { s.t.Helper(); s.Control("suspend-source", MicID, "1") }

// Resume undoes Suspend.
func (s *Server) Resume() { s.t.Helper(); s.Control("suspend-source", MicID, "0") }

// Control runs pactl with the arguments and returns what it prints: the
// number of the module for load-module.
func (s *Server) Control(args ...string) string {
	s.t.Helper()
	out, err := s.output("pactl", args...)
	s.must(err)
	return strings.TrimSpace(out)
}

// said is what the daemons complained about.
func (s *Server) said() string {
	var all strings.Builder
	for _, p := range s.daemons {
		fmt.Fprintf(&all, "%s: %s\n", p.cmd.Path, p.said())
	}
	return all.String()
}

func (s *Server) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// environ is this process's environment with the server's put over it.
func (s *Server) environ() []string {
	home := filepath.Join(s.folder, "home")
	return slices.Concat(os.Environ(), s.Env(), []string{
		"HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config", "XDG_STATE_HOME=" + home + "/state",
		// Several of them on one machine must not meet on its buses.
		"DBUS_SESSION_BUS_ADDRESS=unix:path=" + home + "/nobus",
		"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + home + "/nobus",
	})
}

func (s *Server) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = s.environ()
	dieWithParent(cmd)
	return cmd
}

func (s *Server) output(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := s.command(ctx, name, args...)
	var errors bytes.Buffer
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args, " "), err, errors.Bytes())
	}
	return string(out), nil
}

func (s *Server) run(name string, args ...string) error {
	_, err := s.output(name, args...)
	return err
}

// await asks until yes, and fails the test when patience runs out.
func (s *Server) await(what string, yes func() bool) {
	s.t.Helper()
	pause := time.NewTicker(20 * time.Millisecond)
	defer pause.Stop()
	deadline := time.Now().Add(patience)
	for !yes() {
		if time.Now().After(deadline) {
			s.t.Fatalf("sound server: %v passed before %s\n%s", patience, what, s.said())
		}
		<-pause.C
	}
}
