package soundtest

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func noise(n int, amplitude float64, seed uint64) []int16 {
	r := rand.New(rand.NewPCG(seed, 1))
	samples := make([]int16, n)
	for i := range samples {
		samples[i] = int16(amplitude * (2*r.Float64() - 1))
	}
	return samples
}

func TestLikenessFindsTheCopy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wanted := noise(rapid.IntRange(200, 3000).Draw(t, "n"), 9000, 1)
		want := rapid.IntRange(0, 3000).Draw(t, "at")
		heard := noise(want+len(wanted)+rapid.IntRange(0, 3000).Draw(t, "rest"), 50, 2)
		for i, s := range wanted {
			heard[want+i] = s / 3
		}
		at, c := Likeness(heard, wanted)
		if at != want || c < 0.999 || c > 1.0001 {
			t.Fatalf("found at %d with %.5f, want at %d with 1", at, c, want)
		}
	})
}

func TestLikenessOfSomethingElseIsLow(t *testing.T) {
	if _, c := Likeness(noise(20000, 9000, 1), noise(4000, 9000, 2)); c > 0.2 {
		t.Errorf("two noises correlate with %.3f", c)
	}
	if _, c := Likeness(make([]int16, 20000), noise(4000, 9000, 2)); c != 0 {
		t.Errorf("silence correlates with %.3f", c)
	}
	if _, c := Likeness(noise(20000, 3, 1), noise(4000, 9000, 1)); c > 0.3 {
		t.Errorf("a faint noise correlates with %.3f", c)
	}
}

func TestLikenessFollowsTheFormula(t *testing.T) {
	wanted := noise(300, 5000, 3)
	heard := append([]int16(nil), wanted...)
	for i, s := range noise(300, 5000, 4) {
		heard[i] += s
	}
	var dot, h, w float64
	for i := range wanted {
		dot += float64(heard[i]) * float64(wanted[i])
		h += float64(heard[i]) * float64(heard[i])
		w += float64(wanted[i]) * float64(wanted[i])
	}
	if _, c := Likeness(heard, wanted); math.Abs(c-dot/math.Sqrt(h*w)) > 1e-9 {
		t.Errorf("correlation %.9f, want %.9f", c, dot/math.Sqrt(h*w))
	}
}

func TestSoundingIsTheSameHoweverItStalled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sound := rapid.SliceOf(rapid.Int16Range(-2, 2)).Draw(t, "sound")
		var stalled []int16
		for _, s := range sound {
			stalled = append(stalled, make([]int16, rapid.IntRange(0, 2).Draw(t, "stall"))...)
			stalled = append(stalled, s)
		}
		if a, b := Sounding(sound), Sounding(stalled); !slices.Equal(a, b) {
			t.Fatalf("%v and %v", a, b)
		}
	})
}
