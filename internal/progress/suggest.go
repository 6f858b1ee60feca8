package progress

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"talkthrough/internal/interview"
)

// Reason is why a question is suggested.
type Reason uint8

// The reasons, the strongest first.
const (
	DueAgain Reason = iota
	WeakDimension
	NeverTried
	LongAgo // everything has been tried and nothing is due
)

// Suggestion is a question to practise next.
type Suggestion struct {
	Question  string // id
	Variant   string // title of the variant to practise, "" for the question itself
	Dimension string // id of the dimension to look after, "" for none in particular
	Reason    Reason
	Why       string // in a sentence
}

// Suggest picks a question of the bank to practise: one that is due again, the
// longest overdue first; else, where a dimension is under its target, one to
// practise that on; else one that was never tried; else the one that was
// practised longest ago. New questions come from the domain of which the
// smallest part has been tried. It is false for an empty bank alone.
func Suggest(bank []Question, attempts []Attempt, now time.Time) (Suggestion, bool) {
	if len(bank) == 0 {
		return Suggestion{}, false
	}
	for _, r := range Due(attempts, now) {
		if slices.ContainsFunc(bank, func(q Question) bool { return q.ID == r.Question }) {
			return Suggestion{Question: r.Question, Variant: r.Variant, Reason: DueAgain, Why: whyDue(r)}, true
		}
	}
	fresh, isNew := untried(bank, attempts)
	if weak, ok := Weakest(attempts); ok {
		s := Suggestion{Question: fresh.ID, Dimension: weak.Dimension, Reason: WeakDimension}
		name := interview.Rubric[interview.DimensionIndex(weak.Dimension)].Name
		s.Why = fmt.Sprintf("%s is your weakest side: %s of 4 lately. Practise it on a question that is new to you.", name, rounded(weak.Mean))
		if !isNew {
			q := lowest(bank, attempts, weak.Dimension)
			s.Question, s.Variant = q.ID, Variant(q, attempts)
			s.Why = fmt.Sprintf("%s is your weakest side: %s of 4 lately, and this is the question where it showed.", name, rounded(weak.Mean))
		}
		return s, true
	}
	if isNew {
		return Suggestion{Question: fresh.ID, Reason: NeverTried, Why: "You have not tried this one yet."}, true
	}
	q := oldest(bank, attempts)
	return Suggestion{Question: q.ID, Variant: Variant(q, attempts), Reason: LongAgo, Why: "It is longest since you practised this one."}, true
}

func whyDue(r Return) string {
	when := "today"
	switch {
	case r.Overdue == 1:
		when = "since yesterday"
	case r.Overdue > 1:
		when = fmt.Sprintf("for %d days", r.Overdue)
	}
	if r.Variant != "" {
		return "Due again " + when + ", this time as a variant."
	}
	return "Due again " + when + "."
}

// rounded is a mean with one digit behind the point where it needs one.
func rounded(mean float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", mean), ".0")
}

// untried is a question without a mock, from the domain of which the smallest
// part has been tried, in the bank's order; false when all were tried.
func untried(bank []Question, attempts []Attempt) (Question, bool) {
	tried := times(attempts)
	part := map[string]float64{}
	for _, d := range Coverage(bank, attempts) {
		part[d.Name] = float64(d.Tried) / float64(d.Total)
	}
	best := -1
	for i, q := range bank {
		if tried[q.ID] == 0 && (best < 0 || part[q.Domain] < part[bank[best].Domain]) {
			best = i
		}
	}
	if best < 0 {
		return Question{}, false
	}
	return bank[best], true
}

// lowest is the question at whose latest scored mock a dimension was lowest;
// the one practised longest ago where none has a score.
func lowest(bank []Question, attempts []Attempt, dimension string) Question {
	best, least := oldest(bank, attempts), interview.HighestScore+1
	for _, q := range bank {
		for _, a := range latestFirst(attempts) {
			if v := a.Review.Scores[dimension]; a.Question == q.ID && v > 0 {
				if v < least {
					best, least = q, v
				}
				break
			}
		}
	}
	return best
}

// oldest is the question whose latest mock is longest ago.
func oldest(bank []Question, attempts []Attempt) Question {
	last := map[string]time.Time{}
	for _, a := range attempts {
		if a.mock() && a.Started.After(last[a.Question]) {
			last[a.Question] = a.Started
		}
	}
	return slices.MinFunc(bank, func(a, b Question) int { return last[a.ID].Compare(last[b.ID]) })
}
