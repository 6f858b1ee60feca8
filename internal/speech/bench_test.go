package speech

import (
	"fmt"
	"runtime"
	"testing"
	"time"
)

// babble is n seconds of what costs as much as speech to measure.
func babble(rate, seconds int) []int16 {
	voiced := noisy(tone(rate, 140, -20, float64(seconds)), pink(1), -30)
	for i := range voiced {
		if i/rate%3 == 0 {
			voiced[i] /= 300
		}
	}
	return int16s(voiced)
}

// reportSpeed says how many seconds of sound take a second.
func reportSpeed(b *testing.B, seconds float64) {
	b.ReportMetric(seconds*float64(b.N)/b.Elapsed().Seconds(), "x_real_time")
}

func BenchmarkAnalyzer(b *testing.B) {
	for _, rate := range []int{24000, 48000} {
		sound := babble(rate, 20)
		b.Run(fmt.Sprintf("write %d Hz", rate), func(b *testing.B) {
			for b.Loop() {
				NewAnalyzer(rate).WriteInt16(sound)
			}
			reportSpeed(b, 20)
		})
	}
	a := NewAnalyzer(24000)
	sound := babble(24000, 60)
	for range 40 {
		a.WriteInt16(sound)
	}
	b.Run("report of 40 minutes", func(b *testing.B) {
		for b.Loop() {
			a.Report()
		}
		reportSpeed(b, 2400)
	})
	r := a.Report()
	b.Run("phase of 5 minutes", func(b *testing.B) {
		for b.Loop() {
			r.Within(Span{10 * time.Minute, 15 * time.Minute})
		}
	})
}

func BenchmarkStretcher(b *testing.B) {
	for _, rate := range []int{24000, 48000} {
		sound := babble(rate, 20)
		buffer := make([]int16, rate/50)
		for _, speed := range []float64{0.5, 1, 1.5, 2} {
			b.Run(fmt.Sprintf("%d Hz at %v", rate, speed), func(b *testing.B) {
				b.ReportAllocs()
				s := NewStretcher(rate, speed)
				for b.Loop() {
					for rest := sound; len(rest) > 0; {
						rest = rest[s.Write(rest):]
						for s.Read(buffer) > 0 {
						}
					}
				}
				reportSpeed(b, 20/speed) // of what is heard
			})
		}
	}
}

// Forty minutes are measured in two or three megabytes.
func TestMemoryOfFortyMinutes(t *testing.T) {
	sound := babble(8000, 60)
	inUse := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := inUse()
	a := NewAnalyzer(8000)
	for range 40 {
		a.WriteInt16(sound)
	}
	grown := int64(inUse()) - int64(before)
	if a.Length() != 40*time.Minute || grown > 4<<20 {
		t.Errorf("%v took %d bytes", a.Length(), grown)
	}
	runtime.KeepAlive(a)
	t.Logf("%d bytes for %v", grown, a.Length())
}
