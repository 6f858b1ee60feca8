package chart

import (
	"time"

	"talkthrough/internal/board"
)

// Phase is the time of one phase.
type Phase struct {
	Name    string
	Colour  string // CSS, "#4c6ef5"
	Planned time.Duration
	Spent   time.Duration
}

// overBy is how much more than planned is said in red: a phase that takes a
// tenth more than its time is none to remark on.
const overBy = 1.1

// Longest is the longest time of any of the phases, planned or spent.
func Longest(phases ...Phase) time.Duration {
	longest := time.Duration(1)
	for _, p := range phases {
		longest = max(longest, p.Planned, p.Spent)
	}
	return longest
}

// Minutes draws a row for each phase: its name, what was planned as a pale bar,
// what was spent as a coloured one on it, and both in figures. longest is the
// time that has the whole width, see Longest: the same for charts that are to be
// compared.
func Minutes(phases []Phase, longest time.Duration) *board.Scene {
	s := newSheet()
	scale := func(d time.Duration) float64 { return barsWidth * float64(d) / float64(longest) }
	for i, p := range phases {
		y := float64(i)*rowHeight + rowHeight/2
		s.words(0, y, p.Name, 14, ink)
		s.bar(barsFrom, y-barHeight/2, scale(p.Planned), barHeight, track)
		s.bar(barsFrom, y-barHeight/4, scale(p.Spent), barHeight/2, p.Colour)
		colour := faint
		if float64(p.Spent) > overBy*float64(p.Planned) {
			colour = late
		}
		s.words(Width-noteWidth+8, y, minutes(p.Spent)+" of "+minutes(p.Planned), 13, colour)
	}
	return s.scene
}
