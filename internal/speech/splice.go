package speech

import "math"

const coarseRate = 6000 // Hz, enough for the part of sound that carries its waveform

// splice finds the place in sound that continues other sound best: first
// roughly, on samples averaged in groups, then exactly around the best groups.
type splice struct {
	group  int
	target []float32 // groups of the target
	around []float32 // groups of the sound searched
}

func newSplice(rate, hop, reach int) splice {
	group := max(1, rate/coarseRate)
	return splice{
		group:  group,
		target: make([]float32, hop/group),
		around: make([]float32, (hop+2*reach+2)/group),
	}
}

// best returns the offset in around at which it resembles target most. Where
// nothing resembles it, or everything the same, that is the offset wanted, or
// up to a group before it.
func (s *splice) best(target, around []float32, wanted int) int {
	places := len(around) - len(target) + 1
	coarseTarget := average(s.target, target, s.group)
	coarseAround := average(s.around, around, s.group)
	rough := s.group * search(coarseTarget, coarseAround, 0, len(coarseAround)-len(coarseTarget)+1, wanted/s.group)
	from, to := max(0, rough-s.group), min(places, rough+s.group+1)
	return search(target, around, from, to, rough)
}

// search compares target with around at offsets from (inclusive) to to
// (exclusive), by correlation in relation to the power there.
func search(target, around []float32, from, to, wanted int) int {
	best, bestFit := wanted, fit(target, around[wanted:])
	for at := from; at < to; at++ {
		if f := fit(target, around[at:]); f > bestFit {
			best, bestFit = at, f
		}
	}
	return best
}

// fit is the correlation of a and the start of b, squared, keeping its sign.
func fit(a, b []float32) float32 {
	b = b[:len(a)]
	var dot, power float32
	for i, v := range a {
		dot += v * b[i]
		power += b[i] * b[i]
	}
	if power == 0 {
		return 0
	}
	if dot < 0 {
		return -dot * dot / power
	}
	return dot * dot / power
}

// likeness is the correlation of a and b, from 0 to 1; what is contrary is not
// alike at all.
func likeness(a, b []float32) float64 {
	var own float32
	for _, v := range a {
		own += v * v
	}
	if f := fit(a, b); f > 0 && own > 0 {
		return math.Sqrt(min(1, float64(f/own)))
	}
	return 0
}

// average fills dst with the means of groups of samples.
func average(dst, samples []float32, group int) []float32 {
	dst = dst[:min(len(dst), len(samples)/group)]
	for i := range dst {
		var sum float32
		for _, v := range samples[i*group:][:group] {
			sum += v
		}
		dst[i] = sum / float32(group)
	}
	return dst
}
