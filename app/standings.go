package app

import (
	"log/slog"
	"time"

	"talkthrough/app/review"
	"talkthrough/app/setup"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/progress"
	verdict "talkthrough/internal/review"
)

// practised are the attempts at questions, as the practice is counted, with
// their folders. It waits for the disk.
func practised(entries []library.Entry) []review.Past {
	var past []review.Past
	for _, e := range entries {
		if e.State == library.Damaged || e.Question.ID == "" {
			continue
		}
		past = append(past, review.Past{Dir: e.Dir, Attempt: progress.Attempt{
			ID: e.Meta.ID, Question: e.Question.ID, Domain: e.Question.Domain, Level: e.Level,
			Started: e.Started, Length: e.Length, WarmUp: interview.Plan(e.Plan).Alone(), Review: reviewOf(e),
		}})
	}
	return past
}

// attemptsIn are the attempts at questions without their folders. It waits for
// the disk.
func attemptsIn(entries []library.Entry) []progress.Attempt {
	var out []progress.Attempt
	for _, p := range practised(entries) {
		out = append(out, p.Attempt)
	}
	return out
}

// allPast lists what was practised so far.
func (a *App) allPast() []review.Past {
	entries, err := a.Library.List()
	if err != nil {
		slog.Warn("list", "err", err)
	}
	return practised(entries)
}

// standings are what the attempts and their reviews tell of the questions they
// were about. A warm-up is no try of a question, nor is an attempt that was
// broken off at once.
func standings(attempts []progress.Attempt, now time.Time) map[string]setup.Standing {
	past := map[string]setup.Standing{}
	for _, a := range attempts {
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
	r, err := verdict.Load(e.Dir)
	if err != nil {
		slog.Warn("review", "dir", e.Dir, "err", err)
		return progress.Summary{}
	}
	return progress.Summarise(&r)
}
