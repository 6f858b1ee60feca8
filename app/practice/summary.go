package practice

import (
	"time"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

const (
	// summaryTime is how long the summary at the end takes: the whole design in
	// ten sentences.
	summaryTime = time.Minute
	// chooseEnd is the choice of ending without a summary, as the journal has it.
	chooseEnd = "end"
)

// countdown writes what is left of a time, none when it is over.
func countdown(left time.Duration) string {
	return look.Time(max(left, 0).Round(time.Second))
}

// roundOff has the user sum up the phase in half a minute, and then goes on to
// the next one. The minutes are shared out anew at once, so that the clock says
// the same.
func (d *cardDesk) roundOff() {
	clock := d.room.mock.Clock()
	next := clock.NextPhase()
	d.coach.AnswerWith(interview.ChooseSummary, next)
	d.room.replan(-1)
	if next < 0 {
		return
	}
	until := clock.Elapsed + interview.SummaryTime
	moveOn := func() { d.room.enter(next) }
	name := interview.Phases[next].Name
	d.turn = &cardTurn{
		phase: clock.Phase, until: until, counts: true, over: moveOn,
		face: func(clock interview.Reading) cardFace {
			return cardFace{
				title:   "Sum it up and move on",
				body:    "Aloud: what you decided, why, and what you leave out.",
				timer:   countdown(until - clock.Elapsed),
				choices: []cardChoice{{label: "Go to " + name, main: true, do: moveOn}},
			}
		},
	}
}

// end offers a spoken summary before the interview ends; asked again, or while
// the summary is being given, it ends it.
func (d *cardDesk) end() {
	switch {
	case d.summing():
		d.room.do.Ended()
	case d.open() == interview.Summary:
		d.endNow()
	default:
		d.turn = nil
		d.coach.Call(interview.Summary)
		d.room.Tick()
		d.toMain()
	}
}

// summing reports whether the summary at the end is being given.
func (d *cardDesk) summing() bool { return d.turn != nil && d.turn.phase < 0 }

// endNow ends the interview without a summary.
func (d *cardDesk) endNow() {
	d.coach.Answer(chooseEnd)
	d.room.do.Ended()
}

// summaryFace offers the summary at the end.
func (d *cardDesk) summaryFace(f cardFace, clock interview.Reading) cardFace {
	if clock.Left() > 0 {
		f.title = "Before you end"
	}
	f.choices = []cardChoice{
		{label: interview.Summary.Text().Choices[0].Label, main: true, do: d.sumUp},
		{label: "End now", do: d.endNow},
	}
	return f
}

// sumUp counts a minute down while the user sums everything up. Nothing ends by
// itself: the last sentence is to be heard.
func (d *cardDesk) sumUp() {
	d.coach.Answer(interview.ChooseBegin)
	if d.room.mock.Clock().Paused {
		d.room.mock.Resume()
	}
	until := d.room.mock.Clock().Elapsed + summaryTime
	d.turn = &cardTurn{
		phase: -1, until: until, counts: true,
		face: func(clock interview.Reading) cardFace {
			return cardFace{
				title:   "Sum it up",
				body:    "The problem, the design, why this one, and what you would check first.",
				timer:   countdown(until - clock.Elapsed),
				choices: []cardChoice{{label: "End the interview", main: true, do: d.room.do.Ended}},
			}
		},
	}
	d.room.Tick()
	d.toMain()
}
