package session

import (
	"slices"
	"time"
)

// Mark is a moment that the user flagged.
type Mark struct {
	At   time.Duration
	Kind string
	Word string
}

// MarkWorded: the user gave a mark a word after it was set, or another one; an
// empty word takes it away. Without a mark at that time it changes nothing.
type MarkWorded struct {
	Mark int64  `json:"mark"` // when the mark was set, in milliseconds
	Word string `json:"word"`
}

func (MarkWorded) do() string { return "mark-word" }

// WordMark records a word for the mark that was set at a session time. It is cut
// to 500 bytes.
func (r *Recorder) WordMark(mark time.Duration, word string) {
	r.Do(MarkWorded{Mark: mark.Milliseconds(), Word: cutWords(word)})
}

// worded gives the last of the marks of that time its word.
func (s *State) worded(w MarkWorded) {
	s.touched()
	for i := len(s.Marks) - 1; i >= 0; i-- {
		if s.Marks[i].At.Milliseconds() == w.Mark {
			s.Marks = slices.Clone(s.Marks)
			s.Marks[i].Word = cutWords(w.Word)
			return
		}
	}
}
