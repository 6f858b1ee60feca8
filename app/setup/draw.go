package setup

import (
	"math/rand/v2"
	"time"

	"talkthrough/internal/question"
)

// draw takes one of the questions, of which there must be one at least; that
// with the id avoid only where there is no other. pick chooses a number under
// n.
func draw(pool []question.Question, avoid string, pick func(n int) int) question.Question {
	var fresh []question.Question
	for _, q := range pool {
		if q.ID != avoid {
			fresh = append(fresh, q)
		}
	}
	if len(fresh) == 0 {
		fresh = pool
	}
	return fresh[pick(len(fresh))]
}

// Again is the same choice once more: a blind draw draws anew, by the same
// filter and another question than last time where there is one. It reports
// false where there is no question to begin with: that of last time is gone, or
// the filter now leaves none.
func (f Facts) Again(last Choice, now time.Time) (Choice, bool) {
	last = last.filled()
	switch {
	case last.Blind:
		pool := f.Find(last.Filter, now)
		if len(pool) == 0 {
			return last, false
		}
		last.Question = draw(pool, last.Question.ID, rand.IntN)
	case last.Question.ID == question.OwnID:
		return last, last.Question.Prompt != ""
	default:
		q, known := f.Bank.Find(last.Question.ID)
		if !known {
			return last, false
		}
		last.Question = q
	}
	return last, true
}
