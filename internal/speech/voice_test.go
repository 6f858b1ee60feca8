package speech

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// need skips the test where a program is missing; CI installs them all.
func need(t testing.TB, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed: install the package %s", program, program)
		}
	}
}

func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// sentences are the sort of thing that is said in a system-design interview.
var sentences = []string{
	"Let us begin with the users and what they want from the product.",
	"I would like to know how many requests arrive every second, and how fast we must answer.",
	"The model ranks a few hundred candidates that a cheaper model has found before.",
	"Labels come late, so we train on yesterday's clicks and correct for position.",
	"If the feature store is down we fall back to popular items in the same country.",
	"Offline we look at recall and at calibration, online at watch time and at complaints.",
	"Shadow traffic shows whether the new version behaves before any user sees it.",
	"We should keep a small random share of traffic to measure what the loop hides.",
}

// said is what say has returned, which nobody changes.
var said sync.Map

// say has espeak-ng speak at wpm words a minute and returns the sound at rate,
// from the first to the last sample louder than -60 dBFS.
func say(t testing.TB, voice string, wpm, rate int, text string) []float32 {
	t.Helper()
	need(t, "espeak-ng", "sox")
	key := fmt.Sprint(voice, wpm, rate, text)
	if samples, ok := said.Load(key); ok {
		return samples.([]float32)
	}
	folder := t.TempDir()
	spoken, raw := filepath.Join(folder, "spoken.wav"), filepath.Join(folder, "raw.f32")
	run(t, "espeak-ng", "-v", voice, "-s", strconv.Itoa(wpm), "-w", spoken, text)
	run(t, "sox", spoken, "-r", strconv.Itoa(rate), "-c", "1", "-e", "float", "-b", "32", "-L", "-t", "raw", raw)
	bytes, err := os.ReadFile(raw)
	if err != nil {
		t.Fatal(err)
	}
	samples := make([]float32, len(bytes)/4)
	for i := range samples {
		samples[i] = math.Float32frombits(binary.LittleEndian.Uint32(bytes[4*i:]))
	}
	loud := func(v float32) bool { return v > 0.001 || v < -0.001 }
	for len(samples) > 0 && !loud(samples[0]) {
		samples = samples[1:]
	}
	for len(samples) > 0 && !loud(samples[len(samples)-1]) {
		samples = samples[:len(samples)-1]
	}
	said.Store(key, samples)
	return samples
}

// monologue is the sentences with a pause before each and after the last, and
// where these pauses are.
type monologue struct {
	rate    int
	samples []float32
	pauses  []Span
}

func (m *monologue) pause(d time.Duration) {
	start := m.length()
	m.samples = append(m.samples, make([]float32, int(d.Seconds()*float64(m.rate)))...)
	m.pauses = append(m.pauses, Span{start, m.length()})
}

func (m *monologue) length() time.Duration {
	return time.Duration(len(m.samples)) * time.Second / time.Duration(m.rate)
}

func speak(t testing.TB, voice string, wpm, rate int, pauses []time.Duration) *monologue {
	m := &monologue{rate: rate}
	m.pause(500 * time.Millisecond)
	for i, pause := range pauses {
		m.samples = append(m.samples, say(t, voice, wpm, rate, sentences[i%len(sentences)])...)
		m.pause(pause)
	}
	return m
}

// noisy returns the samples with noise of the given level in dBFS added.
func noisy(samples []float32, noise func() float64, dBFS float64) []float32 {
	made := make([]float64, len(samples))
	var sum float64
	for i := range made {
		made[i] = noise()
		sum += made[i] * made[i]
	}
	gain := math.Pow(10, dBFS/20) / math.Sqrt(sum/float64(len(made)))
	mixed := make([]float32, len(samples))
	for i, v := range samples {
		mixed[i] = v + float32(made[i]*gain)
	}
	return mixed
}

// pink makes noise that falls 3 dB an octave, by Voss's sum of noises that
// change at half the pace each.
func pink(seed uint64) func() float64 {
	r := rand.New(rand.NewPCG(seed, 1))
	var rows [17]float64
	sum, n := 0.0, uint(0)
	return func() float64 {
		n++
		row := min(bits.TrailingZeros(n), len(rows)-1)
		sum -= rows[row]
		rows[row] = r.NormFloat64()
		sum += rows[row]
		return sum + r.NormFloat64()
	}
}

// fan makes the sound of a laptop's fan: hiss below about 1 kHz and the hum of
// its blades.
func fan(seed uint64, rate int) func() float64 {
	r := rand.New(rand.NewPCG(seed, 2))
	var hiss, at float64
	keep := math.Exp(-2 * math.Pi * 1000 / float64(rate))
	return func() float64 {
		hiss = keep*hiss + (1-keep)*r.NormFloat64()
		at++
		turn := 2 * math.Pi * at / float64(rate)
		return hiss + 0.1*math.Sin(233*turn) + 0.05*math.Sin(466*turn)
	}
}
