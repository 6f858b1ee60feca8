package interview

import "time"

// ToCome reports whether phase i is still to come: it has time, is not the
// current one, and has not been dealt with. One before the current phase counts
// as dealt with once it was entered for more than a look; one after it, from
// which the user jumped back, once half of its time is spent.
func (r Reading) ToCome(i int) bool {
	if i == r.Phase || r.Planned[i] <= 0 {
		return false
	}
	if i < r.Phase {
		return r.Spent[i] < lookIn
	}
	return 2*r.Spent[i] < r.Planned[i]
}

// Need is how long the rest of the interview takes by the plan: what the
// current phase and those still to come lack.
func (r Reading) Need() time.Duration {
	need := max(r.Planned[r.Phase]-r.Spent[r.Phase], 0)
	for i := range Phases {
		if r.ToCome(i) {
			need += max(r.Planned[i]-r.Spent[i], 0)
		}
	}
	return need
}

// Behind is by how much the plan can no longer be met; under nought it is the
// time that is to spare.
func (r Reading) Behind() time.Duration { return r.Need() - r.Left() }

// NextPhase is the first phase after the current one that is still to come,
// else the first before it; -1 when none is.
func (r Reading) NextPhase() int {
	for step := 1; step < PhaseCount; step++ {
		if i := (r.Phase + step) % PhaseCount; r.ToCome(i) {
			return i
		}
	}
	return -1
}

// Replan shares what is left of the interview anew. The current phase is about
// to be left: it keeps what it spent and gets SummaryTime to be rounded off.
// What was dealt with keeps what it spent. The rest goes to the phases still
// to come, in proportion to what they lack, none under LeastLeft where there is
// that much for each; first, where it is one of them, gets all that it lacks
// (LeastLeft where it lacks less) before the others (-1: none does). The sum
// stays the interview's length. Where nothing is left or nothing to come, the
// plan stays as it is.
func (r Reading) Replan(first int) Plan {
	total := r.Planned.Total()
	var out Plan
	var lack [PhaseCount]time.Duration
	heirs, left := time.Duration(0), total
	for i := range Phases {
		out[i] = ceilSecond(r.Spent[i])
		if r.ToCome(i) {
			lack[i] = max(r.Planned[i]-out[i], time.Second)
			heirs++
		}
		left -= out[i]
	}
	if heirs == 0 || left < time.Second {
		return r.Planned
	}
	round := min(SummaryTime, left/(heirs+1)).Truncate(time.Second)
	out[r.Phase] += round
	left -= round
	if first >= 0 && lack[first] > 0 && heirs > 1 {
		full := min(max(lack[first], LeastLeft), max(left-(heirs-1)*LeastLeft, left/heirs)).Truncate(time.Second)
		out[first] += full
		left -= full
		lack[first] = 0
	}
	for i, d := range share(left, lack, LeastLeft, time.Second) {
		out[i] += d
	}
	return out
}

func ceilSecond(d time.Duration) time.Duration {
	return (d + time.Second - 1).Truncate(time.Second)
}
