package interview

import "time"

// Plan is how long each phase is meant to take.
type Plan [PhaseCount]time.Duration

// Lengths are the minutes for which there is a preset, shortest first.
var Lengths = []int{30, 35, 40, 45}

// presets are the minutes per phase for each of Lengths.
var presets = map[int][PhaseCount]int{
	30: {4, 3, 3, 4, 3, 7, 2, 4},
	35: {5, 3, 3, 5, 4, 8, 3, 4},
	40: {5, 4, 4, 6, 4, 9, 3, 5},
	45: {6, 4, 4, 7, 5, 10, 4, 5},
}

// PlanFor is the plan for an interview of so many minutes: the preset, or the
// 40-minute preset scaled to whole seconds, whose sum is exact. Minutes under
// 1 count as 1.
func PlanFor(minutes int) Plan {
	minutes = max(minutes, 1)
	var p Plan
	if preset, ok := presets[minutes]; ok {
		for i, m := range preset {
			p[i] = time.Duration(m) * time.Minute
		}
		return p
	}
	base := presets[40]
	total := time.Duration(minutes) * time.Minute
	used, seen := time.Duration(0), 0
	for i, m := range base {
		seen += m
		// The running sum is rounded, not the parts, so that nothing drifts.
		until := (total * time.Duration(seen) / 40).Round(time.Second)
		p[i] = until - used
		used = until
	}
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
