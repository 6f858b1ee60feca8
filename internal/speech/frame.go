package speech

import "math"

const framesASecond = 100

// Levels are kept in hundredths of a decibel, 0 being a mean square of 1.
const (
	levelsADecibel = 100
	quietest       = -120 * levelsADecibel
)

// The bands that frames are measured in. Each has noise of its own: a fan hums
// low and leaves the hiss of an s to be heard above it.
const (
	broad = iota // all but rumble
	low          // the first formant, in which vowels are strong
	high         // fricatives
	bands
)

const (
	rumbleCorner = 120.0 // Hz
	lowCorner    = 900.0
	highCorner   = 3000.0
)

// frame is what is remembered of 10 ms for finding speech.
type frame struct {
	level  [bands]int16
	voiced uint8 // how regular the sound is here, 255 for perfectly
	zero   bool  // touches a run of exact digital zeros
}

// frames cuts the sound into frames.
type frames struct {
	rate    int
	rumble  biquad
	lows    [2]biquad
	highs   biquad
	pitch   pitch
	done    []frame
	sum     [bands]float64
	samples int
	next    int
	zeroRun int // exact zeros up to now
	zero    bool
}

func newFrames(rate int) frames {
	r := float64(rate)
	// The two quality factors make a Butterworth filter of fourth order.
	lows := [2]biquad{lowPass(0.541196100).digital(lowCorner, r), lowPass(1.306562965).digital(lowCorner, r)}
	f := frames{
		rate:   rate,
		rumble: highPass(math.Sqrt2/2).digital(rumbleCorner, r),
		lows:   lows,
		highs:  highPass(math.Sqrt2/2).digital(highCorner, r),
		pitch:  newPitch(rate),
	}
	f.next = f.boundary(1)
	return f
}

// boundary is the sample at which frame i begins.
func (f *frames) boundary(i int) int { return i * f.rate / framesASecond }

func (f *frames) write(samples []float32) {
	for len(samples) > 0 {
		n := min(len(samples), f.next-f.samples)
		f.scan(samples[:n])
		samples = samples[n:]
		if f.samples == f.next {
			f.close()
		}
	}
}

func (f *frames) scan(samples []float32) {
	zeros := f.rate / 500 // 2 ms: what a sound sampled coarsely has at times is shorter
	for _, v := range samples {
		if v == 0 {
			f.zeroRun++
		} else {
			f.zeroRun = 0
		}
		f.zero = f.zero || f.zeroRun >= zeros
		all := f.rumble.next(float64(v))
		vowels := f.lows[1].next(f.lows[0].next(all))
		hiss := f.highs.next(all)
		f.sum[broad] += all * all
		f.sum[low] += vowels * vowels
		f.sum[high] += hiss * hiss
		f.pitch.write(vowels)
	}
	f.samples += len(samples)
}

func (f *frames) close() {
	next := frame{zero: f.zero}
	for b, sum := range f.sum {
		next.level[b] = level(sum / float64(f.samples))
	}
	f.done = append(f.done, next)
	// The pitch window ends here, so its middle lies two frames back.
	if i := len(f.done) - 1 - pitchDelay; i >= 0 && f.done[i].level[low] > -80*levelsADecibel {
		f.done[i].voiced = f.pitch.regularity()
	}
	for _, filter := range []*biquad{&f.rumble, &f.lows[0], &f.lows[1], &f.highs} {
		filter.settle()
	}
	i := len(f.done)
	f.sum, f.samples, f.zero = [bands]float64{}, 0, false
	f.next = f.boundary(i+1) - f.boundary(i)
}

func level(meanSquare float64) int16 {
	if meanSquare <= 0 {
		return quietest
	}
	return int16(min(max(quietest, 10*levelsADecibel*math.Log10(meanSquare)), math.MaxInt16))
}
