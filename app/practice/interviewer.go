package practice

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// interviewer is the panel on the right. Phase and Ask stand at the top, the
// marks at the bottom; between them is what the interviewer has to say: at most
// one card, then what was asked so far.
type interviewer struct {
	object   fyne.CanvasObject
	frame    *fyne.Container   // what object holds
	foot     fyne.CanvasObject // the marks' place in it
	phase    *phaseView
	ask      *ask
	shares   *sharedLine
	cardSlot *fyne.Container // at most one card; see setCard
	asked    *asked
	said     *pile
	marks    *markBar
}

// newInterviewer returns the panel of a mock. do carries out a key's action,
// touched is told of typing that leaves no event, changed of a new event.
func newInterviewer(mock *session.Mock, do func(string) bool, touched, changed func()) *interviewer {
	v := &interviewer{
		phase: newPhaseView(do),
		ask: newAsk(mock.Question, do, func(words, answer string) {
			mock.Ask(words, answer)
			changed()
		}),
		shares:   newSharedLine(do),
		cardSlot: container.NewStack(),
		asked:    newAsked(mock.Question),
		marks:    newMarkBar(do, mock.WordMark),
	}
	v.cardSlot.Hide()
	prompt := look.VStack(look.Space8,
		look.NewLabel("The interviewer asks", look.Caption.Strong().In(look.Muted)),
		look.NewParagraph(mock.Question.Prompt, look.Body))
	v.said = newPile(look.Space16, look.Space16, v.ask.results, v.cardSlot, v.shares.object, v.asked.object, prompt)
	v.ask.typed = touched
	v.marks.word.OnChanged = func(string) { touched() }
	v.ask.arrange = func() {
		v.arrange()
		v.said.toTop()
	}
	v.foot = look.VStack(0, look.NewRule(), look.Pad(v.marks.object, look.Space12, look.Space16, look.Space8, look.Space16))
	v.ask.reveal = func(row *askRow) { v.said.reveal(v.ask.results, row) }
	v.frame = look.Floors(
		look.VStack(0, look.Pad(look.VStack(look.Space8, v.phase.object, v.ask.field), look.Space12, look.Space16, look.Space12, look.Space16), look.NewRule()),
		v.said.object(), v.foot)
	v.object = look.NewPanel(v.frame)
	return v
}

// show shows how the clock stands and what was asked.
func (v *interviewer) show(clock interview.Reading, asks []session.Ask, now time.Time) {
	if v.phase.show(clock) {
		v.frame.Refresh()
	}
	v.marks.show(now)
	more := v.asked.show(asks)
	if v.shares.show(now) || more {
		v.arrange()
	}
	if more {
		v.said.toTop()
		if newest := v.asked.newest(); newest != nil {
			v.said.reveal(v.asked.object, newest) // it may be below a card
		}
	}
}

// shared says what became of the minutes.
func (v *interviewer) shared(text string, undo bool) {
	v.shares.say(text, undo, time.Now())
	v.arrange()
	v.said.toTop()
}

// leave gives the keyboard back, if one of the panel's fields has it.
func (v *interviewer) leave() {
	v.ask.field.giveBack()
	v.marks.word.giveBack()
}

// setCard puts a card at the top of what the interviewer says, in the place of
// the one that is there; nil takes it away. A card that changes its height calls
// arrange.
func (v *interviewer) setCard(card fyne.CanvasObject) {
	v.cardSlot.Objects = nil
	v.cardSlot.Hidden = card == nil
	if card != nil {
		v.cardSlot.Objects = []fyne.CanvasObject{card}
		v.said.toTop()
	}
	v.cardSlot.Refresh()
	v.arrange()
}

// arrange places what the interviewer says anew.
func (v *interviewer) arrange() { v.said.arrange() }
