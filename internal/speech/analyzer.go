package speech

import (
	"time"
)

// fullScale is the magnitude from which a sample counts as at full scale: the
// highest positive one of 16-bit sound.
const fullScale = float32(32767.0 / 32768.0)

// Analyzer measures a recording that is written to it piece by piece. What it
// reports depends on the samples only, not on how they were cut into pieces. It
// must not be used by two goroutines at a time.
type Analyzer struct {
	rate    int
	samples int64
	steps   steps
	frames  frames
	zeros   zeros
	buffer  [1024]float32
}

// NewAnalyzer returns an Analyzer for sound at rate samples a second, from 8000
// to 96000; what is outside is taken as the nearest of these.
func NewAnalyzer(rate int) *Analyzer {
	rate = supported(rate)
	return &Analyzer{
		rate:   rate,
		steps:  newSteps(rate),
		frames: newFrames(rate),
		zeros:  zeros{shortest: int64(noSignalSeconds * rate)},
	}
}

func supported(rate int) int { return min(max(rate, 8000), 96000) }

// Write measures the next samples. Full scale is 1. A sample that is not a
// number counts as zero, one beyond ±4 as ±4.
func (a *Analyzer) Write(samples []float32) {
	for len(samples) > 0 {
		n := min(len(samples), len(a.buffer))
		for i, v := range samples[:n] {
			if v != v {
				v = 0
			}
			a.buffer[i] = min(max(v, -4), 4)
		}
		a.write(a.buffer[:n])
		samples = samples[n:]
	}
}

// WriteInt16 measures the next samples. Full scale is 32768.
func (a *Analyzer) WriteInt16(samples []int16) {
	for len(samples) > 0 {
		n := min(len(samples), len(a.buffer))
		for i, v := range samples[:n] {
			a.buffer[i] = float32(v) / 32768
		}
		a.write(a.buffer[:n])
		samples = samples[n:]
	}
}

func (a *Analyzer) write(samples []float32) {
	a.samples += int64(len(samples))
	a.zeros.write(samples)
	a.steps.write(samples)
	a.frames.write(samples)
}

// Length is how much sound was written.
func (a *Analyzer) Length() time.Duration { return a.time(a.samples) }

// time is when a sample is. It holds for recordings of many years.
func (a *Analyzer) time(sample int64) time.Duration {
	rate := int64(a.rate)
	return time.Duration(sample/rate)*time.Second +
		time.Duration(sample%rate)*time.Second/time.Duration(rate)
}
