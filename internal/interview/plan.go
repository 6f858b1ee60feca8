package interview

import "time"

// Plan is how long each phase is meant to take. A phase that has no time is
// left out.
type Plan [PhaseCount]time.Duration

// Lengths are the minutes for which there is a preset, shortest first.
var Lengths = []int{30, 35, 40, 45}

// LeastMinutes is the shortest that a phase can be made by With: under a
// minute nothing can be said about it.
const LeastMinutes = time.Minute

// The range of a warm-up, in minutes.
const (
	ShortestWarmUp = 5
	LongestWarmUp  = 10
)

// PlanFor is the plan of the balanced style for so many minutes.
func PlanFor(minutes int) Plan { return Balanced.Plan(minutes) }

// WarmUp is the plan for practising one phase alone. Minutes out of range
// count as the nearest in it.
func WarmUp(phase, minutes int) Plan {
	var p Plan
	p[phase] = time.Duration(min(max(minutes, ShortestWarmUp), LongestWarmUp)) * time.Minute
	return p
}

// Total is the planned length of the whole interview.
func (p Plan) Total() time.Duration {
	var sum time.Duration
	for _, d := range p {
		sum += d
	}
	return sum
}

// First is the first phase that has time, 0 where none has.
func (p Plan) First() int {
	for i, d := range p {
		if d > 0 {
			return i
		}
	}
	return 0
}

// Alone reports whether the plan is a warm-up: one phase and no other.
func (p Plan) Alone() bool { return p.Total() > 0 && p[p.First()] == p.Total() }

// With is the plan with its own time for phase i. The whole stays as long as it
// is: the other phases that have time share the rest in proportion, in whole
// minutes where the plan is one of whole minutes. No phase gets less than
// LeastMinutes where there is that much for each; d is moved into what that
// leaves. A plan of one phase stays as it is.
func (p Plan) With(i int, d time.Duration) Plan {
	total := p.Total()
	others := [PhaseCount]time.Duration(p)
	others[i] = 0
	count := time.Duration(0)
	for _, w := range others {
		if w > 0 {
			count++
		}
	}
	if count == 0 {
		return p
	}
	unit := time.Minute
	for _, w := range p {
		if w%time.Minute != 0 {
			unit = time.Second
		}
	}
	if d%unit != 0 {
		unit = time.Second
	}
	least := min(LeastMinutes, total/(count+1))
	d = max(min(d.Round(time.Second), total-count*least), least)
	out := share(total-d, others, least, unit)
	out[i] = d
	return out
}

// continues reports whether p can take the place of the plan that an interview
// began with: just as long, and no phase under nought.
func (p Plan) continues(begun Plan) bool {
	total := begun.Total()
	for _, d := range p {
		if d < 0 || d > total {
			return false
		}
	}
	return p.Total() == total
}
