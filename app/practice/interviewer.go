package practice

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// interviewer is the panel on the right. Phase and Ask stand at the top, the
// marks at the bottom; between them is what the interviewer has to say: at most
// one card, then what was asked so far.
type interviewer struct {
	object   fyne.CanvasObject
	phase    *phaseView
	said     *pile
	cardSlot *fyne.Container // at most one card; see setCard
	last     *look.Label
}

func newInterviewer(m session.Meta, do func(string) bool) *interviewer {
	v := &interviewer{
		phase:    newPhaseView(do),
		cardSlot: container.NewStack(),
		last:     look.NewLabel("", look.Caption.In(look.Muted).Cut()),
	}
	v.cardSlot.Hide()
	good := look.NewButton("Good", look.Plain, func() { do(keys.MarkGood) })
	good.SetIcon(look.IconMark)
	unclear := look.NewButton("Unclear", look.Plain, func() { do(keys.MarkUnclear) })
	unclear.SetIcon(look.IconHelp)
	stuck := look.NewButton("Stuck", look.Plain, func() { do(keys.Stuck) })
	stuck.SetHint(look.Hint{Name: "I am stuck", Key: keys.Hint(keys.Stuck)})
	marks := look.VStack(look.Space8, container.NewGridWithColumns(3, good, unclear, stuck), v.last)
	prompt := look.VStack(look.Space8,
		look.NewLabel("The interviewer asks", look.Caption.Strong().In(look.Muted)),
		look.NewParagraph(m.Question.Prompt, look.Body))
	v.said = newPile(look.Space16, look.Space16, v.cardSlot, prompt)
	v.object = look.NewPanel(look.Floors(
		look.VStack(0, look.PadAll(v.phase.object, look.Space16), look.NewRule()),
		v.said.object(),
		look.VStack(0, look.NewRule(), look.PadAll(marks, look.Space16))))
	return v
}

// show shows how the clock stands.
func (v *interviewer) show(clock interview.Reading) {
	if v.phase.show(clock) {
		v.object.Refresh()
	}
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

// marked says that a mark was set.
func (v *interviewer) marked(kind string, at time.Duration) {
	word := "Good"
	if kind == session.Unclear {
		word = "Unclear"
	}
	v.last.SetText(word + " marked at " + look.Time(at))
}
