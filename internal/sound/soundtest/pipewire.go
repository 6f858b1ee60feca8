package soundtest

import (
	"net"
	"os/exec"
	"path/filepath"
	"testing"
)

// pipewireFiles sets the devices up and keeps the parts away that look for
// hardware or need a message bus. The microphone is a source of its own, linked
// to the feed once both run.
var pipewireFiles = map[string]string{
	"home/config/pipewire/pipewire.conf.d/test.conf": `
context.objects = [
  { factory = adapter args = {
    factory.name = support.null-audio-sink  media.class = Audio/Sink
    node.name = virtmic  node.description = "VirtualMicFeed"
    audio.rate = 48000  audio.position = [ MONO ]  priority.session = 100
    session.suspend-timeout-seconds = 0 } }
  { factory = adapter args = {
    factory.name = support.null-audio-sink  media.class = Audio/Sink
    node.name = speakers  node.description = "Virtual Speakers"
    audio.rate = 48000  audio.position = [ FL FR ]  priority.session = 2000
    session.suspend-timeout-seconds = 0 } }
  { factory = adapter args = {
    factory.name = support.null-audio-sink  media.class = Audio/Source/Virtual
    node.name = mic  node.description = "Virtual Microphone"
    audio.rate = 48000  audio.position = [ MONO ]  priority.session = 3000
    session.suspend-timeout-seconds = 0 } }
]
`,
	"home/config/pipewire/pipewire-pulse.conf.d/test.conf": `
pulse.properties = { server.address = [ "unix:SOCKET" ] }
`,
	"home/config/wireplumber/main.lua.d/80-test.lua": `
alsa_monitor.enabled = false
v4l2_monitor.enabled = false
libcamera_monitor.enabled = false
default_access.properties["enable-flatpak-portal"] = false
`,
	"home/config/wireplumber/bluetooth.lua.d/80-test.lua": `
bluez_monitor.enabled = false
`,
}

// StartPipeWire starts PipeWire with its PulseAudio protocol and waits until
// it answers. It skips the test, naming the packages, when something of it is
// not installed.
func StartPipeWire(t testing.TB) *Server {
	t.Helper()
	for _, program := range []string{"pipewire", "pipewire-pulse", "wireplumber"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed: install the packages pipewire, pipewire-pulse, wireplumber and pulseaudio-utils", program)
		}
	}
	s := &Server{t: t}
	s.launch = func() []*process {
		s.daemons = []*process{s.start("pipewire")}
		s.await("PipeWire listens", func() bool {
			c, err := net.Dial("unix", filepath.Join(s.folder, "run", "pipewire-0"))
			if err != nil {
				return false
			}
			_ = c.Close()
			return true
		})
		s.daemons = append(s.daemons, s.start("wireplumber"), s.start("pipewire-pulse"))
		return s.daemons
	}
	// A link made while nothing runs carries nothing but zeros for good.
	s.wire = func() {
		s.await("the microphone is linked", func() bool {
			return s.run("pw-link", "virtmic:monitor_MONO", "mic:input_MONO") == nil
		})
	}
	s.install(pipewireFiles)
	return s
}
