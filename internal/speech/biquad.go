package speech

import "math"

// biquad is a filter of second order, in the transposed direct form II. Its
// zero value passes nothing.
type biquad struct {
	b0, b1, b2, a1, a2 float64
	z1, z2             float64
}

func (f *biquad) next(x float64) float64 {
	y := f.b0*x + f.z1
	f.z1 = f.b1*x - f.a1*y + f.z2
	f.z2 = f.b2*x - f.a2*y
	return y
}

// settle drops a remainder too small to matter, which would otherwise decay
// into numbers that processors calculate with a hundred times more slowly.
func (f *biquad) settle() {
	if math.Abs(f.z1) < 1e-30 && math.Abs(f.z2) < 1e-30 {
		f.z1, f.z2 = 0, 0
	}
}

// shape is an analogue filter (n2 s² + n1 s + n0)/(s² + s/q + 1), with s in
// units of its corner frequency.
type shape struct{ n2, n1, n0, q float64 }

func highPass(q float64) shape { return shape{n2: 1, q: q} }

func lowPass(q float64) shape { return shape{n0: 1, q: q} }

// digital maps the filter to a sample rate by the bilinear transform, which
// keeps its behaviour at the corner frequency exactly.
func (s shape) digital(corner, rate float64) biquad {
	k := math.Tan(math.Pi * corner / rate)
	k2 := k * k
	norm := 1 / (1 + k/s.q + k2)
	return biquad{
		b0: (s.n2 + s.n1*k + s.n0*k2) * norm,
		b1: 2 * (s.n0*k2 - s.n2) * norm,
		b2: (s.n2 - s.n1*k + s.n0*k2) * norm,
		a1: 2 * (k2 - 1) * norm,
		a2: (1 - k/s.q + k2) * norm,
	}
}
