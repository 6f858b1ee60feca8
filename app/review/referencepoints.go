package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
)

// referencePoints is the outline of one phase at one level: its points, each
// with its box.
type referencePoints struct {
	page     *referencePage
	object   *fyne.Container
	counts   *look.Label
	words    []string // the points, as they are listed
	rows     []*scoreRow
	boxes    []*coverBox
	at       int
	keyboard bool
}

func newReferencePoints(p *referencePage) *referencePoints {
	return &referencePoints{page: p, object: look.VStack(look.Space4), counts: look.NewLabel("", look.Caption.In(look.Muted).Figures())}
}

// expected are the points that a level is expected to have: what it adds, then
// what the levels below it say already.
func expected(o question.Outline, level interview.Level) []string {
	var out []string
	for _, l := range below(level) {
		out = append(out, o.At(string(l))...)
	}
	return out
}

// below are a level and those under it, the level itself first.
func below(level interview.Level) []interview.Level {
	var out []interview.Level
	for _, l := range interview.Levels {
		out = append([]interview.Level{l}, out...)
		if l == level {
			break
		}
	}
	return out
}

// phaseID is the id of the phase that is shown.
func (l *referencePoints) phaseID() string { return interview.Phases[l.page.phase].ID }

// lay lists the points of a phase at a level, under a heading for each level.
func (l *referencePoints) lay(phase int, level interview.Level) {
	ph := interview.Phases[phase]
	outline := l.page.screen.attempt.Question.Phases.Of(ph.ID)
	l.words, l.rows, l.boxes, l.at = nil, nil, nil, 0
	head := look.VStack(2, look.NewLabel(ph.Title, look.Lead.Strong()), l.counts)
	parts := []fyne.CanvasObject{look.Pad(head, 0, look.Space8, look.Space4, look.Space8)}
	for _, from := range below(level) {
		points := outline.At(string(from))
		if len(points) == 0 {
			continue
		}
		title := "Expected of " + from.Name()
		if from != level {
			title = "And what " + from.Name() + " has already"
		}
		parts = append(parts, look.Pad(look.NewLabel(title, look.Caption.In(look.Muted).Medium()), look.Space8, look.Space8, 0, look.Space8))
		for _, words := range points {
			parts = append(parts, l.point(words))
		}
	}
	switch {
	case len(l.words) == 0:
		parts = append(parts, look.Pad(look.NewParagraph("The outline says nothing of this phase at this level.", look.Body.In(look.Muted)), 0, look.Space8, 0, look.Space8))
	default:
		parts = append(parts, look.Pad(look.NewParagraph("↑ and ↓ choose a point; C is covered, M is missed, the same again takes it back. 1 to 8 show another phase.",
			look.Caption.In(look.Muted)), look.Space8, look.Space8, 0, look.Space8))
	}
	l.object.Objects = parts
	l.mark()
}

// point is the row of a point.
func (l *referencePoints) point(words string) fyne.CanvasObject {
	i := len(l.words)
	box := newCoverBox(func() {
		l.choose(i)
		l.next(i)
	})
	row := newScoreRow(container.NewBorder(nil, nil, look.Pad(look.VStack(0, box), 1, look.Space12, 0, 0), nil, look.NewParagraph(words, look.Body)),
		func() { l.choose(i) })
	l.words, l.rows, l.boxes = append(l.words, words), append(l.rows, row), append(l.boxes, box)
	return row
}

// renew shows what is said of each point.
func (l *referencePoints) renew() {
	r := &l.page.screen.ledger.review
	for i, words := range l.words {
		l.boxes[i].set(r.CoverageOf(l.phaseID(), words))
	}
	covered, missed := r.CountCovered(l.phaseID(), l.words)
	l.counts.SetText(countWords(covered, missed, len(l.words)))
}

func (l *referencePoints) focused(on bool) {
	l.keyboard = on
	l.mark()
}

func (l *referencePoints) mark() {
	for i, row := range l.rows {
		row.mark(i == l.at, l.keyboard)
	}
}

// choose makes a point the one that keys are about.
func (l *referencePoints) choose(i int) {
	l.at = i
	l.mark()
	l.page.list.takeKeyboard()
	l.reveal()
}

// scrollStep is how far an arrow scrolls where there is no further point.
const scrollStep float32 = 80

// step goes to the point after or before; past the last it scrolls through what
// stands below.
func (l *referencePoints) step(by int) {
	scroll := l.page.scroll
	to := l.at + by
	if over := len(l.rows) == 0 || to >= len(l.rows) || by < 0 && scroll.Offset.Y > l.bottom(); over {
		scroll.ScrollToOffset(scroll.Offset.AddXY(0, scrollStep*float32(by)))
		return
	}
	if to < 0 {
		scroll.ScrollToTop()
		return
	}
	l.choose(to)
}

// bottom is how far down the page the chosen point ends.
func (l *referencePoints) bottom() float32 {
	row := l.rows[l.at]
	return l.top(row) + row.Size().Height
}

func (l *referencePoints) top(row fyne.CanvasObject) float32 {
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(row).Y - driver.AbsolutePositionForObject(l.page.list).Y
}

// reveal scrolls so that the chosen point is in sight.
func (l *referencePoints) reveal() {
	scroll := l.page.scroll
	top, bottom := l.top(l.rows[l.at])-look.Space8, l.bottom()+look.Space8
	switch {
	case l.at == 0:
		scroll.ScrollToTop()
	case top < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > scroll.Offset.Y+scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-scroll.Size().Height))
	}
}

// say notes something on the chosen point; the same again takes it back.
func (l *referencePoints) say(c review.Coverage) {
	if l.at >= len(l.words) {
		return
	}
	if l.page.screen.ledger.review.CoverageOf(l.phaseID(), l.words[l.at]) == c {
		c = ""
	}
	l.set(l.at, c)
}

// next turns a point from open to covered to missed to open.
func (l *referencePoints) next(i int) {
	if i >= len(l.words) {
		return
	}
	after := map[review.Coverage]review.Coverage{"": review.Covered, review.Covered: review.Missed}
	l.set(i, after[l.page.screen.ledger.review.CoverageOf(l.phaseID(), l.words[i])])
}

func (l *referencePoints) set(i int, c review.Coverage) {
	l.page.screen.write(func(r *review.Review) error { return r.SetCovered(l.phaseID(), l.words[i], c) })
}
