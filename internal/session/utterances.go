package session

import (
	"slices"
	"time"
)

// Utterance is a stretch in which a text was read out by another voice than the
// user's: what the microphone heard then is not all theirs.
type Utterance struct {
	Text     string        // as Spoken has it
	From, To time.Duration // session time; To is 0 while the voice speaks
}

// maxUtterances is the most that is kept of them, so that no journal makes a
// state grow without bounds.
const maxUtterances = 200

// spoken folds the beginning or the end of an utterance. None is later than the
// event that tells it, and none ends before it begins.
func (s *State) spoken(b Spoken) {
	from := within(b.From, 0, s.At)
	if b.To == 0 {
		s.fallsSilent()
		if len(s.Utterances) < maxUtterances {
			s.Utterances = append(slices.Clip(s.Utterances), Utterance{Text: cutWords(b.Text), From: from})
		}
		return
	}
	n := len(s.Utterances) - 1
	if n < 0 || s.Utterances[n].To != 0 || s.Utterances[n].From != from || s.Utterances[n].Text != cutWords(b.Text) {
		return
	}
	s.ends(within(b.To, from, s.At))
}

// fallsSilent ends an utterance whose end was never told: the program was cut
// off, or another one was begun.
func (s *State) fallsSilent() {
	if n := len(s.Utterances); n > 0 && s.Utterances[n-1].To == 0 {
		s.ends(s.At)
	}
}

// ends ends the last utterance. One that took no time at all is left out.
func (s *State) ends(at time.Duration) {
	n := len(s.Utterances) - 1
	s.Utterances = slices.Clone(s.Utterances)
	if at <= s.Utterances[n].From {
		s.Utterances = s.Utterances[:n]
		return
	}
	s.Utterances[n].To = at
}

// within is a time in milliseconds, moved into a range.
func within(ms int64, from, to time.Duration) time.Duration {
	switch {
	case ms <= from.Milliseconds():
		return from
	case ms >= to.Milliseconds():
		return to
	}
	return time.Duration(ms) * time.Millisecond
}
