package speech

// clipRun is how many samples in a row at full scale are called clipped. A
// single one may be a peak that just reached it.
const clipRun = 3

// step is what is remembered of 100 ms for loudness and clipping.
type step struct {
	weighted float64 // mean square after K-weighting
	peak     float32 // highest magnitude
	clipped  int32
}

// steps cuts the sound into steps.
type steps struct {
	rate    int
	weight  weighting
	done    []step
	open    step
	sum     float64
	samples int // in the open step
	next    int // samples the open step will have
	fullRun int
}

func newSteps(rate int) steps {
	s := steps{rate: rate, weight: newWeighting(float64(rate))}
	s.next = s.boundary(1)
	return s
}

// boundary is the sample at which step i begins. Where a second does not divide
// evenly, steps differ by a sample rather than drift away.
func (s *steps) boundary(i int) int { return i * s.rate / stepsASecond }

func (s *steps) write(samples []float32) {
	for len(samples) > 0 {
		n := min(len(samples), s.next-s.samples)
		s.scan(samples[:n])
		samples = samples[n:]
		if s.samples == s.next {
			s.close()
		}
	}
}

func (s *steps) scan(samples []float32) {
	for _, v := range samples {
		k := s.weight.next(float64(v))
		s.sum += k * k
		if v < 0 {
			v = -v
		}
		s.open.peak = max(s.open.peak, v)
		if v < fullScale {
			s.fullRun = 0
			continue
		}
		s.fullRun++
		switch {
		case s.fullRun == clipRun:
			s.open.clipped += clipRun
		case s.fullRun > clipRun:
			s.open.clipped++
		}
	}
	s.samples += len(samples)
}

func (s *steps) close() {
	s.open.weighted = s.sum / float64(s.samples)
	s.done = append(s.done, s.open)
	s.weight.shelf.settle()
	s.weight.pass.settle()
	i := len(s.done)
	s.open, s.sum, s.samples = step{}, 0, 0
	s.next = s.boundary(i+1) - s.boundary(i)
}
