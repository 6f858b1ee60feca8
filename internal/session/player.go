package session

import (
	"sort"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
)

// keyframeEvery is how many events lie between two kept states.
const keyframeEvery = 256

// Player tells the state of a finished (or cut-off) attempt at any time. It
// never changes once made; its methods may be called from any goroutine.
type Player struct {
	plan     interview.Plan
	events   []Event
	times    []time.Duration // of the events, never going back
	frames   []*State        // frames[i] is the state before event i*keyframeEvery
	end      *State
	timeline Timeline
	origins  origins
	voice    VoiceMap
	pointed  []Event // with the times at which they count
	imported bool    // the recording was made elsewhere
}

// NewPlayer makes the player of events, in their order.
func NewPlayer(plan interview.Plan, events []Event) *Player {
	p := &Player{
		plan: plan, events: events, times: make([]time.Duration, len(events)),
		origins: origins{elements: map[string][]int32{}, labels: map[string][]string{}},
	}
	state := NewState(plan)
	for i, e := range events {
		if i%keyframeEvery == 0 {
			p.frames = append(p.frames, state.Clone())
		}
		state.Apply(e)
		p.times[i] = state.At
		p.origins.note(int32(i), e.Body)
		switch b := e.Body.(type) {
		case Anchor:
			p.voice.add(b, state.At)
		case Pointed:
			p.pointed = append(p.pointed, Event{At: state.At, Body: b})
		}
	}
	p.end = state
	p.timeline = NewTimeline(state.Clock, state.At)
	return p
}

// At is the state at a session time: the fold of every event up to and
// including it. The caller owns it.
func (p *Player) At(at time.Duration) *State {
	n := sort.Search(len(p.times), func(i int) bool { return p.times[i] > at })
	if n == 0 {
		return NewState(p.plan)
	}
	frame := (n - 1) / keyframeEvery
	state := p.frames[frame].Clone()
	for _, e := range p.events[frame*keyframeEvery : n] {
		state.Apply(e)
	}
	return state
}

// Step is the number of events up to and including a session time: two times
// with the same step have the same state.
func (p *Player) Step(at time.Duration) int {
	return sort.Search(len(p.times), func(i int) bool { return p.times[i] > at })
}

// Reading is where the clock stood at a session time.
func (p *Player) Reading(at time.Duration) interview.Reading {
	return p.plan.Read(p.end.Clock, at)
}

// End is the state after the last event. It belongs to the player.
func (p *Player) End() *State { return p.end }

// Timeline maps between session time and what the clock showed.
func (p *Player) Timeline() Timeline { return p.timeline }

// Session is the session time at an elapsed time. The end takes in what was
// still done in a pause that was never resumed.
func (p *Player) Session(elapsed time.Duration) time.Duration {
	if elapsed >= p.timeline.Length() {
		return p.end.At
	}
	return p.timeline.At(elapsed)
}

// Voice maps between session time and samples of the takes.
func (p *Player) Voice() VoiceMap { return p.voice }

// Laser is what can be seen of the laser pointer's trail at a session time:
// stretches of it, with how long before that time the pointer was where. It
// knows what is only told by later events, so the trail ends where the pointer
// was at that very time.
func (p *Player) Laser(at time.Duration) []board.Laser {
	from := sort.Search(len(p.pointed), func(i int) bool { return p.pointed[i].At >= at-board.LaserFades })
	var seen []board.Laser
	for _, e := range p.pointed[from:] {
		if e.At > at+board.LongestLaser {
			break
		}
		var stretch board.Laser
		for _, point := range e.Body.(Pointed).Points {
			point.Before += at - e.At
			if point.Before >= 0 && point.Before <= board.LaserFades {
				stretch.Points = append(stretch.Points, point)
			}
		}
		if len(stretch.Points) > 0 {
			seen = append(seen, stretch)
		}
	}
	return seen
}

// Bands are the stretches of elapsed time spent in each phase, in order of
// time. Of an imported recording there are none before a phase is entered:
// nobody knows in which one it begins.
func (p *Player) Bands() []Band {
	var bands []Band
	phase, from := 0, time.Duration(0)
	if p.imported {
		phase = -1
	}
	enter := func(next int, at time.Duration) {
		if at > from && phase >= 0 {
			bands = append(bands, Band{Phase: phase, From: from, To: at})
		}
		phase, from = next, at
	}
	for _, e := range p.end.Clock {
		if e.Kind == interview.Enter && e.Phase != phase {
			enter(e.Phase, p.timeline.Elapsed(e.At))
		}
	}
	enter(phase, p.timeline.Length())
	return bands
}

// Band is a stretch of elapsed time in one phase.
type Band struct {
	Phase    int
	From, To time.Duration
}
