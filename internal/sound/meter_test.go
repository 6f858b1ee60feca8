package sound

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

const meterRate = 24000

// tone is n samples of a sine at the given level.
func tone(n int, hz, dbfs float64) []int16 {
	samples := make([]int16, n)
	amplitude := math.Pow(10, dbfs/20) * math.MaxInt16
	for i := range samples {
		samples[i] = int16(math.Round(amplitude * math.Sin(2*math.Pi*hz*float64(i)/meterRate)))
	}
	return samples
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s = %.2f, want %.2f ± %.2f", what, got, want, tolerance)
	}
}

func TestMeterShowsLevelOfTone(t *testing.T) {
	m := NewMeter(meterRate)
	m.Feed(tone(meterRate, 1000, -12))
	l := m.Level()
	near(t, "peak", l.Peak, -12, 0.3)
	near(t, "RMS of a sine", l.RMS, -15, 0.1)
	near(t, "held peak", l.PeakHold, -12, 0.1)
	if l.Clipped || l.Silent {
		t.Errorf("a tone at -12 dBFS shows %+v", l)
	}
}

func TestMeterHoldsPeakForAWhile(t *testing.T) {
	m := NewMeter(meterRate)
	m.Feed(tone(meterRate/10, 1000, -6))
	m.Feed(make([]int16, meterRate*14/10))
	l := m.Level()
	near(t, "held after 1.4 s", l.PeakHold, -6, 0.1)
	near(t, "peak after 1.4 s of falling", l.Peak, -6-28, 0.5)
	m.Feed(make([]int16, meterRate*2/10))
	near(t, "held after 1.6 s", m.Level().PeakHold, -6-32, 0.5)
}

func TestMeterPeakRisesAtOnce(t *testing.T) {
	m := NewMeter(meterRate)
	m.Feed(make([]int16, 37))
	m.Feed([]int16{-16384})
	near(t, "peak right after one sample", m.Level().Peak, -6.02, 0.01)
}

func TestMeterLatchesClipping(t *testing.T) {
	for _, c := range []struct {
		name    string
		samples []int16
		want    bool
	}{
		{"two at full scale", []int16{32767, 32767, 0}, false},
		{"three, not in a row", []int16{32767, 32767, 32766, 32767}, false},
		{"three in a row", []int16{32767, 32767, 32767}, true},
		{"three of the other sign", []int16{-32768, -32767, -32768}, true},
	} {
		m := NewMeter(meterRate)
		m.Feed(c.samples)
		if got := m.Level().Clipped; got != c.want {
			t.Errorf("%s: clipped = %v", c.name, got)
		}
		m.Feed(tone(3*meterRate, 500, -30))
		if got := m.Level().Clipped; got != c.want {
			t.Errorf("%s, long after: clipped = %v", c.name, got)
		}
		m.Reset()
		if m.Level().Clipped {
			t.Errorf("%s: still clipped after Reset", c.name)
		}
	}
}

func TestMeterSaysSilentAfterTwoSecondsOfZeros(t *testing.T) {
	m := NewMeter(meterRate)
	m.Feed(make([]int16, 2*meterRate-1))
	if m.Level().Silent {
		t.Error("silent one sample too early")
	}
	m.Feed([]int16{0})
	if !m.Level().Silent {
		t.Error("not silent after 2 s of zeros")
	}
	m.Feed([]int16{1})
	if m.Level().Silent {
		t.Error("silent although a sample was not zero")
	}
}

func TestMeterDoesNotCareHowSamplesArePacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOfN(rapid.Int16(), 0, 2000).Draw(t, "samples")
		whole, pieces := NewMeter(8000), NewMeter(8000)
		whole.Feed(samples)
		for rest := samples; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "n")
			pieces.Feed(slices.Clone(rest[:n]))
			rest = rest[n:]
		}
		if w, p := whole.Level(), pieces.Level(); w != p {
			t.Fatalf("at once %+v, in pieces %+v", w, p)
		}
		l := whole.Level()
		if l.Peak > 0 || l.Peak < Floor || l.PeakHold < l.Peak || l.RMS < Floor || l.RMS > 0 {
			t.Fatalf("levels out of order: %+v", l)
		}
	})
}
