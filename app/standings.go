package app

import (
	"log/slog"
	"time"

	"talkthrough/app/setup"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/progress"
	"talkthrough/internal/review"
)

// standings are what the attempts and their reviews tell of the questions they
// were about. A warm-up is no try of a question, nor is an attempt that was
// broken off at once or cannot be read. It waits for the disk.
func standings(entries []library.Entry, now time.Time) map[string]setup.Standing {
	past := map[string]setup.Standing{}
	var attempts []progress.Attempt
	for _, e := range entries {
		if e.State == library.Damaged || e.Question.ID == "" {
			continue
		}
		a := progress.Attempt{
			ID: e.Meta.ID, Question: e.Question.ID, Domain: e.Question.Domain, Level: e.Level,
			Started: e.Started, Length: e.Length, WarmUp: interview.Plan(e.Plan).Alone(), Review: reviewOf(e),
		}
		attempts = append(attempts, a)
		if a.WarmUp || a.Length < progress.LeastMock {
			continue
		}
		s := past[a.Question]
		s.Tried++
		if a.Started.After(s.Last) {
			s.Last = a.Started
		}
		past[a.Question] = s
	}
	for _, r := range progress.Returns(attempts, now) {
		s := past[r.Question]
		s.Due = r.On
		past[r.Question] = s
	}
	return past
}

// reviewOf is what counts of an attempt's review; nothing where it has none
// that can be read.
func reviewOf(e library.Entry) progress.Summary {
	r, err := review.Load(e.Dir)
	if err != nil {
		slog.Warn("review", "dir", e.Dir, "err", err)
		return progress.Summary{}
	}
	return progress.Summarise(&r)
}
