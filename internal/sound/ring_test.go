package sound

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRingKeepsOrderAndLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRing(rapid.IntRange(1, 40).Draw(t, "capacity"))
		var model []int16
		next := int16(0)
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				src := make([]int16, rapid.IntRange(0, 50).Draw(t, "n"))
				for i := range src {
					src[i] = next + int16(i)
				}
				want := min(len(src), len(r.samples)-len(model))
				if got := r.put(src); got != want {
					t.Fatalf("put took %d of %d, want %d", got, len(src), want)
				}
				model = append(model, src[:want]...)
				next += int16(want)
			},
			"take": func(t *rapid.T) {
				dst := make([]int16, rapid.IntRange(0, 50).Draw(t, "n"))
				want := min(len(dst), len(model))
				if got := r.take(dst); got != want || !slices.Equal(dst[:got], model[:want]) {
					t.Fatalf("took %v, want %v", dst[:got], model[:want])
				}
				model = model[want:]
			},
			"skip": func(t *rapid.T) {
				n := rapid.IntRange(0, 60).Draw(t, "n")
				r.skipTo(r.read.Load() + uint64(n))
				model = model[min(n, len(model)):]
			},
			"": func(t *rapid.T) {
				if r.length() != len(model) || r.free() != len(r.samples)-len(model) {
					t.Fatalf("length %d, free %d, want %d in %d", r.length(), r.free(), len(model), len(r.samples))
				}
			},
		})
	})
}

func TestIntakeHandsOverEverySampleBetweenThreads(t *testing.T) {
	const rate, period, total = 8000, 80, 80 * 1600 // fits, so that nothing is dropped
	in := newIntake(rate)
	go func() {
		buffer := make([]int16, period)
		now := in.epoch
		for at := 0; at < total; {
			for i := range buffer {
				buffer[i] = int16(at + i)
			}
			now = now.Add(10 * time.Millisecond)
			in.put(buffer, now)
			at += period
		}
	}()
	for at := 0; at < total; {
		block, ok := in.get(time.Now().Add(time.Hour))
		if !ok {
			<-in.news
			continue
		}
		for i, s := range block.Samples {
			if s != int16(at+i) {
				t.Fatalf("sample %d is %d, want %d", at+i, s, int16(at+i))
			}
		}
		at += len(block.Samples)
		want := in.epoch.Add(time.Duration(at) * time.Second / rate)
		if !block.At.Equal(want) {
			t.Fatalf("the block up to sample %d came at %v, want %v", at, block.At.Sub(in.epoch), want.Sub(in.epoch))
		}
	}
}

func TestIntakeSplitsAtHoles(t *testing.T) {
	const rate, period = 8000, 80
	in := newIntake(rate)
	now := in.epoch
	feed := func(value int16, callbacks int) {
		for range callbacks {
			now = now.Add(10 * time.Millisecond)
			in.put(slices.Repeat([]int16{value}, period), now)
		}
	}
	feed(1, 5)
	first := now
	now = now.Add(700 * time.Millisecond) // the device was away
	feed(2, 3)
	for i, want := range []struct {
		value, n int
		at       time.Time
	}{{1, 5 * period, first}, {2, 3 * period, now}} {
		b, ok := in.get(now.Add(time.Second))
		if !ok || len(b.Samples) != want.n || b.Samples[0] != int16(want.value) || !b.At.Equal(want.at) {
			t.Fatalf("block %d: %d samples at %v, want %+v", i, len(b.Samples), b.At, want)
		}
	}
	if b, ok := in.get(now.Add(time.Second)); ok {
		t.Errorf("a third block of %d samples", len(b.Samples))
	}
}

func TestIntakeCountsWhatItDrops(t *testing.T) {
	const rate, period = 8000, 80
	in := newIntake(rate)
	now := in.epoch
	put := func(value int16) {
		now = now.Add(10 * time.Millisecond)
		in.put(slices.Repeat([]int16{value}, period), now)
	}
	room := len(in.ring.samples) / period
	for range room + 5 {
		put(1)
	}
	if got := in.overruns.Load(); got != 5*period {
		t.Errorf("overruns = %d, want %d", got, 5*period)
	}
	b, _ := in.get(now.Add(time.Second))
	if len(b.Samples) != room*period {
		t.Errorf("read %d samples, want %d", len(b.Samples), room*period)
	}
	put(2)
	put(3)
	b, ok := in.get(now.Add(time.Second))
	if !ok || len(b.Samples) != 2*period || b.Samples[0] != 2 {
		t.Errorf("after the overrun: %v, %d samples", ok, len(b.Samples))
	}
}

// A machine that was busy delivers late, but everything: counted back from its
// last sample, the run then begins where the one before ended.
func TestIntakeHoldsSoundBackUntilABurstIsOver(t *testing.T) {
	const rate, period = 8000, 80
	in := newIntake(rate)
	in.put(make([]int16, period), in.epoch.Add(10*time.Millisecond))
	in.get(in.epoch.Add(time.Second))
	late := in.epoch.Add(410 * time.Millisecond)
	in.put(make([]int16, period), late)
	if b, ok := in.get(late.Add(time.Millisecond)); ok {
		t.Fatalf("%d samples came before the burst was over", len(b.Samples))
	}
	for range 39 {
		in.put(make([]int16, period), late.Add(2*time.Millisecond))
	}
	b, ok := in.get(late.Add(settling))
	if !ok || len(b.Samples) != 40*period || !b.At.Equal(late.Add(2*time.Millisecond)) {
		t.Fatalf("got %v, %d samples at %v", ok, len(b.Samples), b.At.Sub(in.epoch))
	}
}
