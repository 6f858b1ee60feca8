package session

import (
	"slices"
	"time"
)

// Loss is a time without the microphone, in session time. To is zero while it
// lasts.
type Loss struct{ From, To time.Duration }

// maxLosses bounds how many are kept: a loose plug makes many. What comes later
// makes the last one longer.
const maxLosses = 1000

// lose begins a loss, unless one lasts. Slices of losses are shared by states,
// so that the last one is replaced and never changed.
func (s *State) lose() {
	n := len(s.Losses)
	switch {
	case n > 0 && s.Losses[n-1].To == 0:
	case n == maxLosses:
		s.Losses = append(slices.Clone(s.Losses[:n-1]), Loss{From: s.Losses[n-1].From})
	default:
		s.Losses = append(slices.Clip(s.Losses), Loss{From: s.At})
	}
}

// find ends the loss that lasts. One of no length was none.
func (s *State) find() {
	n := len(s.Losses)
	if n == 0 || s.Losses[n-1].To != 0 {
		return
	}
	last := s.Losses[n-1]
	s.Losses = slices.Clip(s.Losses[:n-1])
	if s.At > last.From {
		s.Losses = append(s.Losses, Loss{last.From, s.At})
	}
}
