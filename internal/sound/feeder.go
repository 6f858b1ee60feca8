package sound

import (
	"math"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// aheadLength is how much sound is decoded in advance: much, for a machine too
	// busy to decode when it should.
	aheadLength = time.Second
	// startLength is how much must be decoded before a device starts. It is more
	// than one takes at once then, or what it starts with would have a hole:
	// ALSA's mixer takes 340 ms whatever is asked for.
	startLength = 400 * time.Millisecond
	// chunkLength is how much is decoded at once.
	chunkLength = 20 * time.Millisecond
)

// noEnd stands for the end of a feed that has not ended.
const noEnd = math.MaxUint64

// Feed supplies what a Player plays.
type Feed interface {
	// Fill puts the next samples into dst and says how many; 0 means the end. It
	// is called on a goroutine of the Player, never on the audio thread and never
	// twice at a time, and should be done in well under 200 ms.
	Fill(dst []int16) int
}

// feeder keeps a tape filled from a feed. What changes the feed is done on its
// goroutine, between two calls of Fill.
type feeder struct {
	tape *tape
	rate int
	wake chan struct{} // room in the ring, or an order
	quit chan struct{}
	done chan struct{} // the goroutine has ended

	mu     sync.Mutex
	orders []func()
	open   atomic.Int64 // orders given and not yet carried out

	feed Feed          // this goroutine only
	base atomic.Uint64 // where in the ring the present stretch begins
	end  atomic.Uint64 // where it ends, or noEnd
}

func newFeeder(t *tape, rate int) *feeder {
	f := &feeder{
		tape: t, rate: rate,
		wake: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{}),
	}
	f.end.Store(noEnd)
	go f.run()
	return f
}

// order has fn carried out between two Fills, after which whatever was in the
// ring is dropped and a new stretch begins.
func (f *feeder) order(fn func()) {
	f.mu.Lock()
	f.open.Add(1)
	f.orders = append(f.orders, fn)
	f.mu.Unlock()
	f.poke()
}

// poke wakes the goroutine; the audio thread uses it too, so it never waits.
func (f *feeder) poke() {
	select {
	case f.wake <- struct{}{}:
	default:
	}
}

// stop ends the goroutine and waits for it.
func (f *feeder) stop() {
	close(f.quit)
	<-f.done
}

func (f *feeder) run() {
	defer close(f.done)
	chunk := make([]int16, f.rate*int(chunkLength/time.Millisecond)/1000)
	for {
		select {
		case <-f.quit:
			return
		default:
		}
		f.obey()
		if f.feed == nil || f.end.Load() != noEnd || f.has(aheadLength-chunkLength) {
			select {
			case <-f.wake:
			case <-f.quit:
			}
			continue
		}
		n := f.feed.Fill(chunk)
		if n <= 0 {
			f.end.Store(f.tape.ring.written.Load())
			continue
		}
		f.tape.ring.put(chunk[:min(n, len(chunk))])
	}
}

// has says whether so much is decoded and not played yet.
func (f *feeder) has(d time.Duration) bool {
	return f.tape.ring.length() >= f.rate*int(d/time.Millisecond)/1000
}

// ready says that a device may start: enough was decoded for it, or all there
// is.
func (f *feeder) ready() bool {
	return f.open.Load() == 0 && (f.end.Load() != noEnd || f.has(startLength))
}

// obey carries out the orders given so far.
func (f *feeder) obey() {
	f.mu.Lock()
	orders := f.orders
	f.orders = nil
	f.mu.Unlock()
	for _, fn := range orders {
		fn()
		at := f.tape.ring.written.Load()
		f.end.Store(noEnd)
		f.base.Store(at)
		f.tape.flushTo.Store(at)
		f.open.Add(-1)
	}
}

// ended is where the present stretch ends, if all of it was decoded.
func (f *feeder) ended() (uint64, bool) {
	if f.open.Load() > 0 {
		return 0, false
	}
	end := f.end.Load()
	return end, end != noEnd
}
