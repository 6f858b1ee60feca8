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

	// Where the voice sounds the waveform repeats itself; so regular must it be
	// for that, and for so many frames in a run.
	regular     = 150 // of 255
	voicedInRun = 3

	// Consonants belong to a voice beside them and are shorter than a breath.
	longestHiss = 250 * time.Millisecond

	// Sound with fewer voiced frames than this, or a smaller share of them, is
	// no speech: keys, a mouse, a door, a gust of noise.
	leastVoiced      = 6
	leastVoicedShare = 0.1
)

// speaking finds the stretches of speech, sorted, at least hangOver apart.
func speaking(measured []frame) []Span {
	var speech []Span
	for _, s := range join(uttered(audible(measured), measured), hangOver) {
		least := max(leastVoiced, int(leastVoicedShare*float64(frameAt(s.Length()))))
		if voicedIn(measured, s) >= least {
			speech = append(speech, s)
		}
	}
	return speech
}

// audible finds the runs of frames that stand out from the noise floor.
func audible(measured []frame) []Span {
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
	return runs
}

// uttered leaves of runs those with a voice and those close to one that can be
// consonants. Keys that are typed after a word don't make the word longer, and
// a breath is no speech.
func uttered(runs []Span, measured []frame) []Span {
	voiced := make([]bool, len(runs))
	for i, r := range runs {
		voiced[i] = voicedIn(measured, r) >= voicedInRun
	}
	var left []Span
	before := time.Duration(math.MinInt64 / 2) // where the latest voice ended
	after := 0                                 // the next run with a voice
	for i, r := range runs {
		if voiced[i] {
			left = append(left, r)
			before = r.End
			continue
		}
		for after = max(after, i); after < len(runs) && !voiced[after]; after++ {
		}
		near := r.Start-before < hangOver || after < len(runs) && runs[after].Start-r.End < hangOver
		if near && r.Length() <= longestHiss {
			left = append(left, r)
		}
	}
	return left
}

func voicedIn(measured []frame, s Span) int {
	voiced := 0
	for _, f := range measured[frameAt(s.Start):frameAt(s.End)] {
		if f.voiced >= regular {
			voiced++
		}
	}
	return voiced
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
