package review

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// noOutput is said where sound was recorded and none can be played.
const noOutput = "No sound output: replaying silently"

// whySilent says why an attempt has no sound, where the journal knows it. That
// it has none is said by the waveform.
func whySilent(a *session.Attempt) string {
	if why := strings.TrimSuffix(a.End().Sound.Why, "."); why != "" {
		return "No sound was recorded: " + why
	}
	return ""
}

func phaseName(i int) string {
	if i < 0 || i >= interview.PhaseCount {
		return ""
	}
	return interview.Phases[i].Name
}

// about is the line under the title: level, day and length, and of a recording
// from elsewhere who is heard.
func about(a *session.Attempt) string {
	var parts []string
	if a.Level != "" {
		parts = append(parts, a.Level.Name())
	}
	if a.Imported != nil && a.Imported.People != "" {
		parts = append(parts, a.Imported.People)
	}
	if !a.Started.IsZero() {
		parts = append(parts, a.Started.Local().Format("2 January 2006, 15:04"))
	}
	return strings.Join(append(parts, look.Time(a.Timeline().Length())), "  ·  ")
}

// spent says how much of its plan the current phase has used.
func spent(r interview.Reading) string {
	return look.Time(r.Spent[r.Phase]) + " of " + look.Time(r.Planned[r.Phase])
}

// damage says what of the journal could not be read, or is empty.
func damage(a *session.Attempt) string {
	h := a.History
	name := filepath.Base(a.Journal())
	var said []string
	switch n := len(h.Problems); {
	case n == 1:
		said = append(said, fmt.Sprintf("Line %d of %s could not be read and is left out: %s.", h.Problems[0].Line, name, firstClause(h.Problems[0].What)))
	case n > 1:
		said = append(said, fmt.Sprintf("%d lines of %s could not be read and are left out, the first is line %d.", n, name, h.Problems[0].Line))
	}
	if h.Torn > 0 {
		said = append(said, fmt.Sprintf("The last line of %s was cut off (%d bytes) and is left out.", name, h.Torn))
	}
	return strings.Join(said, " ")
}

// firstClause drops what a problem adds about being skipped, which is said
// already.
func firstClause(what string) string {
	clause, _, _ := strings.Cut(what, ";")
	return strings.TrimSuffix(clause, ".")
}

// clock is a position out of a length.
func clock(at, length time.Duration) string { return look.Time(at) + " / " + look.Time(length) }
