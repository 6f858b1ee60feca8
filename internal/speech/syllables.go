package speech

import (
	"math"
	"time"
)

const (
	nucleusRange  = 25 * levelsADecibel // below the loudest 1 % of speech
	nucleusDip    = 2 * levelsADecibel  // between two nuclei
	contourFrames = 3                   // smoothing to each side
)

// nuclei finds the middles of syllables after de Jong and Wempe (2009): peaks
// of the intensity, with a dip between, where the voice sounds.
func nuclei(measured []frame, speech []Span) []time.Duration {
	contour := intensity(measured)
	var loud histogram
	for _, s := range speech {
		for _, level := range contour[frameAt(s.Start):frameAt(s.End)] {
			loud.add(level, 1)
		}
	}
	quiet := loud.share(0.99) - nucleusRange
	var found []time.Duration
	for _, s := range speech {
		first := frameAt(s.Start)
		for _, i := range peaks(contour[first:frameAt(s.End)], quiet) {
			if measured[first+i].voiced >= regular {
				found = append(found, frameTime(first+i)+frameTime(1)/2)
			}
		}
	}
	return found
}

// peaks returns the highest points of contour above quiet that are told apart
// by a dip.
func peaks(contour []int16, quiet int16) []int {
	var found []int
	top, bottom := -1, int16(math.MaxInt16)
	rising := true
	for i, level := range contour {
		if rising {
			if top < 0 || level > contour[top] {
				top = i
			}
			if level < contour[top]-nucleusDip {
				if contour[top] > quiet {
					found = append(found, top)
				}
				rising, bottom = false, level
			}
			continue
		}
		bottom = min(bottom, level)
		if level > bottom+nucleusDip {
			rising, top = true, i
		}
	}
	if rising && top >= 0 && contour[top] > quiet {
		found = append(found, top)
	}
	return found
}

// intensity is the level smoothed over 70 ms with a bell-shaped window, so that
// the single pulses of a voice make no peaks.
func intensity(measured []frame) []int16 {
	var window [2*contourFrames + 1]float64
	var norm float64
	for i := range window {
		x := float64(i-contourFrames) / (contourFrames + 1)
		window[i] = 0.5 + 0.5*math.Cos(math.Pi*x)
		norm += window[i]
	}
	powers := make([]float64, len(measured))
	for i, f := range measured {
		powers[i] = power(f.level[broad])
	}
	contour := make([]int16, len(measured))
	for i := range contour {
		var sum float64
		for j, w := range window {
			if at := i + j - contourFrames; at >= 0 && at < len(powers) {
				sum += w * powers[at]
			}
		}
		contour[i] = level(sum / norm)
	}
	return contour
}
