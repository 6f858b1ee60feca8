package sound

import (
	"math"
	"sync/atomic"
	"time"
)

const (
	// fade is how long sound takes to come and go at a jump, a pause or a change
	// of volume, so that none of them clicks.
	fade = 5 * time.Millisecond
	// maxGain bounds Volume: 12 dB up.
	maxGain = 4.0
)

// tape is what the audio thread plays from: the ring that is filled behind it
// and the few switches that others may set at any time.
type tape struct {
	ring    *ring
	step    float64       // how much gain changes from one sample to the next
	volume  atomic.Uint64 // bits of a float64
	paused  atomic.Bool
	flushTo atomic.Uint64 // samples before this position are not wanted any more

	gain float64 // audio thread only: what the last sample was multiplied by
}

func newTape(rate int) *tape {
	t := &tape{
		ring: newRing(rate * int(aheadLength/time.Millisecond) / 1000),
		step: 1 / (fade.Seconds() * float64(rate)),
	}
	t.setVolume(1)
	return t
}

func (t *tape) setVolume(v float64) {
	if math.IsNaN(v) {
		v = 0
	}
	t.volume.Store(math.Float64bits(min(maxGain, max(0, v))))
}

// render fills out on the audio thread and returns how many samples of out
// come before the end of what it took from the ring: 0 when it took none.
func (t *tape) render(out []int16) int {
	used := 0
	for at := 0; at < len(out); {
		target := math.Float64frombits(t.volume.Load())
		flush := t.flushTo.Load()
		jump, paused := flush > t.ring.read.Load(), t.paused.Load()
		if jump || paused {
			target = 0
		}
		if t.gain == 0 && jump {
			t.ring.skipTo(flush)
			continue
		}
		if t.gain == 0 && paused {
			clear(out[at:])
			break
		}
		n := len(out) - at
		if t.gain != target {
			n = min(n, int(math.Ceil(math.Abs(target-t.gain)/t.step)))
		}
		got := t.ring.take(out[at : at+n])
		t.shape(out[at:at+got], target)
		at += got
		if got > 0 {
			used = at
		}
		if got < n {
			t.gain = 0 // what comes after the hole fades in
			if !jump {
				clear(out[at:])
				break
			}
		}
	}
	return used
}

// wind drops what is not wanted any more, while nothing renders.
func (t *tape) wind() { t.ring.skipTo(t.flushTo.Load()) }

// shape applies the gain on its way to target.
func (t *tape) shape(samples []int16, target float64) {
	if t.gain == 1 && target == 1 {
		return // untouched, bit by bit
	}
	for i, s := range samples {
		if t.gain < target {
			t.gain = min(target, t.gain+t.step)
		} else if t.gain > target {
			t.gain = max(target, t.gain-t.step)
		}
		v := math.Round(float64(s) * t.gain)
		samples[i] = int16(min(math.MaxInt16, max(math.MinInt16, v)))
	}
}
