package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// MarkKind says what is marked at a moment.
type MarkKind string

// The kinds of marks, called as those that are set in the interview.
const (
	GoodMark    MarkKind = "good"
	UnclearMark MarkKind = "unclear"
)

// Mark is a moment that was marked while replaying. Those marked in the
// interview are in the journal of the attempt, and stay there.
type Mark struct {
	At   time.Duration // session time
	Kind MarkKind
	Word string // "" for none
	kept []*yaml.Node
}

// AddMark marks a moment, in place of what it was marked with before; a mark
// without a word takes over the word of that one. Marks stay in order of time.
// The error is for a kind that does not exist, a time before the start, and
// more marks than a file holds.
func (r *Review) AddMark(m Mark) error {
	m.At, m.Word = millis(m.At), strings.TrimSpace(m.Word)
	switch {
	case m.Kind != GoodMark && m.Kind != UnclearMark:
		return fmt.Errorf("%q is no kind of mark, expected %s or %s", string(m.Kind), GoodMark, UnclearMark)
	case m.At < 0 || m.At > longest:
		return fmt.Errorf("no moment of an attempt is %v after its start", m.At)
	}
	marks := slices.Clone(r.Marks)
	if i := r.markAt(m.At); i >= 0 {
		m.Word = cmp.Or(m.Word, marks[i].Word)
		if m.kept == nil {
			m.kept = marks[i].kept
		}
		marks[i] = m
	} else if len(marks) >= maxItems {
		return fmt.Errorf("there are %d marks already, and no more fit", len(marks))
	} else {
		marks = append(marks, m)
	}
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.At, b.At) })
	r.Marks = marks
	return nil
}

// WordMark gives the mark at a moment its word; an empty one takes it away. The
// error is for a moment that is not marked.
func (r *Review) WordMark(at time.Duration, word string) error {
	i := r.markAt(millis(at))
	if i < 0 {
		return fmt.Errorf("nothing is marked at %s", formatClock(at))
	}
	r.Marks = slices.Clone(r.Marks)
	r.Marks[i].Word = strings.TrimSpace(word)
	return nil
}

// RemoveMark takes the mark at a moment away and returns it, for putting it
// back by AddMark; false where there is none.
func (r *Review) RemoveMark(at time.Duration) (Mark, bool) {
	i := r.markAt(millis(at))
	if i < 0 {
		return Mark{}, false
	}
	m := r.Marks[i]
	r.Marks = slices.Delete(slices.Clone(r.Marks), i, i+1)
	return m, true
}

// markAt is the place of the mark at a moment, negative where there is none.
func (r *Review) markAt(at time.Duration) int {
	return slices.IndexFunc(r.Marks, func(m Mark) bool { return m.At == at })
}
