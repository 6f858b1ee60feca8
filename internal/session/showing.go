package session

import (
	"time"

	"talkthrough/internal/interview"
)

// AskShown is how long, in elapsed time, an ask counts as what is on the
// screen: the answer is read by then.
const AskShown = 30 * time.Second

// Showing is what interviewer and coach show at a time.
type Showing struct {
	Card      interview.Card // NoCard if there is none; Thrown with a curveball
	Curveball *Curveball     // the one on the screen, or nil
	Ask       *Ask           // the last one, for AskShown; or nil
}

// Showing tells what interviewer and coach show at a session time that is not
// before the last event. What it points to belongs to the state.
func (s *State) Showing(at time.Duration) Showing {
	out := Showing{Card: s.Card()}
	if n := len(s.Curveballs); out.Card == interview.Thrown && n > 0 {
		out.Curveball = &s.Curveballs[n-1]
	}
	if n := len(s.Asks); n > 0 {
		asked := s.elapsedAt(s.Asks[n-1].At)
		if now := s.coach.clock.At(at).Elapsed; now-asked < AskShown {
			out.Ask = &s.Asks[n-1]
		}
	}
	return out
}

// elapsedAt is what the clock showed at a session time of the past.
func (s *State) elapsedAt(at time.Duration) time.Duration {
	return NewTimeline(s.Clock, s.At).Elapsed(at)
}
