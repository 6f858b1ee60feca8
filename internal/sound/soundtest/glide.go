package soundtest

import "math"

// Glide is a second of a tone that rises evenly from 200 Hz to top, in samples
// at rate, begun a part of a sample late. No stretch of it is like another.
func Glide(top, rate int, late float64) []int16 {
	const low, loud = 200, 9000
	rise := float64(top-low) / 2
	samples := make([]int16, rate)
	for i := range samples {
		at := (float64(i) - late) / float64(rate)
		samples[i] = int16(math.Round(loud * math.Sin(2*math.Pi*(low*at+rise*at*at))))
	}
	return samples
}
