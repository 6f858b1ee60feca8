package chart

import (
	"fmt"

	"talkthrough/internal/board"
)

// Share is a part of a whole.
type Share struct {
	Name   string
	Colour string  // CSS
	Part   float64 // 0 to 1; out of range counts as the nearest
}

// Shares draws a row for each part: its name, a pale bar for the whole, the
// part on it, and its per cent.
func Shares(shares []Share) *board.Scene {
	s := newSheet()
	for i, p := range shares {
		y := float64(i)*rowHeight + rowHeight/2
		part := min(max(p.Part, 0), 1)
		s.words(0, y, p.Name, 14, ink)
		s.bar(barsFrom, y-barHeight/2, barsWidth, barHeight, track)
		s.bar(barsFrom, y-barHeight/4, barsWidth*part, barHeight/2, p.Colour)
		s.words(Width-noteWidth+8, y, fmt.Sprintf("%.0f %%", 100*part), 13, faint)
	}
	return s.scene
}
