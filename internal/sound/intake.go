package sound

import (
	"sync/atomic"
	"time"
)

const (
	// intakeLength is how far a reader may fall behind before sound is dropped.
	intakeLength = 10 * time.Second
	// hole is the delay beyond which two callbacks are not one run of sound.
	// Servers deliver in bursts, so less than this says nothing.
	hole = 100 * time.Millisecond
	// settling is how long the first sound after a hole is held back. If the
	// machine was busy and nothing is missing, the rest comes in that time, and
	// the run as a whole reaches back over the hole.
	settling = 40 * time.Millisecond
)

// stamp marks where in the ring a callback's samples end and when it came.
type stamp struct {
	end   uint64
	nanos int64 // since the intake's epoch
	fresh bool  // a hole precedes these samples
}

// intake takes samples from the audio thread and hands them to one reader in
// runs without holes. The audio thread only copies.
type intake struct {
	rate   int
	epoch  time.Time
	ring   *ring
	stamps [4096]stamp
	marked atomic.Uint64 // stamps written
	seen   atomic.Uint64 // stamps read
	news   chan struct{}

	last     int64 // audio thread only: when the previous callback came
	dropped  bool  // audio thread only: the previous callback found no room
	overruns atomic.Int64
}

func newIntake(rate int) *intake {
	return &intake{
		rate:  rate,
		epoch: time.Now(),
		ring:  newRing(rate * int(intakeLength/time.Second)),
		news:  make(chan struct{}, 1),
	}
}

// put is called on the audio thread with what arrived at time now. It keeps
// all of the samples or, when there is no room, none.
func (in *intake) put(samples []int16, now time.Time) {
	if len(samples) == 0 {
		return
	}
	nanos := int64(now.Sub(in.epoch))
	at := in.marked.Load()
	if in.ring.free() < len(samples) || at-in.seen.Load() >= uint64(len(in.stamps)) {
		in.overruns.Add(int64(len(samples)))
		in.dropped = true
		return
	}
	expected := in.last + int64(len(samples))*int64(time.Second)/int64(in.rate)
	fresh := in.dropped || nanos > expected+int64(hole)
	in.last, in.dropped = nanos, false
	in.stamps[at%uint64(len(in.stamps))] = stamp{end: in.ring.written.Load() + uint64(len(samples)), nanos: nanos, fresh: fresh}
	in.ring.put(samples)
	in.marked.Store(at + 1) // publishes stamp and samples together
	select {
	case in.news <- struct{}{}:
	default:
	}
}

// get returns the next run of samples, or false when there is none at time now.
func (in *intake) get(now time.Time) (Block, bool) {
	from, to := in.seen.Load(), in.marked.Load()
	if from == to {
		return Block{}, false
	}
	start := in.ring.read.Load()
	last := in.stamps[from%uint64(len(in.stamps))]
	if last.fresh && now.Sub(in.epoch)-time.Duration(last.nanos) < settling {
		return Block{}, false
	}
	next := from + 1
	for ; next < to; next++ {
		s := in.stamps[next%uint64(len(in.stamps))]
		if s.fresh {
			break
		}
		last = s
	}
	samples := make([]int16, last.end-start)
	in.ring.take(samples)
	in.seen.Store(next)
	return Block{Samples: samples, At: in.epoch.Add(time.Duration(last.nanos))}, true
}
