package review

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// scorePage is the rubric: a row for each dimension with its score, the chosen
// one unfolded with what the scores look like and what shows this one.
type scorePage struct {
	screen  *Screen
	whole   fyne.CanvasObject
	list    *keyList
	content *fyne.Container
	scroll  *container.Scroll
	mentor  *flatButton

	at       int // the chosen row
	keyboard bool
	box      *fyne.Container // holds the rows
	rows     []*scoreRow
	cells    []*scoreCells
	picked   int // the piece of evidence that Delete removes
	evidence []*look.Row
	note     *scoreNote
	quiet    bool // what changes is on the page already
	stale    bool // it changed while another page was in sight
}

func newScorePage(s *Screen) *scorePage {
	p := &scorePage{screen: s, content: look.VStack(look.Space16), picked: -1}
	p.mentor = newFlatButton("Mentor", look.Hint{Name: "What somebody else says who listened"}, p.openMentors).opensList()
	p.list = newKeyList(look.Pad(p.content, 0, look.Space12, look.Space24, look.Space8), p.press, func(on bool) {
		p.keyboard = on
		p.mark()
	})
	p.scroll = look.NewVScroll(p.list)
	head := container.NewBorder(nil, nil, look.Middle(look.NewLabel("Score", look.Lead.Strong())), p.mentor)
	p.whole = container.NewBorder(look.Pad(head, look.Space8, look.Space8, look.Space4, look.Space16), nil, nil, nil, p.scroll)
	p.build()
	s.ledger.onChange(func() {
		if !p.quiet {
			p.stale = true
			p.renew()
		}
	})
	return p
}

func (p *scorePage) object() fyne.CanvasObject { return p.whole }

func (p *scorePage) focus() fyne.Focusable { return p.list }

func (p *scorePage) follow(moment) { p.renew() }

// renew shows what changed, once the page is in sight.
func (p *scorePage) renew() {
	if p.stale && p.screen.shown != nil && p.screen.shown.page == p {
		p.build()
	}
}

// build lays the page out anew.
func (p *scorePage) build() {
	p.stale = false
	p.rows, p.cells = nil, nil
	p.box = look.VStack(0)
	for i := range interview.Rubric {
		p.box.Add(p.row(i))
		if i == p.at {
			p.box.Add(p.unfolded())
		}
	}
	p.content.Objects = []fyne.CanvasObject{p.about(), p.box, p.failures()}
	if remarks := p.remarks(); remarks != nil {
		p.content.Add(remarks)
	}
	p.mark()
	p.settle()
}

// settle gives the page its height: text that wraps knows its own once it has
// its width.
func (p *scorePage) settle() {
	for range 2 {
		p.list.Resize(fyne.NewSize(p.scroll.Size().Width, max(p.list.MinSize().Height, p.scroll.Size().Height)))
	}
	p.scroll.Refresh()
}

// about says which going-through this is, and what the level aims for.
func (p *scorePage) about() fyne.CanvasObject {
	which := "The first time, before the reference."
	if !p.screen.ledger.review.ReferenceOpened.IsZero() {
		which = "The second time, with the reference seen. A ring is what you gave before, where it differs."
	}
	words := []fyne.CanvasObject{look.NewParagraph(which+" The bar is the target: "+interview.TargetNote(p.screen.attempt.Level), look.Caption.In(look.Muted))}
	if err := p.screen.ledger.broken; err != nil {
		words = append(words, look.NewParagraph(unread(err), look.Caption.In(look.Recording)))
	}
	return look.Pad(look.VStack(look.Space8, words...), 0, look.Space8, 0, look.Space8)
}

// unread says that the review is neither read nor written over.
func unread(err error) string {
	return "What was written down about this attempt cannot be read, and nothing is written over it: " + err.Error()
}

// row is a dimension with its score.
func (p *scorePage) row(i int) fyne.CanvasObject {
	d, r := interview.Rubric[i], &p.screen.ledger.review
	cells := newScoreCells(interview.Target(p.screen.attempt.Level), func(score int) {
		p.choose(i)
		p.give(score)
	})
	score, earlier := r.Score(d.ID), r.First.Scores[d.ID].Value
	if earlier == score.Value {
		earlier = 0
	}
	cells.set(score.Value, earlier)
	words := look.VStack(0, look.NewLabel(d.Name, look.Body.Medium().Cut()))
	if under := p.under(d.ID, score); under != "" {
		words.Add(look.NewLabel(under, look.Caption.In(look.Muted).Cut()))
	}
	row := newScoreRow(container.NewBorder(nil, nil, nil, look.Pad(container.NewCenter(cells), look.Space4, 0, 0, look.Space12), look.Middle(words)),
		func() { p.choose(i) })
	p.rows, p.cells = append(p.rows, row), append(p.cells, cells)
	return row
}

// under is what stands under a dimension's name: what shows its score, and what
// others gave.
func (p *scorePage) under(dimension string, score review.Score) string {
	var parts []string
	switch n := len(score.Evidence); {
	case n == 0 && score.Value > 0:
		parts = append(parts, "no evidence yet")
	case n == 1:
		parts = append(parts, "1 piece of evidence")
	case n > 1:
		parts = append(parts, fmt.Sprintf("%d pieces of evidence", n))
	}
	for _, m := range p.screen.ledger.review.Mentors {
		if v := m.Scores[dimension]; v > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", m.Name, v))
		}
	}
	return strings.Join(parts, "  ·  ")
}

// mark shows which row is the chosen one.
func (p *scorePage) mark() {
	for i, row := range p.rows {
		row.mark(i == p.at, p.keyboard)
	}
}

// choose unfolds a row.
func (p *scorePage) choose(i int) {
	p.list.takeKeyboard() // from the note, which is kept
	i = min(max(i, 0), interview.DimensionCount-1)
	if i != p.at {
		p.at, p.picked = i, -1
		p.build()
		p.reveal()
	}
}

// reveal scrolls so that the chosen row is in sight.
func (p *scorePage) reveal() {
	y := p.box.Position().Y + p.rows[p.at].Position().Y
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	if y < top || y > top+height/3 {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(y-look.Space8, 0)))
	}
}

func (p *scorePage) press(ev *fyne.KeyEvent) {
	switch n := digit(ev.Name); {
	case ev.Name == fyne.KeyUp:
		p.choose(p.at - 1)
	case ev.Name == fyne.KeyDown:
		p.choose(p.at + 1)
	case ev.Name == fyne.KeyDelete, ev.Name == fyne.KeyBackspace:
		p.removePicked()
	case ev.Name == fyne.KeyReturn, ev.Name == fyne.KeyEnter:
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.list); c != nil {
			c.Focus(p.note)
		}
	case n >= interview.LowestScore && n <= interview.HighestScore:
		p.give(n)
	default:
		p.screen.Key(ev)
	}
}

// dimension is the id of the chosen row.
func (p *scorePage) dimension() string { return interview.Rubric[p.at].ID }

// give scores the chosen row; giving the same again takes it away.
func (p *scorePage) give(value int) {
	p.change(func(r *review.Review) error {
		score := r.Scoring().Scores[p.dimension()]
		if score.Value == value {
			value = 0
		}
		score.Value = value
		return r.SetScore(time.Now(), p.dimension(), score)
	})
}

// change changes the review and says why where it cannot.
func (p *scorePage) change(do func(*review.Review) error) {
	if err := p.screen.ledger.change(do); err != nil {
		p.screen.evidence.strip.say(err.Error())
	}
}
