package practice

import (
	"time"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
)

// turnStands is how long what the interviewer says stays when nobody reacts: as
// long as a card of the coach does.
const turnStands = time.Minute

// face is what a card of the coach says and offers.
func (d *cardDesk) face(card interview.Card, clock interview.Reading) cardFace {
	text := card.Text()
	f := cardFace{title: text.Title, body: text.Body, steps: text.Steps}
	switch card {
	case interview.Thrown:
		return d.curveball(f)
	case interview.Stuck:
		return d.stuckFace(f, clock)
	case interview.Summary:
		return d.summaryFace(f, clock)
	}
	for _, c := range text.Choices {
		if c.ID == interview.ChooseCurveball && !d.coach.HasExtra() {
			continue
		}
		f.choices = append(f.choices, cardChoice{label: c.Label, main: len(text.Choices) == 1, do: d.choosing(c.ID)})
	}
	return f
}

// choosing is what a choice does, apart from those that have a file of their
// own.
func (d *cardDesk) choosing(choice string) func() {
	switch choice {
	case interview.ChooseNotes:
		return func() { d.coach.Answer(choice); d.room.Do(keys.FocusNotes) }
	case interview.ChooseDrawing:
		return func() { d.coach.Answer(choice); d.room.Do(keys.FocusBoard) }
	case interview.ChoosePriority:
		return d.askPriority
	case interview.ChooseSummary:
		return d.roundOff
	case interview.ChooseCurveball:
		return func() { d.coach.Answer(choice); d.coach.Extra() }
	}
	return func() { d.coach.Answer(choice) }
}

// askPriority has the interviewer name the phase that matters most; the minutes
// are shared out anew with that one first.
func (d *cardDesk) askPriority() {
	clock := d.room.mock.Clock()
	phase := d.room.mock.Style.Priority(clock)
	d.coach.AnswerWith(interview.ChoosePriority, phase)
	if phase < 0 {
		return
	}
	d.room.replan(phase)
	name := interview.Phases[phase].Name
	d.turn = &cardTurn{
		phase: clock.Phase, until: clock.Elapsed + turnStands,
		face: func(interview.Reading) cardFace {
			return cardFace{
				title:   interview.Thrown.Text().Title,
				body:    "“I would like to hear about " + name + " first. What is left of the time is shared out for that.”",
				choices: []cardChoice{{label: "Go to " + name, main: true, do: func() { d.room.enter(phase) }}},
			}
		},
	}
}
