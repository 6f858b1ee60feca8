package speech

import (
	"math"
	"time"
)

const (
	nucleusRange  = 25 * levelsADecibel // below the loudest 1 % of speech
	contourFrames = 2                   // smoothing to each side

	// What lies between two nuclei is quieter by this. The authors take 2 dB of
	// a contour that is smoothed more; on people's voices that missed every
	// fifth syllable, and these two every eighth.
	nucleusDip = 1 * levelsADecibel
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

// intensity is the level without hiss, which divides syllables although it can
// be loud, smoothed over 50 ms with a bell-shaped window, so that the single
// pulses of a voice make no peaks.
func intensity(measured []frame) []int16 {
	var window [2*contourFrames + 1]float64
	var norm float64
	for i := range window {
		x := float64(i-contourFrames) / (contourFrames + 1)
		window[i] = 0.5 + 0.5*math.Cos(math.Pi*x)
		norm += window[i]
	}
	contour := make([]int16, len(measured))
	var around [len(window)]float64 // the powers under the window
	for i := range len(measured) + contourFrames {
		copy(around[:], around[1:])
		around[len(around)-1] = 0
		if i < len(measured) {
			around[len(around)-1] = vowelPower(measured[i])
		}
		if at := i - contourFrames; at >= 0 {
			var sum float64
			for j, w := range window {
				sum += w * around[j]
			}
			contour[at] = level(sum / norm)
		}
	}
	return contour
}

func vowelPower(f frame) float64 {
	return max(power(f.level[broad])-power(f.level[high]), power(f.level[low]))
}
