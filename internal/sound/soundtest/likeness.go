package soundtest

import (
	"math"
	"math/cmplx"
	"slices"
)

// Likeness finds where in heard the sound wanted fits best. at is the sample
// in heard at which wanted begins; correlation is 1 for an exact copy at any
// volume, and 0 for something unrelated.
func Likeness(heard, wanted []int16) (at int, correlation float64) {
	if len(wanted) == 0 || len(heard) < len(wanted) {
		return 0, 0
	}
	sums := correlate(heard, wanted)
	var power float64 // of the window of heard under wanted
	for _, s := range heard[:len(wanted)] {
		power += float64(s) * float64(s)
	}
	var own float64
	for _, s := range wanted {
		own += float64(s) * float64(s)
	}
	for i, sum := range sums {
		if i > 0 {
			in, out := float64(heard[i+len(wanted)-1]), float64(heard[i-1])
			power += in*in - out*out
		}
		// A nearly silent window would make noise look like a match.
		if c := sum / math.Sqrt(max(power, own/1e4)*own); own > 0 && c > correlation {
			at, correlation = i, c
		}
	}
	return at, correlation
}

// Sounding is the samples that are not exactly zero, in their order. Two sounds
// of the same rate that passed unchanged have the same ones, however often a
// busy machine made the sound server put silence in between.
func Sounding(samples []int16) []int16 {
	return slices.DeleteFunc(slices.Clone(samples), func(s int16) bool { return s == 0 })
}

// correlate is the sum of products of wanted with heard at every offset where
// wanted fits, by way of the Fourier transform.
func correlate(heard, wanted []int16) []float64 {
	size := 1
	for size < len(heard)+len(wanted) {
		size *= 2
	}
	a, b := make([]complex128, size), make([]complex128, size)
	for i, s := range heard {
		a[i] = complex(float64(s), 0)
	}
	for i, s := range wanted {
		b[i] = complex(float64(s), 0)
	}
	transform(a, false)
	transform(b, false)
	for i := range a {
		a[i] *= cmplx.Conj(b[i])
	}
	transform(a, true)
	sums := make([]float64, len(heard)-len(wanted)+1)
	for i := range sums {
		sums[i] = real(a[i]) / float64(size)
	}
	return sums
}

// transform is the discrete Fourier transform in place, inverse without the
// division by the size, for sizes that are powers of two.
func transform(x []complex128, inverse bool) {
	for i, j := 1, 0; i < len(x); i++ {
		bit := len(x) >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j ^= bit
		if i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	turn := -2 * math.Pi
	if inverse {
		turn = -turn
	}
	for size := 2; size <= len(x); size *= 2 {
		roots := make([]complex128, size/2)
		for k := range roots {
			roots[k] = cmplx.Rect(1, turn*float64(k)/float64(size))
		}
		for from := 0; from < len(x); from += size {
			for k, root := range roots {
				u, v := x[from+k], x[from+k+size/2]*root
				x[from+k], x[from+k+size/2] = u+v, u-v
			}
		}
	}
}
