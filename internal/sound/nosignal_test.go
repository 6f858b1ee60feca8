package sound

import (
	"strings"
	"testing"
)

func TestNoSignalSaysWhereToLook(t *testing.T) {
	for system, place := range map[string]string{
		"darwin": "System Settings › Privacy & Security › Microphone", "windows": "Settings › Privacy › Microphone",
		"linux": "pavucontrol", "freebsd": "sound settings",
	} {
		text := NoSignal(system)
		if !strings.HasPrefix(text, "No signal") || !strings.Contains(text, place) {
			t.Errorf("%s: %q does not name %q", system, text, place)
		}
	}
	if strings.Contains(NoSignal("linux"), "System Settings") || strings.Contains(NoSignal("windows"), "pavucontrol") {
		t.Error("it tells of another system")
	}
}
