package interview

import "time"

// Tally is what became of a card so far.
type Tally struct {
	Shown     int
	Answered  int           // one of its choices was taken
	Dismissed int           // a key put it away
	Passed    int           // it went by itself
	Last      time.Duration // elapsed when it was last shown
	Choice    string        // that was last taken, "" if none was
}

// Snapshot is all that the coach looks at. Times of the session, which run on
// in a pause, are called so; all others are the clock's (Reading.Elapsed).
type Snapshot struct {
	Clock Reading
	Now   time.Duration // session time

	// Hears says that a microphone is open: without one silence means nothing.
	Hears bool
	Voice time.Duration // session time at which a voice was last heard
	Input time.Duration // session time of the last key or stroke

	Written bool            // there is something in the notes
	Typed   int             // words typed over the last TypedOver
	Drawn   [PhaseCount]int // elements drawn in each phase
	Asked   int             // questions put to the interviewer

	Cards [CardCount]Tally
	Open  Card          // the one on the screen
	Since time.Duration // elapsed when Open came
	Gone  time.Duration // elapsed when the last card went; 0 before the first

	Hand  Hand
	Balls Balls
}

// Coach is the card that ought to be on the screen: the one that is there, as
// long as it stands, or the one for which it is time, or NoCard. Where it is
// Thrown and was not before, ball is the curveball's place in the hand; -1
// otherwise. It depends on the snapshot alone and allocates nothing.
func Coach(s *Snapshot) (card Card, ball int) {
	switch {
	case s.Clock.Ended:
		return NoCard, -1
	case !s.Clock.Running:
		return s.Open, -1
	}
	for _, c := range [...]Card{Summary, LastMinute} {
		if c != s.Open && s.may(c) && s.calls(c) {
			return c, -1
		}
	}
	if s.Open != NoCard && s.stands() {
		return s.Open, -1
	}
	if s.Open == NoCard && s.Gone > 0 && s.Clock.Elapsed-s.Gone < between {
		return NoCard, -1
	}
	if i := s.Hand.Due(&s.Clock, &s.Balls); i >= 0 {
		return Thrown, i
	}
	for _, c := range [...]Card{BlankPage, Medium, BehindPlan, Stuck, NothingDrawn, Typing, AheadOfPlan} {
		if s.may(c) && s.calls(c) {
			return c, -1
		}
	}
	return NoCard, -1
}

// may holds back what was said lately, and what is said only once.
func (s *Snapshot) may(c Card) bool {
	t := &s.Cards[c]
	switch {
	case t.Shown == 0:
		return true
	case c == BlankPage || c == Medium || c == LastMinute || c == Summary:
		return false
	}
	return s.Clock.Elapsed-t.Last >= sameAgain
}

// calls reports whether it is time for a card that is not on the screen.
func (s *Snapshot) calls(c Card) bool {
	r := &s.Clock
	switch c {
	case BlankPage:
		return r.Elapsed >= blankAfter && r.Elapsed < blankUntil && s.blank()
	case Medium:
		return r.Phase == drawPhase && r.Spent[drawPhase] < mediumUntil && s.drawn() == 0
	case BehindPlan:
		return r.Left() > lastMinute && r.Behind() >= behindBy && r.NextPhase() >= 0
	case AheadOfPlan:
		return r.NextPhase() < 0 && !r.Planned.Alone() &&
			2*r.Spent[r.Phase] >= r.Planned[r.Phase] && -r.Behind() >= aheadBy
	case Stuck:
		return s.Hears && s.Now-max(s.Voice, s.Input) >= silence && r.Left() > 0 &&
			(s.Cards[BlankPage].Shown > 0 || r.Elapsed >= blankUntil || !s.blank())
	case Typing:
		return s.Typed > typedOver
	case NothingDrawn:
		return r.Phase >= boardPhase && r.Planned[drawPhase] > 0 && r.Spent[r.Phase] >= boardBy &&
			s.drawn() == 0 && s.Cards[Medium].Choice != ChooseNotes
	case LastMinute:
		return r.Left() > 0 && r.Left() <= lastMinute && r.Elapsed > 0
	case Summary:
		return r.Left() <= 0
	}
	return false
}

// stands reports whether the card on the screen stays there: what it is about
// still holds, and it was not left alone for too long.
func (s *Snapshot) stands() bool {
	r, age := &s.Clock, s.Clock.Elapsed-s.Since
	switch s.Open {
	case Thrown:
		return age < ballStanding
	case Summary:
		return true
	case BlankPage:
		return age < standing && (s.Cards[BlankPage].Shown == 0 || s.blank())
	case Medium:
		return age < standing && r.Phase == drawPhase
	case NothingDrawn:
		return age < standing && s.drawn() == 0
	case BehindPlan:
		return age < standing && r.Behind() > 0
	case LastMinute:
		return r.Left() > 0
	}
	return age < standing
}

// blank reports whether nothing was put down yet.
func (s *Snapshot) blank() bool { return !s.Written && s.Asked == 0 && s.drawn() == 0 }

func (s *Snapshot) drawn() int {
	sum := 0
	for _, n := range s.Drawn {
		sum += n
	}
	return sum
}
