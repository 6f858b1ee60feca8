package review

import (
	"fmt"
	"log/slog"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// prediction is what stands in the place of the replay until somebody has said
// how the interview went, or why they do not say.
type prediction struct {
	screen *Screen
	object fyne.CanvasObject
	list   *keyList
	rows   []*scoreRow
	cells  []*scoreCells
	scores map[string]int
	at     int
	says   *look.Paragraph // what the chosen score looks like
	told   *look.Label     // what is still missing
	skip   *skipping
	focus  bool
}

// Predicting reports whether the screen still asks for a prediction, and shows
// nothing of the attempt.
func (s *Screen) Predicting() bool { return s.prediction != nil }

// mustPredict reports whether the attempt is a mock whose replay nobody has
// predicted anything of. A review that cannot be read is not asked over.
func (s *Screen) mustPredict() bool {
	return s.attempt.Imported == nil && s.plan().Total() > 0 && s.ledger.broken == nil && s.ledger.review.Locked()
}

func (s *Screen) plan() interview.Plan { return interview.Plan(s.attempt.Plan) }

// predictWidth is how wide the one column is.
const predictWidth float32 = 720

func newPrediction(s *Screen) *prediction {
	p := &prediction{screen: s, scores: map[string]int{}}
	p.says = look.NewParagraph("", look.Body.In(look.Muted))
	p.told = look.NewLabel("", look.Caption.In(look.Muted).Trailing())
	list := look.VStack(0)
	for i, d := range interview.Rubric {
		cells := newScoreCells(0, func(score int) { p.choose(i); p.give(score) })
		words := look.VStack(0, look.NewLabel(d.Name, look.Body.Medium().Cut()), look.NewLabel(d.About, look.Caption.In(look.Muted).Cut()))
		row := newScoreRow(container.NewBorder(nil, nil, nil, look.Pad(container.NewCenter(cells), 3, 0, 0, look.Space16), look.Middle(words)),
			func() { p.choose(i) })
		p.rows, p.cells = append(p.rows, row), append(p.cells, cells)
		list.Add(row)
	}
	p.list = newKeyList(list, p.press, func(on bool) { p.focus = on; p.mark() })
	p.skip = newSkipping(p.skipped, p.list.takeKeyboard)
	see := look.NewButton("See the replay", look.Primary, p.commit)
	see.SetHint(look.Hint{Name: "Keep the prediction and see the replay", Key: "Enter"})
	below := container.NewBorder(nil, nil, nil, see, container.NewBorder(nil, nil, p.skip.object, nil, look.Pad(look.Middle(p.told), 0, look.Space12, 0, look.Space12)))
	head := look.VStack(look.Space4, look.NewLabel("Predict, then look", look.Title), look.NewParagraph(p.asks(), look.Body.In(look.Muted)))
	column := look.VStack(look.Space8, look.Pad(head, 0, look.Space8, 0, look.Space8), p.list,
		look.Pad(look.AtLeast(p.says, fyne.NewSize(0, 4*look.Body.Height())), 0, look.Space8, 0, look.Space8),
		look.Pad(below, 0, look.Space8, 0, look.Space8))
	p.object = look.NewVScroll(look.Column(look.Pad(column, look.Space16, look.Space16, look.Space16, look.Space16), predictWidth))
	p.choose(0)
	return p
}

// asks is the question above the rows.
func (p *prediction) asks() string {
	const why = " The difference to what you find is what you learn from."
	if p.screen.plan().Alone() {
		return "How did it go? Score what the warm-up was about, 1 to 4, before you hear it again." + why
	}
	return "How did it go? Score each row, 1 to 4, before you hear it again." + why
}

// choose goes to a row.
func (p *prediction) choose(i int) {
	p.at = min(max(i, 0), len(p.rows)-1)
	p.mark()
	p.list.takeKeyboard()
}

// mark shows which row is the chosen one, and what its score looks like.
func (p *prediction) mark() {
	for i, row := range p.rows {
		row.mark(i == p.at, p.focus)
	}
	d := interview.Rubric[p.at]
	score := p.scores[d.ID]
	if score == 0 {
		p.says.SetText("Press 1, 2, 3 or 4 to read what it looks like.")
		return
	}
	p.says.SetText(fmt.Sprintf("%d, %s: %s", score, strings.ToLower(interview.RowName(score)), strings.Join(d.At(score), " ")))
}

// give scores the chosen row.
func (p *prediction) give(score int) {
	p.scores[interview.Rubric[p.at].ID] = score
	p.cells[p.at].set(score, 0)
	p.told.SetText("")
	p.mark()
}

func (p *prediction) press(ev *fyne.KeyEvent) {
	switch n := digit(ev.Name); {
	case ev.Name == fyne.KeyUp:
		p.choose(p.at - 1)
	case ev.Name == fyne.KeyDown:
		p.choose(p.at + 1)
	case ev.Name == fyne.KeyReturn, ev.Name == fyne.KeyEnter:
		p.commit()
	case n >= interview.LowestScore && n <= interview.HighestScore:
		p.give(n)
	}
}

// commit keeps the prediction and opens the replay. A whole mock is predicted
// whole; a warm-up shows little more than one dimension.
func (p *prediction) commit() {
	open := interview.DimensionCount - len(p.scores)
	switch {
	case len(p.scores) == 0 && p.screen.plan().Alone():
		p.told.SetText("Score one row at least")
		return
	case open > 0 && !p.screen.plan().Alone():
		p.told.SetText(stillOpen(open))
		p.choose(p.firstOpen())
		return
	}
	p.keep(func(r *review.Review) error { return r.Predict(time.Now(), p.scores) }, "scores", len(p.scores))
}

func stillOpen(n int) string {
	if n == 1 {
		return "One row is still open"
	}
	return fmt.Sprintf("%d rows are still open", n)
}

// firstOpen is the first row without a score.
func (p *prediction) firstOpen() int {
	for i, d := range interview.Rubric {
		if p.scores[d.ID] == 0 {
			return i
		}
	}
	return 0
}

// skipped keeps the reason for predicting nothing.
func (p *prediction) skipped(reason string) {
	if reason == "" {
		p.told.SetText("A word on why, first")
		return
	}
	p.keep(func(r *review.Review) error { return r.SkipPrediction(time.Now(), reason) }, "skipped", reason)
}

func (p *prediction) keep(do func(*review.Review) error, how ...any) {
	if err := p.screen.ledger.change(do); err != nil {
		p.told.SetText(err.Error())
		return
	}
	p.screen.unlock()
	slog.Info("predicted", append([]any{"dir", p.screen.attempt.Dir}, how...)...)
}

// unlock shows the replay in the place of the prediction.
func (s *Screen) unlock() {
	// What was never shown belongs to no window yet: the list knows which it is.
	c := fyne.CurrentApp().Driver().CanvasForObject(s.prediction.list)
	s.prediction = nil
	s.content.Objects = []fyne.CanvasObject{s.replay}
	s.content.Refresh()
	s.do.Opened()
	if c != nil {
		s.Focus(c)
	}
}
