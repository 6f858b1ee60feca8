package speech

import (
	"math"
	"time"
)

const (
	// A run of frames is taken for sound while one of its bands is above the
	// floor by lowMargin, if somewhere it is above by highMargin.
	lowMargin  = 7 * levelsADecibel
	highMargin = 12 * levelsADecibel

	// hangOver bridges the closures and weak moments inside of speech.
	hangOver = 250 * time.Millisecond

	// Sound with fewer voiced frames than this, or a smaller share of them, is
	// no speech: keys, a mouse, a door, a gust of noise.
	leastVoiced      = 6
	leastVoicedShare = 0.1
	regular          = 150 // of 255
)

// speaking finds the stretches of speech, sorted, at least hangOver apart.
func speaking(measured []frame) []Span {
	smooth := smoothed(measured)
	var floor [bands][]int16
	for b := range floor {
		floor[b] = floors(smooth, b)
	}
	above := func(i int) int16 {
		margin := int16(math.MinInt16)
		for b, level := range smooth[i].level {
			margin = max(margin, level-floor[b][i/framesASecond])
		}
		return margin
	}
	var runs []Span
	for i := 0; i < len(smooth); i++ {
		start, peak := i, int16(math.MinInt16)
		for ; i < len(smooth); i++ {
			m := above(i)
			if m < lowMargin {
				break
			}
			peak = max(peak, m)
		}
		// A sound widens to at least three frames by the averaging.
		if peak >= highMargin && i-start >= 3 {
			runs = append(runs, Span{frameTime(inner(start, +1, len(smooth))), frameTime(inner(i, -1, len(smooth)))})
		}
	}
	var speech []Span
	for _, s := range join(runs, hangOver) {
		voiced := 0
		for _, f := range measured[frameAt(s.Start):frameAt(s.End)] {
			if f.voiced >= regular {
				voiced++
			}
		}
		if voiced >= max(leastVoiced, int(leastVoicedShare*float64(frameAt(s.Length())))) {
			speech = append(speech, s)
		}
	}
	return speech
}

// inner takes back from an edge of a run the frame by which averaging with the
// neighbours has widened it.
func inner(edge, step, frames int) int {
	if edge == 0 || edge == frames {
		return edge
	}
	return edge + step
}

func frameTime(i int) time.Duration { return time.Duration(i) * time.Second / framesASecond }

func frameAt(t time.Duration) int { return int(t * framesASecond / time.Second) }

// smoothed averages each frame with its neighbours. A frame beside zeros has
// none of them on that side.
func smoothed(measured []frame) []frame {
	smooth := make([]frame, len(measured))
	for i := range measured {
		from, to := max(0, i-1), min(len(measured), i+2)
		for b := range bands {
			var sum float64
			for _, f := range measured[from:to] {
				sum += power(f.level[b])
			}
			smooth[i].level[b] = level(sum / float64(to-from))
		}
		for _, f := range measured[from:to] {
			smooth[i].zero = smooth[i].zero || f.zero
		}
	}
	return smooth
}

func power(level int16) float64 {
	return math.Exp(float64(level) * (math.Ln10 / (10 * levelsADecibel)))
}
