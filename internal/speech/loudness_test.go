package speech

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

func tone(rate int, hertz, dBFS, seconds float64) []float32 {
	samples := make([]float32, int(seconds*float64(rate)))
	gain := math.Pow(10, dBFS/20)
	for i := range samples {
		samples[i] = float32(gain * math.Sin(2*math.Pi*hertz*float64(i)/float64(rate)))
	}
	return samples
}

// The cases 1 to 5 of EBU Tech 3341, played on one channel: they ask for a tone
// on both, of which one is 3.01 dB less.
func TestLoudnessOfEBUCases(t *testing.T) {
	for _, rate := range []int{8000, 24000, 44100} {
		part := func(dBFS, seconds float64) []float32 { return tone(rate, 1000, dBFS, seconds) }
		for name, c := range map[string]struct {
			samples []float32
			want    float64 // on two channels
		}{
			"case 1": {part(-23, 20), -23},
			"case 2": {part(-33, 20), -33},
			"case 3": {slices.Concat(part(-36, 10), part(-23, 60), part(-36, 10)), -23},
			"case 4": {slices.Concat(part(-72, 10), part(-36, 10), part(-23, 60), part(-36, 10), part(-72, 10)), -23},
			"case 5": {slices.Concat(part(-26, 20), part(-20, 20.1), part(-26, 20)), -23},
		} {
			r := analyse(rate, c.samples)
			if want := c.want - 3.01; !r.HasLUFS || math.Abs(r.LUFS-want) > 0.1 {
				t.Errorf("%s at %d Hz: %.2f LUFS, want %.2f", name, rate, r.LUFS, want)
			}
		}
	}
}

// ebur128 is what ffmpeg takes for the loudness of samples.
func ebur128(t testing.TB, rate int, samples []float32) float64 {
	t.Helper()
	need(t, "ffmpeg")
	var raw bytes.Buffer
	if err := binary.Write(&raw, binary.LittleEndian, samples); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "raw.f32")
	if err := os.WriteFile(file, raw.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("ffmpeg", "-hide_banner", "-nostats", "-f", "f32le", "-ar", strconv.Itoa(rate), "-ac", "1",
		"-i", file, "-af", "ebur128=framelog=verbose", "-f", "null", "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	found := regexp.MustCompile(`I:\s+(-?[0-9.]+) LUFS`).FindAllSubmatch(out, -1)
	if found == nil {
		t.Fatalf("no loudness in\n%s", out)
	}
	loudness, err := strconv.ParseFloat(string(found[len(found)-1][1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return loudness
}

func TestLoudnessBesideFFmpeg(t *testing.T) {
	worst := 0.0
	for _, rate := range []int{8000, 24000} {
		m := speak(t, "en-us", 150, rate, pauses[:4])
		nothing := make([]float32, 10*rate)
		for name, samples := range map[string][]float32{
			"speech":          m.samples,
			"speech in noise": noisy(m.samples, pink(1), -45),
			"quiet speech":    quieter(m.samples, 25),
			"gated":           slices.Concat(m.samples, quieter(m.samples, 15), nothing),
			"a low tone":      tone(rate, 60, -20, 5),
			"a middle tone":   tone(rate, 1500, -20, 5),
			"a high tone":     tone(rate, 3500, -20, 5),
			"noise":           noisy(nothing, pink(1), -30),
			"a bare second":   m.samples[rate : 2*rate],
		} {
			want, r := ebur128(t, rate, samples), analyse(rate, samples)
			worst = max(worst, math.Abs(r.LUFS-want))
			if !r.HasLUFS || math.Abs(r.LUFS-want) > 0.3 {
				t.Errorf("%s at %d Hz: %.2f LUFS, ffmpeg says %.2f", name, rate, r.LUFS, want)
			}
		}
	}
	t.Logf("loudness differs from ffmpeg's by %.2f LU at most", worst)
}

func TestNoLoudness(t *testing.T) {
	for name, samples := range map[string][]float32{
		"nothing":          nil,
		"digital silence":  make([]float32, 24000*5),
		"below the gate":   tone(24000, 1000, -80, 5),
		"less than 400 ms": tone(24000, 1000, -20, 0.39),
	} {
		if r := analyse(24000, samples); r.HasLUFS || r.LUFS != 0 {
			t.Errorf("%s: %v LUFS", name, r.LUFS)
		}
	}
}
