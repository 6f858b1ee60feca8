// Package progress tells from all attempts how the practice is going: the
// week, what is due, what to work on, and how scores develop. Everything is a
// pure function of plain values and of a given now, whose time zone says where
// days and weeks begin.
package progress

import (
	"cmp"
	"slices"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// Attempt is what there is to know of one attempt.
type Attempt struct {
	ID       string
	Question string // the question's id; "" for a recording from elsewhere
	Domain   string
	Level    interview.Level
	Started  time.Time
	Length   time.Duration // elapsed
	WarmUp   bool          // one phase alone
	Review   Summary
}

// Question is what there is to know of a question of the bank.
type Question struct {
	ID       string
	Title    string
	Domain   string
	Variants []string // titles, in their order
}

// Summary is what counts of a review later on.
type Summary struct {
	Reviewed   bool           // scored and reflected on
	Predicted  map[string]int // by dimension id
	Scores     map[string]int // in the end, by dimension id
	Gap        string
	IfThen     string
	Confidence int       // 1 to 5; 0 when not said
	Due        time.Time // midnight of the day; zero when it does not come back
	Step       int       // of Due, an index of Days
	Variant    string    // to practise then, "" for the question itself
}

// Summarise takes out of a review what counts later on.
func Summarise(r *review.Review) Summary {
	s := Summary{
		Reviewed:   r.Reviewed(),
		Scores:     r.Values(),
		Gap:        r.Reflection.Gap,
		IfThen:     r.Reflection.IfThen,
		Confidence: r.Reflection.Confidence,
		Due:        r.Due.Next,
		Step:       r.Due.Step,
		Variant:    r.Due.Variant,
	}
	if r.Predicted != nil {
		s.Predicted = r.Predicted.Scores
	}
	return s
}

// LeastMock is the shortest attempt that counts as a mock: what ends sooner was
// broken off.
const LeastMock = 10 * time.Minute

// mock reports whether an attempt counts for the week.
func (a Attempt) mock() bool { return !a.WarmUp && a.Length >= LeastMock }

// Unreviewed are the mocks without a finished review, the latest first.
func Unreviewed(attempts []Attempt) []Attempt {
	var out []Attempt
	for _, a := range latestFirst(attempts) {
		if a.mock() && !a.Review.Reviewed {
			out = append(out, a)
		}
	}
	return out
}

// Focus is the one thing to work on.
type Focus struct {
	Attempt string // id of the attempt whose reflection says so
	Gap     string
	IfThen  string
}

// WorkOn is what the last reflection that says anything found to work on; false
// when none does.
func WorkOn(attempts []Attempt) (Focus, bool) {
	for _, a := range latestFirst(attempts) {
		if a.Review.Gap != "" || a.Review.IfThen != "" {
			return Focus{a.ID, a.Review.Gap, a.Review.IfThen}, true
		}
	}
	return Focus{}, false
}

// Domain is how much of one domain of the bank has been tried.
type Domain struct {
	Name  string
	Tried int // questions with at least one mock
	Total int
}

// Coverage tells for each domain of the bank, in the bank's order, how many of
// its questions have been tried.
func Coverage(bank []Question, attempts []Attempt) []Domain {
	tried := times(attempts)
	var out []Domain
	for _, q := range bank {
		at := slices.IndexFunc(out, func(d Domain) bool { return d.Name == q.Domain })
		if at < 0 {
			at = len(out)
			out = append(out, Domain{Name: q.Domain})
		}
		out[at].Total++
		if tried[q.ID] > 0 {
			out[at].Tried++
		}
	}
	return out
}

// times counts the mocks by question.
func times(attempts []Attempt) map[string]int {
	out := map[string]int{}
	for _, a := range attempts {
		if a.mock() {
			out[a.Question]++
		}
	}
	return out
}

func latestFirst(attempts []Attempt) []Attempt {
	return slices.SortedStableFunc(slices.Values(attempts), func(a, b Attempt) int {
		return cmp.Or(b.Started.Compare(a.Started), cmp.Compare(b.ID, a.ID))
	})
}
