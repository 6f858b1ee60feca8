package session

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"talkthrough/internal/sound"
	"talkthrough/internal/sound/soundtest"
)

// murmur is a second of noise that survives resampling, 48 kHz.
func murmur(seed uint64) []int16 {
	const hold = 48 // samples between two random ones
	random := rand.New(rand.NewPCG(seed, seed))
	out := make([]int16, soundtest.Rate)
	a, b := 0.0, 0.0
	for i := range out {
		if i%hold == 0 {
			a, b = b, random.Float64()*16000-8000
		}
		out[i] = int16(a + (b-a)*float64(i%hold)/hold)
	}
	return out
}

// heartbeat asks a mock, as the room's screen does, how things stand, and tells
// the longest time that took.
func heartbeat(m *Mock) (longest func() time.Duration) {
	var worst time.Duration
	done, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		beat := time.NewTicker(10 * ms)
		defer beat.Stop()
		for {
			select {
			case <-done:
				return
			case <-beat.C:
			}
			begin := time.Now()
			m.Clock()
			m.Silent()
			if v := m.Voice(); v != nil {
				v.State()
				v.Meter().Level()
			}
			m.Do(Note{Ins: "x"})
			worst = max(worst, time.Since(begin))
		}
	}()
	var once sync.Once
	return func() time.Duration {
		once.Do(func() { close(done) })
		<-over
		return worst
	}
}

// fate is one thing that may happen to a microphone.
type fate struct {
	device string
	begin  func(*soundtest.Server) string // gives what lose is told
	lose   func(*soundtest.Server, string)
	back   func(*soundtest.Server) // nil where the sound goes on by itself
}

// fates are all of them. The headset is a second microphone, which hears the
// same.
func fates() map[string]fate {
	const headset = "headset"
	plug := func(s *soundtest.Server) string {
		return s.Control("load-module", "module-remap-source", "master=virtmic.monitor", "source_name="+headset)
	}
	return map[string]fate{
		"suspended":        {"", nil, func(s *soundtest.Server, _ string) { s.Suspend() }, (*soundtest.Server).Resume},
		"pulled out":       {headset, plug, func(s *soundtest.Server, module string) { s.Control("unload-module", module) }, func(s *soundtest.Server) { plug(s) }},
		"server killed":    {"", nil, func(s *soundtest.Server, _ string) { s.Kill() }, (*soundtest.Server).Restart},
		"server hangs":     {"", nil, func(s *soundtest.Server, _ string) { s.Freeze() }, (*soundtest.Server).Thaw},
		"default switched": {"", plug, func(s *soundtest.Server, _ string) { s.Control("set-default-source", headset) }, nil},
	}
}

// TestASessionOutlivesWhatHappensToItsMicrophone loses a real sound server's
// microphone in every way: what was said before and after is there, at its
// place in time, and nobody who asks the mock anything waits.
func TestASessionOutlivesWhatHappensToItsMicrophone(t *testing.T) {
	for name, f := range fates() {
		t.Run(name, func(t *testing.T) {
			server := soundtest.Start(t)
			server.Use()
			module := ""
			if f.begin != nil {
				module = f.begin(server)
			}
			mock := recorded(t, f.device)
			becomes(t, func() bool { return flows(mock, 0) })
			longest := heartbeat(mock)
			server.SpeakSamples(murmur(1))
			before := mock.Elapsed()
			f.lose(server, module)
			if f.back != nil {
				becomes(t, func() bool { return mock.Voice().State().State == "lost" })
				f.back(server)
			}
			became := mock.Elapsed()
			becomes(t, func() bool { return flows(mock, became) })
			server.SpeakSamples(murmur(2))
			after := mock.Elapsed()
			if worst := longest(); worst > 100*ms {
				t.Errorf("a question took %v to be answered", worst)
			}
			a := ended(t, mock)
			sounded := soundOf(a)
			sounded.has(t, server.Resample(murmur(1), soundtest.Rate, micRate), before)
			sounded.has(t, server.Resample(murmur(2), soundtest.Rate, micRate), after)
			for _, n := range a.Takes() {
				inStep(t, a, n)
			}
			if hole := longestHole(a); f.back == nil && hole > 2*second {
				t.Errorf("there is no sound for %v", hole)
			}
		})
	}
}

// recorded begins a mock that records a real sound server's device.
func recorded(t *testing.T, device string) *Mock {
	t.Helper()
	sys, err := sound.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(sys.Close)
	mock, err := StartMock(t.TempDir(), testMeta(), func() (sound.Source, error) {
		capture, err := sys.Capture(sound.CaptureConfig{DeviceID: device, SampleRate: micRate})
		if err != nil {
			return nil, err
		}
		return capture, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	<-mock.Opened()
	if err := mock.Silent(); err != nil {
		t.Fatal(err)
	}
	return mock
}

// flows reports whether sound has come for a second since a session time.
func flows(m *Mock, since time.Duration) bool {
	h, err := ReadHistory(m.Journal())
	if err != nil || m.Voice().State().State != "" {
		return false
	}
	anchors := 0
	for _, e := range h.Events {
		switch e.Body.(type) {
		case Sounded:
			anchors = 0
		case Anchor:
			if e.At > since {
				anchors++
			}
		}
	}
	return anchors > 1
}

// played is what a replay plays, with the timeline of its attempt.
type played struct {
	track   *Track
	samples []int16
}

func soundOf(a *Attempt) played {
	p := played{track: NewTrack(a)}
	feed := p.track.NewFeed()
	defer feed.Close()
	p.samples = make([]int16, int(a.Timeline().Length().Seconds()*micRate)+micRate)
	n := 0
	for k := 1; k > 0; n += k {
		k = feed.Fill(p.samples[n:])
	}
	p.samples = p.samples[:n]
	return p
}

// at is the sample that is played at an elapsed time, within the sound.
func (p played) at(elapsed time.Duration) int {
	return min(max(int(elapsed.Seconds()*micRate), 0), len(p.samples))
}

// has checks that the replay has a sound that had been spoken to its end at a
// session time, in order and near that time. It is looked for in small pieces:
// a busy machine has the sound server put silence into what is spoken, and the
// program that speaks says late that it has ended.
func (p played) has(t *testing.T, spoken []int16, end time.Duration) {
	t.Helper()
	const piece, alike, most = micRate / 20, 0.95, 0.7
	const early, late = 100 * ms, 900 * ms
	from := p.at(end - 3*second)
	around := p.samples[from:p.at(end+second/2)]
	found, pieces, last := 0, 0, math.MinInt
	for i := 0; i+piece <= len(spoken); i += piece {
		pieces++
		at, likeness := soundtest.Likeness(around, spoken[i:i+piece])
		if likeness < alike {
			continue
		}
		if at < last {
			t.Errorf("what was said at %v is heard before what was said before it", atRate(int64(i)))
		}
		found, last = found+1, at
	}
	if float64(found) < most*float64(pieces) {
		t.Errorf("of %d pieces of what was said by %v only %d are heard", pieces, end, found)
		return
	}
	stop := p.track.elapsed(int64(from + last + piece))
	if d := end - stop; d < -early || d > late {
		t.Errorf("what was said by %v ends at %v", end, stop)
	}
}

// inStep checks that the samples of a take keep step with the clock: by its
// anchors they are as far behind at the end as at the beginning. A busy machine
// delivers late now and then, so the best of each half counts.
func inStep(t *testing.T, a *Attempt, take int) {
	t.Helper()
	if why := outOfStep(a, take, int64(len(samplesOf(t, a.Take(take))))); why != "" {
		t.Errorf("take %d: %s", take, why)
	}
	var ahead []time.Duration
	for _, e := range a.History.Events {
		if b, ok := e.Body.(Anchor); ok && b.Take == take {
			ahead = append(ahead, e.At-atRate(b.Sample))
		}
	}
	if len(ahead) < 3 {
		t.Errorf("take %d has %d anchors only", take, len(ahead))
		return
	}
	begun, over := slices.Min(ahead[:(len(ahead)+1)/2]), slices.Min(ahead[len(ahead)/2:])
	if d := over - begun; d < -50*ms || d > 50*ms {
		t.Errorf("in the end of take %d the clock is ahead by %v more than at its beginning", take, d)
	}
}

// longestHole is the longest stretch between two anchors, which come every
// second, or that silence stands in for.
func longestHole(a *Attempt) time.Duration {
	var longest, last time.Duration
	for _, e := range a.History.Events {
		switch b := e.Body.(type) {
		case Anchor:
			if last > 0 {
				longest = max(longest, e.At-last)
			}
			last = e.At
		case Gap:
			longest = max(longest, atRate(b.Samples))
		}
	}
	return longest
}
