package speech

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// stretch plays all of source through s and returns what comes out.
func stretch(s *Stretcher, source []int16) []int16 {
	var played []int16
	buffer := make([]int16, 1000)
	for ended := false; ; {
		n := s.Read(buffer)
		played = append(played, buffer[:n]...)
		switch {
		case n > 0:
		case ended:
			return played
		case len(source) == 0:
			s.End()
			ended = true
		default:
			source = source[s.Write(source):]
		}
	}
}

func int16s(samples []float32) []int16 {
	out := make([]int16, len(samples))
	for i, v := range samples {
		out[i] = int16(min(max(math.Round(float64(v)*32768), -32768), 32767))
	}
	return out
}

func floats(samples []int16) []float32 {
	out := make([]float32, len(samples))
	for i, v := range samples {
		out[i] = float32(v) / 32768
	}
	return out
}

var anySound = rapid.Custom(func(rt *rapid.T) []int16 {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
	samples := make([]int16, rapid.IntRange(0, 30000).Draw(rt, "samples"))
	tone := rapid.Float64Range(0, 20000).Draw(rt, "tone")
	noise := rapid.IntRange(1, 10000).Draw(rt, "noise")
	for i := range samples {
		samples[i] = int16(tone*math.Sin(float64(i)/30)) + int16(r.IntN(noise))
	}
	return samples
})

func TestSpeedOneIsExact(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		source := anySound.Draw(rt, "source")
		s := NewStretcher(anyRate.Draw(rt, "rate"), 1)
		if !slices.Equal(stretch(s, source), source) {
			rt.Fatal("samples differ")
		}
		for _, at := range []int64{0, 1, int64(len(source))} {
			if got := s.SourceAt(at); got != float64(at) {
				rt.Fatalf("sample %d is taken for %v", at, got)
			}
		}
	})
}

// pitchOf is the mean frequency of a tone, from the first to the last time it
// passes zero upwards.
func pitchOf(samples []float32, rate int) float64 {
	first, last, periods := 0.0, 0.0, -1
	for i := 1; i < len(samples); i++ {
		a, b := float64(samples[i-1]), float64(samples[i])
		if a < 0 && b >= 0 {
			last = float64(i-1) + a/(a-b)
			if periods++; periods == 0 {
				first = last
			}
		}
	}
	return float64(periods) * float64(rate) / (last - first)
}

func TestTonesKeepTheirPitchAndLength(t *testing.T) {
	var worstPitch, worstLength float64
	for _, rate := range []int{8000, 24000, 44100, 48000} {
		for _, hertz := range []float64{60, 101, 220, 997, 1777, 3600} {
			source := int16s(tone(rate, hertz, -6, 3))
			for _, speed := range []float64{0.5, 0.9, 1, 1.25, 2} {
				played := floats(stretch(NewStretcher(rate, speed), source))
				pitch := math.Abs(pitchOf(played, rate)/hertz - 1)
				length := math.Abs(float64(len(played))*speed/float64(len(source)) - 1)
				worstPitch, worstLength = max(worstPitch, pitch), max(worstLength, length)
				if pitch > 0.005 || length > 0.01 {
					t.Errorf("%v Hz at %d Hz and speed %v: pitch off by %.2f %%, length by %.2f %%",
						hertz, rate, speed, 100*pitch, 100*length)
				}
				// Pieces that don't fit together would cancel each other out.
				for at := rate / 10; at+rate/5 < len(played); at += rate / 10 {
					if got := rms(played[at : at+rate/10]); math.Abs(got+9.03) > 0.5 {
						t.Errorf("%v Hz at %d Hz and speed %v: %.1f dB after %d samples", hertz, rate, speed, got, at)
						break
					}
				}
			}
		}
	}
	t.Logf("pitch off by %.4f %%, length by %.4f %% at most", 100*worstPitch, 100*worstLength)
}

func rms(samples []float32) float64 {
	var sum float64
	for _, v := range samples {
		sum += float64(v) * float64(v)
	}
	return 10 * math.Log10(sum/float64(len(samples)))
}

// Stretched speech has the same syllables and loudness, and its pauses last as
// much longer or shorter as the speed says.
func TestStretchedSpeech(t *testing.T) {
	m := speak(t, "en-us", 150, 24000, pauses)
	source := noisy(m.samples, pink(1), -65)
	before := analyse(m.rate, source)
	for _, speed := range []float64{0.5, 0.75, 1.5, 2} {
		played := floats(stretch(NewStretcher(m.rate, speed), int16s(source)))
		after := analyse(m.rate, played)
		if got := after.Length.Seconds() * speed / before.Length.Seconds(); math.Abs(got-1) > 0.001 {
			t.Errorf("at %v the length is %v times what it should be", speed, got)
		}
		if math.Abs(after.LUFS-before.LUFS) > 0.5 {
			t.Errorf("at %v loudness is %.1f, was %.1f", speed, after.LUFS, before.LUFS)
		}
		if off := math.Abs(float64(after.Syllables)/float64(before.Syllables) - 1); speed < 2 && off > 0.12 {
			t.Errorf("at %v there are %d syllables, were %d", speed, after.Syllables, before.Syllables)
		}
		if was, is := voicedShare(m.rate, source), voicedShare(m.rate, played); math.Abs(is-was) > 0.08 {
			t.Errorf("at %v %.2f of the speech is voiced, was %.2f", speed, is, was)
		}
		scaled := func(t time.Duration) time.Duration { return time.Duration(float64(t) / speed) }
		for _, pause := range m.pauses {
			if pause.Length() < 600*time.Millisecond {
				continue
			}
			if off := farOff(Span{scaled(pause.Start), scaled(pause.End)}, breaks(after)); off > scaled(30*time.Millisecond) {
				t.Errorf("at %v the pause %v is off by %v", speed, pause, off)
			}
		}
	}
}

// voicedShare is the share of speech that is regular, which badly joined pieces
// would not be.
func voicedShare(rate int, samples []float32) float64 {
	a := NewAnalyzer(rate)
	a.Write(samples)
	voiced, all := 0, 0
	for _, s := range a.Report().Speech {
		for _, f := range a.frames.done[frameAt(s.Start):frameAt(s.End)] {
			all++
			if f.voiced >= regular {
				voiced++
			}
		}
	}
	return float64(voiced) / float64(all)
}

// What was written is heard at most 80 ms of sound later, at any speed.
func TestWhatIsHeldBack(t *testing.T) {
	const rate = 24000
	for _, speed := range []float64{0.5, 0.75, 1, 1.5, 2} {
		s := NewStretcher(rate, speed)
		source := int16s(tone(rate, 200, -6, 3))
		buffer := make([]int16, rate)
		made := 0
		for at := 0; at+100 < len(source); at += 100 {
			if n := s.Write(source[at : at+100]); n != 100 {
				t.Fatalf("at %v only %d of 100 samples were taken", speed, n)
			}
			made += s.Read(buffer)
			if held := float64(at+100) - s.SourceAt(int64(made)); held < 0 || held > 0.080*rate {
				t.Fatalf("at %v %.1f ms are held back", speed, 1000*held/rate)
			}
		}
	}
}

func TestPiecesWrittenAndReadDontMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		source := anySound.Draw(rt, "source")
		rate := anyRate.Draw(rt, "rate")
		speed := rapid.Float64Range(0.5, 2).Draw(rt, "speed")
		want := stretch(NewStretcher(rate, speed), source)
		s := NewStretcher(rate, speed)
		var got []int16
		for rest, ended := source, false; ; {
			buffer := make([]int16, rapid.IntRange(1, 5000).Draw(rt, "read"))
			n := s.Read(buffer)
			got = append(got, buffer[:n]...)
			if n == 0 && ended {
				break
			}
			if len(rest) == 0 {
				s.End()
				ended = true
				continue
			}
			w := s.Write(rest[:min(len(rest), rapid.IntRange(1, 5000).Draw(rt, "write"))])
			if n == 0 && w == 0 {
				rt.Fatal("neither gives nor takes")
			}
			rest = rest[w:]
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("%d samples, want %d", len(got), len(want))
		}
		if length := float64(len(source)) / speed; math.Abs(float64(len(got))-length) > 1 {
			rt.Fatalf("%d samples at %v became %d", len(source), speed, len(got))
		}
	})
}

// A slider that is dragged makes no click: a tone never changes by more from
// sample to sample than it does by itself.
func TestSpeedChangesWithoutClick(t *testing.T) {
	const rate, hertz = 24000, 300.0
	source := int16s(tone(rate, hertz, -6, 30))
	r := rand.New(rand.NewPCG(1, 1))
	s := NewStretcher(rate, 1)
	speeds := []float64{0.5, 0.75, 1, 1.25, 1.5, 2}
	buffer := make([]int16, 700)
	var played []int16
	for len(source) > 0 {
		n := s.Read(buffer)
		played = append(played, buffer[:n]...)
		source = source[s.Write(source):]
		if r.IntN(3) == 0 {
			s.SetSpeed(speeds[r.IntN(len(speeds))])
		}
	}
	steepest := 32768 * math.Pow(10, -6.0/20) * 2 * math.Pi * hertz / rate
	for i := 1; i < len(played); i++ {
		if step := math.Abs(float64(played[i]) - float64(played[i-1])); step > 1.1*steepest {
			t.Fatalf("a step of %v at sample %d, the tone's own are up to %.0f", step, i, steepest)
		}
	}
	if pitch := pitchOf(floats(played), rate); math.Abs(pitch/hertz-1) > 0.005 {
		t.Errorf("pitch %.1f Hz, want %v", pitch, hertz)
	}
}

// A playhead that follows SourceAt shows what is heard: short beeps are heard
// when it says so, also where the speed has just changed.
func TestSourceAtShowsWhatIsHeard(t *testing.T) {
	const rate = 24000
	r := rand.New(rand.NewPCG(3, 1))
	source := make([]int16, 30*rate)
	var beeps []int // their middles
	for at := rate; at < len(source)-rate; at += rate/2 + r.IntN(rate) {
		for i := -120; i < 120; i++ {
			source[at+i] = int16(20000 * math.Cos(math.Pi*float64(i)/240) * math.Sin(float64(i)/4))
		}
		beeps = append(beeps, at)
	}
	for name, speeds := range map[string][]float64{
		"half": {0.5}, "three quarters": {0.75}, "one": {1}, "one and a half": {1.5}, "double": {2},
		"changing": {1, 0.5, 2, 1.25, 1, 0.75, 1.5},
	} {
		s := NewStretcher(rate, speeds[0])
		const offset = 1 << 33 // deep in a recording of days
		s.Reset(offset)
		var played []int16
		var heard []float64 // SourceAt of every sample, asked when it was read
		buffer := make([]int16, 480)
		for rest, turn := source, 0; len(rest) > 0; turn++ {
			n := s.Read(buffer)
			for i := range n {
				heard = append(heard, s.SourceAt(int64(len(played)+i))-offset)
			}
			played = append(played, buffer[:n]...)
			rest = rest[s.Write(rest):]
			if turn%100 == 99 {
				s.SetSpeed(speeds[turn/100%len(speeds)])
			}
		}
		for i := 1; i < len(heard); i++ {
			if step := heard[i] - heard[i-1]; step < 0.499 || step > 2.001 {
				t.Fatalf("%s: the playhead moves by %v samples in one", name, step)
			}
		}
		var worst float64
		for _, beep := range beeps[:len(beeps)-2] {
			near := beepNear(played, heard, beep, rate)
			worst = max(worst, math.Abs(near-float64(beep))/rate)
		}
		if worst > 0.020 {
			t.Errorf("%s: a beep is heard %.1f ms beside the playhead", name, 1000*worst)
		}
		t.Logf("%s: beeps are heard up to %.1f ms beside the playhead", name, 1000*worst)
	}
}

// beepNear is where the playhead is, on the average, while a beep sounds; the
// beeps are at least half a second apart.
func beepNear(played []int16, heard []float64, beep, rate int) float64 {
	var sum, weight float64
	for i, at := range heard {
		if math.Abs(at-float64(beep)) < float64(rate)/5 {
			w := float64(played[i]) * float64(played[i])
			sum += w * at
			weight += w
		}
	}
	return sum / weight
}

func TestResetForgets(t *testing.T) {
	source := int16s(tone(24000, 200, -6, 3))
	for _, speed := range []float64{1, 1.5} {
		s := NewStretcher(24000, speed)
		want := stretch(s, source)
		s.Reset(7000)
		s.Write(make([]int16, 2000))
		s.Read(make([]int16, 100))
		s.Reset(48000)
		if got := s.SourceAt(24000); got != 48000+24000*speed {
			t.Errorf("SourceAt(24000) = %v after a seek to 48000 at %v", got, speed)
		}
		if !slices.Equal(stretch(s, source), want) {
			t.Errorf("at %v what was before the seek is heard after it", speed)
		}
	}
}

func TestSpeedsOutOfRange(t *testing.T) {
	for speed, want := range map[float64]float64{0: 0.5, -1: 0.5, 9: 2, math.Inf(1): 2, 1.3: 1.3} {
		if got := NewStretcher(24000, speed).Speed(); got != want {
			t.Errorf("speed %v became %v, want %v", speed, got, want)
		}
	}
	s := NewStretcher(24000, 2)
	s.SetSpeed(math.NaN())
	if s.Speed() != 1 {
		t.Errorf("speed %v", s.Speed())
	}
}

func TestLateWritesAreRefused(t *testing.T) {
	s := NewStretcher(24000, 1.5)
	if n := s.Write(make([]int16, 100)); n != 100 {
		t.Fatalf("took %d of 100", n)
	}
	s.End()
	if n := s.Write(make([]int16, 100)); n != 0 {
		t.Errorf("took %d after the end", n)
	}
}

func TestStretchingDoesNotAllocate(t *testing.T) {
	for _, speed := range []float64{0.5, 1, 1.5, 2} {
		t.Run(fmt.Sprint(speed), func(t *testing.T) {
			s := NewStretcher(48000, speed)
			source, buffer := make([]int16, 960), make([]int16, 960)
			for i := range source {
				source[i] = int16(1000 * math.Sin(float64(i)/20))
			}
			if n := testing.AllocsPerRun(200, func() {
				s.SetSpeed(speed + float64(s.produced%3)/100)
				for s.Write(source) > 0 {
				}
				for s.Read(buffer) > 0 {
				}
				s.SourceAt(10)
			}); n != 0 {
				t.Errorf("%v allocations", n)
			}
		})
	}
}
