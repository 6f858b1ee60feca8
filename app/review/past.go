package review

import "talkthrough/internal/progress"

// Past is an attempt as the pages that look back need it.
type Past struct {
	progress.Attempt
	Dir string
}

// loadPast asks for all attempts away from the UI thread and gives them to take
// on it.
func (s *Screen) loadPast(take func([]Past)) {
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		past := s.do.Past()
		s.postIfThere(func() { take(past) })
	}()
}

// attemptsOf are the attempts without their folders.
func attemptsOf(past []Past) []progress.Attempt {
	out := make([]progress.Attempt, len(past))
	for i, p := range past {
		out[i] = p.Attempt
	}
	return out
}
