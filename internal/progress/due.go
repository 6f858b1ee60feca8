package progress

import (
	"cmp"
	"slices"
	"time"

	"talkthrough/internal/interview"
)

// Days are the days until a question comes back, by step. Spacing matters; the
// exact distances do not.
var Days = [...]int{1, 3, 7, 21}

// How is how an attempt went.
type How uint8

// Again begins the spacing anew; Good goes a step on.
const (
	Again How = iota
	Good
)

// Judge tells how an attempt went: Again with a confidence of 1 or 2 (0 is not
// said), with more than a quarter of the scored dimensions under the level's
// target, or without any score.
func Judge(level interview.Level, scores map[string]int, confidence int) How {
	counted, under := 0, 0
	for _, d := range interview.Rubric {
		if v := scores[d.ID]; v > 0 {
			counted++
			if v < interview.Target(level) {
				under++
			}
		}
	}
	if counted == 0 || under*4 > counted || confidence == 1 || confidence == 2 {
		return Again
	}
	return Good
}

// NextDue is the day on which a question comes back, as its midnight in now's
// zone, and that day's step, an index of Days. step is that of the attempt
// before at the same question, 0 for the first. Again goes back to the first
// step; Good goes one on, and stays on the last.
func NextDue(now time.Time, step int, how How) (next time.Time, newStep int) {
	if how == Good {
		newStep = min(max(step, 0)+1, len(Days)-1)
	}
	y, m, d := now.Date()
	return time.Date(y, m, d+Days[newStep], 0, 0, 0, 0, now.Location()), newStep
}

// StepBefore is the step that a question stood on before an attempt began, for
// NextDue: that of the last attempt before it with a due date, 0 where there is
// none.
func StepBefore(attempts []Attempt, question string, started time.Time) int {
	for _, a := range latestFirst(attempts) {
		if a.Question == question && a.Started.Before(started) && !a.Review.Due.IsZero() {
			return min(max(a.Review.Step, 0), len(Days)-1)
		}
	}
	return 0
}

// Return is a question that comes back.
type Return struct {
	Question string // id
	On       time.Time
	Overdue  int // days since then; negative when it is still to come
	Step     int
	Variant  string // title of the variant to practise, "" for the question itself
	Times    int    // mocks at it so far
}

// Returns are all questions that come back, the longest overdue first. The date
// is that of the latest mock at the question: once it is practised again, it
// comes back when that attempt is reviewed.
func Returns(attempts []Attempt, now time.Time) []Return {
	count, seen := times(attempts), map[string]bool{}
	var out []Return
	for _, a := range latestFirst(attempts) {
		if !a.mock() && a.Review.Due.IsZero() || a.Question == "" || seen[a.Question] {
			continue
		}
		seen[a.Question] = true
		if a.Review.Due.IsZero() {
			continue
		}
		y, m, d := a.Review.Due.Date()
		day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		out = append(out, Return{
			Question: a.Question,
			On:       a.Review.Due,
			Overdue:  int(date(now, now.Location()).Sub(day).Hours() / 24),
			Step:     a.Review.Step,
			Variant:  a.Review.Variant,
			Times:    count[a.Question],
		})
	}
	slices.SortStableFunc(out, func(a, b Return) int {
		return cmp.Or(cmp.Compare(b.Overdue, a.Overdue), cmp.Compare(a.Question, b.Question))
	})
	return out
}

// Due are the questions whose day has come, the longest overdue first.
func Due(attempts []Attempt, now time.Time) []Return {
	var out []Return
	for _, r := range Returns(attempts, now) {
		if r.Overdue >= 0 {
			out = append(out, r)
		}
	}
	return out
}

// Variant is the variant to propose for the next time at a question: none after
// the first mock, when the same question is what teaches; from the second on
// one after the other of its variants. "" stands for the question itself.
func Variant(q Question, attempts []Attempt) string {
	if n := times(attempts)[q.ID]; n >= 2 && len(q.Variants) > 0 {
		return q.Variants[(n-2)%len(q.Variants)]
	}
	return ""
}
