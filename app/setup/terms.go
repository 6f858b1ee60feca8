package setup

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// terms are the controls for how the interview is held: whole or one phase
// alone, level, minutes, curveballs, and folded below these the style of the
// house and the minutes of each phase.
type terms struct {
	choice  *Choice
	lengths []int
	changed func()               // the plan is another
	moved   func()               // something came or went
	give    func(fyne.Focusable) // the keyboard
	open    bool                 // style and minutes per phase are shown

	kind, level            *segmented
	minutes, balls, style  *segmented
	phase, brief           *segmented // of a warm-up
	usual, about, inPhase  *look.Label
	strip                  *strip
	more                   *look.Button
	folder                 *fyne.Container // it alone
	summary                *look.Label
	shares                 *shares
	reset                  *look.Button
	aloud                  *toggle
	whole, alone, unfolded *fyne.Container
	box                    *fyne.Container
}

// newTerms returns the controls for c, which they change.
func newTerms(c *Choice, canSpeak bool, changed, moved func(), unused func(*fyne.KeyEvent)) *terms {
	t := &terms{choice: c, lengths: c.lengths(), changed: changed, moved: moved}
	plain := look.Caption.In(look.Muted)
	t.usual, t.about, t.inPhase, t.summary = look.NewLabel("", plain.Cut()), look.NewLabel("", plain.Cut()), look.NewLabel("", plain.Cut()), look.NewLabel("", plain.Cut())
	t.kind = newSegmented([]string{"Interview", "Warm-up"}, 0, "The whole interview, or one phase alone", t.setKind, unused)
	t.level = newSegmented(levelNames(), levelPlace(c.Level), "Level", t.setLevel, unused)
	t.minutes = newSegmented(lengthNames(t.lengths), lengthPlace(t.lengths, c.Minutes), "Minutes", t.setMinutes, unused)
	t.balls = newSegmented(ballNames(), c.Balls, "How many curveballs come", t.setBalls, unused)
	t.style = newSegmented(styleNames(), stylePlace(c.Style), "Style of the house", t.setStyle, unused)
	names, short := phaseNames()
	t.phase = newSegmented(names, c.WarmUp.Phase, "The phase to practise", t.setPhase, unused)
	t.phase.short = short
	t.brief = newSegmented(briefNames(), c.WarmUp.Minutes-interview.ShortestWarmUp, "Minutes", t.setBrief, unused)
	t.strip = newStrip(c.whole())
	t.shares = newShares(c.whole(), t.setPlan, unused)
	t.more = look.NewButton("Style and minutes per phase", look.Quiet, t.fold)
	t.more.SetHint(look.Hint{Name: "Style of the house, and minutes of each phase", Key: keys.Hint(keys.SetupMore)})
	t.more.OnUnused(unused)
	t.reset = look.NewButton("Reset", look.Quiet, t.resetPlan)
	t.reset.SetHint(look.Hint{Name: "Back to the usual minutes"})
	t.reset.OnUnused(unused)
	t.aloud = newToggle("Spoken aloud", c.Aloud, func(on bool) { c.Aloud = on }, unused)
	t.aloud.SetHint(look.Hint{Name: "The system's voice speaks the question and the curveballs", Key: "Space"})
	if c.WarmUp.On {
		t.kind.set(1)
	}
	t.layout(canSpeak)
	t.show()
	return t
}

func (t *terms) layout(canSpeak bool) {
	heading := container.NewBorder(nil, nil, caption("Curveballs"), nil, look.Pad(t.usual, 0, 0, 0, look.Space8))
	style := container.NewBorder(nil, nil, caption("Style of the house"), nil, look.Pad(t.about, 0, 0, 0, look.Space8))
	give := look.NewLabel("What one phase gets, the others give.", look.Caption.In(look.Muted))
	t.unfolded = look.VStack(look.Space16,
		look.VStack(look.Space8, style, t.style),
		look.VStack(look.Space4, t.shares, container.NewBorder(nil, nil, nil, t.reset, look.AtLeast(look.Middle(give), fyne.NewSize(0, look.ControlHeight)))))
	t.folder = look.Pad(t.more, 0, 0, 0, -look.Space12)
	fold := container.NewBorder(nil, nil, t.folder, look.Middle(t.aloud), look.Middle(t.summary))
	t.aloud.Hidden = !canSpeak
	t.whole = look.VStack(look.Space12,
		container.New(halves{}, part("Minutes", t.minutes), look.VStack(look.Space8, heading, t.balls)),
		look.Pad(t.strip, look.Space4, 0, 0, 0))
	asked := container.NewBorder(nil, nil, caption("Phase"), nil, look.Pad(t.inPhase, 0, 0, 0, look.Space8))
	t.alone = look.VStack(look.Space16, look.VStack(look.Space8, asked, t.phase), container.New(halves{}, part("Minutes", t.brief), look.VStack(0)))
	t.box = look.VStack(look.Space16,
		container.New(halves{}, part("Practise", t.kind), part("Level", t.level)), t.whole, t.alone, look.VStack(look.Space12, fold, t.unfolded))
}

// show brings everything in line with the choice.
func (t *terms) show() {
	c := t.choice
	t.whole.Hidden, t.alone.Hidden = c.WarmUp.On, !c.WarmUp.On
	t.folder.Hidden = c.WarmUp.On
	t.unfolded.Hidden = c.WarmUp.On || !t.open
	c.Balls = c.curveballs()
	t.balls.set(c.Balls)
	t.usual.SetText(fmt.Sprintf("usual for %s: %d", c.Level.Name(), c.Level.UsualBalls()))
	t.about.SetText(c.Style.About())
	t.inPhase.SetText(interview.Phases[c.WarmUp.Phase].About)
	t.strip.set(c.whole())
	t.shares.set(c.whole())
	t.reset.Hidden = !c.ownPlan()
	t.summary.SetText(t.aside())
	icon := look.IconChevronRight
	if t.open {
		icon = look.IconChevronDown
	}
	t.more.SetIcon(icon)
	t.strip.setBare(t.open)
	t.moved()
}

// aside says what is folded away; for a warm-up, where that counts for nothing,
// what comes of the curveballs.
func (t *terms) aside() string {
	switch {
	case t.choice.WarmUp.On && t.choice.Curveballs() > 0:
		return "One curveball may come."
	case t.choice.WarmUp.On:
		return "No curveball comes."
	}
	text := t.choice.Style.Name()
	if t.choice.ownPlan() {
		text += ", own minutes"
	}
	return text
}

// unfold shows style and minutes per phase and gives these the keyboard, or
// hides them again.
func (t *terms) unfold() {
	if t.choice.WarmUp.On {
		return
	}
	t.fold()
	if t.open {
		t.give(t.shares) // the last of what came, so that all of it is in sight
	} else {
		t.give(t.more)
	}
}

// fold shows style and minutes per phase, or hides them.
func (t *terms) fold() {
	t.open = !t.open
	t.show()
}

func (t *terms) setKind(i int) {
	t.choice.WarmUp.On = i == 1
	t.replan()
}

// setLevel takes the level's usual curveballs along until they are chosen by
// hand.
func (t *terms) setLevel(i int) {
	t.choice.Level = interview.Levels[i]
	t.show()
}

func (t *terms) setMinutes(i int) {
	t.choice.Minutes = t.lengths[i]
	t.resetPlan()
}

func (t *terms) setBalls(i int) {
	t.choice.Balls, t.choice.OwnBalls = i, true
	t.show()
}

func (t *terms) setStyle(i int) {
	t.choice.Style = interview.Styles[i]
	t.resetPlan()
}

func (t *terms) setPhase(i int) {
	t.choice.WarmUp.Phase = i
	t.replan()
}

func (t *terms) setBrief(i int) {
	t.choice.WarmUp.Minutes = interview.ShortestWarmUp + i
	t.replan()
}

// setPlan takes the user's own minutes.
func (t *terms) setPlan(plan interview.Plan) {
	t.choice.Plan = plan
	if plan == t.choice.Style.Plan(t.choice.Minutes) {
		t.choice.Plan = interview.Plan{}
	}
	t.replan()
}

// resetPlan leaves the minutes to the style.
func (t *terms) resetPlan() {
	t.choice.Plan = interview.Plan{}
	t.replan()
}

func (t *terms) replan() {
	t.show()
	t.changed()
}
