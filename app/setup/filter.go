package setup

import (
	"slices"
	"strings"
	"time"

	"talkthrough/internal/question"
)

// Filter says which questions are wanted; the zero value wants all.
type Filter struct {
	Words  string // as question.Bank.Search takes them
	Domain string // "" for any
	New    bool   // never tried
	Due    bool   // due again by now
	Abroad bool   // not of the user's own field
}

// Find returns the questions that pass every part of a filter, in the order of
// the search.
func (f Facts) Find(filter Filter, now time.Time) []question.Question {
	return slices.DeleteFunc(slices.Clone(f.Bank.Search(filter.Words)), func(q question.Question) bool {
		past := f.Past[q.ID]
		return filter.Domain != "" && !strings.EqualFold(q.Domain, filter.Domain) ||
			filter.New && past.Tried > 0 ||
			filter.Due && !past.due(now) ||
			filter.Abroad && f.own(q.Domain)
	})
}

// own reports whether a domain is of the user's field.
func (f Facts) own(domain string) bool {
	return slices.ContainsFunc(f.Field, func(d string) bool { return strings.EqualFold(d, domain) })
}

// domains are those of the bank, by the alphabet.
func (f Facts) domains() []string {
	var out []string
	for _, q := range f.Bank.Questions {
		same := func(d string) bool { return strings.EqualFold(d, q.Domain) }
		if !slices.ContainsFunc(out, same) {
			out = append(out, q.Domain)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return out
}

// nothing says why no question passes the filter, and what to do about it.
func (f Facts) nothing(filter Filter) string {
	switch alone := filter; {
	case len(f.Bank.Questions) == 0:
		return "There are no questions. Type your own, or put a pack into the folder of questions."
	case alone == Filter{Words: filter.Words}:
		return "No question has all of these words. Try fewer, or type your own."
	case alone == Filter{Due: true}:
		return "No question is due. Reviewing an attempt sets the day for its question."
	case alone == Filter{New: true}:
		return "You have tried every question. Those that are due are worth another go."
	case alone == Filter{Abroad: true}:
		return "Every question is of your field."
	}
	return "No question passes all of these filters. Take one away."
}
