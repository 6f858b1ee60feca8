package session

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"talkthrough/internal/interview"
)

// Ask is a question that was put to the interviewer.
type Ask struct {
	At     time.Duration // session time
	Phase  int
	Words  string
	Answer string // id of the question.Clarification; "" is an assumption
}

// Curveball is one that was thrown.
type Curveball struct {
	At      time.Duration // session time
	Phase   int
	Say     string
	Good    []string
	Verdict string // BallAnswered, BallDodged, BallLater; "" while it is on the screen
}

// The most that is kept of asks, so that no journal makes a state grow without
// bounds.
const (
	maxAsks  = 500
	maxWords = 500 // bytes
)

// coaching is what the fold keeps for the coach: as much after ten thousand
// events as after ten.
type coaching struct {
	clock interview.Clock
	input time.Duration // session time
	typed typedLately
	drawn [interview.PhaseCount]int
	cards [interview.CardCount]interview.Tally
	open  interview.Card
	since time.Duration // elapsed
	gone  time.Duration // elapsed
	balls interview.Balls
}

// touched notes that the user did something.
func (s *State) touched() { s.coach.input = s.At }

// elapsed is what the clock shows at the last event.
func (s *State) elapsed() time.Duration { return s.coach.clock.At(s.At).Elapsed }

// noted counts what was typed. More than a hand types at a stroke was pasted,
// or is the agenda.
func (s *State) noted(n Note) {
	const stroke = 20 // runes
	s.touched()
	if runes := utf8.RuneCountInString(n.Ins); runes <= stroke {
		s.coach.typed.add(s.elapsed(), runes)
	}
}

// drew counts the elements of an edit that are new on the board; it comes
// before the edit does.
func (s *State) drew(d Drew) {
	s.touched()
	phase := s.coach.clock.At(s.At).Phase
	for _, e := range d.Put {
		if s.Scene().Get(e.ID) == nil {
			s.coach.drawn[phase]++
		}
	}
}

func (s *State) asked(a Asked) {
	s.touched()
	if len(s.Asks) >= maxAsks {
		return
	}
	words := cutWords(a.Words)
	s.Asks = append(slices.Clip(s.Asks), Ask{s.At, s.coach.clock.At(s.At).Phase, words, a.Answer})
}

// cutWords is words as far as they are kept, valid UTF-8.
func cutWords(words string) string {
	if len(words) > maxWords {
		words = words[:maxWords]
	}
	return strings.ToValidUTF8(words, "")
}

func (s *State) coached(c Coached) {
	card := interview.CardByID(c.Card)
	if card == interview.NoCard || card == interview.Thrown {
		return
	}
	if c.Asked || c.Is == CardAnswered || c.Is == CardDismissed {
		s.touched()
	}
	if c.Is == CardShown {
		s.opens(card)
		return
	}
	if card != s.coach.open {
		return
	}
	tally := &s.coach.cards[card]
	switch c.Is {
	case CardAnswered:
		tally.Answered++
		tally.Choice = c.Choice
	case CardDismissed:
		tally.Dismissed++
	case CardPassed:
		tally.Passed++
	default:
		return
	}
	s.closes()
}

// opens puts a card on the screen, in the place of the one that is there.
func (s *State) opens(card interview.Card) {
	if open := s.coach.open; open != interview.NoCard {
		s.coach.cards[open].Passed++
	}
	at := s.elapsed()
	s.coach.open, s.coach.since = card, at
	s.coach.cards[card].Shown++
	s.coach.cards[card].Last = at
}

func (s *State) closes() {
	s.coach.open, s.coach.gone = interview.NoCard, s.elapsed()
}

func (s *State) thrown(c CurveballThrown) {
	phase := interview.PhaseIndex(c.Phase)
	if phase < 0 || s.coach.balls.Phases[phase] {
		return
	}
	s.opens(interview.Thrown)
	s.coach.balls.Phases[phase] = true
	s.coach.balls.Count++
	s.coach.balls.Last = s.elapsed()
	s.Curveballs = append(slices.Clip(s.Curveballs), Curveball{At: s.At, Phase: phase, Say: c.Say, Good: c.Good})
}

func (s *State) judged(c CurveballJudged) {
	phase := interview.PhaseIndex(c.Phase)
	i := slices.IndexFunc(s.Curveballs, func(b Curveball) bool { return b.Phase == phase })
	real := c.Verdict == BallAnswered || c.Verdict == BallDodged
	if i < 0 || !real && c.Verdict != BallLater {
		return
	}
	if real {
		s.touched()
	}
	if real || s.Curveballs[i].Verdict == "" {
		s.Curveballs = slices.Clone(s.Curveballs)
		s.Curveballs[i].Verdict = c.Verdict
	}
	if s.coach.open != interview.Thrown || i != len(s.Curveballs)-1 {
		return
	}
	tally := &s.coach.cards[interview.Thrown]
	if real {
		tally.Answered++
		tally.Choice = c.Verdict
	} else {
		tally.Passed++
	}
	s.closes()
}

// Card is the card that is on the screen, NoCard if there is none. For Thrown
// the words are those of the last of Curveballs.
func (s *State) Card() interview.Card { return s.coach.open }

// Cards tells what became of each card so far.
func (s *State) Cards() [interview.CardCount]interview.Tally { return s.coach.cards }

// Watch fills in what the coach needs to know at a session time, apart from
// what only the room knows: Hears, Voice, Hand, and input that leaves no event,
// which is already in w and is kept where it is later.
func (s *State) Watch(now time.Duration, w *interview.Snapshot) {
	c := &s.coach
	w.Clock, w.Now = c.clock.At(now), max(now, s.At)
	w.Input = max(w.Input, c.input)
	w.Written = !s.Notes.Empty()
	w.Typed = c.typed.words(w.Clock.Elapsed)
	w.Drawn, w.Asked = c.drawn, len(s.Asks)
	w.Cards, w.Open, w.Since, w.Gone, w.Balls = c.cards, c.open, c.since, c.gone, c.balls
}

// typedLately counts typed runes over the last interview.TypedOver, in steps.
type typedLately struct {
	runes [typedSteps]int32
	last  int64 // the step of the last entry
}

const (
	typedSteps = 24
	typedStep  = interview.TypedOver / typedSteps
	runesAWord = 5 // as typing is measured, the space with it
)

func (t *typedLately) add(elapsed time.Duration, runes int) {
	step := int64(elapsed / typedStep)
	for i := max(t.last+1, step-typedSteps+1); i <= step; i++ {
		t.runes[i%typedSteps] = 0
	}
	t.last = max(t.last, step)
	t.runes[t.last%typedSteps] += int32(runes)
}

// words is how many words were typed up to now.
func (t *typedLately) words(elapsed time.Duration) int {
	oldest := int64(elapsed/typedStep) - typedSteps + 1
	sum := int32(0)
	for i := max(oldest, t.last-typedSteps+1, 0); i <= t.last; i++ {
		sum += t.runes[i%typedSteps]
	}
	return int(sum) / runesAWord
}
