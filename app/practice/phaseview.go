package practice

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/phasebar"
	"talkthrough/internal/interview"
)

// phaseView says which phase it is, what belongs in it and what is left of it,
// large, and of the whole, small.
type phaseView struct {
	object  fyne.CanvasObject
	left    *look.Label
	light   *phasebar.Sign
	word    *look.Label
	title   *look.Label
	about   *look.Paragraph
	whole   *look.Label
	inAll   *fyne.Container // whole, and the steps to other phases
	phase   int             // that is shown
	planned time.Duration   // that it has
	wide    float32         // what the largest figure of the phase needs
}

func newPhaseView(do func(string) bool) *phaseView {
	v := &phaseView{
		phase: -1,
		left:  look.NewLabel("", look.Clock),
		light: phasebar.NewSign(),
		word:  look.NewLabel("", look.Body.Medium()),
		title: look.NewLabel("", look.Lead.Strong().Cut()),
		about: look.NewParagraph("", look.Caption.In(look.Muted)),
		whole: look.NewLabel("", look.Caption.In(look.Muted).Figures()),
	}
	step := func(icon look.IconName, name, id string) *look.IconButton {
		b := look.NewIconButton(icon, look.Hint{Name: name, Key: keys.Hint(id)}, func() { do(id) })
		b.SetEdge(stepEdge)
		return b
	}
	steps := look.HStack(look.Space4,
		step(look.IconChevronLeft, "Previous phase", keys.PrevPhase),
		step(look.IconChevronRight, "Next phase", keys.NextPhase))
	v.inAll = container.NewBorder(nil, nil, nil, steps, look.Middle(v.whole))
	v.object = look.VStack(look.Space4,
		look.HStack(look.Space8, container.New(clockPlace{v}, v.left), look.Middle(v.light), look.Middle(v.word)),
		v.title, v.about, v.inAll)
	return v
}

// stepEdge is the edge of the buttons to the next phase and to the one before.
const stepEdge float32 = 24

// clockPlace keeps the clock's place as wide as its largest figure in the phase,
// so that nothing beside it moves as it runs.
type clockPlace struct{ view *phaseView }

func (p clockPlace) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Max(fyne.NewSize(p.view.wide, 0))
}

func (clockPlace) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// show shows how the clock stands and reports whether things have to be placed
// anew.
func (v *phaseView) show(clock interview.Reading) (moved bool) {
	i := clock.Phase
	text := look.Time(clock.PhaseLeft().Truncate(time.Second))
	if clock.PhaseLeft() < 0 {
		text = "+" + look.Time(-clock.PhaseLeft())
	}
	moved = v.enter(i, clock.Planned[i])
	if need := look.Clock.Width(text); need > v.wide {
		v.wide, moved = need, true
	}
	v.left.SetText(text)
	tint, word := look.Muted, "left"
	switch light := clock.Light(i); {
	case clock.Paused:
		word = "paused"
	case light == interview.Red:
		tint, word = look.Text, "over time"
	case light == interview.Amber:
		tint, word = look.Text, "wrap up"
	}
	v.light.Set(phasebar.Segment{Planned: clock.Planned[i], Spent: clock.Spent[i], Current: true})
	v.word.SetStyle(look.Body.Medium().In(tint))
	v.word.SetText(word)
	v.whole.SetText(ofTheWhole(clock))
	// In a warm-up the phase is the whole.
	if alone := clock.Planned[i] == clock.Total; alone != v.inAll.Hidden {
		v.inAll.Hidden, moved = alone, true
	}
	return moved
}

// enter says which phase it is, and how long it is meant to take.
func (v *phaseView) enter(phase int, planned time.Duration) (other bool) {
	if v.phase == phase && v.planned == planned {
		return false
	}
	v.phase, v.planned = phase, planned
	v.wide = look.Clock.Width(look.Time(planned))
	v.title.SetText(interview.Phases[phase].Title)
	v.about.SetText(interview.Phases[phase].About)
	return true
}

// ofTheWhole says what is left of the whole interview.
func ofTheWhole(clock interview.Reading) string {
	if left := clock.Left(); left >= 0 {
		return look.Time(left.Truncate(time.Second)) + " of " + look.Time(clock.Total) + " left in all"
	}
	return look.Time(-clock.Left()) + " over the planned " + look.Time(clock.Total)
}
