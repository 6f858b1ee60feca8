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
	Replan             // the minutes are shared anew
)

// Event is one thing that happened to the clock.
type Event struct {
	At    time.Duration // session time: since the session's start, pauses included
	Kind  Kind
	Phase int  // for Enter: index into Phases
	Plan  Plan // for Replan: the whole new plan
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
	Planned Plan                      // as it stands, after any replanning
}

// Left is what remains of the whole interview; negative when over time.
func (r Reading) Left() time.Duration { return r.Total - r.Elapsed }

// PhaseLeft is what remains of the current phase; negative when over.
func (r Reading) PhaseLeft() time.Duration { return r.Planned[r.Phase] - r.Spent[r.Phase] }

// Light is how phase i stands against its plan. A phase that has no time and
// took none is green.
func (r Reading) Light(i int) Light {
	switch spent, planned := r.Spent[i], r.Planned[i]; {
	case planned == 0 && spent == 0:
		return Green
	case spent >= planned:
		return Red
	case float64(spent) >= amberAt*float64(planned):
		return Amber
	}
	return Green
}

// Clock is where the clock stands after the events that were done to it, one
// after another. The zero value is that of an empty plan; see NewClock.
type Clock struct {
	r     Reading
	begun Plan
	last  time.Duration
}

// NewClock is the clock of an interview that has not begun.
func NewClock(p Plan) Clock {
	return Clock{r: Reading{Planned: p, Total: p.Total()}, begun: p}
}

// Do takes in the next event. One whose time is before that of the one ahead
// counts at that one's time; a resume without a pause, a second start, a plan
// of another length or anything after the end changes nothing.
func (c *Clock) Do(e Event) {
	c.r, c.last = c.spent(e.At), max(c.last, e.At)
	if e.Kind == Replan && !e.Plan.continues(c.begun) {
		return
	}
	c.r.apply(e)
}

// At is the reading at now; for a time before the last event, at that event.
func (c Clock) At(now time.Duration) Reading { return c.spent(now) }

func (c *Clock) spent(until time.Duration) Reading {
	r := c.r
	if d := until - c.last; d > 0 && r.Running {
		r.Spent[r.Phase] += d
		r.Elapsed += d
	}
	return r
}

// Read tells where the clock stands at now, given the plan and everything that
// happened to it, in order. It depends on nothing else. Events after now are
// not looked at; what an event does is said at Clock.Do.
func (p Plan) Read(events []Event, now time.Duration) Reading {
	c := NewClock(p)
	for _, e := range events {
		if e.At > now {
			break
		}
		c.Do(e)
	}
	return c.At(now)
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
	case Replan:
		r.Planned = e.Plan
	case End:
		r.Running, r.Paused, r.Ended = false, false, true
	}
}
