package session

import (
	"slices"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/interview"
)

// State is what an attempt's events have made so far. It changes only by
// Apply. The zero value is the state before the first event of an attempt
// without a plan; see NewState.
type State struct {
	At    time.Duration // of the last event
	Clock []interview.Event
	Notes Notes
	Board *board.Scene // nil until something was drawn
	// Pictures are those that came to the board, whether or not they still are
	// on it. Of several with the same id the last counts.
	Pictures []PictureKept
	Marks    []Mark
	Takes    []TakeBegan
	Sound    Sounded // how the recording fares; State "" is well
	// Losses are when the microphone was lost, in order; at most 1000.
	Losses []Loss
	Asks   []Ask // at most 500
	// Curveballs are those that were thrown, at most one a phase.
	Curveballs []Curveball
	// Utterances are when a text was read out by another voice than the user's,
	// in order; at most 200.
	Utterances []Utterance
	Closed     bool // an end was seen

	coach coaching
}

// NewState is the state before the first event of an attempt with that plan.
func NewState(plan interview.Plan) *State {
	return &State{coach: coaching{clock: interview.NewClock(plan)}}
}

// Scene is the board, never nil. It belongs to the state.
func (s *State) Scene() *board.Scene {
	if s.Board == nil {
		s.Board = board.NewScene()
	}
	return s.Board
}

// Apply folds one event into the state. Any event can follow any other: what
// makes no sense changes nothing. Time never goes back; an earlier event counts
// at the time of the one before it.
func (s *State) Apply(e Event) {
	s.At = max(s.At, e.At)
	switch b := e.Body.(type) {
	case Note:
		s.noted(b)
		s.Notes = s.Notes.Splice(b, s.At)
	case Drew:
		s.drew(b)
		s.Scene().Apply(b.Edit)
	case Pointed:
		s.touched()
	case PictureKept:
		s.Pictures = append(slices.Clip(s.Pictures), b)
	case Marked:
		s.touched()
		s.Marks = append(slices.Clip(s.Marks), Mark{At: s.At, Kind: b.Kind, Word: b.Word})
	case MarkWorded:
		s.worded(b)
	case TakeBegan:
		s.Takes = append(slices.Clip(s.Takes), b)
		s.Sound = Sounded{}
		s.find()
	case Sounded:
		s.Sound = b
		switch b.State {
		case "lost":
			s.lose()
		case "back":
			s.Sound = Sounded{}
			s.find()
		}
	case Asked:
		s.asked(b)
	case Coached:
		s.coached(b)
	case CurveballThrown:
		s.thrown(b)
	case CurveballJudged:
		s.judged(b)
	case Spoken:
		s.spoken(b)
	default:
		s.steered(e.Body)
	}
}

// steered folds what is done to the clock.
func (s *State) steered(body Body) {
	switch b := body.(type) {
	case Started:
		s.clock(interview.Event{Kind: interview.Start})
	case Entered:
		if i := interview.PhaseIndex(b.Phase); i >= 0 {
			s.clock(interview.Event{Kind: interview.Enter, Phase: i})
		}
	case Replanned:
		s.clock(interview.Event{Kind: interview.Replan, Plan: b.Plan})
	case Paused:
		s.clock(interview.Event{Kind: interview.Pause})
	case Resumed, Continued:
		if _, cut := body.(Continued); cut {
			s.fallsSilent()
		}
		s.clock(interview.Event{Kind: interview.Resume})
	case Ended:
		s.find()
		s.fallsSilent()
		s.clock(interview.Event{Kind: interview.End})
		s.Closed = true
	}
}

func (s *State) clock(e interview.Event) {
	e.At = s.At
	s.touched()
	s.coach.clock.Do(e)
	s.Clock = append(slices.Clip(s.Clock), e)
}

// Clone returns a copy that later events on either do not change in the other.
// Elements and texts are shared.
func (s *State) Clone() *State {
	c := *s
	if s.Board != nil {
		c.Board = s.Board.Clone()
	}
	return &c
}
