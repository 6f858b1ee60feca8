package setup

import (
	"fmt"
	"strings"
	"time"

	"talkthrough/internal/question"
)

// Standing is how the user stands with one question.
type Standing struct {
	Tried int       // interviews held on it
	Last  time.Time // when the latest of them began; zero where there is none
	Due   time.Time // the day on which it is due again; zero where there is none
}

// due reports whether the day has come on which the question is due again.
func (s Standing) due(now time.Time) bool {
	if s.Due.IsZero() {
		return false
	}
	year, month, day := s.Due.In(now.Location()).Date()
	return !time.Date(year, month, day, 0, 0, 0, 0, now.Location()).After(now)
}

// words say it beside the domain of a question; empty where it was never tried.
func (s Standing) words(now time.Time) string {
	var out []string
	if s.due(now) {
		out = append(out, "due")
	}
	switch {
	case s.Tried == 0:
	case s.Last.Year() == now.Year():
		out = append(out, "tried "+s.Last.Format("2 Jan"))
	default:
		out = append(out, "tried "+s.Last.Format("Jan 2006"))
	}
	if s.Tried > 1 {
		out[len(out)-1] += fmt.Sprintf(" (%d×)", s.Tried)
	}
	return strings.Join(out, " · ")
}

// Facts are what there is to choose from, and what is known about it.
type Facts struct {
	Bank question.Bank
	// Past tells of the questions that were tried, by their ids.
	Past map[string]Standing
	// Field are the domains that the user works in.
	Field []string
	// CanSpeak says that the system has a voice to read aloud with.
	CanSpeak bool
}
