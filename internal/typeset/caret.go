package typeset

import (
	"math"
	"sort"
)

// Advance is the width in pixels of s set on one line. Line breaks in s have
// no width.
func Advance(f Font, s string) float64 {
	return shared.shape(f.Family, f.Weight, s).advance * f.Size
}

// CaretX is where, in pixels from the line's start, a caret at byteOffset
// stands. An offset inside a grapheme counts as the grapheme's start, one
// outside the line as its nearer end.
func CaretX(f Font, line string, byteOffset int) float64 {
	stops := shared.shape(f.Family, f.Weight, line).stops
	i := sort.Search(len(stops), func(i int) bool { return stops[i].at > byteOffset })
	return stops[max(i-1, 0)].x * f.Size
}

// IndexAt is the byte offset of the grapheme boundary nearest to x, in pixels
// from the line's start.
func IndexAt(f Font, line string, x float64) int {
	best, at := math.Inf(1), 0
	for _, s := range shared.shape(f.Family, f.Weight, line).stops {
		if d := math.Abs(s.x*f.Size - x); d < best {
			best, at = d, s.at
		}
	}
	return at
}
