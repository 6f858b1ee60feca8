package review

import (
	"fmt"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/insight"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// none stands for what is not known.
const none = "–"

// rubric lays the scores of both attempts side by side: what was predicted, and
// what was given before and after the reference.
func (p *comparePage) rubric() fyne.CanvasObject {
	mine, theirs := &p.screen.ledger.review, &p.other.review
	t := newCompareTable(p.otherName(), "Predicted", "First", "Second")
	for _, d := range interview.Rubric {
		t.row(d.Name, append(scoresOf(mine, d.ID), scoresOf(theirs, d.ID)...)...)
	}
	return section("Rubric", "", t.object)
}

// scoresOf is what a dimension was predicted and given.
func scoresOf(r *review.Review, dimension string) []string {
	predicted := 0
	if r.Predicted != nil {
		predicted = r.Predicted.Scores[dimension]
	}
	var out []string
	for _, value := range []int{predicted, r.First.Scores[dimension].Value, r.Second.Scores[dimension].Value} {
		if value == 0 {
			out = append(out, none)
		} else {
			out = append(out, strconv.Itoa(value))
		}
	}
	return out
}

// covered lays side by side how much of the reference was covered; nil for a
// question without an outline.
func (p *comparePage) covered() fyne.CanvasObject {
	t := newCompareTable(p.otherName(), "Covered", "Missed", "Open")
	var sum [6]int
	for _, ph := range interview.Phases {
		a, all := coverageOf(p.screen.attempt, &p.screen.ledger.review, ph.ID)
		b, others := coverageOf(p.other.attempt, &p.other.review, ph.ID)
		if all+others == 0 {
			continue
		}
		var cells []string
		for i, n := range append(a, b...) {
			sum[i] += n
			cells = append(cells, strconv.Itoa(n))
		}
		t.row(ph.Name, cells...)
	}
	if t.rows == 0 {
		return nil
	}
	var cells []string
	for _, n := range sum {
		cells = append(cells, strconv.Itoa(n))
	}
	t.row("Together", cells...)
	return section("Of the reference", "Counted at each attempt's own level.", t.object)
}

// coverageOf counts the points of a phase that an attempt covered, missed and
// left open, at its own level, and how many there are.
func coverageOf(a *session.Attempt, r *review.Review, phase string) (counts []int, all int) {
	points := expected(a.Question.Phases.Of(phase), a.Level)
	covered, missed := r.CountCovered(phase, points)
	return []int{covered, missed, len(points) - covered - missed}, len(points)
}

// numbers lays those numbers side by side that tell something next to each
// other.
func (p *comparePage) numbers() fyne.CanvasObject {
	t := newCompareTable(p.otherName(), "")
	a, b := p.mine, *p.other.numbers
	add := func(name string, of func(n insight.Numbers) string) {
		if mine, theirs := of(a), of(b); mine != none || theirs != none {
			t.row(name, mine, theirs)
		}
	}
	at := func(d *time.Duration) string {
		if d == nil {
			return none
		}
		return look.Time(*d)
	}
	add("Length", func(n insight.Numbers) string { return look.Time(n.Length) })
	add("Talking", func(n insight.Numbers) string {
		if n.TalkShare == nil {
			return none
		}
		return fmt.Sprintf("%.0f %%", 100**n.TalkShare)
	})
	add("First word", func(n insight.Numbers) string { return at(n.FirstWord) })
	add("First box on the board", func(n insight.Numbers) string { return at(n.FirstBox) })
	add("Longest silence", func(n insight.Numbers) string {
		if len(n.Silences) == 0 {
			return none
		}
		return fmt.Sprintf("%.0f s", n.Silences[0].Length().Seconds())
	})
	add("Questions asked", func(n insight.Numbers) string { return strconv.Itoa(n.Asks.Count) })
	add("Curveballs answered", func(n insight.Numbers) string {
		if n.Curveballs.Thrown == 0 {
			return none
		}
		return fmt.Sprintf("%d of %d", n.Curveballs.Answered, n.Curveballs.Thrown)
	})
	add("Words typed", func(n insight.Numbers) string { return strconv.Itoa(n.Notes.Typed) })
	return section("Numbers", "", t.object)
}

// compareTable has a row for each thing and as many columns for this attempt as
// for the other.
type compareTable struct {
	object *fyne.Container
	each   int // columns for an attempt
	rows   int
}

func newCompareTable(other string, columns ...string) *compareTable {
	t := &compareTable{object: look.VStack(look.Space8), each: len(columns)}
	head := container.New(compareRow{each: t.each, heads: true}, look.NewLabel("", look.Caption))
	for _, name := range []string{"This attempt", other} {
		head.Add(look.NewLabel(name, look.Caption.Medium().Centred().Cut()))
	}
	t.object.Add(head)
	if t.each > 1 {
		t.cells(look.Caption.In(look.Muted), "", append(columns, columns...)...)
	}
	return t
}

// row adds a row.
func (t *compareTable) row(name string, cells ...string) {
	t.rows++
	t.object.Add(look.NewRule())
	t.cells(look.Body.Figures(), name, cells...)
}

func (t *compareTable) cells(style look.Style, name string, cells ...string) {
	row := container.New(compareRow{each: t.each}, look.NewLabel(name, look.Body.Cut()))
	for _, words := range cells {
		row.Add(look.NewLabel(words, style.Centred()))
	}
	t.object.Add(row)
}

// compareRow gives the first object two fifths of the width and shares the rest
// among the others; as heads, each other one spans the columns of an attempt.
type compareRow struct {
	each  int
	heads bool
}

// compareCell is how wide a column is at the least.
const compareCell float32 = 72

func (l compareRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(objects[0].MinSize().Width+compareCell*float32(2*l.each), height)
}

func (l compareRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := size.Width * 2 / 5
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	each := (size.Width - first) / float32(len(objects)-1)
	for i, o := range objects[1:] {
		o.Resize(fyne.NewSize(each, size.Height))
		o.Move(fyne.NewPos(first+each*float32(i), 0))
	}
}

// abreast puts two objects side by side where there is room for both, else one
// below the other.
func abreast(left, right fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&ifRoom{}, left, right)
}

type ifRoom struct{ width float32 } // as it was laid out last

func (l *ifRoom) beside(objects []fyne.CanvasObject, width float32) bool {
	return 2*max(objects[0].MinSize().Width, objects[1].MinSize().Width)+look.Space24 <= width
}

func (l *ifRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if l.beside(objects, l.width) {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height+look.Space24)
}

func (l *ifRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	a := objects[0].MinSize()
	if l.beside(objects, size.Width) {
		half := (size.Width - look.Space24) / 2
		objects[0].Resize(fyne.NewSize(half, size.Height))
		objects[1].Resize(fyne.NewSize(half, size.Height))
		objects[0].Move(fyne.NewPos(0, 0))
		objects[1].Move(fyne.NewPos(half+look.Space24, 0))
		return
	}
	objects[0].Resize(fyne.NewSize(size.Width, a.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, objects[1].MinSize().Height))
	objects[1].Move(fyne.NewPos(0, a.Height+look.Space24))
}
