package session

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"talkthrough/internal/speech"
)

// buzz is a voice-like sound with the given words, in seconds, over the hiss of
// a room.
func buzz(seconds float64, rate int, words ...[2]float64) []int16 {
	r := rand.New(rand.NewPCG(3, 5))
	return ramp(int(seconds*float64(rate)), func(i int) int {
		at, v := float64(i)/float64(rate), 8*r.NormFloat64()
		for _, w := range words {
			if at >= w[0] && at < w[1] {
				for h := 1.0; h <= 8; h++ {
					v += 2500 / h * math.Sin(2*math.Pi*130*h*at)
				}
			}
		}
		return int(v)
	})
}

// spokenInTwoTakes says words from 1 to 3 s and from 5 to 7 s, pauses the clock
// at 8 s for ten, says one from 9 to 10 s, has no microphone from 10 to 14 s,
// and one word in a second take from 15 to 16 s of 20.
func spokenInTwoTakes(t testing.TB) *Attempt {
	a := attemptOf(t, []Event{
		{0, Started{}},
		{0, TakeBegan{Take: 1, Rate: 16000}},
		{0, Anchor{1, 0}},
		{4 * second, Anchor{1, 64000}},
		{8 * second, Paused{}},
		{8 * second, Anchor{1, 128000}},
		{18 * second, Resumed{}},
		{18 * second, Anchor{1, 128000}},
		{20 * second, Anchor{1, 160000}},
		{24 * second, TakeBegan{Take: 2, Rate: 24000}},
		{24 * second, Anchor{2, 0}},
		{30 * second, Anchor{2, 144000}},
		{30 * second, Ended{}},
	})
	speak(t, a, 1, 16000, buzz(10, 16000, [2]float64{1, 3}, [2]float64{5, 7}, [2]float64{9, 10}))
	speak(t, a, 2, 24000, buzz(6, 24000, [2]float64{1, 2}))
	return a
}

var silencesInTwoTakes = [][2]float64{{0, 1}, {3, 5}, {7, 9}, {10, 15}, {16, 20}}

func wantSilences(t *testing.T, got []speech.Span, want [][2]float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("silences %v, want %v", got, want)
	}
	for i, w := range want {
		if math.Abs(got[i].Start.Seconds()-w[0]) > 0.05 || math.Abs(got[i].End.Seconds()-w[1]) > 0.05 {
			t.Errorf("silence %d is %v, want %v", i, got[i], w)
		}
	}
}

func TestSilencesLieBetweenTheWordsOfAllTakes(t *testing.T) {
	track := NewTrack(spokenInTwoTakes(t))
	if s := track.Silences(); s != nil {
		t.Errorf("before anything was measured there are silences: %v", s)
	}
	last := 0.0
	track.LoadSpeech(t.Context(), func(done float64) {
		if done < last || done > 1 {
			t.Errorf("progress goes from %v to %v", last, done)
		}
		last = done
	})
	if last == 0 {
		t.Error("no progress was told")
	}
	wantSilences(t, track.Silences(), silencesInTwoTakes)
	plan := track.Skipping()
	// Six seconds of words, and 200 ms of each of the five silences.
	if want := 7 * second; (plan.Length() - want).Abs() > 300*time.Millisecond {
		t.Errorf("without silences it lasts %v, want about %v", plan.Length(), want)
	}
}

func TestWhatWasMeasuredIsKeptBesideTheTake(t *testing.T) {
	a := spokenInTwoTakes(t)
	NewTrack(a).LoadSpeech(t.Context(), nil)
	kept, err := os.ReadFile(a.Speech(1))
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(a.Speech(1)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is open to others: %v, %v", info.Mode(), err)
	}
	again := func(measured bool) {
		t.Helper()
		track, asked := NewTrack(a), false
		track.LoadSpeech(t.Context(), func(float64) { asked = true })
		wantSilences(t, track.Silences(), silencesInTwoTakes)
		if asked != measured {
			t.Errorf("measured again: %v, want %v", asked, measured)
		}
	}
	again(false)
	for name, content := range map[string][]byte{
		"damaged":        []byte("not JSON"),
		"cut":            kept[:len(kept)/2],
		"of another one": bytes.Replace(kept, []byte(`"rate":16000`), []byte(`"rate":16001`), 1),
		"of another age": bytes.Replace(kept, []byte(`"format":2`), []byte(`"format":1`), 1),
		"longer":         bytes.Replace(kept, []byte(`"samples":160000`), []byte(`"samples":159999`), 1),
	} {
		if err := os.WriteFile(a.Speech(1), content, 0o600); err != nil {
			t.Fatal(err)
		}
		t.Log(name)
		again(true)
		if mended, err := os.ReadFile(a.Speech(1)); err != nil || !bytes.Equal(mended, kept) {
			t.Errorf("what is %s stays: %v", name, err)
		}
	}
	os.Remove(a.Speech(1))
	again(true)
}

func TestMeasuringStopsWhenItIsNotWantedAnyMore(t *testing.T) {
	a := spokenInTwoTakes(t)
	ctx, cancel := context.WithCancel(t.Context())
	track := NewTrack(a)
	track.LoadSpeech(ctx, func(float64) { cancel() })
	track.LoadPeaks(ctx, nil)
	if _, err := os.Stat(a.Speech(1)); err == nil || track.Silences() != nil || len(track.Problems()) > 0 {
		t.Errorf("half of it is kept: %v, %v", track.Silences(), track.Problems())
	}
}

func TestWhereNobodyIsHeardThereAreNoSilences(t *testing.T) {
	a, _ := twoTakes(t)
	for _, n := range []int{1, 2} {
		os.Remove(a.Take(n))
	}
	speak(t, a, 1, 8000, make([]int16, 24000))
	track := NewTrack(a)
	track.LoadSpeech(t.Context(), nil)
	if s := track.Silences(); len(s) > 0 {
		t.Errorf("silences %v", s)
	}
	if got := track.Skipping().Length(); got != track.Length() {
		t.Errorf("of %v %v would be played", track.Length(), got)
	}
	track.LoadPeaks(t.Context(), nil)
	if p := track.Problems(); len(p) != 1 {
		t.Errorf("of the missing take is said %q", p)
	}
}

// The RMS of a column is that of its samples, to half a decibel, wherever it
// begins and ends.
func TestColumnsTellTheRMS(t *testing.T) {
	a := spokenInTwoTakes(t)
	track := NewTrack(a)
	track.LoadPeaks(t.Context(), nil)
	if c := track.Columns(0, track.Length(), 1); c[0].RMS != 0 {
		t.Errorf("before it was measured: %+v", c[0])
	}
	track.LoadSpeech(t.Context(), nil)
	sound := make([]int16, 20*16000)
	feed := track.NewFeed()
	defer feed.Close()
	feed.Fill(sound)
	for _, n := range []int{1, 7, 9} {
		for i, c := range track.Columns(0, track.Length(), n) {
			part := sound[i*len(sound)/n : (i+1)*len(sound)/n]
			sum := 0.0
			for _, v := range part {
				sum += float64(v) * float64(v)
			}
			want := math.Sqrt(sum / float64(len(part)))
			if off := math.Abs(float64(c.RMS) - want); off > 0.06*want+30 {
				t.Errorf("column %d of %d has an RMS of %d, want %.0f", i, n, c.RMS, want)
			}
			if -c.Min < c.RMS && c.Max < c.RMS {
				t.Errorf("column %d of %d: RMS %d beyond %d and %d", i, n, c.RMS, c.Min, c.Max)
			}
		}
	}
}

func TestLevelsAreWithinHalfAStep(t *testing.T) {
	for amplitude := 1.0; amplitude <= math.MaxInt16; amplitude *= 1.07 {
		v := math.Floor(amplitude)
		got := math.Sqrt(levelPower[levelOf([]int16{int16(v), int16(-v)})]) * math.MaxInt16
		if off := math.Abs(20 * math.Log10(got/v)); off > levelStep/2+1e-6 {
			t.Errorf("%v comes back as %v, %.2f dB beside", v, got, off)
		}
	}
	if levelOf([]int16{0, 0}) != 0 || levelPower[0] != 0 {
		t.Error("silence has a level")
	}
}

func FuzzWhatIsKeptOfATake(f *testing.F) {
	f.Add([]byte(`{"format":1,"rate":16000,"samples":512,"words":[[0,100],[200,512]],"levels":"/wA="}`))
	f.Add([]byte(`{"format":1,"rate":16000,"samples":-1,"words":[[0,100]],"levels":""}`))
	f.Add([]byte(`{"format":1,"samples":9223372036854775807,"words":[[1,0]]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := parseSpeech(data)
		if err != nil {
			return
		}
		s := file.speech()
		p := piece{to: second, n: 100, first: 10, last: 110, take: 1}
		for _, w := range p.words(s.words) {
			if w.Start < 0 || w.End > second || w.End < w.Start {
				t.Fatalf("a word is %v", w)
			}
		}
		for _, at := range []int64{-1, 0, 255, file.Samples, math.MaxInt64 / 2} {
			if power := s.power(at, at+1000); power < 0 || power > 1.0001 || power != power {
				t.Fatalf("power %v", power)
			}
		}
	})
}
