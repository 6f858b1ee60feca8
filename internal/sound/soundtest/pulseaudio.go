package soundtest

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// script sets the devices up. The microphone is a source of its own because a
// sink's monitor would be shown as one.
const script = `.fail
load-module module-native-protocol-unix auth-anonymous=1 socket=SOCKET
load-module module-null-sink sink_name=virtmic rate=48000 channels=1 sink_properties=device.description=VirtualMicFeed
load-module module-null-sink sink_name=speakers rate=48000 channels=2 sink_properties="device.description='Virtual Speakers'"
load-module module-remap-source master=virtmic.monitor source_name=mic source_properties="device.description='Virtual Microphone'"
set-default-source mic
set-default-sink speakers
`

// Start starts a PulseAudio server and waits until it answers. It skips the
// test, naming the packages, when PulseAudio is not installed.
func Start(t testing.TB) *Server {
	t.Helper()
	if _, err := exec.LookPath("pulseaudio"); err != nil {
		t.Skip("pulseaudio is not installed: install the packages pulseaudio and pulseaudio-utils")
	}
	s := &Server{t: t}
	s.launch = func() []*process {
		return []*process{s.start("pulseaudio", "-n", "-F", filepath.Join(s.folder, "test.pa"),
			"--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
			"--realtime=no", "--log-target=stderr")}
	}
	s.install(map[string]string{"test.pa": script})
	return s
}
