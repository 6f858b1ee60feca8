package speech

import "math"

const (
	lowestPitch  = 75.0   // Hz
	highestPitch = 500.0  // Hz
	pitchRate    = 4000.0 // Hz at the least, after thinning
	pitchWindow  = 0.025  // s
	pitchDelay   = 2      // frames from the middle of the window to its end
)

// pitch tells how regular the latest 40 ms are, by autocorrelation of the low
// band at a lower rate.
type pitch struct {
	thin     int // one sample in so many is taken
	skipped  int
	ring     []float64 // the latest samples, twice, so that they lie in one piece
	at       int
	window   int
	from, to int // lags looked at, in samples
}

func newPitch(rate int) pitch {
	thin := max(1, int(float64(rate)/pitchRate))
	r := float64(rate) / float64(thin)
	p := pitch{
		thin:   thin,
		window: int(pitchWindow * r),
		from:   int(math.Floor(r / highestPitch)),
		to:     int(math.Ceil(r / lowestPitch)),
	}
	p.ring = make([]float64, 2*(p.window+p.to))
	return p
}

func (p *pitch) write(v float64) {
	if p.skipped++; p.skipped < p.thin {
		return
	}
	p.skipped = 0
	n := len(p.ring) / 2
	p.ring[p.at], p.ring[p.at+n] = v, v
	if p.at++; p.at == n {
		p.at = 0
	}
}

// regularity is the highest correlation of the latest sound with itself one
// period earlier, over all periods a voice can have: 255 times 0 to 1.
func (p *pitch) regularity() uint8 {
	x := p.ring[p.at : p.at+len(p.ring)/2]
	now := x[p.to:]
	var power, earlier float64
	for i, v := range now {
		power += v * v
		before := x[p.to-p.from+i]
		earlier += before * before
	}
	var best float64 // the correlation squared
	for lag := p.from; lag <= p.to; lag++ {
		before := x[p.to-lag:][:len(now)]
		var dot float64
		for i, v := range now {
			dot += v * before[i]
		}
		if dot > 0 && dot*dot > best*power*earlier {
			best = dot * dot / (power * earlier)
		}
		if lag < p.to {
			enters, leaves := x[p.to-lag-1], before[len(before)-1]
			earlier += enters*enters - leaves*leaves
		}
	}
	return uint8(255 * math.Sqrt(min(1, best)))
}
