package journal

import (
	"testing"
	"time"
)

// syncedDisk hands out what it holds each time it is synced, and is in the
// middle of that until somebody takes it.
type syncedDisk struct {
	fullDisk
	synced chan string
}

func (d *syncedDisk) Sync() error {
	d.mu.Lock()
	data := string(d.data)
	d.mu.Unlock()
	d.synced <- data
	return nil
}

func TestSyncSoonNeitherWaitsNorIsWaitedFor(t *testing.T) {
	disk := &syncedDisk{fullDisk: fullDisk{room: 1000}, synced: make(chan string)}
	w := newWriter("journal.jsonl", disk, 0)
	begun := time.Now()
	w.Append([]byte(`{"at":1}`))
	w.SyncSoon() // returns though nobody takes what is synced
	if got := <-disk.synced; got != "{\"at\":1}\n" {
		t.Errorf("%q was synced", got)
	}
	if took := time.Since(begun); took >= syncEvery {
		t.Errorf("it was synced after %v, as any line is", took)
	}
	go func() {
		for range disk.synced {
		}
	}()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w.SyncSoon() // after Close it does nothing
	close(disk.synced)
}
