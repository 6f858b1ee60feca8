package review

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
)

// referencePage is what a strong answer to the question has, beside the replay:
// the outline of the phase under the playhead, each point with a box for covered
// or missed, and below it everything else that was prepared. Seeing it is
// noted: from then on scores are those of the second time.
type referencePage struct {
	screen *Screen
	whole  *fyne.Container // the reference, or why it is not there

	phases *phaseRow
	levels []*flatButton
	both   *flatButton
	points *referencePoints
	list   *keyList
	scroll *container.Scroll
	boards *referenceBoards

	level    interview.Level
	phase    int // whose outline is shown
	followed int // the one under the playhead
	width    float32
}

func newReferencePage(s *Screen) *referencePage {
	p := &referencePage{screen: s, level: s.attempt.Level, followed: -1, whole: container.NewStack()}
	if !slices.Contains(interview.Levels, p.level) {
		p.level = interview.Senior
	}
	if !prepared(s.attempt.Question) {
		p.whole.Objects = []fyne.CanvasObject{emptyPage("No reference", noReference(s.attempt.Question))}
	}
	return p
}

// prepared reports whether there is anything to compare an attempt with.
func prepared(q question.Question) bool {
	for _, ph := range interview.Phases {
		for _, level := range interview.Levels {
			if len(q.Phases.Of(ph.ID).At(string(level))) > 0 {
				return true
			}
		}
	}
	return len(q.Metrics.Offline)+len(q.Metrics.Online)+len(q.Metrics.Guardrail)+
		len(q.Data.Sources)+len(q.Data.Labels)+len(q.Pitfalls)+len(q.Reading)+len(q.Board.Boxes)+
		len(q.Ambiguous)+len(q.Variants)+len(q.Clarify) > 0
}

// noReference says why there is none.
func noReference(q question.Question) string {
	switch q.ID {
	case "":
		return "This recording is about no question of the bank, so there is nothing to lay beside it."
	case question.OwnID:
		return "The question was your own: only its prompt is known, and nothing was prepared around it."
	}
	return "Only the prompt of this question was kept with the attempt: there is no outline to lay beside it."
}

// emptyPage is a page that has nothing to show, and says why.
func emptyPage(title, words string) fyne.CanvasObject {
	text := look.VStack(look.Space8, look.NewLabel(title, look.Lead.Strong()), look.NewParagraph(words, look.Body.In(look.Muted)))
	return look.NewVScroll(look.Column(look.Pad(text, look.Space24, look.Space16, look.Space24, look.Space16), 560))
}

func (p *referencePage) object() fyne.CanvasObject { return p.whole }

func (p *referencePage) focus() fyne.Focusable {
	if p.list == nil {
		return nil
	}
	return p.list
}

// enters opens the reference as it comes into sight, if it may be.
func (p *referencePage) enters() {
	if p.list == nil && prepared(p.screen.attempt.Question) {
		p.unlock()
	}
	if p.boards != nil {
		p.boards.show()
	}
}

func (p *referencePage) leaves() {
	if p.boards != nil {
		p.boards.hide()
	}
}

// unlock notes that the reference is seen and shows it, or says why it must not
// be seen yet.
func (p *referencePage) unlock() {
	if err := p.screen.openReference(); err != nil {
		words := err.Error()
		if errors.Is(err, review.ErrLocked) {
			words = "The reference opens once you have predicted your score, or said why not. " +
				keys.Hint(keys.PageScore) + " leads there."
		}
		p.whole.Objects = []fyne.CanvasObject{emptyPage("The reference is locked", words)}
		return
	}
	p.build()
}

// openReference notes the first time that the reference is seen. A recording
// from elsewhere asks for no prediction, and the reason is noted instead.
func (s *Screen) openReference() error {
	if s.ledger.broken == nil && !s.ledger.review.ReferenceOpened.IsZero() {
		return nil
	}
	return s.ledger.change(func(r *review.Review) error {
		now := time.Now()
		if r.Locked() && !s.mustPredict() {
			if err := r.SkipPrediction(now, "there was nothing to predict"); err != nil {
				return err
			}
		}
		return r.OpenReference(now)
	})
}

// build lays the open reference out.
func (p *referencePage) build() {
	p.phases = newPhaseRow(p.showPhase, p.press)
	p.points = newReferencePoints(p)
	p.boards = newReferenceBoards(p.screen)
	content := look.VStack(look.Space24, p.points.object)
	for _, part := range referenceSections(p.screen.attempt) {
		content.Add(look.Pad(part, 0, look.Space8, 0, look.Space8))
	}
	p.list = newKeyList(look.Pad(content, look.Space4, look.Space12, look.Space32, look.Space8), p.press, p.points.focused)
	p.scroll = look.NewVScroll(p.list)
	p.whole.Objects = []fyne.CanvasObject{container.NewBorder(p.head(), nil, nil, nil, p.scroll)}
	p.screen.ledger.onChange(p.renew)
	p.showPhase(max(p.screen.moment(true).phase, 0))
}

// head is what stays above the outline: the name of the page, the phases with
// what was covered of each, and the levels.
func (p *referencePage) head() fyne.CanvasObject {
	title := look.Middle(look.NewLabel("Reference", look.Lead.Strong()))
	if p.boards.any() {
		p.both = newFlatButton("Boards side by side", hint(keys.BothBoards), p.toggleBoards)
		p.both.OnUnused(p.press)
		title = container.NewBorder(nil, nil, nil, p.both, title)
	}
	row := look.HStack(look.Space4)
	for _, level := range p.levelsByNearness() {
		words := look.Hint{Name: "What is expected of " + level.Name(), Key: keys.Hint(keys.OtherLevel)}
		button := newFlatButton(level.Name(), words, func() { p.showLevel(level) })
		button.OnUnused(p.press)
		p.levels = append(p.levels, button)
		row.Add(button)
	}
	return look.Pad(look.VStack(look.Space4, look.Pad(title, 0, 0, 0, look.Space8), p.phases.object, row),
		look.Space8, look.Space8, look.Space4, look.Space8)
}

// levelsByNearness are the levels, the attempt's own first.
func (p *referencePage) levelsByNearness() []interview.Level {
	own := p.screen.attempt.Level
	out := slices.Clone(interview.Levels)
	slices.SortStableFunc(out, func(a, b interview.Level) int {
		switch {
		case a == own && b != own:
			return -1
		case b == own && a != own:
			return 1
		}
		return 0
	})
	return out
}

// follow shows the phase under the playhead when it becomes another one; until
// then whatever phase was chosen stays.
func (p *referencePage) follow(m moment) {
	if p.list == nil {
		return
	}
	if m.phase >= 0 && m.phase != p.followed {
		p.followed = m.phase
		p.showPhase(m.phase)
	}
	if width := p.scroll.Size().Width; width != p.width {
		p.width = width
		p.settle()
	}
}

func (p *referencePage) showPhase(phase int) {
	p.phase = phase
	p.showPoints()
}

func (p *referencePage) showLevel(level interview.Level) {
	p.level = level
	p.showPoints()
}

// showPoints lays out the points of the phase and level now chosen. What stands
// below them stays where it is in the window.
func (p *referencePage) showPoints() {
	before := p.points.object.Size().Height
	p.points.lay(p.phase, p.level)
	p.renew()
	p.settle()
	if y := p.scroll.Offset.Y; y > before {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(y+p.points.object.Size().Height-before, 0)))
	}
}

// settle gives the page its height: text that wraps knows its own once it has
// its width.
func (p *referencePage) settle() {
	for range 2 {
		p.list.Resize(fyne.NewSize(p.scroll.Size().Width, max(p.list.MinSize().Height, p.scroll.Size().Height)))
	}
	p.scroll.Refresh()
}

// renew shows what is said of the points.
func (p *referencePage) renew() {
	r, q := &p.screen.ledger.review, p.screen.attempt.Question
	for i, ph := range interview.Phases {
		points := expected(q.Phases.Of(ph.ID), p.level)
		covered, missed := r.CountCovered(ph.ID, points)
		p.phases.count(i, fmt.Sprintf("%d/%d", covered, len(points)), countWords(covered, missed, len(points)))
	}
	p.phases.choose(p.phase)
	for i, level := range p.levelsByNearness() {
		p.levels[i].setOn(level == p.level)
	}
	p.points.renew()
	if p.both != nil {
		p.both.setOn(p.boards.on)
	}
}

// countWords says how far the points of an outline are gone through.
func countWords(covered, missed, all int) string {
	if all == 0 {
		return "nothing is expected here"
	}
	return fmt.Sprintf("%d covered, %d missed, %d open", covered, missed, all-covered-missed)
}

func (p *referencePage) toggleBoards() {
	p.boards.toggle()
	p.both.setOn(p.boards.on)
}

// do carries out the bindings of the reference.
func (p *referencePage) do(id string) bool {
	switch {
	case p.list == nil:
		return false
	case id == keys.OtherLevel:
		order := p.levelsByNearness()
		p.showLevel(order[(slices.Index(order, p.level)+1)%len(order)])
	case id == keys.BothBoards && p.both != nil:
		p.toggleBoards()
	default:
		return false
	}
	return true
}

// press is a key while the points have the keyboard.
func (p *referencePage) press(ev *fyne.KeyEvent) {
	n := digit(ev.Name)
	switch {
	case n >= 1 && n <= interview.PhaseCount:
		p.showPhase(n - 1)
	case ev.Name == fyne.KeyUp:
		p.points.step(-1)
	case ev.Name == fyne.KeyDown:
		p.points.step(1)
	case ev.Name == fyne.KeyC:
		p.points.say(review.Covered)
	case ev.Name == fyne.KeyM:
		p.points.say(review.Missed)
	case ev.Name == fyne.KeyReturn, ev.Name == fyne.KeyEnter:
		p.points.next(p.points.at)
	default:
		p.screen.Key(ev)
	}
}
