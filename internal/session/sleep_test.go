package session

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

func TestASleepIsToldByTheClocks(t *testing.T) {
	for name, c := range map[string]struct {
		ran, passed time.Duration // by the monotonic clock, by the one that never stands
		slept       bool
	}{
		"nothing happened":             {second, second, false},
		"a busy machine":               {8 * second, 8 * second, false},
		"the clock is set back":        {second, -time.Hour, false},
		"the clock is set right":       {second, 9 * second, false},
		"a nap of a moment":            {200 * ms, 5 * second, false},
		"suspended on Linux":           {300 * ms, time.Hour, true},
		"suspended for ten seconds":    {0, 10 * second, true},
		"suspended on Windows":         {time.Hour, time.Hour, true},
		"stopped by a signal":          {15 * second, 15 * second, true},
		"stopped, and the clock stuck": {15 * second, 0, true},
		"looked at twice":              {0, 0, false},
		"two looks in the wrong order": {-ms, 0, false},
	} {
		begin := time.Now()
		before := instant{begin, 7 * time.Hour}
		after := instant{begin.Add(c.ran), 7*time.Hour + c.passed}
		if got := sleptBetween(before, after); got != c.slept {
			t.Errorf("%s: slept is %v, want %v", name, got, c.slept)
		}
	}
}

// lapse is a time on the two clocks of a machine, and whether it slept in it.
type lapse struct {
	ran, passed time.Duration
	sleep       bool
}

func drawLapse(t *rapid.T) lapse {
	short := rapid.Int64Range(0, int64(9*second)).Draw(t, "awake")
	switch rapid.SampledFrom([]string{"awake", "set", "back", "suspended", "stopped"}).Draw(t, "what") {
	case "set":
		few := rapid.Int64Range(0, int64(second)).Draw(t, "ahead")
		return lapse{time.Duration(short), time.Duration(short + few), false}
	case "back":
		back := rapid.Int64Range(0, int64(time.Hour)).Draw(t, "back")
		return lapse{time.Duration(short), time.Duration(short - back), false}
	case "suspended":
		long := rapid.Int64Range(int64(10*second), int64(24*time.Hour)).Draw(t, "asleep")
		return lapse{time.Duration(short), time.Duration(short + long), true}
	case "stopped":
		long := rapid.Int64Range(int64(10*second), int64(24*time.Hour)).Draw(t, "stopped")
		return lapse{time.Duration(long), time.Duration(long), true}
	}
	return lapse{time.Duration(short), time.Duration(short), false}
}

// Whatever the clocks do in whatever order, each sleep is told once, at the last
// moment awake, and nothing else is.
func TestAVigilTellsOfSleepsAndOfNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now, ever := time.Now(), 1000*time.Hour
		v := newVigil(clock{now: func() time.Time { return now }, ever: func() time.Duration { return ever }})
		var got, want []time.Time
		v.keep(func(awake time.Time) { got = append(got, awake) })
		defer v.end()
		for _, s := range rapid.SliceOfN(rapid.Custom(drawLapse), 1, 30).Draw(t, "spans") {
			if s.sleep {
				want = append(want, now)
			}
			v.mu.Lock() // its own goroutine may look as well
			now, ever = now.Add(s.ran), ever+s.passed
			v.mu.Unlock()
			if at := v.look(); !at.Equal(now) {
				t.Fatalf("it is %v, told is %v", now, at)
			}
		}
		if !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Fatalf("told %d sleeps, want %d: %v and %v", len(got), len(want), got, want)
		}
	})
}

// dozing is a stage's clock, of a machine that can sleep.
type dozing struct {
	*stage
	asleep time.Duration // how long it was, under the stage's lock
	begun  time.Time
}

func newDozing() *dozing {
	s := newStage()
	return &dozing{stage: s, begun: s.now()}
}

func (d *dozing) clock() clock {
	c := d.stage.clock()
	c.ever = func() time.Duration {
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.time.Sub(d.begun) + d.asleep
	}
	return c
}

// suspend is a sleep in which the monotonic clock stands.
func (d *dozing) suspend(*Mock) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asleep += time.Hour
}

// stop is one in which it runs on.
func (d *dozing) stop(*Mock) { d.pass(time.Hour) }

// dozed records a script on a machine that sleeps.
func dozed(t *testing.T, d *dozing, m *mic) *Mock {
	t.Helper()
	mock, err := startMock(t.TempDir(), testMeta(), m.source, d.clock())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mock.End() })
	m.mock = mock
	close(m.begun)
	m.heard(t)
	return mock
}

func TestASleepIsAPauseUntilTheUserGoesOn(t *testing.T) {
	for name, sleep := range map[string]func(*dozing, *Mock){
		"the clock stands": (*dozing).suspend,
		"the clock runs":   (*dozing).stop,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDozing()
			var slept, stays, resumed bool
			m := newMic(d.stage, sounds(3*second),
				does(func(m *Mock) { sleep(d, m) }),
				hush(300*ms), sounds(2*second), // a microphone takes a moment to wake up
				does(func(m *Mock) { slept, stays = m.Slept(), m.Clock().Paused && m.Clock().Elapsed < 4*second }), sounds(second),
				does(func(m *Mock) { m.Resume(); resumed = m.Slept() }), sounds(4*second))
			mock := dozed(t, d, m)
			a := ended(t, mock)
			if !slept || !stays || resumed {
				t.Errorf("slept is %v, the clock stands %v; after going on slept is %v", slept, stays, resumed)
			}
			pauses, at := bodies[Paused](a)
			if len(pauses) != 1 {
				t.Fatalf("%d pauses, want one", len(pauses))
			}
			near(t, "pause", at[0], 3*second, 60*ms)
			near(t, "length", a.Timeline().Length(), 7*second, 60*ms)
			if said, _ := bodies[Sounded](a); len(said) != 0 {
				t.Errorf("of the microphone is said %+v, want nothing", said)
			}
			if gaps, _ := bodies[Gap](a); len(gaps) != 0 {
				t.Errorf("gaps %+v, want none", gaps)
			}
			agrees(t, a, m, 3*second, 6*second)
		})
	}
}

// agrees checks that the only take of an attempt has the sound before a time of
// what was given and that from another time on, and that by its anchors each
// sample is where the clock was when it was given.
func agrees(t *testing.T, a *Attempt, m *mic, until, from time.Duration) {
	t.Helper()
	if takes := a.Takes(); len(takes) != 1 {
		t.Fatalf("takes %v, want one", takes)
	}
	take := samplesOf(t, a.Take(1))
	near(t, "take", atRate(int64(len(take))), a.Timeline().Length(), 50*ms)
	for _, c := range []struct{ given, played time.Duration }{
		{until - 500*ms, until - 500*ms},
		{from + 500*ms, until + 500*ms},
		{from + 3*second, until + 3*second},
	} {
		piece := m.given[int(c.given.Seconds()*micRate):][:200]
		found := -1
		for i := 0; i+len(piece) <= len(take) && found < 0; i++ {
			if slices.Equal(take[i:i+len(piece)], piece) {
				found = i
			}
		}
		if found < 0 {
			t.Fatalf("what was given at %v is not in the take", c.given)
		}
		at, ok := a.Voice().Time(1, int64(found))
		if !ok {
			t.Fatalf("sample %d has no time", found)
		}
		near(t, "heard at", a.Timeline().Elapsed(at), c.played, 50*ms)
	}
}

func TestSleepingInAPauseChangesNothing(t *testing.T) {
	d := newDozing()
	var slept bool
	m := newMic(d.stage, sounds(2*second), does((*Mock).Pause), sounds(second),
		does(d.stop), sounds(second), does(d.suspend), sounds(second),
		does(func(m *Mock) { slept = m.Slept(); m.Resume() }), sounds(4*second))
	a := ended(t, dozed(t, d, m))
	if slept {
		t.Error("a pause of the user's is taken for one of the sleep")
	}
	if pauses, _ := bodies[Paused](a); len(pauses) != 1 {
		t.Errorf("%d pauses, want the user's", len(pauses))
	}
	near(t, "length", a.Timeline().Length(), 6*second, 25*ms)
	agrees(t, a, m, 2*second, 5*second)
}

// The machine is shut as the interview ends, or the end is what wakes it.
func TestSleepingAtTheEndIsNoPartOfTheInterview(t *testing.T) {
	for name, leave := range map[string]func(*Mock) error{"end": (*Mock).End, "suspend": (*Mock).Suspend} {
		t.Run(name, func(t *testing.T) {
			d := newDozing()
			m := newMic(d.stage, sounds(3*second))
			mock := dozed(t, d, m)
			d.stop(mock)
			if err := leave(mock); err != nil {
				t.Fatal(err)
			}
			d.stop(mock)
			mock.Do(Note{Ins: "x"}) // as a key that comes late
			select {
			case <-mock.vigil.quit:
			default:
				t.Error("the clocks are looked at after the end")
			}
			a := opened(t, mock.Dir)
			near(t, "length", a.Timeline().Length(), 3*second, 60*ms)
			if pauses, _ := bodies[Paused](a); len(pauses) != 1 {
				t.Errorf("%d pauses, want one", len(pauses))
			}
			near(t, "take", atRate(int64(len(samplesOf(t, a.Take(1))))), 3*second, 60*ms)
		})
	}
}

// Of two things that ask for the time at once after a sleep, neither is told a
// time at which the attempt still runs.
func TestNothingIsRecordedBetweenASleepAndItsPause(t *testing.T) {
	d := newDozing()
	mock, err := startMock(t.TempDir(), testMeta(), nil, d.clock())
	if err != nil {
		t.Fatal(err)
	}
	mock.Do(Note{Ins: "before"})
	d.pass(5 * second)
	mock.Do(Note{Ins: "awake"})
	d.stop(mock)
	begin := make(chan struct{})
	over := make(chan struct{})
	for range 8 {
		go func() {
			<-begin
			mock.Do(Note{Ins: "after"})
			over <- struct{}{}
		}()
	}
	close(begin)
	for range 8 {
		<-over
	}
	if r := mock.Clock(); !r.Paused || r.Elapsed != 5*second {
		t.Errorf("the clock reads %+v, want a pause at 5 s", r)
	}
	mock.Enter(3)
	if r := mock.Clock(); r.Spent[0] != 5*second || interview.Phases[r.Phase].ID != interview.Phases[3].ID {
		t.Errorf("after entering another phase the clock reads %+v", r)
	}
	a := ended(t, mock)
	kinds := []string{}
	for _, e := range a.History.Events {
		kinds = append(kinds, e.Body.do())
	}
	if i := slices.Index(kinds, "pause"); i < 0 || slices.Index(kinds[i:], "note") != 1 {
		t.Errorf("the journal has %v: want the pause before what came after the sleep", kinds)
	}
	if math.Abs((a.Timeline().Length() - 5*second).Seconds()) > 0.001 {
		t.Errorf("the attempt lasts %v, want 5 s", a.Timeline().Length())
	}
}

// The clock by which a sleep is told counts on, and is not set with the time of
// day.
func TestTheClockThatNeverStandsKeepsPace(t *testing.T) {
	begin, ever := time.Now(), everTime()
	<-time.After(100 * ms)
	least := time.Since(begin)
	passed := everTime() - ever
	if most := time.Since(begin); passed < least-20*ms || passed > most+20*ms {
		t.Errorf("%v passed by it while %v to %v did", passed, least, most)
	}
}

// The user never waits for the voice, which a device that hangs keeps for
// seconds: any number of orders may be given meanwhile, and all are carried out.
func TestAHangingMicrophoneKeepsNobodyWaiting(t *testing.T) {
	orders := newVoiceOrders()
	done := 0
	for range 1000 {
		orders.give(func() { done++ })
	}
	for orders.waiting() {
		orders.take()()
	}
	if done != 1000 || orders.take() != nil {
		t.Errorf("%d orders were carried out, want 1000", done)
	}
}
