//go:build linux

package e2e

import (
	"math"
	"math/rand/v2"
)

// chirp is a short sound that begins suddenly and is like no other chirp: its
// pitch glides from one height to another that number gives.
func chirp(number, rate int) []int16 {
	const seconds = 0.15
	low, high := 400+250*float64(number), 3200-350*float64(number)
	out := make([]int16, int(seconds*float64(rate)))
	for i := range out {
		at := float64(i) / float64(rate)
		phase := 2 * math.Pi * (low*at + (high-low)*at*at/(2*seconds))
		out[i] = int16(14000 * math.Cos(phase))
	}
	return out
}

// murmur is 48 kHz noise without the upper pitches, so that two ways to the
// same rate give nearly the same samples. No stretch of it is like another.
func murmur(seconds int, r *rand.Rand) []int16 { return noise(seconds, 12000, r) }

// hush is 48 kHz noise as faint as that of a room in which nobody speaks: a
// microphone that gives exact zeros is taken for a broken one.
func hush(seconds int) []int16 { return noise(seconds, 40, rand.New(rand.NewPCG(1, 1))) }

// noise is low by three simple filters, one after the other.
func noise(seconds int, strength float64, r *rand.Rand) []int16 {
	out := make([]int16, seconds*48000)
	var level [3]float64
	for i := range out {
		in := r.NormFloat64() * strength * 3
		for k := range level {
			level[k] += 0.12 * (in - level[k])
			in = level[k]
		}
		out[i] = int16(max(-30000, min(30000, in)))
	}
	return out
}
