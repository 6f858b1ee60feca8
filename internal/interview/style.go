package interview

import (
	"slices"
	"time"
)

// Style is what a house cares for most: firms differ. It shifts the minutes of
// the plan and the phases in which curveballs come.
type Style string

// The styles.
const (
	Balanced     Style = "balanced"
	Product      Style = "product"
	Modelling    Style = "modelling"
	Architecture Style = "architecture"
)

// Styles lists the styles in the order in which they are offered.
var Styles = []Style{Balanced, Product, Modelling, Architecture}

// house is how a style goes about an interview.
type house struct {
	name, about string
	// minutes per phase for each of Lengths.
	minutes map[int][PhaseCount]int
	// pressure says how often curveballs come in a phase, against the others,
	// and what the interviewer asks for first when time runs short.
	pressure [PhaseCount]int
}

// houses holds what the styles shift, and why. Every row adds up to its length.
var houses = map[Style]house{
	// The framework as it stands: the model has the most minutes, and nothing
	// is left out.
	Balanced: {
		"Balanced", "Every phase gets its due.",
		map[int][PhaseCount]int{
			30: {4, 3, 3, 4, 3, 7, 2, 4},
			35: {5, 3, 3, 5, 4, 8, 3, 4},
			40: {5, 4, 4, 6, 4, 9, 3, 5},
			45: {6, 4, 4, 7, 5, 10, 4, 5},
		},
		[PhaseCount]int{1, 1, 1, 1, 1, 1, 1, 1},
	},
	// Whoever frames the product first is asked who it is for and how one would
	// know that it helps: clarifying, metrics and the experiment grow, and the
	// model pays for it.
	Product: {
		"Product framing", "More on users, metrics and the experiment; less on the model.",
		map[int][PhaseCount]int{
			30: {5, 4, 3, 4, 3, 5, 3, 3},
			35: {7, 4, 3, 5, 4, 6, 3, 3},
			40: {7, 5, 4, 6, 4, 6, 4, 4},
			45: {8, 5, 4, 7, 5, 7, 5, 4},
		},
		[PhaseCount]int{2, 4, 1, 1, 1, 1, 4, 1},
	},
	// Some houses spend about ten minutes on data and features and the bulk of
	// the rest on the model's architecture: the picture, the talk before it and
	// the serving after it get shorter.
	Modelling: {
		"Modelling", "The bulk on the model; the picture and the serving in brief.",
		map[int][PhaseCount]int{
			30: {3, 3, 2, 4, 3, 10, 2, 3},
			35: {4, 3, 2, 5, 4, 11, 3, 3},
			40: {4, 4, 3, 6, 4, 12, 3, 4},
			45: {5, 4, 3, 7, 5, 13, 4, 4},
		},
		[PhaseCount]int{1, 1, 1, 2, 2, 5, 1, 1},
	},
	// Where the system counts, the picture is drawn with care and serving is
	// asked about in depth: metrics, features and the model pay for it.
	Architecture: {
		"Architecture", "More on the flow and on serving; less on the model.",
		map[int][PhaseCount]int{
			30: {4, 2, 5, 4, 2, 5, 2, 6},
			35: {5, 2, 6, 4, 3, 6, 3, 6},
			40: {5, 3, 7, 5, 3, 7, 3, 7},
			45: {6, 3, 7, 6, 4, 8, 4, 7},
		},
		[PhaseCount]int{1, 1, 4, 2, 1, 1, 1, 4},
	},
}

func (s Style) house() house {
	if h, known := houses[s]; known {
		return h
	}
	return houses[Balanced]
}

// Valid reports whether s is one of Styles.
func (s Style) Valid() bool { return slices.Contains(Styles, s) }

// Name is the style as people write it; that of Balanced when s is unknown.
func (s Style) Name() string { return s.house().name }

// About is one line on what the style shifts.
func (s Style) About() string { return s.house().about }

// Plan is the plan for an interview of so many minutes in this style: the
// preset, or the 40-minute preset scaled to whole seconds, whose sum is exact.
// Minutes under 1 count as 1; an unknown style is Balanced.
func (s Style) Plan(minutes int) Plan {
	minutes = max(minutes, 1)
	if preset, ok := s.house().minutes[minutes]; ok {
		var p Plan
		for i, m := range preset {
			p[i] = time.Duration(m) * time.Minute
		}
		return p
	}
	return share(time.Duration(minutes)*time.Minute, [PhaseCount]time.Duration(s.Plan(40)), 0, time.Second)
}

// Priority is the phase that an interviewer of this style asks for when time
// runs short: of those still to come the one that the style presses most, then
// the one with the most minutes; -1 when none is to come.
func (s Style) Priority(r Reading) int {
	best, press := -1, s.house().pressure
	for i := range Phases {
		if !r.ToCome(i) {
			continue
		}
		if best < 0 || press[i] > press[best] || press[i] == press[best] && r.Planned[i] > r.Planned[best] {
			best = i
		}
	}
	return best
}
