package sound

import (
	"slices"
	"testing"

	"github.com/gen2brain/malgo"
)

func TestSoftwareDevicesAreNotListed(t *testing.T) {
	for _, c := range []struct {
		kind     malgo.Backend
		id, name string
		pseudo   bool
	}{
		{malgo.BackendAlsa, "null", "Discard all samples (playback) or generate zero samples (capture)", true},
		{malgo.BackendAlsa, "samplerate", "Rate Converter Plugin Using Samplerate Library", true},
		{malgo.BackendAlsa, "upmix", "Plugin for channel upmix (4,6,8)", true},
		{malgo.BackendAlsa, "pulse", "PulseAudio Sound Server", true},
		{malgo.BackendAlsa, ":0,0", "HDA Intel PCH, ALC257 Analog", false},
		{malgo.BackendAlsa, "default", "Default Audio Device", false},
		{malgo.BackendPulseaudio, "auto_null", "Dummy Output", true},
		{malgo.BackendPulseaudio, "auto_null.monitor", "Monitor of Dummy Output", true},
		{malgo.BackendPulseaudio, "alsa_input.pci-0000_00_1f.3.analog-stereo", "Built-in Audio", false},
		{malgo.BackendCoreaudio, "BuiltInMicrophoneDevice", "MacBook Pro Microphone", false},
		{malgo.BackendWasapi, "", "NULL Capture Device", true},
	} {
		if got := isPseudo(c.kind, c.id, c.name); got != c.pseudo {
			t.Errorf("%q %q of %s: pseudo = %v", c.id, c.name, backendName(c.kind), got)
		}
	}
}

func TestNullIsNeverABackend(t *testing.T) {
	kinds := backends()
	if len(kinds) == 0 {
		t.Fatal("an empty list makes miniaudio fall back to silence")
	}
	// miniaudio's null back end has the number after malgo's name for it.
	for _, null := range []malgo.Backend{malgo.BackendNull, malgo.BackendNull + 1} {
		if slices.Contains(kinds, null) {
			t.Errorf("back ends %v contain a null one", kinds)
		}
	}
}

func TestIdentifiersAreTextWhereTheyCanBe(t *testing.T) {
	id := func(b string) (d malgo.DeviceID) {
		copy(d[:], b)
		return d
	}
	for _, c := range []struct{ bytes, want string }{
		{"alsa_input.usb-Blue_Yeti", "alsa_input.usb-Blue_Yeti"},
		{"{\x000\x00.\x000\x00", "7b0030002e0030"}, // WASAPI: UTF-16
		{"caf\xc3\xa9", "636166c3a9"},
		{"a b", "612062"},
		{"", "00"},
	} {
		if got := idText(id(c.bytes)); got != c.want {
			t.Errorf("%q is written %q, want %q", c.bytes, got, c.want)
		}
	}
}

func TestMicrophonesComeBeforeMonitors(t *testing.T) {
	devices := []Device{
		{ID: "1", Name: "Monitor of A", Monitor: true},
		{ID: "2", Name: "Webcam"},
		{ID: "3", Name: "Monitor of B", Monitor: true, Default: true},
		{ID: "4", Name: "Headset"},
		{ID: "5", Name: "Yeti", Default: true},
	}
	arrange(devices)
	var order string
	for _, d := range devices {
		order += d.ID
	}
	if order != "54231" {
		t.Errorf("order is %s, want 54231", order)
	}
}
