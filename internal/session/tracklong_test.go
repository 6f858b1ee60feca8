//go:build !race

// The race detector keeps memory of its own beside what a program takes, and
// makes two hours of sound ten times as slow.

package session

import (
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"talkthrough/internal/recording"
	"talkthrough/internal/sound"
)

// longMic is a microphone that delivers hours of sound as fast as it is read,
// and watches meanwhile how much memory the program takes.
type longMic struct {
	stage  *stage
	length time.Duration
	speech []int16 // repeated
	begun  chan struct{}
	ended  chan struct{}
	once   sync.Once

	passed         time.Duration
	blocks         int
	heap, resident uint64 // the most there was
}

// longBlock is what comes in one period of 40 ms at a hundred times the speed.
const longBlock = 4 * time.Second

func (m *longMic) SampleRate() int { return micRate }
func (m *longMic) Close() error    { return nil }

func (m *longMic) Read(time.Duration) (sound.Block, error) {
	<-m.begun
	if m.passed >= m.length {
		m.once.Do(func() { close(m.ended) })
		return sound.Block{}, sound.ErrNoData
	}
	if m.blocks++; m.blocks%10 == 0 {
		heap, resident := memory()
		m.heap, m.resident = max(m.heap, heap), max(m.resident, resident)
	}
	m.passed += longBlock
	n := int(longBlock.Seconds() * micRate)
	samples := make([]int16, n)
	// Half a second of a phrase: the rest is silence, which costs as much memory
	// and is quickly written.
	from := m.blocks * 1000 % (len(m.speech) - micRate)
	copy(samples, m.speech[from:from+micRate/2])
	return sound.Block{Samples: samples, At: m.stage.pass(longBlock)}, nil
}

// memory is what the heap takes, and the whole process where the system tells.
func memory() (heap, resident uint64) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if kB, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, _ := strconv.ParseUint(strings.TrimSuffix(strings.TrimSpace(kB), " kB"), 10, 64)
			resident = n << 10
		}
	}
	return m.HeapInuse, resident
}

// Two hours are recorded, made whole and outlined, far faster than they last,
// and take no more memory than a short while does.
func TestTwoHoursTakeLittleMemory(t *testing.T) {
	const length, most = 2 * time.Hour, 50 << 20
	s := newStage()
	r := rand.New(rand.NewPCG(1, 2))
	m := &longMic{stage: s, length: length, begun: make(chan struct{}), ended: make(chan struct{})}
	m.speech = ramp(10*micRate, func(i int) int { return (i%180)*60 - 5400 + r.IntN(400) })
	runtime.GC()
	heap, resident := memory()
	began := time.Now()
	mock, err := startMock(t.TempDir(), testMeta(), func() (sound.Source, error) { return m, nil }, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	close(m.begun)
	<-m.ended
	recorded := time.Since(began)
	if err := mock.End(); err != nil {
		t.Fatal(err)
	}
	atEnd, residentAtEnd := memory()
	m.heap, m.resident = max(m.heap, atEnd), max(m.resident, residentAtEnd)
	grown := func(most, before uint64) float64 { return float64(int64(most)-int64(before)) / (1 << 20) }
	t.Logf("%v recorded in %v, %.0f× as fast; %.1f MB of heap and %.1f MB resident above the start",
		length, recorded, length.Seconds()/recorded.Seconds(), grown(m.heap, heap), grown(m.resident, resident))
	if grown(m.heap, heap) > most>>20 {
		t.Errorf("the heap grew by %.1f MB", grown(m.heap, heap))
	}
	if resident > 0 && grown(m.resident, resident) > most>>20 {
		t.Errorf("the process grew by %.1f MB", grown(m.resident, resident))
	}
	peaks, err := recording.LoadPeaks(mock.Peaks(1))
	if err != nil {
		t.Fatal(err)
	}
	if missing := length - atRate(peaks.Samples()); missing.Abs() > second {
		t.Errorf("the peaks are of %v", atRate(peaks.Samples()))
	}
}
