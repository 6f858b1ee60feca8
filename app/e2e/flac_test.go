//go:build linux

package e2e

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// voiceRate is the rate of takes in Hz.
const voiceRate = 24000

// decode reads a FLAC file by the flac program, which also checks its
// checksum. The sound must be mono at voiceRate.
func decode(t testing.TB, path string) []int16 {
	t.Helper()
	flacTest(t, path)
	return toVoiceRate(t, path)
}

// flacTest has the flac program check the whole file.
func flacTest(t testing.TB, path string) {
	t.Helper()
	if out, err := exec.Command("flac", "--test", "--warnings-as-errors", path).CombinedOutput(); err != nil {
		t.Fatalf("flac --test %s: %v\n%s", path, err, out)
	}
}

// toVoiceRate reads a sound file of any rate by sox.
func toVoiceRate(t testing.TB, path string) []int16 {
	t.Helper()
	raw := filepath.Join(t.TempDir(), "sound.raw")
	if out, err := exec.Command("sox", path, "-t", "raw", "-r", "24000", "-c", "1", "-e", "signed", "-b", "16", "-L", raw).CombinedOutput(); err != nil {
		t.Fatalf("sox %s: %v\n%s", path, err, out)
	}
	data, err := os.ReadFile(raw)
	if err != nil {
		t.Fatal(err)
	}
	return samplesOf(data)
}

func samplesOf(data []byte) []int16 {
	out := make([]int16, len(data)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return out
}
