package session

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/recording"
	"talkthrough/internal/sound"
)

// micRate is that of the microphones in these tests, in samples a second.
const micRate = 24000

// stage is a day on which time passes only when the script of a microphone
// says so, so that no test waits for it.
type stage struct {
	mu   sync.Mutex
	time time.Time
}

func newStage() *stage { return &stage{time: time.Now()} }

func (s *stage) now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.time
}

func (s *stage) pass(d time.Duration) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.time = s.time.Add(d)
	return s.time
}

func (s *stage) clock() clock {
	return clock{now: s.now, after: func(d time.Duration) <-chan time.Time {
		c := make(chan time.Time, 1)
		c <- s.pass(d)
		return c
	}}
}

// act is one thing in a microphone's script: sound for a while, nothing for a
// while, the device going away, or something the user does meanwhile.
type act struct {
	sound, silence time.Duration
	gone           bool
	refuse         int // after gone: how often opening fails
	do             func(*Mock)
	amid           func(*Mock) // done in the middle of the first block of sound
}

// mic plays a script. It is the microphone, each time it is opened.
type mic struct {
	stage  *stage
	rate   int
	random *rand.Rand
	begun  chan struct{} // closed when mock is known
	mock   *Mock
	ended  chan struct{} // closed when the script is over

	mu     sync.Mutex
	script []act
	refuse int
	quiet  time.Time // when the silence under way ends
	given  []int16
}

var errUnplugged = errors.New("unplugged")

func newMic(s *stage, script ...act) *mic {
	return &mic{stage: s, rate: micRate, random: rand.New(rand.NewPCG(1, 2)), begun: make(chan struct{}), ended: make(chan struct{}), script: script}
}

func (m *mic) source() (sound.Source, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.refuse > 0 {
		m.refuse--
		m.finish()
		return nil, errUnplugged
	}
	return m, nil
}

func (m *mic) SampleRate() int { return m.rate }

func (m *mic) Close() error { return nil }

// finish marks the end of the script; the lock is held.
func (m *mic) finish() {
	if len(m.script) == 0 {
		select {
		case <-m.ended:
		default:
			close(m.ended)
		}
	}
}

// period is how much sound comes in one block.
const period = 20 * time.Millisecond

func (m *mic) Read(timeout time.Duration) (sound.Block, error) {
	<-m.begun
	m.mu.Lock()
	for len(m.script) > 0 && m.script[0].do != nil {
		do := m.script[0].do
		m.script = m.script[1:]
		do(m.mock)
	}
	defer m.mu.Unlock()
	defer m.finish()
	if len(m.script) == 0 || timeout == 0 {
		if timeout > 0 {
			<-time.After(time.Millisecond) // the script is over: wait as a device would
		}
		return sound.Block{}, sound.ErrNoData
	}
	a := &m.script[0]
	switch {
	case a.sound > 0:
		d := min(period, a.sound)
		a.sound -= d
		if a.amid != nil {
			m.stage.pass(d / 2)
			a.amid(m.mock)
			m.stage.pass(-d / 2)
			a.amid = nil
		}
		at := m.stage.pass(d)
		samples := make([]int16, int(d.Seconds()*float64(m.rate)+0.5))
		for i := range samples {
			samples[i] = int16(m.random.IntN(2000) + 1)
		}
		m.given = append(m.given, samples...)
		if a.sound <= 0 {
			m.script = m.script[1:]
		}
		return sound.Block{Samples: slices.Clone(samples), At: at}, nil
	case a.silence > 0:
		if m.quiet.IsZero() {
			m.quiet = m.stage.now().Add(a.silence)
		}
		m.stage.pass(max(min(timeout, m.quiet.Sub(m.stage.now())), 0))
		if !m.stage.now().Before(m.quiet) {
			m.script, m.quiet = m.script[1:], time.Time{}
		}
		return sound.Block{}, sound.ErrNoData
	case a.gone:
		m.refuse = a.refuse
		m.script = m.script[1:]
	}
	return sound.Block{}, sound.ErrLost
}

// heard waits until the script is over and everything was read.
func (m *mic) heard(t *testing.T) {
	t.Helper()
	select {
	case <-m.ended:
	case <-time.After(20 * time.Second):
		t.Fatal("the script of the microphone does not end")
	}
}

func testMeta() Meta {
	return Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Domain: "Recommendation", Prompt: "Design it."},
		Level:    interview.Senior, Plan: PlanMinutes(interview.PlanFor(40)),
		Started: time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC), App: "test",
	}
}

// play records a script from beginning to end.
func play(t *testing.T, s *stage, m *mic) *Mock {
	t.Helper()
	mock, err := startMock(t.TempDir(), testMeta(), m.source, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	m.mock = mock
	close(m.begun)
	return mock
}

// ended ends a mock and opens it as a replay would.
func ended(t *testing.T, m *Mock) *Attempt {
	t.Helper()
	if err := m.End(); err != nil {
		t.Fatal(err)
	}
	return opened(t, m.Dir)
}

func opened(t *testing.T, dir string) *Attempt {
	t.Helper()
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.History.Problems) > 0 || a.History.Torn > 0 {
		t.Fatalf("the journal is damaged: %v, %d bytes torn", a.History.Problems, a.History.Torn)
	}
	return a
}

// samplesOf decodes a take.
func samplesOf(t *testing.T, path string) []int16 {
	t.Helper()
	r, err := recording.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	out := make([]int16, r.Samples()+1)
	total := 0
	for {
		n, err := r.Read(out[total:])
		total += n
		if err != nil || n == 0 {
			return out[:total]
		}
	}
}

// bodies are the events of one kind, with their times.
func bodies[B Body](a *Attempt) (out []B, times []time.Duration) {
	for _, e := range a.History.Events {
		if b, ok := e.Body.(B); ok {
			out = append(out, b)
			times = append(times, e.At)
		}
	}
	return out, times
}
