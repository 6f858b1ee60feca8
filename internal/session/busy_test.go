//go:build !race && unix

// The race detector keeps memory of its own beside what a program takes, and
// makes everything ten times as slow. What the processors were busy for is asked
// of Unix.

package session

import (
	"math/rand/v2"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// patience is by how much longer than on an idle desk things may take where the
// tests run beside others.
const patience = 2

// processors is on how many an attempt is opened, at the least.
const processors = 2

// quickest is for how long something keeps the processors busy, undisturbed: the
// best of some tries, of which there are no more once it is good.
func quickest(good time.Duration, do func()) time.Duration {
	best := time.Hour
	for tries := 0; tries < 6 && best > good; tries++ {
		began := busyFor()
		do()
		best = min(best, busyFor()-began)
	}
	return best
}

// busyFor is the processors' time that the tests have taken.
func busyFor() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// Forty minutes in which 20,000 things happen open in 200 ms, any moment of them
// is there in 5 ms, and they take 30 MB above the size of the files.
func TestABusyAttemptOpensAndSeeksAtOnce(t *testing.T) {
	dir := t.TempDir()
	size := keep(t, dir, busyMock())
	var a *Attempt
	const opening = 200 * time.Millisecond * processors
	if took := quickest(opening, func() {
		var err error
		if a, err = Open(dir); err != nil {
			t.Fatal(err)
		}
	}); took > patience*opening {
		t.Errorf("to open it takes %v of the processors", took)
	} else {
		t.Logf("to open it takes %v of the processors", took)
	}
	if n := len(a.History.Events); n != busyEvents {
		t.Fatalf("%d events", n)
	}
	r := rand.New(rand.NewPCG(1, 2))
	longest := time.Duration(0)
	for range 200 {
		at := time.Duration(r.Int64N(int64(fortyMinutes)))
		longest = max(longest, quickest(5*time.Millisecond, func() {
			a.ChangedSince(a.At(at), at, 2*second)
			a.Laser(at)
		}))
	}
	t.Logf("the longest seek takes %v", longest)
	if longest > patience*5*time.Millisecond {
		t.Errorf("a seek takes %v", longest)
	}
	a = nil
	before := inUse()
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	taken := int(inUse()) - int(before)
	t.Logf("%.1f MB of files take %.1f MB", float64(size)/(1<<20), float64(taken)/(1<<20))
	if taken > size+30<<20 {
		t.Errorf("%.1f MB of files take %.1f MB", float64(size)/(1<<20), float64(taken)/(1<<20))
	}
	runtime.KeepAlive(a)
}

// inUse is what the heap holds once everything that is not needed is gone.
func inUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
