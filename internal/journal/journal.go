// Package journal is an append-only log of JSON lines that survives the death
// of the program that writes it.
//
// A line is handed to the operating system the moment it is appended and
// forced to the disk once a second, so a kill loses nothing that was written
// and a power cut at most the last second. A full disk loses nothing either
// while the program lives: lines wait in memory and are tried again.
package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// syncEvery is how long a line may wait for its fsync.
const syncEvery = time.Second

// file is what a Writer needs of the file below it; tests put a failing one
// in its place.
type file interface {
	Write(p []byte) (int, error)
	Truncate(size int64) error
	Sync() error
	Close() error
}

// Writer appends lines. Its methods may be called from any goroutine; none but
// Sync and Close waits for the disk.
type Writer struct {
	path string
	file file

	mu      sync.Mutex
	wake    *sync.Cond
	pending bytes.Buffer // whole lines not yet written
	lines   int          // how many lines pending holds
	closing bool
	asked   uint64 // syncs asked for
	done    uint64 // syncs answered
	err     error  // the last attempt's outcome
	onError func(error)

	size    int64 // bytes of whole lines in the file; owned by the goroutine
	stopped chan struct{}
}

// Create makes a new journal file, readable by its owner only. It fails if the
// file exists.
func Create(path string) (*Writer, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("create journal: %w", err)
	}
	return newWriter(path, f, 0), nil
}

// Append opens an existing journal to go on writing. A torn last line is cut
// off first; Read says what it was.
func Append(path string) (*Writer, error) {
	log, err := Read(path)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	if log.Torn > 0 {
		if err := f.Truncate(log.size); err != nil {
			f.Close()
			return nil, fmt.Errorf("cut the torn line off %s: %w", path, err)
		}
	}
	return newWriter(path, f, log.size), nil
}

func newWriter(path string, f file, size int64) *Writer {
	w := &Writer{path: path, file: f, size: size, stopped: make(chan struct{})}
	w.wake = sync.NewCond(&w.mu)
	go w.run()
	return w
}

// OnError has f called, on the writer's own goroutine, each time writing
// changes between failing (the error) and working again (nil).
func (w *Writer) OnError(f func(error)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.onError = f
}

// Append adds one line: JSON without a line break. It does not wait for the
// disk. Lines appended after Close are dropped.
func (w *Writer) Append(line []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closing {
		return
	}
	w.pending.Write(line)
	w.pending.WriteByte('\n')
	w.lines++
	w.wake.Broadcast()
}

// Sync waits until every line appended so far is on the disk, or says why it
// isn't.
func (w *Writer) Sync() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closing {
		return w.err
	}
	w.asked++
	mine := w.asked
	w.wake.Broadcast()
	for w.done < mine {
		w.wake.Wait()
	}
	return w.err
}

// SyncSoon has every line appended so far put on the disk as soon as can be,
// instead of within a second. It does not wait for that.
func (w *Writer) SyncSoon() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.closing {
		w.asked++
		w.wake.Broadcast()
	}
}

// Close writes and syncs what is left and closes the file. The error says how
// many lines could not be saved.
func (w *Writer) Close() error {
	w.mu.Lock()
	if w.closing {
		w.mu.Unlock()
		<-w.stopped
		return w.err
	}
	w.closing = true
	w.asked++
	w.wake.Broadcast()
	w.mu.Unlock()
	<-w.stopped
	if w.lines > 0 {
		w.err = fmt.Errorf("%d events could not be saved to %s: %w", w.lines, w.path, w.err)
	}
	return w.err
}

// run is the writer's goroutine: it writes as lines come and syncs on time.
func (w *Writer) run() {
	defer close(w.stopped)
	ticker := time.AfterFunc(time.Hour, func() { w.mu.Lock(); w.wake.Broadcast(); w.mu.Unlock() })
	defer ticker.Stop()
	var dirtySince, retryAt time.Time
	w.mu.Lock()
	defer w.mu.Unlock()
	for {
		now := time.Now()
		// What is asked while the lock is off below is answered on the next
		// round: only then are the lines before it written.
		asked, closing := w.asked, w.closing
		if w.lines > 0 && (now.After(retryAt) || asked > w.done) {
			batch := bytes.Clone(w.pending.Bytes())
			w.mu.Unlock()
			err := w.write(batch)
			w.mu.Lock()
			if err == nil {
				w.pending.Next(len(batch))
				w.lines = bytes.Count(w.pending.Bytes(), []byte{'\n'})
				if dirtySince.IsZero() {
					dirtySince = now
				}
			} else {
				retryAt = now.Add(syncEvery)
			}
			w.report(err)
		}
		if !dirtySince.IsZero() && (now.Sub(dirtySince) >= syncEvery || asked > w.done) {
			w.mu.Unlock()
			err := w.file.Sync()
			w.mu.Lock()
			dirtySince = time.Time{}
			if err != nil {
				w.report(err) // that a write works again is for the write to say
			}
		}
		if asked > w.done {
			w.done = asked
			w.wake.Broadcast()
		}
		if closing {
			if err := w.file.Close(); err != nil && w.err == nil {
				w.err = err
			}
			return
		}
		if w.idle(dirtySince, retryAt) {
			if !dirtySince.IsZero() {
				ticker.Reset(time.Until(dirtySince.Add(syncEvery)) + time.Millisecond)
			} else if w.lines > 0 {
				ticker.Reset(time.Until(retryAt) + time.Millisecond)
			}
			w.wake.Wait()
		}
	}
}

// idle reports whether there is nothing to do before the next wake-up.
func (w *Writer) idle(dirtySince, retryAt time.Time) bool {
	if w.asked > w.done || w.closing {
		return false
	}
	if w.lines > 0 && time.Now().After(retryAt) {
		return false
	}
	return dirtySince.IsZero() || time.Since(dirtySince) < syncEvery
}

// write puts whole lines into the file, or none: what a full disk left of
// them is cut off again, so that the next attempt starts on a line of its own.
func (w *Writer) write(batch []byte) error {
	n, err := w.file.Write(batch)
	if err == nil {
		w.size += int64(n)
		return nil
	}
	if cut := w.file.Truncate(w.size); cut != nil {
		err = errors.Join(err, cut)
	}
	return fmt.Errorf("write %s: %w", w.path, err)
}

// report notes how the last attempt went; the mutex is held.
func (w *Writer) report(err error) {
	changed := (err == nil) != (w.err == nil)
	w.err = err
	if changed && w.onError != nil {
		f := w.onError
		w.mu.Unlock()
		f(err)
		w.mu.Lock()
	}
}
