package recording

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"
)

// errClosed answers use of a take after Finish or Abort.
var errClosed = errors.New("the take is closed")

// Take is a recording being written. Write, Silence, Finish and Abort belong to
// one goroutine; Samples, Peaks and Sync may be called from others meanwhile.
type Take struct {
	path      string
	f         takeFile
	enc       *blockEncoder
	ledger    *ledger
	dataStart int64
	block     []int16 // samples of the frame being filled
	samples   atomic.Int64
	err       error // why nothing more is written
}

// takeFile is what a take needs of its file.
type takeFile interface {
	io.WriterAt
	io.ReaderAt
	Truncate(size int64) error
	Sync() error
	Close() error
}

// Create begins a take at path, which must not exist yet, for sound of the
// given rate in Hz (8000 to 192000). The tags are readable in the file from now
// on; Finish replaces them.
func Create(path string, sampleRate int, t Tags) (*Take, error) {
	if !rateSupported(sampleRate) {
		return nil, fmt.Errorf("create take %s: %d Hz is not a rate it can have", path, sampleRate)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("create take: %w", err)
	}
	take, err := newTake(f, path, sampleRate, t)
	if err != nil {
		f.Close()
		os.Remove(path) // there is no sound in it yet
		return nil, fmt.Errorf("create take %s: %w", path, err)
	}
	return take, nil
}

func newTake(f takeFile, path string, rate int, tags Tags) (*Take, error) {
	size := blockSizeFor(rate)
	enc, err := newBlockEncoder(rate, size)
	if err != nil {
		return nil, err
	}
	header, err := openHeader(rate, size, tags)
	if err != nil {
		return nil, err
	}
	if _, err := f.WriteAt(header, 0); err != nil {
		return nil, err
	}
	return &Take{
		path: path, f: f, enc: enc, ledger: newLedger(rate, size),
		dataStart: int64(len(header)), block: make([]int16, 0, size),
	}, nil
}

// blockSizeFor returns how many samples a frame holds: the power of two nearest
// below 95 ms, which is the most a killed program can lose.
func blockSizeFor(rate int) int {
	size := 256
	for size*2 <= rate*95/1000 {
		size *= 2
	}
	return size
}

// Write appends samples. Less than a block of them may wait in memory. When the
// disk refuses a frame the file is cut back to its last whole one, the samples
// behind that are given up, and this and all later calls return the reason.
func (t *Take) Write(samples []int16) error {
	for len(samples) > 0 && t.err == nil {
		n := min(len(samples), t.ledger.blockSize-len(t.block))
		t.block = append(t.block, samples[:n]...)
		t.samples.Add(int64(n))
		samples = samples[n:]
		if len(t.block) == t.ledger.blockSize {
			t.flush()
		}
	}
	return t.err
}

// Silence appends n zero samples, at next to no cost in time or room.
func (t *Take) Silence(n int64) error {
	size := int64(t.ledger.blockSize)
	if fill := min(n, size-int64(len(t.block))); len(t.block) > 0 && n > 0 {
		if err := t.Write(make([]int16, fill)); err != nil {
			return err
		}
		n -= fill
	}
	zeros := make([]int16, size)
	for ; n >= size && t.err == nil; n -= size {
		t.samples.Add(size)
		t.put(t.enc.silence(t.ledger.frames, int(size)), zeros)
	}
	if n <= 0 {
		return t.err
	}
	return t.Write(zeros[:n])
}

// flush writes the samples that wait as one frame.
func (t *Take) flush() {
	frame, err := t.enc.encode(t.ledger.frames, t.block)
	if err != nil {
		t.fail(err)
		return
	}
	t.put(frame, t.block)
	t.block = t.block[:0]
}

// put writes one frame with one call, so that a killed program leaves whole
// frames only.
func (t *Take) put(frame []byte, samples []int16) {
	if _, err := t.f.WriteAt(frame, t.dataStart+t.ledger.bytes); err != nil {
		t.fail(err)
		return
	}
	t.ledger.add(len(frame), samples)
}

// fail keeps the reason and cuts off what part of a frame reached the disk. If
// even that fails, the torn frame is cut when the take is finished or recovered.
func (t *Take) fail(err error) {
	t.err = fmt.Errorf("write take %s: %w", t.path, err)
	if cut := t.f.Truncate(t.dataStart + t.ledger.bytes); cut != nil {
		t.err = errors.Join(t.err, fmt.Errorf("cut its last frame: %w", cut))
	}
	t.block = t.block[:0]
	t.samples.Store(t.ledger.samples)
}

// Samples returns how many samples the take has accepted, the waiting ones
// included.
func (t *Take) Samples() int64 { return t.samples.Load() }

// Peaks returns the peaks of what is in the file, which grow with it.
func (t *Take) Peaks() *Peaks { return t.ledger.peaks }

// Sync makes the system put all whole frames on the disk itself, where they
// outlive a loss of power. It may take long.
func (t *Take) Sync() error {
	if err := t.f.Sync(); err != nil {
		return fmt.Errorf("sync take %s: %w", t.path, err)
	}
	return nil
}

// Finish writes what waits, gives the file its final header with these tags and
// saves the peaks beside it. The take is closed then, whatever happened; if it
// failed, the file is still the unfinished one, which Recover can finish later.
// After a write that failed it finishes what is in the file.
func (t *Take) Finish(tags Tags) error {
	if errors.Is(t.err, errClosed) {
		return t.err
	}
	var lost error
	if len(t.block) > 0 && t.err == nil {
		t.flush()
		lost = t.err
	}
	if lost != nil {
		t.close()
		return lost
	}
	frames := io.NewSectionReader(t.f, t.dataStart, t.ledger.bytes)
	err := finalise(t.path, frames, t.ledger, tags, t.close)
	if err != nil {
		t.close()
		return fmt.Errorf("finish take %s: %w", t.path, err)
	}
	return nil
}

// Abort closes the file as it is. What waits is written first; Recover can
// finish the take later.
func (t *Take) Abort() error {
	if errors.Is(t.err, errClosed) {
		return nil
	}
	if len(t.block) > 0 && t.err == nil {
		t.flush()
	}
	failed := t.err
	if err := t.close(); err != nil {
		return fmt.Errorf("close take %s: %w", t.path, err)
	}
	return failed
}

func (t *Take) close() error {
	if errors.Is(t.err, errClosed) {
		return nil
	}
	t.err = fmt.Errorf("take %s: %w", t.path, errClosed)
	return t.f.Close()
}
