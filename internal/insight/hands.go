package insight

import (
	"strings"
	"time"
	"unicode/utf8"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

const (
	stroke     = 20 // runes that come at once, at most, when somebody types
	runesAWord = 5  // as typing is measured, the space with it
	// headings is how many of the agenda's make an agenda.
	headings = 3
)

// hands fills in what was written and drawn.
func (n *Numbers) hands(a *session.Attempt) {
	line := a.Timeline()
	planned := plannedPhases(interview.Plan(a.Plan))
	var notes notesSoFar
	var typed []keys
	at := time.Duration(0)
	for _, e := range a.History.Events {
		at = max(at, e.At)
		switch b := e.Body.(type) {
		case session.Note:
			runes := utf8.RuneCountInString(b.Ins)
			if runes > 0 && runes <= stroke {
				typed = append(typed, keys{line.Elapsed(at), runes})
			}
			if n.Agenda == nil && notes.add(b, planned) {
				n.Agenda = some(line.Elapsed(at))
			}
		case session.Drew:
			if n.FirstBox == nil && hasBox(b) {
				n.FirstBox = some(line.Elapsed(at))
			}
		}
	}
	n.Notes = notesOf(typed, n.Length)
}

func some[T any](v T) *T { return &v }

func hasBox(d session.Drew) bool {
	for _, e := range d.Put {
		if e.IsShape() && !e.Deleted {
			return true
		}
	}
	return false
}

func plannedPhases(p interview.Plan) []int {
	var out []int
	for i, d := range p {
		if d > 0 {
			out = append(out, i)
		}
	}
	return out
}

// notesSoFar is the notes while an agenda is looked for in them.
type notesSoFar struct{ notes session.Notes }

// add takes in a change and reports whether the notes hold an agenda now: the
// headings of three of the phases, or of all where there are fewer. A heading
// that is typed counts once its line is done.
func (s *notesSoFar) add(change session.Note, planned []int) bool {
	s.notes = s.notes.Splice(change, 0)
	if len(planned) == 0 || !strings.Contains(change.Ins, "\n") {
		return false
	}
	found := 0
	for _, phase := range planned {
		if interview.HeadingLine(s.notes.Text(), phase) >= 0 {
			found++
		}
	}
	return found >= min(headings, len(planned))
}

// keys is what was typed at a moment.
type keys struct {
	at    time.Duration
	runes int
}

// notesOf counts what was typed, in order of time, in an attempt of a length.
func notesOf(typed []keys, length time.Duration) Notes {
	var n Notes
	runes, inWindow, first, most := 0, 0, 0, 0
	for _, k := range typed {
		runes += k.runes
		inWindow += k.runes
		for typed[first].at <= k.at-interview.TypedOver {
			inWindow -= typed[first].runes
			first++
		}
		most = max(most, inWindow)
	}
	n.Typed = runes / runesAWord
	n.Busiest = float64(most) / runesAWord / interview.TypedOver.Minutes()
	if length > 0 {
		n.WPM = float64(runes) / runesAWord / length.Minutes()
	}
	return n
}
