package practice

import (
	"talkthrough/internal/interview"
)

// readBack is how many lines of the notes the card reads back: what is said in
// half a minute.
const readBack = 4

// stuck shows the card by which one gets past a wall; the same key puts it away.
func (d *cardDesk) stuck() {
	if d.turn == nil && d.open() == interview.Stuck {
		d.coach.Dismiss()
		return
	}
	d.turn = nil
	d.coach.Call(interview.Stuck)
}

// stuckFace reads back what is in the notes and offers another part.
func (d *cardDesk) stuckFace(f cardFace, clock interview.Reading) cardFace {
	f.quote = interview.ReadBack(d.room.noteText(), readBack)
	if next := clock.NextPhase(); next >= 0 {
		f.choices = []cardChoice{{label: "Go to " + interview.Phases[next].Name, main: true, do: func() {
			d.coach.AnswerWith(interview.ChooseMoveOn, next)
			d.room.enter(next)
		}}}
	}
	return f
}
