//go:build linux

package e2e

import (
	"os"
	"os/exec"
	"testing"
)

// packages says which Debian package brings a program.
var packages = map[string]string{
	"Xvfb":       "xvfb",
	"xdotool":    "xdotool",
	"import":     "imagemagick",
	"stdbuf":     "coreutils",
	"pulseaudio": "pulseaudio",
	"pacat":      "pulseaudio-utils",
	"parec":      "pulseaudio-utils",
	"espeak-ng":  "espeak-ng",
	"sox":        "sox",
	"flac":       "flac",
	"ffmpeg":     "ffmpeg",
	"strace":     "strace",
}

// need skips the test when a program is missing; where CI is set to true that
// is a failure, because there everything must be run.
func need(t testing.TB, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed: apt-get install %s", p, packages[p])
		}
		t.Skipf("%s is not installed: apt-get install %s", p, packages[p])
	}
}

// desktop are the programs that every test with a window needs.
var desktop = []string{"Xvfb", "xdotool", "import", "stdbuf"}

// audio are the programs that every test with sound needs.
var audio = []string{"pulseaudio", "pacat", "parec", "espeak-ng", "sox", "flac"}
