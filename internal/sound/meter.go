package sound

import (
	"math"
	"sync"
	"time"
)

// Floor is the lowest level a Meter shows, in dBFS: that of 16-bit silence.
const Floor = -96.0

const (
	meterTick   = 10 * time.Millisecond // the step in which levels fall
	rmsTicks    = 30                    // RMS is over the last 300 ms
	peakFall    = 20.0                  // dB a second
	peakHolding = 1500 * time.Millisecond
	silentAfter = 2 * time.Second
	clipRun     = 3 // samples at full scale in a row
)

// Level is what a Meter shows. 0 dBFS is full scale, for RMS that of a square
// wave, so a full-scale sine reads -3.
type Level struct {
	// Peak rises at once and falls 20 dB a second.
	Peak float64
	// RMS is over the last 300 ms.
	RMS float64
	// PeakHold is the highest Peak of the last 1.5 s.
	PeakHold float64
	// Clipped stays true once three samples in a row were at full scale.
	Clipped bool
	// Silent says that at least the last 2 s were exact digital zeros, which no
	// working microphone delivers: muted, or permission missing.
	Silent bool
}

// Meter measures levels. Its clock is the count of samples fed, so what it
// shows does not depend on when it is asked. One goroutine may Feed while
// others read.
type Meter struct {
	mu   sync.Mutex
	rate int
	tick int // samples in a tick
	readings
}

// readings is what Reset forgets.
type readings struct {
	inTick   int
	tickPeak int     // highest magnitude in this tick
	tickSum  float64 // sum of squares in this tick
	sums     [rmsTicks]float64
	nextSum  int
	filled   int // how many of sums are in use

	peak  float64 // dBFS
	held  float64 // dBFS
	since int     // ticks since held was set

	fullRun int
	zeroRun int
	clipped bool
}

// NewMeter makes a meter for samples at sampleRate a second.
func NewMeter(sampleRate int) *Meter {
	return &Meter{
		rate:     sampleRate,
		tick:     max(1, sampleRate*int(meterTick)/int(time.Second)),
		readings: readings{peak: Floor, held: Floor},
	}
}

// Reset forgets everything, the clip lamp too.
func (m *Meter) Reset() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.readings = readings{peak: Floor, held: Floor}
}

// Feed measures the next samples.
func (m *Meter) Feed(samples []int16) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for len(samples) > 0 {
		n := min(len(samples), m.tick-m.inTick)
		m.scan(samples[:n])
		samples = samples[n:]
		if m.inTick == m.tick {
			m.endTick()
		}
	}
}

func (m *Meter) scan(samples []int16) {
	for _, s := range samples {
		v := int(s)
		m.tickSum += float64(v * v)
		v = max(v, -v)
		m.tickPeak = max(m.tickPeak, v)
		if v == 0 {
			m.zeroRun = min(m.zeroRun+1, math.MaxInt32)
		} else {
			m.zeroRun = 0
		}
		if v >= math.MaxInt16 {
			m.fullRun++
			m.clipped = m.clipped || m.fullRun >= clipRun
		} else {
			m.fullRun = 0
		}
	}
	m.inTick += len(samples)
	// A peak shows at once; only its fall waits for the tick.
	m.raise(decibels(float64(m.tickPeak)))
}

func (m *Meter) raise(peak float64) {
	m.peak = max(m.peak, peak)
	if peak >= m.held {
		m.held, m.since = peak, 0
	}
}

func (m *Meter) endTick() {
	m.sums[m.nextSum] = m.tickSum
	m.nextSum = (m.nextSum + 1) % rmsTicks
	m.filled = min(m.filled+1, rmsTicks)
	m.peak = max(Floor, m.peak-peakFall*meterTick.Seconds())
	m.inTick, m.tickPeak, m.tickSum = 0, 0, 0
	if m.since++; m.since >= int(peakHolding/meterTick) {
		m.held = m.peak // from here on it falls with the peak
	}
}

// Level is the present state.
func (m *Meter) Level() Level {
	m.mu.Lock()
	defer m.mu.Unlock()
	var sum float64
	for _, s := range m.sums[:m.filled] {
		sum += s
	}
	rms := Floor
	if m.filled > 0 {
		rms = decibels(math.Sqrt(sum / float64(m.filled*m.tick)))
	}
	return Level{
		Peak:     m.peak,
		RMS:      rms,
		PeakHold: m.held,
		Clipped:  m.clipped,
		Silent:   m.zeroRun >= m.rate*int(silentAfter/time.Second),
	}
}

// decibels puts a magnitude of up to 32768 on the dBFS scale.
func decibels(magnitude float64) float64 {
	if magnitude <= 0 {
		return Floor
	}
	return min(0, max(Floor, 20*math.Log10(magnitude/math.MaxInt16)))
}
