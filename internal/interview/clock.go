package interview

import "time"

// Kind is what happened to the clock.
type Kind uint8

// The events the clock knows. Anything else that happens in a session leaves
// it alone.
const (
	Start  Kind = iota // the clock runs, in the first phase
	Enter              // another phase is entered
	Pause              // the clock stands
	Resume             // the clock runs on
	End                // the clock stands for good
)

// Event is one thing that happened to the clock.
type Event struct {
	At    time.Duration // session time: since the session's start, pauses included
	Kind  Kind
	Phase int // for Enter: index into Phases
}

// Light says how a phase stands against its plan.
type Light uint8

// The lights, by the part of a phase's time that is spent.
const (
	Green Light = iota // under 85 %
	Amber              // 85 % and more
	Red                // all of it
)

// amberAt is the part of the planned time at which the light turns amber.
const amberAt = 0.85

// Name is the light in a word, for those who do not see the colour.
func (l Light) Name() string {
	switch l {
	case Amber:
		return "wrap up"
	case Red:
		return "over"
	}
	return "on time"
}

// Reading is where the clock stands at one moment.
type Reading struct {
	Running bool
	Paused  bool
	Ended   bool
	Phase   int                       // the current one
	Spent   [PhaseCount]time.Duration // in each phase, pauses left out
	Elapsed time.Duration             // in all, pauses left out
	Total   time.Duration             // planned in all
	Planned Plan
}

// Left is what remains of the whole interview; negative when over time.
func (r Reading) Left() time.Duration { return r.Total - r.Elapsed }

// PhaseLeft is what remains of the current phase; negative when over.
func (r Reading) PhaseLeft() time.Duration { return r.Planned[r.Phase] - r.Spent[r.Phase] }

// Light is how phase i stands against its plan.
func (r Reading) Light(i int) Light {
	switch spent, planned := r.Spent[i], r.Planned[i]; {
	case spent >= planned:
		return Red
	case float64(spent) >= amberAt*float64(planned):
		return Amber
	}
	return Green
}

// Read tells where the clock stands at now, given the plan and everything that
// happened to it, in order. It depends on nothing else. Events after now are
// not looked at; an event whose time is before the one ahead of it counts at
// that one's time; a resume without a pause, a second start or anything after
// the end changes nothing.
func (p Plan) Read(events []Event, now time.Duration) Reading {
	r := Reading{Planned: p, Total: p.Total()}
	last := time.Duration(0)
	spend := func(until time.Duration) {
		if until <= last {
			return
		}
		if r.Running {
			r.Spent[r.Phase] += until - last
			r.Elapsed += until - last
		}
		last = until
	}
	for _, e := range events {
		if e.At > now {
			break
		}
		spend(e.At)
		r.apply(e)
	}
	spend(now)
	return r
}

func (r *Reading) apply(e Event) {
	if r.Ended {
		return
	}
	switch e.Kind {
	case Start:
		r.Running = r.Running || !r.Paused
	case Enter:
		if e.Phase >= 0 && e.Phase < PhaseCount {
			r.Phase = e.Phase
		}
	case Pause:
		if r.Running {
			r.Running, r.Paused = false, true
		}
	case Resume:
		if r.Paused {
			r.Running, r.Paused = true, false
		}
	case End:
		r.Running, r.Paused, r.Ended = false, false, true
	}
}
