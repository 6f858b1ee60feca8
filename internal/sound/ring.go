package sound

import "sync/atomic"

// ring is a bounded queue of samples between one writer and one reader that
// never wait for each other. Positions count samples since the beginning and
// never wrap; the sample at position n lies at n modulo the size.
type ring struct {
	samples []int16
	mask    uint64
	written atomic.Uint64 // only the writer moves it
	read    atomic.Uint64 // only the reader moves it
}

// newRing makes a ring for at least capacity samples.
func newRing(capacity int) *ring {
	size := 1
	for size < capacity {
		size *= 2
	}
	return &ring{samples: make([]int16, size), mask: uint64(size - 1)}
}

// free is how many samples the writer may put.
func (r *ring) free() int { return len(r.samples) - r.length() }

// length is how many samples the reader may take.
func (r *ring) length() int { return int(r.written.Load() - r.read.Load()) }

// put appends as many samples as fit and says how many.
func (r *ring) put(src []int16) int {
	at := r.written.Load()
	n := min(len(src), r.free())
	first := copy(r.samples[at&r.mask:], src[:n])
	copy(r.samples, src[first:n])
	r.written.Store(at + uint64(n))
	return n
}

// take removes up to len(dst) samples into dst and says how many.
func (r *ring) take(dst []int16) int {
	at := r.read.Load()
	n := min(len(dst), r.length())
	first := copy(dst[:n], r.samples[at&r.mask:])
	copy(dst[first:n], r.samples)
	r.read.Store(at + uint64(n))
	return n
}

// skipTo drops what lies before position at, as far as it was written.
func (r *ring) skipTo(at uint64) {
	r.read.Store(max(r.read.Load(), min(at, r.written.Load())))
}
