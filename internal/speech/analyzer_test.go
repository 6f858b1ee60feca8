package speech

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// sound draws sound of a few seconds made of voices, noise, zeros and samples
// at full scale.
func sound(rt *rapid.T, rate int) []float32 {
	var samples []float32
	for range rapid.IntRange(0, 5).Draw(rt, "parts") {
		n := rapid.IntRange(0, 3*rate/2).Draw(rt, "length")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		kind := rapid.IntRange(0, 3).Draw(rt, "kind")
		for i := range n {
			x := 2 * math.Pi * float64(i) / float64(rate)
			var v float64
			switch kind {
			case 0:
				v = 0.3 * (1 + math.Sin(4*x)) * (math.Sin(150*x) + 0.5*math.Sin(300*x))
			case 1:
				v = 0.01 * r.NormFloat64()
			case 2:
				v = math.Copysign(1, math.Sin(200*x))
			}
			samples = append(samples, float32(v))
		}
	}
	return samples
}

var anyRate = rapid.SampledFrom([]int{8000, 11025, 24000, 44100})

// all is a report with what Within draws on.
var all = cmp.Options{cmp.AllowUnexported(Report{}, step{}), cmpopts.EquateNaNs()}

func TestReportDoesNotDependOnPieces(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := anyRate.Draw(rt, "rate")
		samples := sound(rt, rate)
		whole, pieces := NewAnalyzer(rate), NewAnalyzer(rate)
		whole.Write(samples)
		for rest := samples; len(rest) > 0; {
			n := min(len(rest), rapid.IntRange(0, 2*rate).Draw(rt, "piece"))
			pieces.Write(rest[:n])
			rest = rest[n:]
			if n%5 == 0 {
				pieces.Report()
			}
		}
		if d := cmp.Diff(whole.Report(), pieces.Report(), all); d != "" {
			rt.Fatal(d)
		}
	})
}

func TestReportHolds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rate := anyRate.Draw(rt, "rate")
		samples := sound(rt, rate)
		r := analyse(rate, samples)
		if want := time.Duration(len(samples)) * time.Second / time.Duration(rate); r.Length != want {
			rt.Fatalf("length %v, want %v", r.Length, want)
		}
		sortedWithin(rt, "speech", r.Speech, r.Length)
		sortedWithin(rt, "silences", r.Silences, r.Length)
		sortedWithin(rt, "no signal", r.NoSignal, r.Length)
		for _, s := range r.Silences {
			if s.Length() < 250*time.Millisecond || s.Length() > r.LongestSilence {
				rt.Fatalf("silence %v, the longest %v", s, r.LongestSilence)
			}
		}
		if total(clip(r.Speech, Span{0, r.Length})) != r.Speaking || len(r.Speech) > 0 && len(r.Silences) != len(r.Speech)-1 {
			rt.Fatalf("speech %v, silences %v, speaking %v", r.Speech, r.Silences, r.Speaking)
		}
		from := time.Duration(rapid.Int64Range(-int64(time.Second), int64(20*time.Second)).Draw(rt, "from"))
		to := time.Duration(rapid.Int64Range(-int64(time.Second), int64(20*time.Second)).Draw(rt, "to"))
		for _, s := range []Summary{r.Summary, r.Within(Span{from, to})} {
			if s.TalkShare < 0 || s.TalkShare > 1 || s.Speaking > s.Length || s.LongestSilence > s.Length-s.Speaking ||
				s.Length < 0 || s.Length > r.Length || s.Clipped > len(samples) || s.Pace < 0 ||
				s.TalkShare*s.Length.Seconds() < s.Speaking.Seconds()-1e-6 {
				rt.Fatalf("impossible: %+v", s)
			}
		}
		first, second := r.Within(Span{0, from}), r.Within(Span{max(0, from), r.Length})
		if first.Speaking+second.Speaking != r.Speaking || first.Syllables+second.Syllables != r.Syllables ||
			first.Clipped+second.Clipped != r.Clipped || max(first.Peak, second.Peak) != r.Peak {
			rt.Fatalf("%+v and %+v don't make %+v", first, second, r.Summary)
		}
	})
}

func sortedWithin(rt *rapid.T, name string, spans []Span, length time.Duration) {
	end := time.Duration(0)
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > length {
			rt.Fatalf("%s of %v: %v", name, length, spans)
		}
		end = s.End
	}
}

func TestPhasesOfAnAttempt(t *testing.T) {
	m := speak(t, "en-us", 150, 24000, pauses)
	r := analyse(m.rate, noisy(m.samples, pink(1), -65))
	silent := r.Within(Span{m.pauses[5].Start + 200*time.Millisecond, m.pauses[5].End - 200*time.Millisecond})
	if silent.HasSpeech || silent.TalkShare != 0 || silent.LongestSilence != silent.Length || silent.HasPace {
		t.Errorf("a silent phase: %+v", silent)
	}
	spoken := r.Within(Span{m.pauses[3].End, m.pauses[5].Start})
	if !spoken.HasPace || spoken.TalkShare < 0.98 || (spoken.LongestSilence-1500*time.Millisecond).Abs() > 50*time.Millisecond {
		t.Errorf("a phase with a pause of 1.5 s: %+v", spoken)
	}
	late := r.Within(Span{m.pauses[5].Start + 200*time.Millisecond, m.length()})
	if (late.FirstSpeech - m.pauses[5].End).Abs() > 50*time.Millisecond {
		t.Errorf("the first word after %v is at %v", m.pauses[5].End, late.FirstSpeech)
	}
}

func TestPeakAndClipping(t *testing.T) {
	const rate = 24000
	samples := make([]int16, 10*rate)
	at := func(second float64, values ...int16) { copy(samples[int(second*rate):], values) }
	at(1, 32767, 32767)                                 // too short
	at(2, 32767, 32767, 32767)                          // 3
	at(3, -32768, -32767, 32767, -32768, 100)           // 4
	at(4.09999, 32767, 32767, 32767, 32767)             // 4, over the bound of a step
	at(5, 32766, 32766, 32766, 32766, 32767, 0, -32768) // none
	at(9.99992, 32767, 32767, 32767)                    // cut off after 2
	a := NewAnalyzer(rate)
	a.WriteInt16(samples)
	r := a.Report()
	if r.Clipped != 11 {
		t.Errorf("%d samples clipped, want 11", r.Clipped)
	}
	if got := r.Within(Span{2500 * time.Millisecond, 3500 * time.Millisecond}).Clipped; got != 4 {
		t.Errorf("%d samples clipped in the third second, want 4", got)
	}
	if math.Abs(r.Peak) > 0.001 {
		t.Errorf("peak %v dBFS", r.Peak)
	}
	if got := r.Within(Span{6 * time.Second, 7 * time.Second}).Peak; !math.IsInf(got, -1) {
		t.Errorf("peak of silence %v dBFS", got)
	}
	if got := analyse(rate, tone(rate, 1000, -12, 2)).Peak; math.Abs(got+12) > 0.01 {
		t.Errorf("peak of a tone at -12 dBFS: %v", got)
	}
}

func TestNoSignal(t *testing.T) {
	const rate = 24000
	r := rand.New(rand.NewPCG(1, 1))
	samples := make([]int16, 20*rate)
	for i := range samples {
		samples[i] = int16(1 + r.IntN(20))
	}
	clear(samples[3*rate+7 : 5*rate+6]) // a sample short of 2 s
	clear(samples[8*rate+3 : 10*rate+3])
	clear(samples[17*rate:])
	a := NewAnalyzer(rate)
	a.WriteInt16(samples)
	want := []Span{{8*time.Second + 125*time.Microsecond, 10*time.Second + 125*time.Microsecond}, {17 * time.Second, 20 * time.Second}}
	if got := a.Report().NoSignal; !slices.Equal(got, want) {
		t.Errorf("no signal in %v, want %v", got, want)
	}
	a.WriteInt16(samples[:rate])
	if got := a.Report().NoSignal; !slices.Equal(got, want) {
		t.Errorf("after more sound no signal in %v, want %v", got, want)
	}
}

// Whatever a decoder hands over, numbers come out.
func TestSamplesBeyondReason(t *testing.T) {
	a := NewAnalyzer(48000)
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for range 48000 {
		a.Write([]float32{nan, inf, -inf, math.MaxFloat32})
	}
	a.Write(tone(48000, 1000, -23, 60))
	r := a.Report()
	if math.IsNaN(r.LUFS) || math.IsInf(r.LUFS, 0) || math.IsNaN(r.Peak) || !r.HasLUFS {
		t.Errorf("%+v", r.Summary)
	}
	if r := NewAnalyzer(0).Report(); r.Length != 0 || r.HasLUFS {
		t.Errorf("%+v", r.Summary)
	}
}

func TestInt16AndFloatAgree(t *testing.T) {
	samples := make([]int16, 48000)
	floats := make([]float32, len(samples))
	for i := range samples {
		samples[i] = int16(20000 * math.Sin(float64(i)/20) * math.Sin(float64(i)/4000))
		floats[i] = float32(samples[i]) / 32768
	}
	a := NewAnalyzer(24000)
	a.WriteInt16(samples)
	if d := cmp.Diff(analyse(24000, floats), a.Report(), all); d != "" {
		t.Error(d)
	}
}
