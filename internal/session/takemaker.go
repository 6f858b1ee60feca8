package session

import (
	"fmt"
	"math"
	"os"

	"talkthrough/internal/recording"
)

// roomKept is the room on the disk, in bytes, that recording leaves to journal,
// notes and board.
const roomKept = 1 << 20

// headerRoom is what a whole take has beyond what was recorded, in bytes: seek
// table, tags and peaks.
const headerRoom = 64 << 10

// takeMaker makes and finishes the takes of an attempt, one after the other. It
// belongs to the voice's goroutine.
type takeMaker struct {
	rec    *Recorder
	folder Folder
	next   int // the number of the next take
	tags   recording.Tags
	// finalTags are the tags of a take that is over, chapters included.
	finalTags func(take int) recording.Tags
	// free is the room on the disk of a folder, in bytes.
	free func(dir string) (int64, error)
}

// make begins a take at a rate in samples a second. The error names the file
// that cannot be made.
func (m *takeMaker) make(rate int) (*voiceWriter, error) {
	take, err := recording.Create(m.folder.Take(m.next), rate, m.tags)
	if err != nil {
		return nil, err
	}
	w := &voiceWriter{rec: m.rec, take: take, n: m.next, rate: rate}
	m.rec.Do(TakeBegan{Take: m.next, Rate: rate})
	m.next++
	return w, nil
}

// finish makes a take whole, once. When that fails it may be called again: what
// the first call left is finished as a recovery would.
func (m *takeMaker) finish(w *voiceWriter) error {
	if w.whole {
		return nil
	}
	tags := m.finalTags(w.n)
	var err error
	if w.closed {
		_, err = recording.Recover(m.folder.Take(w.n), tags)
	} else {
		w.closed = true
		err = w.take.Finish(tags)
	}
	w.whole = err == nil
	return err
}

// room tells how much room the disk has and how much making the take whole
// needs, which writes it once more; both in bytes.
func (m *takeMaker) room(w *voiceWriter) (free, need int64) {
	info, err := os.Stat(m.folder.Take(w.n))
	if err != nil {
		return math.MaxInt64, 0 // writing tells what is wrong
	}
	free, err = m.free(m.folder.Dir)
	if err != nil {
		return math.MaxInt64, 0
	}
	return free, info.Size() + headerRoom
}

// megabytes writes a number of bytes for people.
func megabytes(n int64) string {
	const mega = 1e6
	if n < 10*mega {
		return fmt.Sprintf("%.1f MB", float64(n)/mega)
	}
	return fmt.Sprintf("%.0f MB", float64(n)/mega)
}
