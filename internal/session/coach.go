package session

import (
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/sound"
)

// spokenAt is the level, in dBFS over the last 300 ms, from which on somebody is
// taken to speak. A room is quieter, a voice at arm's length louder; the margin
// is wide because a hint too few is better than one while somebody talks.
const spokenAt = -45.0

// Ears tells how the microphone fares; open is false where nothing is heard.
type Ears func() (level sound.Level, open bool)

// Coach watches an attempt under way and records which card comes, and what
// becomes of it. It is to be used by one goroutine.
type Coach struct {
	rec  *Recorder
	ears Ears
	seen interview.Snapshot
}

// NewCoach is the coach of the attempt that rec records. ears may be nil: then
// silence means nothing.
func NewCoach(rec *Recorder, hand interview.Hand, ears Ears) *Coach {
	return &Coach{rec: rec, ears: ears, seen: interview.Snapshot{Hand: hand}}
}

// NewCoach is the coach of the mock; it hears what the mock records.
func (m *Mock) NewCoach() *Coach {
	return NewCoach(m.Recorder, m.Hand, func() (sound.Level, bool) {
		v := m.Voice()
		if v == nil || m.Silent() != nil || v.State().State != "" {
			return sound.Level{}, false
		}
		level := v.Meter().Level()
		return level, !level.Silent
	})
}

// Touched tells of a key or a stroke that leaves no event, such as moving the
// view.
func (c *Coach) Touched() { c.seen.Input = max(c.seen.Input, c.rec.Elapsed()) }

// Tick looks at how things stand, records a card that comes or goes by itself
// and returns the one to show. It is cheap: nothing is allocated while nothing
// changes. For Thrown, State.Curveballs has the words.
func (c *Coach) Tick() interview.Card {
	c.look()
	card, ball := interview.Coach(&c.seen)
	if card == c.seen.Open {
		return card
	}
	c.leave()
	switch {
	case card == interview.Thrown:
		c.throw(ball)
	case card != interview.NoCard:
		c.rec.Do(Coached{Card: card.ID(), Is: CardShown})
	}
	return card
}

// Call shows a card because the user asks for it (Stuck, BlankPage or Summary,
// say), in the place of the one that is there, and however often.
func (c *Coach) Call(card interview.Card) {
	c.look()
	if card == c.seen.Open || card == interview.Thrown {
		return
	}
	c.leave()
	c.rec.Do(Coached{Card: card.ID(), Is: CardShown, Asked: true})
}

// Answer records the choice that was taken on the card that is shown. What it
// means is the caller's part: see Replan, Extra and interview.CardText. On a
// curveball ChooseAnswered and ChooseDodged are the verdict.
func (c *Coach) Answer(choice string) { c.AnswerWith(choice, -1) }

// AnswerWith is Answer for a choice that leads to a phase, -1 for none.
func (c *Coach) AnswerWith(choice string, phase int) {
	c.look()
	switch c.seen.Open {
	case interview.NoCard:
	case interview.Thrown:
		c.Judge(c.phase(), choice)
	default:
		body := Coached{Card: c.seen.Open.ID(), Is: CardAnswered, Choice: choice}
		if phase >= 0 && phase < interview.PhaseCount {
			body.Phase = interview.Phases[phase].ID
		}
		c.rec.Do(body)
	}
}

// Dismiss puts the card away that is shown. A curveball can still be judged.
func (c *Coach) Dismiss() {
	c.look()
	switch c.seen.Open {
	case interview.NoCard:
	case interview.Thrown:
		c.Judge(c.phase(), BallLater)
	default:
		c.rec.Do(Coached{Card: c.seen.Open.ID(), Is: CardDismissed})
	}
}

// Judge records the user's verdict on the curveball that was thrown in a phase.
func (c *Coach) Judge(phase int, verdict string) {
	if phase < 0 || phase >= interview.PhaseCount {
		return
	}
	c.rec.Do(CurveballJudged{Phase: interview.Phases[phase].ID, Verdict: verdict})
}

// HasExtra reports whether Extra would throw one now.
func (c *Coach) HasExtra() bool {
	c.look()
	return c.seen.Hand.Extra(&c.seen.Clock, &c.seen.Balls) >= 0
}

// Extra throws a curveball because the user asks for one, and reports whether
// there is one that may be thrown now: never in the first four minutes, never
// twice in a phase.
func (c *Coach) Extra() bool {
	c.look()
	ball := c.seen.Hand.Extra(&c.seen.Clock, &c.seen.Balls)
	if ball < 0 {
		return false
	}
	c.leave()
	c.throw(ball)
	return true
}

// look brings the snapshot up to date.
func (c *Coach) look() {
	c.rec.watch(&c.seen)
	c.seen.Hears = false
	if c.ears == nil {
		return
	}
	level, open := c.ears()
	c.seen.Hears = open
	if open && level.RMS >= spokenAt {
		c.seen.Voice = c.seen.Now
	}
}

// leave records that the card that is shown makes room by itself.
func (c *Coach) leave() {
	switch c.seen.Open {
	case interview.NoCard:
	case interview.Thrown:
		c.Judge(c.phase(), BallLater)
	default:
		c.rec.Do(Coached{Card: c.seen.Open.ID(), Is: CardPassed})
	}
}

func (c *Coach) throw(ball int) {
	b := c.seen.Hand.Balls[ball]
	c.rec.Do(CurveballThrown{Phase: b.Phase, Say: b.Say, Good: b.Good})
}

// phase is that of the last curveball, -1 before the first.
func (c *Coach) phase() int {
	c.rec.mu.Lock()
	defer c.rec.mu.Unlock()
	all := c.rec.state.Curveballs
	if len(all) == 0 {
		return -1
	}
	return all[len(all)-1].Phase
}

// watch brings a snapshot up to date.
func (r *Recorder) watch(w *interview.Snapshot) {
	now := r.now().Sub(r.zero) // first, as in Clock
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state.Watch(now, w)
}

// Replan records a new plan for the rest and returns the one before, with which
// it is undone. Nothing happens where they are the same.
func (r *Recorder) Replan(to interview.Plan, why string) (before interview.Plan) {
	before = r.Clock().Planned
	if to != before {
		r.Do(Replanned{Plan: to, Why: why})
	}
	return before
}

// Ask records a question that was put to the interviewer, with the id of the
// prepared answer that was chosen, "" for an assumption. Words are cut to 500
// bytes.
func (r *Recorder) Ask(words, answer string) time.Duration {
	return r.Do(Asked{Words: cutWords(words), Answer: answer})
}
