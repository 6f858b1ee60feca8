package speech

import "math"

const (
	absoluteGate = -70.0 // LUFS
	relativeGate = -10.0 // LU below the mean of what passes the absolute gate
	stepsInBlock = 4     // a gating block is 400 ms and a step 100 ms
	stepsASecond = 10
)

// weighting is the K filter of ITU-R BS.1770-4: a shelf for the head and a high
// pass. The recommendation gives its coefficients at 48 kHz only; the analogue
// filter below has the same ones there and serves any rate.
type weighting struct{ shelf, pass biquad }

func newWeighting(rate float64) weighting {
	const (
		shelfCorner = 1681.974450955533
		shelfGain   = 3.999843853973347 // dB
		shelfQ      = 0.7071752369554196
		passCorner  = 38.13547087602444
		passQ       = 0.5003270373238773
	)
	high := math.Pow(10, shelfGain/20)
	band := math.Pow(high, 0.4996667741545416)
	pass := highPass(passQ).digital(passCorner, rate)
	// The recommendation leaves the high pass without its factor of
	// normalisation.
	pass.b0, pass.b1, pass.b2 = 1, -2, 1
	return weighting{
		shelf: shape{n2: high, n1: band / shelfQ, n0: 1, q: shelfQ}.digital(shelfCorner, rate),
		pass:  pass,
	}
}

func (w *weighting) next(x float64) float64 { return w.pass.next(w.shelf.next(x)) }

// lufs is the loudness of a mean square of K-weighted mono sound.
func lufs(meanSquare float64) float64 {
	return -0.691 + 10*math.Log10(meanSquare)
}

// integrated is the gated loudness of steps of 100 ms; ok is false when nothing
// is as loud as the absolute gate or there is not one whole block.
func integrated(steps []step) (loudness float64, ok bool) {
	mean, ok := gated(steps, absoluteGate)
	if !ok {
		return 0, false
	}
	mean, ok = gated(steps, max(absoluteGate, lufs(mean)+relativeGate))
	return lufs(mean), ok
}

// gated is the mean square of the blocks louder than gate, in LUFS.
func gated(steps []step, gate float64) (mean float64, ok bool) {
	var sum float64
	var blocks int
	for i := 0; i+stepsInBlock <= len(steps); i++ {
		var block float64
		for _, s := range steps[i : i+stepsInBlock] {
			block += s.weighted
		}
		block /= stepsInBlock
		if block > 0 && lufs(block) > gate {
			sum += block
			blocks++
		}
	}
	if blocks == 0 {
		return 0, false
	}
	return sum / float64(blocks), true
}
