package sound

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const tapeRate = 24000

// fadeSamples is how many samples a fade takes.
const fadeSamples = tapeRate * 5 / 1000

func filled(value int16, n int) *tape {
	t := newTape(tapeRate)
	t.ring.put(slices.Repeat([]int16{value}, n))
	return t
}

func TestTapePlaysBitByBit(t *testing.T) {
	tp := newTape(tapeRate)
	src := tone(4000, 440, -3)
	tp.ring.put(src)
	out := make([]int16, 5000)
	if used := tp.render(out); used != 4000 {
		t.Errorf("used %d, want 4000", used)
	}
	if !slices.Equal(out[fadeSamples:4000], src[fadeSamples:]) {
		t.Error("samples were changed after the fade-in")
	}
	if slices.ContainsFunc(out[4000:], func(s int16) bool { return s != 0 }) {
		t.Error("no silence after the end")
	}
}

// However pause, seek and volume are switched, a steady sound never jumps.
func TestTapeNeverClicks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const level = 20000
		tp := newTape(tapeRate)
		var before int16
		limit := int(math.Ceil(level/float64(fadeSamples))) + 1
		for range rapid.IntRange(1, 40).Draw(t, "callbacks") {
			tp.ring.put(slices.Repeat([]int16{level}, tp.ring.free()))
			switch rapid.IntRange(0, 4).Draw(t, "action") {
			case 0:
				tp.paused.Store(!tp.paused.Load())
			case 1:
				tp.flushTo.Store(tp.ring.written.Load())
				// The feeder comes after the flush.
				tp.ring.put(slices.Repeat([]int16{level}, tp.ring.free()))
			case 2:
				tp.setVolume(rapid.Float64Range(0, 1.5).Draw(t, "volume"))
			}
			out := make([]int16, rapid.IntRange(1, 600).Draw(t, "n"))
			used := tp.render(out)
			if used < len(out) && !tp.paused.Load() && tp.ring.length() > 0 {
				t.Fatalf("used %d of %d although there was sound", used, len(out))
			}
			for i, s := range out {
				if used < len(out) && i >= used && !tp.paused.Load() {
					before = 0 // the ring ran dry after a flush
					break
				}
				if step := int(s) - int(before); max(step, -step) > limit {
					t.Fatalf("a step of %d at sample %d, want at most %d", step, i, limit)
				}
				before = s
			}
		}
	})
}

func TestTapePausesWithoutLosingSamples(t *testing.T) {
	tp := filled(1000, 4000)
	tp.render(make([]int16, 1000))
	tp.paused.Store(true)
	tp.render(make([]int16, 1000))
	taken := tp.ring.read.Load() - 1000
	if taken < fadeSamples || taken > fadeSamples+1 {
		t.Errorf("took %d samples, want %d: those of the fade only", taken, fadeSamples)
	}
	if used := tp.render(make([]int16, 1000)); used != 0 {
		t.Errorf("used %d while paused", used)
	}
	tp.paused.Store(false)
	out := make([]int16, 1000)
	if used := tp.render(out); used != 1000 || out[999] != 1000 {
		t.Errorf("after the pause: used %d, last sample %d", used, out[999])
	}
}

func TestTapeFlushDropsTheOldAndFadesInTheNew(t *testing.T) {
	tp := filled(1000, 2000)
	tp.render(make([]int16, 500))
	tp.flushTo.Store(2000)
	tp.ring.put(slices.Repeat([]int16{-3000}, 2000))
	out := make([]int16, 1000)
	tp.render(out)
	for i, s := range out {
		switch {
		case i < fadeSamples && s < 0, i >= fadeSamples && s > 0:
			t.Fatalf("sample %d is %d", i, s)
		}
	}
	if out[999] != -3000 {
		t.Errorf("the new sound is at %d, want -3000", out[999])
	}
}

func TestVolume(t *testing.T) {
	for _, c := range []struct {
		volume float64
		want   int16
	}{{1, 10000}, {0.5, 5000}, {0, 0}, {2, 20000}, {100, 32767}, {-1, 0}, {math.NaN(), 0}} {
		tp := filled(10000, 4000)
		tp.setVolume(c.volume)
		out := make([]int16, 2000)
		tp.render(out)
		if out[1999] != c.want || tp.ring.read.Load() != 2000 {
			t.Errorf("at volume %v: sample %d, %d taken, want %d, 2000", c.volume, out[1999], tp.ring.read.Load(), c.want)
		}
	}
}

func TestHeardFollowsTheClock(t *testing.T) {
	start := time.Now()
	h := &heard{rate: 1000, latency: 40 * time.Millisecond, epoch: start}
	if got := h.upTo(start.Add(time.Hour)); got != 0 {
		t.Errorf("heard %d before anything was played", got)
	}
	at := start.Add(time.Second)
	h.note(at, 500, 10) // of the callback's sound, the last 10 ms are silence
	for _, c := range []struct {
		after time.Duration
		want  uint64
	}{{0, 470}, {20 * time.Millisecond, 490}, {30 * time.Millisecond, 500}, {time.Hour, 500}} {
		if got := h.upTo(at.Add(c.after)); got != c.want {
			t.Errorf("%v after the callback %d was heard, want %d", c.after, got, c.want)
		}
	}
}
