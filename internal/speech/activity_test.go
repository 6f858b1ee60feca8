package speech

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func analyse(rate int, samples []float32) *Report {
	a := NewAnalyzer(rate)
	a.Write(samples)
	return a.Report()
}

var pauses = []time.Duration{
	300 * time.Millisecond, 3 * time.Second, 700 * time.Millisecond, 1500 * time.Millisecond,
	5 * time.Second, 400 * time.Millisecond, 2500 * time.Millisecond, time.Second,
}

// breaks are the silences of a report with those before and after all speech.
func breaks(r *Report) []Span {
	all := []Span{{0, r.FirstSpeech}}
	all = append(all, r.Silences...)
	return append(all, Span{r.Speech[len(r.Speech)-1].End, r.Length})
}

// farOff is how far the bounds of the best of spans are from those wanted.
func farOff(wanted Span, spans []Span) time.Duration {
	off := time.Duration(math.MaxInt64)
	for _, s := range spans {
		off = min(off, max((s.Start-wanted.Start).Abs(), (s.End-wanted.End).Abs()))
	}
	return off
}

func TestSilencesOfSpeechWithKnownPauses(t *testing.T) {
	rooms := map[string]func([]float32) []float32{
		"in digital silence":   func(s []float32) []float32 { return s },
		"in a quiet room":      func(s []float32) []float32 { return noisy(s, pink(1), -65) },
		"in a noisy room":      func(s []float32) []float32 { return noisy(s, pink(2), -50) },
		"beside a laptop fan":  func(s []float32) []float32 { return noisy(s, fan(3, 24000), -50) },
		"far from the laptop":  func(s []float32) []float32 { return noisy(quieter(s, 20), pink(4), -75) },
		"with the gain up":     func(s []float32) []float32 { return quieter(s, -6) },
		"with a constant bias": func(s []float32) []float32 { return noisy(biased(s, 0.02), pink(5), -65) },
	}
	var worst time.Duration
	var worstShare float64
	voices := map[int]string{120: "en-us", 150: "en-gb+f3", 180: "en-us+m4"}
	for wpm, voice := range voices {
		m := speak(t, voice, wpm, 24000, pauses)
		for room, place := range rooms {
			t.Run(fmt.Sprintf("%s at %d %s", voice, wpm, room), func(t *testing.T) {
				r := analyse(m.rate, place(m.samples))
				found := breaks(r)
				for _, pause := range m.pauses {
					off := farOff(pause, found)
					worst = max(worst, off)
					if off > 50*time.Millisecond {
						t.Errorf("the pause %v is not among the silences %v", pause, found)
					}
				}
				talk := m.length()
				for _, pause := range m.pauses {
					if pause.Length() >= 2*time.Second || pause.Start == 0 || pause.End == m.length() {
						talk -= pause.Length()
					}
				}
				share := talk.Seconds() / m.length().Seconds()
				worstShare = max(worstShare, math.Abs(share-r.TalkShare))
				if math.Abs(share-r.TalkShare) > 0.02 {
					t.Errorf("talking share %.3f, want %.3f", r.TalkShare, share)
				}
				if off := (r.LongestSilence - 5*time.Second).Abs(); off > 50*time.Millisecond {
					t.Errorf("longest silence %v, want 5s", r.LongestSilence)
				}
			})
		}
	}
	t.Logf("silences are off by %v, the talking share by %.4f at most", worst, worstShare)
}

func quieter(samples []float32, dB float64) []float32 {
	gain := float32(math.Pow(10, -dB/20))
	changed := make([]float32, len(samples))
	for i, v := range samples {
		changed[i] = v * gain
	}
	return changed
}

func biased(samples []float32, by float32) []float32 {
	changed := make([]float32, len(samples))
	for i, v := range samples {
		changed[i] = v + by
	}
	return changed
}

func TestSilencesAtOtherRates(t *testing.T) {
	for _, rate := range []int{8000, 11025, 48000} {
		m := speak(t, "en-us", 150, rate, pauses[:4])
		found := breaks(analyse(rate, noisy(m.samples, pink(1), -60)))
		for _, pause := range m.pauses {
			if farOff(pause, found) > 50*time.Millisecond {
				t.Errorf("at %d Hz the pause %v is not among the silences %v", rate, pause, found)
			}
		}
	}
}

// Somebody who never pauses leaves few quiet moments to tell the noise by.
func TestSpeechWithoutPauses(t *testing.T) {
	m := speak(t, "en-us", 180, 24000, make([]time.Duration, 12))
	for _, level := range []float64{-90, -50} {
		r := analyse(m.rate, noisy(m.samples, pink(1), level))
		if r.TalkShare < 0.97 || r.Speaking < r.Length*9/10 {
			t.Errorf("over noise at %v dBFS %v of %v were taken for speech, a share of %v",
				level, r.Speaking, r.Length, r.TalkShare)
		}
	}
}

// A fan that starts in the middle of a recording is neither speech nor does it
// hide the speech before and after.
func TestNoiseThatStartsAndStops(t *testing.T) {
	m := speak(t, "en-us", 150, 24000, append(slices.Clone(pauses), pauses...))
	quiet, loud := noisy(m.samples, pink(1), -70), noisy(m.samples, fan(1, m.rate), -48)
	third := len(quiet) / 3
	samples := slices.Concat(quiet[:third], loud[third:2*third], quiet[2*third:])
	found := breaks(analyse(m.rate, samples))
	for _, pause := range m.pauses {
		if farOff(pause, found) > 60*time.Millisecond {
			t.Errorf("the pause %v is not among the silences %v", pause, found)
		}
	}
}

func TestWhatIsNotSpeech(t *testing.T) {
	const rate = 24000
	empty := make([]float32, 40*rate)
	hum := make([]float32, 40*rate)
	for i := range hum {
		at := 2 * math.Pi * float64(i) / rate
		hum[i] = float32(0.05*math.Sin(50*at) + 0.03*math.Sin(150*at) + 0.02*math.Sin(250*at))
	}
	step := slices.Concat(noisy(empty[:20*rate], pink(1), -75), noisy(empty[:20*rate], pink(2), -45))
	for name, samples := range map[string][]float32{
		"digital silence":     empty,
		"pink noise":          noisy(empty, pink(1), -40),
		"a fan":               noisy(empty, fan(1, rate), -40),
		"mains hum":           hum,
		"a fan that starts":   step,
		"keys":                noisy(keys(40*rate, rate, 7), pink(1), -60),
		"keys and no noise":   keys(40*rate, rate, 4),
		"nothing at all":      nil,
		"less than one frame": empty[:100],
	} {
		r := analyse(rate, samples)
		if len(r.Speech) > 0 || r.HasSpeech || r.Speaking != 0 || r.TalkShare != 0 || r.Syllables != 0 || r.HasPace {
			t.Errorf("%s: %v is taken for speech, %d syllables", name, r.Speech, r.Syllables)
		}
		if r.LongestSilence != r.Length {
			t.Errorf("%s: the longest silence of %v lasts %v", name, r.Length, r.LongestSilence)
		}
	}
}

// keys is the sound of typing some keys a second: short bursts of noise with
// the rattle of the case.
func keys(n, rate int, aSecond float64) []float32 {
	r := rand.New(rand.NewPCG(9, 9))
	samples := make([]float32, n)
	for at := 0.0; int(at) < n; at += float64(rate) / aSecond * (0.5 + r.Float64()) {
		for i := range rate / 50 {
			if int(at)+i >= n {
				break
			}
			x := float64(i) / float64(rate)
			samples[int(at)+i] += float32(0.3 * math.Exp(-x/0.004) *
				(0.7*r.NormFloat64() + math.Sin(2*math.Pi*1800*x)))
		}
	}
	return samples
}

// Typing goes on while somebody thinks, and a breath is drawn; that is no talk.
func TestKeysAndBreathsInPauses(t *testing.T) {
	m := speak(t, "en-us", 150, 24000, pauses)
	typed := keys(len(m.samples), m.rate, 6)
	breath := rand.New(rand.NewPCG(1, 1))
	for name, c := range map[string]struct {
		away time.Duration // from the words
		add  func(i int) float32
		off  time.Duration
	}{
		"keys":                {500 * time.Millisecond, func(i int) float32 { return typed[i] }, 50 * time.Millisecond},
		"keys from the start": {0, func(i int) float32 { return typed[i] }, 350 * time.Millisecond},
		"breaths":             {150 * time.Millisecond, func(int) float32 { return float32(0.01 * breath.NormFloat64()) }, 50 * time.Millisecond},
	} {
		samples := slices.Clone(m.samples)
		for _, pause := range m.pauses {
			from := int((pause.Start + c.away).Seconds() * float64(m.rate))
			to := int((pause.End - c.away).Seconds() * float64(m.rate))
			for i := from; to-from > m.rate/2 && i < to; i++ {
				samples[i] += c.add(i)
			}
		}
		found := breaks(analyse(m.rate, noisy(samples, pink(1), -60)))
		for _, pause := range m.pauses {
			if off := farOff(pause, found); off > c.off {
				t.Errorf("%s: the pause %v is off by %v in %v", name, pause, off, found)
			}
		}
	}
}

// Where the device gave nothing there are zeros in the middle of the noise, and
// the noise before and after is no louder for it.
func TestZerosWithinNoise(t *testing.T) {
	m := speak(t, "en-us", 150, 24000, pauses)
	samples := noisy(m.samples, pink(1), -50)
	long := m.pauses[5] // 5 s
	clear(samples[int(long.Start.Seconds()*24000)+20000:][:60000])
	r := analyse(m.rate, samples)
	for _, pause := range m.pauses {
		if farOff(pause, breaks(r)) > 50*time.Millisecond {
			t.Errorf("the pause %v is not among the silences %v", pause, breaks(r))
		}
	}
	if len(r.NoSignal) != 1 || r.NoSignal[0].Length() != 2500*time.Millisecond {
		t.Errorf("no signal in %v", r.NoSignal)
	}
}

// A microphone with noise suppression lets the noise through while somebody
// speaks and a little longer, and gives zeros otherwise.
func TestSuppressedNoise(t *testing.T) {
	m := speak(t, "en-us", 150, 24000, pauses)
	samples := noisy(m.samples, pink(1), -50)
	for _, pause := range m.pauses {
		from, to := int(pause.Start.Seconds()*24000)+4800, int(pause.End.Seconds()*24000)-1200
		if from < to {
			clear(samples[from:to])
		}
	}
	found := breaks(analyse(m.rate, samples))
	for _, pause := range m.pauses {
		if farOff(pause, found) > 50*time.Millisecond {
			t.Errorf("the pause %v is not among the silences %v", pause, found)
		}
	}
}

// One word in a minute of silence is found, and nothing else.
func TestALonelyWord(t *testing.T) {
	word := say(t, "en-us", 150, 24000, "Maybe.")
	for _, level := range []float64{-96, -70, -55} {
		samples := noisy(slices.Concat(make([]float32, 40*24000), word, make([]float32, 20*24000)), pink(1), level)
		r := analyse(24000, samples)
		want := Span{40 * time.Second, 40*time.Second + time.Duration(len(word))*time.Second/24000}
		if len(r.Speech) != 1 || farOff(want, r.Speech) > 50*time.Millisecond {
			t.Errorf("over %v dBFS: %v, want %v", level, r.Speech, want)
		}
	}
}
