package session

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const ms = time.Millisecond

func sounds(d time.Duration) act { return act{sound: d} }
func hush(d time.Duration) act   { return act{silence: d} }
func does(f func(*Mock)) act     { return act{do: f} }

// near fails unless two lengths of time agree within slack.
func near(t *testing.T, what string, got, want, slack time.Duration) {
	t.Helper()
	if d := got - want; d < -slack || d > slack {
		t.Errorf("%s: %v, want %v ± %v", what, got, want, slack)
	}
}

func atRate(samples int64) time.Duration { return samplesTime(samples, micRate) }

func TestWhatTheMicrophoneGivesIsInTheTake(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(7*second+130*ms))
	mock := play(t, s, m)
	m.heard(t)
	a := ended(t, mock)
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given) {
		t.Fatalf("the take holds %d samples, other than the %d that were given", len(got), len(m.given))
	}
	anchors, times := bodies[Anchor](a)
	if len(anchors) < 8 || len(anchors) > 10 {
		t.Errorf("%d anchors in 7.1 s, want one a second and one at the end", len(anchors))
	}
	for i := range anchors {
		// The sound begins with the session, so both clocks show the same.
		near(t, "anchor", times[i], atRate(anchors[i].Sample), 10*ms)
		if i > 0 && times[i]-times[i-1] > 1100*ms {
			t.Errorf("no anchor between %v and %v", times[i-1], times[i])
		}
	}
	if _, sample, ok := a.Voice().Sample(3 * second); !ok || math.Abs(float64(sample-3*micRate)) > 240 {
		t.Errorf("at 3 s sample %d is heard, want %d", sample, 3*micRate)
	}
}

func TestAHoleBecomesSilence(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(2*second), hush(600*ms), does(func(m *Mock) { m.Do(Marked{Kind: Good}) }), sounds(2*second))
	mock := play(t, s, m)
	m.heard(t)
	holds(t, ended(t, mock), m, 2*second, 600*ms, 4600*ms)
}

// holds checks that the take has a silence of about so much at a time, and
// keeps step with the clock up to the end.
func holds(t *testing.T, a *Attempt, m *mic, at, hole, length time.Duration) {
	t.Helper()
	got := samplesOf(t, a.Take(1))
	before := int(at.Seconds() * micRate)
	if len(got) < before || !slices.Equal(got[:before], m.given[:before]) {
		t.Fatalf("the take of %d samples lacks the sound before the hole", len(got))
	}
	n := 0
	for before+n < len(got) && got[before+n] == 0 {
		n++
	}
	near(t, "silence", atRate(int64(n)), hole, 50*ms)
	if after := got[before+n:]; !slices.Equal(after, m.given[before:]) {
		t.Errorf("%d samples follow the hole, other than the %d given", len(after), len(m.given)-before)
	}
	near(t, "take", atRate(int64(len(got))), length, 50*ms)
	gaps, gapTimes := bodies[Gap](a)
	if len(gaps) != 1 || gaps[0].Sample != int64(before+n) || gaps[0].Samples != int64(n) {
		t.Fatalf("gaps %+v, want one of %d samples before %d", gaps, n, before+n)
	}
	anchors, times := bodies[Anchor](a)
	after := slices.IndexFunc(anchors, func(a Anchor) bool { return a.Sample >= gaps[0].Sample })
	if after < 0 || times[after] != gapTimes[0] {
		t.Errorf("no anchor right after the gap at %v: %v", gapTimes[0], times)
	}
	for i := range anchors {
		near(t, "anchor", times[i], atRate(anchors[i].Sample), 50*ms)
	}
}

// A device that delivers again by itself is not given up: what it held back
// would be lost.
func TestAMicrophoneThatStallsIsKept(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(2*second), hush(1500*ms), sounds(2*second))
	mock := play(t, s, m)
	m.heard(t)
	a := ended(t, mock)
	if said, _ := bodies[Sounded](a); len(said) != 2 || said[0].State != "lost" || said[1].State != "back" {
		t.Errorf("the journal says %+v, want lost and back", said)
	}
	holds(t, a, m, 2*second, 1500*ms, 5500*ms)
	if losses := a.End().Losses; len(losses) != 1 {
		t.Errorf("losses are %v", losses)
	}
}

// What was heard before and after a loss lies in two takes, each as it was
// given, with as much time between them as nothing was heard.
func TestALostMicrophoneComesBackInANewTake(t *testing.T) {
	for _, c := range []struct {
		name   string
		refuse int
		hole   time.Duration
		script []act
	}{
		{"says so", 1, 2 * second, []act{{gone: true, refuse: 1}}},
		{"falls silent", 0, 3 * second, []act{hush(3 * second)}},
		{"back at once", 0, 200 * ms, []act{{gone: true}, hush(200 * ms)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage()
			m := newMic(s, slices.Concat([]act{sounds(2 * second)}, c.script, []act{sounds(2 * second)})...)
			mock := play(t, s, m)
			m.heard(t)
			a := ended(t, mock)
			said, _ := bodies[Sounded](a)
			if len(said) != 2 || said[0].State != "lost" || said[0].Why == "" || said[1].State != "back" {
				t.Errorf("the journal says %+v, want lost and back", said)
			}
			if a.End().Sound != (Sounded{}) {
				t.Errorf("at the end the recording fares %+v, want well", a.End().Sound)
			}
			before := 2 * micRate
			if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given[:before]) {
				t.Errorf("the first take holds %d samples, want the %d before the loss", len(got), before)
			}
			if got := samplesOf(t, a.Take(2)); !slices.Equal(got, m.given[before:]) {
				t.Errorf("the second take holds %d samples, want the %d since", len(got), len(m.given)-before)
			}
			end, _, _ := a.Voice().lastAnchor(1)
			begin, _, ok := a.Voice().firstAnchor(2)
			if !ok {
				t.Fatal("the second take has no anchor")
			}
			near(t, "between the takes", begin-end, c.hole, 50*ms)
			near(t, "length", a.Timeline().Length(), 4*second+c.hole, 50*ms)
			heardOnTrack(t, a, m, before, 2*second+c.hole)
		})
	}
}

// heardOnTrack checks that the replay plays what was given before a loss from
// its beginning, what was given after it from a time on, and silence between.
func heardOnTrack(t *testing.T, a *Attempt, m *mic, before int, again time.Duration) {
	t.Helper()
	feed := NewTrack(a).NewFeed()
	defer feed.Close()
	heard := make([]int16, len(m.given)+int(10*micRate))
	n := 0
	for k := 1; k > 0; n += k {
		k = feed.Fill(heard[n:])
	}
	heard = heard[:n]
	from := slices.Index(heard[before:], m.given[before]) + before
	near(t, "sound again", atRate(int64(from)), again, 50*ms)
	if !slices.Equal(heard[:before], m.given[:before]) || !slices.Equal(heard[from:from+micRate], m.given[before:before+micRate]) {
		t.Error("the replay plays something else than was said")
	}
	for i, v := range heard[before:from] {
		if v != 0 {
			t.Fatalf("no silence at sample %d of the hole", i)
		}
	}
}

func TestAMicrophoneThatIsMissingAtFirstIsTakenUp(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(2*second))
	m.refuse = 3
	mock := play(t, s, m)
	m.heard(t)
	if err := mock.Silent(); err != nil {
		t.Errorf("it is said that nothing is recorded: %v", err)
	}
	a := ended(t, mock)
	said, _ := bodies[Sounded](a)
	if len(said) != 2 || said[0].State != "off" || said[1].State != "back" {
		t.Errorf("the journal says %+v, want off and back", said)
	}
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given) {
		t.Errorf("the take holds %d samples, want the %d given", len(got), len(m.given))
	}
	if begin, _, _ := a.Voice().firstAnchor(1); begin < 4*second {
		t.Errorf("sound begins at %v, before the microphone was there", begin)
	}
}

func TestAnotherMicrophoneBeginsANewTake(t *testing.T) {
	s := newStage()
	second48 := newMic(s, sounds(2*second))
	second48.rate = 48000
	close(second48.begun)
	m := newMic(s, sounds(2*second), does(func(m *Mock) { m.Voice().Use(second48.source) }))
	mock := play(t, s, m)
	m.heard(t)
	second48.heard(t)
	a := ended(t, mock)
	takes, _ := bodies[TakeBegan](a)
	if len(takes) != 2 || takes[1].Rate != 48000 {
		t.Fatalf("takes %+v, want a second one at 48000", takes)
	}
	if got := samplesOf(t, a.Take(2)); !slices.Equal(got, second48.given) {
		t.Errorf("the second take holds %d samples, want the %d given", len(got), len(second48.given))
	}
	if said, _ := bodies[Sounded](a); len(said) != 0 {
		t.Errorf("the journal says %+v of a change that was wanted", said)
	}
}

func TestAMicrophoneThatNeverComesBackEndsNothing(t *testing.T) {
	s := newStage()
	m := newMic(s, sounds(2*second), act{gone: true, refuse: 5})
	mock := play(t, s, m)
	m.heard(t)
	mock.Do(Note{Ins: "still here"})
	for mock.Voice().State().State != "lost" {
		<-time.After(ms) // the test's own limit ends it
	}
	a := ended(t, mock)
	if got := samplesOf(t, a.Take(1)); !slices.Equal(got, m.given) {
		t.Errorf("the take holds %d samples, want the %d before the loss", len(got), len(m.given))
	}
	if a.End().Notes.Text() != "still here" || a.End().Sound.State != "lost" {
		t.Errorf("notes %q, sound %+v", a.End().Notes.Text(), a.End().Sound)
	}
	if _, _, ok := a.Voice().Sample(5 * second); ok {
		t.Error("there is said to be sound after the microphone was lost")
	}
}

func TestNothingIsRecordedInAPause(t *testing.T) {
	pause, resume := (*Mock).Pause, (*Mock).Resume
	for _, c := range []struct {
		name   string
		script []act
		kept   int // samples
		pad    int // samples of silence among them
	}{
		{"between blocks", []act{sounds(2 * second), does(pause), sounds(5 * second), does(resume), sounds(3 * second)}, 5 * micRate, 0},
		{"amid blocks", []act{sounds(2 * second), {sound: 5 * second, amid: pause}, {sound: 3 * second, amid: resume}}, 5 * micRate, 0},
		{"after a stutter", []act{sounds(2 * second), hush(30 * ms), does(pause), hush(100 * ms), does(resume), sounds(3 * second)}, 5*micRate + 720, 720},
		{"in a hole", []act{sounds(2 * second), hush(500 * ms), does(pause), hush(100 * ms), does(resume), sounds(3 * second)}, 5*micRate + 12000, 12000},
		{"lost meanwhile", []act{sounds(2 * second), does(pause), hush(9 * second), does(resume), sounds(3 * second)}, 5 * micRate, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage()
			note := func(m *Mock) { m.Do(Note{Ins: "x"}) }
			m := newMic(s, append(c.script, does(note))...)
			mock := play(t, s, m)
			m.heard(t)
			a := ended(t, mock)
			var got []int16
			before := map[int]int64{} // samples of the takes before each
			for _, n := range a.Takes() {
				before[n] = int64(len(got))
				got = append(got, samplesOf(t, a.Take(n))...)
			}
			if len(got) != c.kept {
				t.Errorf("the takes hold %d samples, want %d", len(got), c.kept)
			}
			near(t, "length", a.Timeline().Length(), atRate(int64(len(got))), 25*ms)
			silent := 0
			for _, v := range got {
				if v == 0 {
					silent++
				}
			}
			if silent != c.pad {
				t.Errorf("%d samples of silence, want %d", silent, c.pad)
			}
			anchors, times := bodies[Anchor](a)
			for i, at := range times {
				near(t, "anchor on the elapsed clock", a.Timeline().Elapsed(at), atRate(before[anchors[i].Take]+anchors[i].Sample), 25*ms)
			}
		})
	}
}

func TestChaptersAreThePhasesWithoutThePauses(t *testing.T) {
	s := newStage()
	m := newMic(s,
		sounds(2*second), does(func(m *Mock) { m.Enter(1) }),
		sounds(2*second), does((*Mock).Pause), sounds(10*second), does(func(m *Mock) { m.Enter(5) }), sounds(second), does((*Mock).Resume),
		sounds(2*second), does(func(m *Mock) { m.Enter(0) }), sounds(second),
	)
	mock := play(t, s, m)
	m.heard(t)
	a := ended(t, mock)
	chapters := chaptersOf(a.History.Events, 1)
	var got []string
	for _, c := range chapters {
		got = append(got, c.Start.Round(50*ms).String()+" "+c.Title)
	}
	if diff := cmp.Diff([]string{"0s Clarify", "2s Task", "4s Model", "6s Clarify"}, got); diff != "" {
		t.Errorf("chapters (-want +got):\n%s", diff)
	}
	near(t, "length", a.Timeline().Length(), 7*second, 25*ms)
}

// Whatever the device and the user do, samples and clock keep step.
func TestSamplesAndClockKeepStep(t *testing.T) {
	one := rapid.Custom(func(t *rapid.T) act {
		d := time.Duration(rapid.IntRange(1, 200).Draw(t, "10 ms")) * 10 * ms
		switch rapid.IntRange(0, 6).Draw(t, "kind") {
		case 0:
			return hush(d)
		case 1:
			return act{gone: true, refuse: rapid.IntRange(0, 2).Draw(t, "refuse")}
		case 2:
			return does((*Mock).Pause)
		case 3:
			return does((*Mock).Resume)
		case 4:
			return act{sound: d, amid: rapid.SampledFrom([]func(*Mock){(*Mock).Pause, (*Mock).Resume}).Draw(t, "amid")}
		case 5:
			return does(func(m *Mock) { m.Do(Note{Ins: "x"}) })
		}
		return sounds(d)
	})
	scripts := rapid.SliceOfN(one, 10, 60)
	for seed := range 24 { // files are written: fewer than rapid.Check takes
		s := newStage()
		m := newMic(s, append(scripts.Example(seed), sounds(second))...)
		mock := play(t, s, m)
		m.heard(t)
		a := ended(t, mock)
		for _, n := range a.Takes() {
			if why := outOfStep(a, n, int64(len(samplesOf(t, a.Take(n))))); why != "" {
				t.Errorf("seed %d, take %d: %s", seed, n, why)
			}
		}
	}
}

// outOfStep says where a take, which holds so many samples, and the clock part
// by more than a block or a hole that is not filled yet, or "".
func outOfStep(a *Attempt, take int, total int64) string {
	var last Anchor
	var base time.Duration // what the clock is ahead where a run of sound begins
	fresh := true
	for _, e := range a.History.Events {
		switch b := e.Body.(type) {
		case Resumed:
			fresh = true
		case Anchor:
			if b.Take != take {
				continue
			}
			ahead := a.Timeline().Elapsed(e.At) - atRate(b.Sample)
			if fresh {
				base, fresh = ahead, false
			}
			switch {
			case b.Sample < last.Sample:
				return fmt.Sprintf("at %v sound runs backwards", e.At)
			case b.Sample > total+micRate:
				return fmt.Sprintf("sample %d is beyond the take's %d", b.Sample, total)
			case ahead < base-period-10*ms || ahead > base+gapAfter+10*ms:
				return fmt.Sprintf("at %v the clock is %v ahead of the sound, at the run's beginning %v", e.At, ahead, base)
			}
			last = b
		}
	}
	return ""
}
