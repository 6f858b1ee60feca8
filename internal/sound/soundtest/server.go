// Package soundtest gives a test its own PulseAudio server with a virtual
// microphone to speak into and virtual loudspeakers to listen at.
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

// script sets the devices up. The microphone is a source of its own because a
// sink's monitor would be shown as one.
const script = `.fail
load-module module-native-protocol-unix auth-anonymous=1 socket=%s
load-module module-null-sink sink_name=virtmic rate=48000 channels=1 sink_properties=device.description=VirtualMicFeed
load-module module-null-sink sink_name=speakers rate=48000 channels=2 sink_properties="device.description='Virtual Speakers'"
load-module module-remap-source master=virtmic.monitor source_name=mic source_properties="device.description='Virtual Microphone'"
set-default-source mic
set-default-sink speakers
`

// Server is a running PulseAudio of one test.
type Server struct {
	t       testing.TB
	folder  string
	daemon  *process
	keepers []*process // play silence, so that the sinks never sleep
}

// Start starts a server and waits until it answers. It skips the test, naming
// the packages, when PulseAudio is not installed.
func Start(t testing.TB) *Server {
	t.Helper()
	for _, program := range []string{"pulseaudio", "pactl", "pacat", "paplay", "parec"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed: install the packages pulseaudio and pulseaudio-utils", program)
		}
	}
	// A socket's path must be short, so t.TempDir with the test's name is out.
	folder, err := os.MkdirTemp("", "pa")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{t: t, folder: folder}
	t.Cleanup(func() {
		s.Kill()
		if err := os.RemoveAll(folder); err != nil {
			t.Errorf("remove the sound server's folder: %v", err)
		}
	})
	for _, sub := range []string{"run", "home"} {
		if err := os.Mkdir(filepath.Join(folder, sub), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	config := fmt.Sprintf(script, s.socket())
	if err := os.WriteFile(filepath.Join(folder, "test.pa"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Restart()
	return s
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
	s.daemon = s.start("pulseaudio", "-n", "-F", filepath.Join(s.folder, "test.pa"),
		"--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
		"--realtime=no", "--log-target=stderr")
	s.await("the server answers", func() bool { return s.run("pactl", "info") == nil })
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
		h := s.hear(source)
		h.Await(Rate / 10)
		h.Stop()
	}
}

// Kill ends the server at once, as a crash would.
func (s *Server) Kill() {
	if s.daemon == nil {
		return
	}
	s.daemon.kill()
	for _, k := range s.keepers {
		k.kill()
	}
	s.daemon, s.keepers = nil, nil
}

// Freeze stops the server from running without ending it; Thaw lets it go on.
func (s *Server) Freeze() { s.t.Helper(); s.must(freeze(s.daemon.cmd.Process)) }

// Thaw undoes Freeze.
func (s *Server) Thaw() { s.t.Helper(); s.must(thaw(s.daemon.cmd.Process)) }

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

func (s *Server) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// environ is this process's environment with the server's put over it.
func (s *Server) environ() []string {
	return append(os.Environ(), append(s.Env(), "HOME="+filepath.Join(s.folder, "home"))...)
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
			s.t.Fatalf("sound server: %v passed before %s\n%s", patience, what, s.daemon.said())
		}
		<-pause.C
	}
}
