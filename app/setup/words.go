package setup

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// minutesOf is how long the interview of a choice lasts, in minutes begun.
func minutesOf(c Choice) int { return int((c.Planned().Total() + time.Minute - 1) / time.Minute) }

func levelNames() []string {
	var out []string
	for _, l := range interview.Levels {
		out = append(out, l.Name())
	}
	return out
}

func levelPlace(level interview.Level) int { return max(slices.Index(interview.Levels, level), 0) }

func lengthNames(lengths []int) []string {
	var out []string
	for _, m := range lengths {
		out = append(out, fmt.Sprint(m))
	}
	return out
}

func lengthPlace(lengths []int, minutes int) int { return max(slices.Index(lengths, minutes), 0) }

func styleNames() []string {
	var out []string
	for _, s := range interview.Styles {
		out = append(out, s.Name())
	}
	return out
}

func stylePlace(style interview.Style) int { return max(slices.Index(interview.Styles, style), 0) }

func ballNames() []string {
	out := []string{"None"}
	for n := range interview.MaxBalls {
		out = append(out, strconv.Itoa(n+1))
	}
	return out
}

func phaseNames() (names, short []string) {
	for _, p := range interview.Phases {
		names, short = append(names, p.Name), append(short, p.Short)
	}
	return names, short
}

// nameFor is a phase's name, or its short one where the width is too little.
func nameFor(phase int, style look.Style, width float32) string {
	p := interview.Phases[phase]
	if style.Width(p.Name) > width {
		return p.Short
	}
	return p.Name
}

// briefNames are the minutes of a warm-up.
func briefNames() []string {
	var out []string
	for m := interview.ShortestWarmUp; m <= interview.LongestWarmUp; m++ {
		out = append(out, strconv.Itoa(m))
	}
	return out
}
