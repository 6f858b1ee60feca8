package practice

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// phaseView says which phase it is, what belongs in it and what is left of it,
// large, and of the whole, small.
type phaseView struct {
	object fyne.CanvasObject
	left   *look.Label
	word   *look.Label
	title  *look.Label
	about  *look.Paragraph
	whole  *look.Label
	shown  int // the phase that is shown
}

func newPhaseView(do func(string) bool) *phaseView {
	v := &phaseView{
		shown: -1,
		left:  look.NewLabel("", look.Clock),
		word:  look.NewLabel("", look.Caption.Strong()),
		title: look.NewLabel("", look.Lead.Strong().Cut()),
		about: look.NewParagraph("", look.Body.In(look.Muted)),
		whole: look.NewLabel("", look.Caption.In(look.Muted).Figures()),
	}
	step := func(icon look.IconName, name, id string) *look.IconButton {
		return look.NewIconButton(icon, look.Hint{Name: name, Key: keys.Hint(id)}, func() { do(id) })
	}
	steps := look.HStack(look.Space4,
		step(look.IconChevronLeft, "Previous phase", keys.PrevPhase),
		step(look.IconChevronRight, "Next phase", keys.NextPhase))
	v.object = look.VStack(look.Space4,
		container.NewBorder(nil, nil, look.HStack(look.Space8, v.left, look.Middle(v.word)), look.Middle(steps)),
		v.title, v.about, v.whole)
	return v
}

// show shows how the clock stands and reports whether the height may have
// changed.
func (v *phaseView) show(clock interview.Reading) (changed bool) {
	left := clock.PhaseLeft()
	text := look.Time(left.Truncate(time.Second))
	if left < 0 {
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
	v.left.SetText(text)
	v.word.SetStyle(look.Caption.Strong().In(tint))
	v.word.SetText(word)
	whole := look.Time(clock.Left().Truncate(time.Second)) + " of " + look.Time(clock.Total) + " left in all"
	if clock.Left() < 0 {
		whole = look.Time(-clock.Left()) + " over the planned " + look.Time(clock.Total)
	}
	v.whole.SetText(whole)
	if v.shown == clock.Phase {
		return false
	}
	v.shown = clock.Phase
	v.title.SetText(interview.Phases[clock.Phase].Title)
	v.about.SetText(interview.Phases[clock.Phase].About)
	return true
}
