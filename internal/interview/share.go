package interview

import "time"

// share divides total among the phases whose weight is above nought, in
// proportion to the weights, in whole units, so that the sum is exact. None
// gets less than least, or than an even share where there is too little for
// that. Where no phase has a weight nobody gets anything.
func share(total time.Duration, weights [PhaseCount]time.Duration, least, unit time.Duration) Plan {
	var p Plan
	heirs, last := 0, -1
	for i, w := range weights {
		if w > 0 {
			heirs, last = heirs+1, i
		}
	}
	if heirs == 0 || total <= 0 {
		return p
	}
	least = min(least, total/time.Duration(heirs)) / unit * unit
	// Who would get too little gets the least; that makes the others' shares
	// smaller, so it is asked again.
	var settled [PhaseCount]bool
	rest, sum := total, time.Duration(0)
	for changed := true; changed; {
		rest, sum = remaining(total, least, weights, settled)
		changed = false
		for i, w := range weights {
			if w > 0 && !settled[i] && portion(rest, w, sum) < float64(least) {
				settled[i], changed = true, true
			}
		}
	}
	// The running sum is rounded, not the parts, so that nothing drifts.
	used, seen := time.Duration(0), 0.0
	for i, w := range weights {
		switch {
		case w <= 0:
		case settled[i]:
			p[i] = least
		default:
			seen += portion(rest, w, sum)
			until := time.Duration(seen/float64(unit)+0.5) * unit
			p[i] = until - used
			used = until
		}
	}
	p[last] += total - p.Total()
	return p
}

// remaining is what is left for those who are not settled with the least, and
// the sum of their weights.
func remaining(total, least time.Duration, weights [PhaseCount]time.Duration, settled [PhaseCount]bool) (rest, sum time.Duration) {
	rest = total
	for i, w := range weights {
		switch {
		case w <= 0:
		case settled[i]:
			rest -= least
		default:
			sum += w
		}
	}
	return rest, sum
}

func portion(rest, weight, sum time.Duration) float64 {
	return float64(rest) * (float64(weight) / float64(sum))
}
