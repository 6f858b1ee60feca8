package question

import "fmt"

// AnswerID names the i-th of the prepared answers as the journal writes it: by
// its own id, or by its place, "#1" for the first, where a pack gives it none.
func AnswerID(prepared []Clarification, i int) string {
	if id := prepared[i].ID; id != "" {
		return id
	}
	return fmt.Sprintf("#%d", i+1)
}

// AnswerByID is the prepared answer that AnswerID names so; false when none is.
func AnswerByID(prepared []Clarification, id string) (Clarification, bool) {
	for i, c := range prepared {
		if AnswerID(prepared, i) == id {
			return c, true
		}
	}
	return Clarification{}, false
}
