package app

import (
	"talkthrough/app/setup"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// standings are what the attempts tell of the questions they were about. A
// warm-up is no try of a question, nor is an attempt that nobody can read.
func standings(entries []library.Entry) map[string]setup.Standing {
	past := map[string]setup.Standing{}
	for _, e := range entries {
		if e.State == library.Damaged || e.Question.ID == "" || interview.Plan(e.Plan).Alone() {
			continue
		}
		s := past[e.Question.ID]
		s.Tried++
		if e.Started.After(s.Last) {
			s.Last = e.Started
		}
		past[e.Question.ID] = s
	}
	return past
}
