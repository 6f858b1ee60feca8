//go:build linux

package e2e

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// ears listen to a source of the sound server at voiceRate and remember when
// each sample came.
type ears struct {
	mu     sync.Mutex
	odd    []byte // half a sample
	heard  []int16
	stamps []stamp
}

// stamp: so many samples had come by then.
type stamp struct {
	n  int
	at time.Time
}

// listen begins to hear a source and returns when sound, even silence, comes.
func listen(t testing.TB, sound []string, source string) *ears {
	t.Helper()
	e := &ears{}
	cmd := exec.Command("parec", "--device="+source, "--latency-msec=20",
		"--format=s16le", "--rate=24000", "--channels=1", "--raw")
	cmd.Env = append(os.Environ(), sound...)
	cmd.Stdout = e
	startServer(t, cmd)
	await(t, "sound came from "+source, func() bool { return len(e.all()) > 0 })
	return e
}

// Write takes what parec prints.
func (e *ears) Write(p []byte) (int, error) {
	now := time.Now()
	e.mu.Lock()
	defer e.mu.Unlock()
	data := append(e.odd, p...)
	whole := len(data) &^ 1
	e.heard = append(e.heard, samplesOf(data[:whole])...)
	e.odd = bytes.Clone(data[whole:])
	e.stamps = append(e.stamps, stamp{len(e.heard), now})
	return len(p), nil
}

// all is what was heard so far. It may be kept.
func (e *ears) all() []int16 {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.heard[:len(e.heard):len(e.heard)]
}

// moment is when a sample was sounded. It cannot have been later than any
// delivery allows; the promptest of the deliveries around it tells best.
func (e *ears) moment(sample int) time.Time {
	e.mu.Lock()
	defer e.mu.Unlock()
	var best time.Time
	for _, s := range e.stamps {
		if s.n < sample-voiceRate || s.n > sample+voiceRate {
			continue
		}
		at := s.at.Add(duration(sample - s.n))
		if best.IsZero() || at.Before(best) {
			best = at
		}
	}
	return best
}

// sampleAt is the sample that was sounding at a moment.
func (e *ears) sampleAt(moment time.Time) int {
	n := len(e.all())
	return n - samples(e.moment(n).Sub(moment))
}

// onset is the first sample at or after from that is louder than silence.
func (e *ears) onset(from int) (sample int, ok bool) {
	for i, s := range e.all()[from:] {
		if s > loud || s < -loud {
			return from + i, true
		}
	}
	return 0, false
}

// loud is a sample that is no silence: the virtual microphone has no noise.
const loud = 600

func duration(samples int) time.Duration {
	return time.Duration(samples) * time.Second / voiceRate
}

func samples(d time.Duration) int { return int(d * voiceRate / time.Second) }

// feed plays 48 kHz mono samples into the virtual microphone until they or the
// test are over.
func feed(t testing.TB, sound []string, pcm []int16) {
	t.Helper()
	data := make([]byte, 0, 2*len(pcm))
	for _, s := range pcm {
		data = binary.LittleEndian.AppendUint16(data, uint16(s))
	}
	cmd := exec.Command("pacat", "--device=virtmic", "--latency-msec=100",
		"--format=s16le", "--rate=48000", "--channels=1", "--raw")
	cmd.Env = append(os.Environ(), sound...)
	cmd.Stdin = bytes.NewReader(data)
	startServer(t, cmd)
}
