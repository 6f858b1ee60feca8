package sound

import (
	"sync/atomic"
	"time"
)

// heard works out which sample is audible now. The audio thread notes after
// each callback which sample it handed over last; between the notes time does
// the counting.
type heard struct {
	rate    int
	latency time.Duration // from the end of a callback's sound to the ear
	epoch   time.Time

	turn  atomic.Uint64 // odd while the notes are being written
	nanos atomic.Int64
	end   atomic.Uint64
	tail  atomic.Int64 // silence that followed the sample in the same callback
}

// note is called on the audio thread: at time now it handed over the samples
// up to end, and tail samples of silence after them.
func (h *heard) note(now time.Time, end uint64, tail int) {
	h.turn.Add(1)
	h.nanos.Store(int64(now.Sub(h.epoch)))
	h.end.Store(end)
	h.tail.Store(int64(tail))
	h.turn.Add(1)
}

// upTo is the position in the ring up to which sound is audible at time now.
func (h *heard) upTo(now time.Time) uint64 {
	for {
		before := h.turn.Load()
		nanos, end, tail := h.nanos.Load(), h.end.Load(), h.tail.Load()
		if before%2 != 0 || h.turn.Load() != before {
			continue // a write lasts nanoseconds
		}
		left := h.latency - now.Sub(h.epoch) + time.Duration(nanos)
		unheard := int64(left)*int64(h.rate)/int64(time.Second) - tail
		return end - min(end, uint64(max(0, unheard)))
	}
}
