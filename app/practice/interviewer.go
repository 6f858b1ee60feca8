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

// interviewer is the panel on the right: what is left of the phase and of the
// whole, the question, and the keys to steer.
type interviewer struct {
	object fyne.CanvasObject
	left   *look.Label
	word   *look.Label
	phase  *look.Label
	about  *look.Paragraph
	whole  *look.Label
	last   *look.Label
	shown  int // the phase that is shown
}

func newInterviewer(m session.Meta, do func(string) bool) *interviewer {
	v := &interviewer{
		shown: -1,
		left:  look.NewLabel("", look.Clock),
		word:  look.NewLabel("", look.Caption.Strong()),
		phase: look.NewLabel("", look.Lead.Strong().Cut()),
		about: look.NewParagraph("", look.Body.In(look.Muted)),
		whole: look.NewLabel("", look.Caption.In(look.Muted).Figures()),
		last:  look.NewLabel("", look.Caption.In(look.Muted).Cut()),
	}
	button := func(icon look.IconName, name, id string) *look.IconButton {
		return look.NewIconButton(icon, look.Hint{Name: name, Key: keys.Hint(id)}, func() { do(id) })
	}
	steps := look.HStack(look.Space4,
		button(look.IconChevronLeft, "Previous phase", keys.PrevPhase),
		button(look.IconChevronRight, "Next phase", keys.NextPhase))
	good := look.NewButton("Good", look.Plain, func() { do(keys.MarkGood) })
	good.SetIcon(look.IconMark)
	unclear := look.NewButton("Unclear", look.Plain, func() { do(keys.MarkUnclear) })
	unclear.SetIcon(look.IconHelp)
	top := look.VStack(look.Space4,
		container.NewBorder(nil, nil, look.HStack(look.Space8, v.left, look.Middle(v.word)), look.Middle(steps)),
		v.phase, v.about, v.whole)
	prompt := look.NewParagraph(m.Question.Prompt, look.Body)
	question := look.VStack(look.Space8, look.NewLabel("The interviewer asks", look.Caption.Strong().In(look.Muted)), prompt)
	marks := look.VStack(look.Space8,
		look.NewLabel("Mark this moment", look.Caption.Strong().In(look.Muted)),
		container.NewGridWithColumns(2, good, unclear), v.last)
	v.object = look.NewPanel(container.NewBorder(
		look.VStack(look.Space12, look.PadAll(top, look.Space16), look.NewRule()),
		look.VStack(0, look.NewRule(), look.PadAll(marks, look.Space16)), nil, nil,
		look.NewVScroll(look.PadAll(question, look.Space16))))
	return v
}

// show shows how the clock stands.
func (v *interviewer) show(clock interview.Reading) {
	left := clock.PhaseLeft()
	over := left < 0
	if !over {
		left = left.Truncate(time.Second)
	}
	text := look.Time(left)
	if over {
		text = "+" + look.Time(-left)
	}
	tint, word := look.Ahead, "left"
	switch light := clock.Light(clock.Phase); {
	case clock.Paused:
		tint, word = look.Muted, "paused"
	case light == interview.Red:
		tint, word = look.Over, "over time"
	case light == interview.Amber:
		tint, word = look.Behind, "wrap up"
	}
	v.left.SetStyle(look.Clock.In(look.Text))
	v.left.SetText(text)
	v.word.SetStyle(look.Caption.Strong().In(tint))
	v.word.SetText(word)
	if v.shown != clock.Phase {
		v.shown = clock.Phase
		v.phase.SetText(interview.Phases[clock.Phase].Title)
		v.about.SetText(interview.Phases[clock.Phase].About)
		v.object.Refresh()
	}
	whole := look.Time(clock.Left().Truncate(time.Second)) + " of " + look.Time(clock.Total) + " left in all"
	if clock.Left() < 0 {
		whole = look.Time(-clock.Left()) + " over the planned " + look.Time(clock.Total)
	}
	v.whole.SetText(whole)
}

// marked says that a mark was set.
func (v *interviewer) marked(kind string, at time.Duration) {
	word := "Good"
	if kind == session.Unclear {
		word = "Unclear"
	}
	v.last.SetText(word + " marked at " + look.Time(at))
}
