package speech

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const readings = "/usr/share/pocketsphinx/test/data/librivox"

// reading is a sentence read by a person, at 16 kHz.
func reading(t *testing.T, name string) []float32 {
	t.Helper()
	bytes, err := os.ReadFile(filepath.Join(readings, name+".wav"))
	if err != nil {
		t.Fatal(err)
	}
	bytes = bytes[44:] // the header
	samples := make([]float32, len(bytes)/2)
	for i := range samples {
		samples[i] = float32(int16(binary.LittleEndian.Uint16(bytes[2*i:]))) / 32768
	}
	return samples
}

// People swallow syllables and pause where they like, which synthetic voices
// don't. The transcripts say what was said.
func TestSpeechOfAPerson(t *testing.T) {
	transcripts, err := os.ReadFile(filepath.Join(readings, "transcription"))
	if err != nil {
		t.Skip("no readings: install the package pocketsphinx-testdata")
	}
	said, counted := 0, 0
	for line := range strings.Lines(string(transcripts)) {
		text, name, ok := strings.Cut(strings.TrimSpace(line), "</s> (")
		if !ok {
			t.Fatalf("no transcript: %q", line)
		}
		samples := reading(t, strings.TrimSuffix(name, ")"))
		said += vowels(t, "en-us", strings.TrimPrefix(text, "<s>"))
		quiet, loud := analyse(16000, samples), analyse(16000, noisy(samples, pink(1), -55))
		counted += quiet.Syllables
		for _, r := range []*Report{quiet, loud} {
			// The readings are cut a quarter of a second around the words.
			if r.TalkShare < 0.8 || len(r.Speech) != 1 {
				t.Errorf("%s: speech %v of %v", name, r.Speech, r.Length)
			}
		}
		if off := math.Abs(quiet.Speaking.Seconds() - loud.Speaking.Seconds()); off > 0.3 {
			t.Errorf("%s: noise changes the speaking time by %.2f s", name, off)
		}
	}
	off := float64(counted)/float64(said) - 1
	t.Logf("%d syllables of %d, off by %.0f %%", counted, said, 100*off)
	if math.Abs(off) > 0.2 {
		t.Errorf("%d syllables, said were %d", counted, said)
	}
}
