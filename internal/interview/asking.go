package interview

import (
	"fmt"

	"talkthrough/internal/question"
)

// Asking is how somebody asked the interviewer, in numbers, against what their
// level is expected to ask.
type Asking struct {
	Count    int // asks in all
	Answered int // prepared answers found, each counted once
	Assumed  int // asks without one: an assumption was made
	Targeted int // of Answered, those that only a level above junior is expected to ask
	// Fits says that the count is what the level is expected to ask.
	Fits bool
	// Remark says it in a sentence.
	Remark string
}

// askBand is how many questions a level is expected to ask. The direction is
// that of practice: a senior engineer turns an ambiguous task into a clear one,
// a staff engineer rarely asks, then to the point. The numbers are this
// program's assumption.
var askBand = map[Level]struct{ least, most int }{
	Junior: {3, 12},
	Senior: {3, 8},
	Staff:  {1, 5},
}

// JudgeAsks counts what was asked: for each ask the question.AnswerID
// that was chosen, "" where an assumption was made instead. An id that is not
// prepared counts as an assumption.
func JudgeAsks(level Level, asks []string, prepared []question.Clarification) Asking {
	a := Asking{Count: len(asks)}
	seen := map[string]bool{}
	for _, id := range asks {
		c, found := question.AnswerByID(prepared, id)
		if found && !seen[id] {
			seen[id] = true
			a.Answered++
			if Level(c.Level) == Senior || Level(c.Level) == Staff {
				a.Targeted++
			}
		}
		if !found {
			a.Assumed++
		}
	}
	band, known := askBand[level]
	if !known {
		band = askBand[Senior]
	}
	a.Fits = a.Count >= band.least && a.Count <= band.most
	a.Remark = a.remark(level, band.least, band.most)
	return a
}

func (a Asking) remark(level Level, least, most int) string {
	switch {
	case a.Count == 0:
		return "You asked nothing: the prompt was taken as it stands."
	case a.Count < least:
		return fmt.Sprintf("%s asked; at this level %d to %d show that the problem is understood.", questions(a.Count), least, most)
	case a.Count > most && level == Staff:
		return fmt.Sprintf("%s asked; at staff level a few, to the point, and the rest by assumption (up to %d).", questions(a.Count), most)
	case a.Count > most:
		return fmt.Sprintf("%s asked; more than %d cost the time that the design needs.", questions(a.Count), most)
	case level == Staff && a.Targeted == 0:
		return fmt.Sprintf("%s asked, few enough; none of them was one that changes the design.", questions(a.Count))
	case level == Staff:
		return fmt.Sprintf("%s asked, few and to the point: %d of them not everybody asks.", questions(a.Count), a.Targeted)
	}
	return fmt.Sprintf("%s asked, about as many as the level asks for.", questions(a.Count))
}

func questions(n int) string {
	if n == 1 {
		return "One question"
	}
	return fmt.Sprintf("%d questions", n)
}
