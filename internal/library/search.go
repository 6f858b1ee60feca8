package library

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"talkthrough/internal/interview"
)

// Sort is an order of items.
type Sort string

// The orders. What is equal stays in the order of time, the latest first.
const (
	Newest  Sort = "newest"
	Oldest  Sort = "oldest"
	Longest Sort = "longest"
	ByScore Sort = "score" // the best first, what has no score last
	ByTitle Sort = "title"
)

// Query says which items are wanted, and in which order. The zero value wants
// all of them, the latest first.
type Query struct {
	// Words must all be found, in any place and in any case, in titles, domain,
	// people, notes or on the board.
	Words string

	Question string          // the question's id; "" is any
	Level    interview.Level // "" is any
	From, To time.Time       // started at or after From and before To; a zero time is no bound
	Kind     Kind            // "" is any
	Reviewed Reviewed
	Sort     Sort // "" is Newest
}

// Reviewed chooses by whether there is a review.
type Reviewed string

// The choices; "" is any.
const (
	WithReview    Reviewed = "yes"
	WithoutReview Reviewed = "no"
)

// Narrow reports whether the query leaves anything out.
func (q Query) Narrow() bool {
	q.Sort = ""
	return strings.TrimSpace(q.Words) != "" || q != Query{Words: q.Words}
}

// Of are the items that the query wants, in its order. Those given are in the
// order of time, as Items returns them, and stay as they are.
func (q Query) Of(items []*Item) []*Item {
	words := strings.Fields(fold(q.Words))
	var out []*Item
	for _, i := range items {
		if q.fits(i) && i.has(words) {
			out = append(out, i)
		}
	}
	q.sort(out)
	return out
}

// fits reports whether the filters let an item through.
func (q Query) fits(i *Item) bool {
	switch {
	case q.Question != "" && i.Question.ID != q.Question,
		q.Level != "" && i.Level != q.Level,
		!q.From.IsZero() && i.Started.Before(q.From),
		!q.To.IsZero() && !i.Started.Before(q.To),
		q.Kind != "" && i.Kind() != q.Kind,
		q.Reviewed == WithReview && !i.Review.Done,
		q.Reviewed == WithoutReview && i.Review.Done:
		return false
	}
	return true
}

// has reports whether all words, folded, are found in the item.
func (i *Item) has(words []string) bool {
	if len(words) == 0 {
		return true
	}
	i.folded.once.Do(func() {
		i.folded.text = fold(strings.Join(append(i.titles(), i.Notes, i.Board), "\n"))
	})
	for _, w := range words {
		if !strings.Contains(i.folded.text, w) {
			return false
		}
	}
	return true
}

// titles is what is searched beside notes and board.
func (i *Item) titles() []string {
	out := []string{i.Title(), i.Question.Title, i.Question.Domain}
	if i.Imported != nil {
		out = append(out, i.Imported.People, i.Imported.Album, i.Imported.File)
	}
	return out
}

// fold makes texts comparable that differ in case alone.
func fold(text string) string {
	return strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }, text)
}

// sort orders items that are in the order of time.
func (q Query) sort(items []*Item) {
	switch q.Sort {
	case Oldest:
		slices.Reverse(items)
	case Longest:
		slices.SortStableFunc(items, func(a, b *Item) int { return cmp.Compare(b.Length, a.Length) })
	case ByScore:
		slices.SortStableFunc(items, func(a, b *Item) int { return cmp.Compare(b.Review.Score, a.Review.Score) })
	case ByTitle:
		slices.SortStableFunc(items, func(a, b *Item) int { return strings.Compare(fold(a.Title()), fold(b.Title())) })
	}
}

// Hit is the first place in notes or on the board where one of the words is
// found that the title does not have: the line, and whether it is on the board.
// "" where the titles have all of them.
func (q Query) Hit(i *Item) (line string, onBoard bool) {
	title := fold(strings.Join(i.titles(), "\n"))
	for _, w := range strings.Fields(fold(q.Words)) {
		if strings.Contains(title, w) {
			continue
		}
		for n, text := range []string{i.Notes, i.Board} {
			for l := range strings.Lines(text) {
				if strings.Contains(fold(l), w) {
					return strings.TrimSpace(l), n == 1
				}
			}
		}
	}
	return "", false
}
