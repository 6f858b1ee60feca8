package setup

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/internal/question"
)

// picker is the list of questions: at the top the blind draw and the user's
// own, then what passed search and filters. The arrow keys choose at once, so
// that the prompt can be read while walking along.
type picker struct {
	widget.List
	found   []question.Question
	chosen  question.Question // its id, at least
	beside  func(question.Question) string
	changed func(q question.Question, byKey bool)
	unused  func(*fyne.KeyEvent)
	filling bool
	focused bool
	byKey   bool // the choice now being made comes from a key
}

// blindID is no id that a pack could use.
const blindID = "blind draw"

// blindDraw stands for a question that is drawn when the clock runs, and
// ownQuestion for one that the user types.
var (
	blindDraw   = question.Question{ID: blindID, Title: "Blind draw"}
	ownQuestion = question.Question{ID: question.OwnID, Title: "My own question", Domain: "Type what the interviewer asks"}
)

// The places of the blind draw and, after the own question, of the first of the
// bank.
const (
	blindPlace = iota
	_          // the own question
	firstFound
)

// newPicker returns an empty list. beside is what stands below the title of a
// question of the bank.
func newPicker(beside func(question.Question) string, changed func(q question.Question, byKey bool), unused func(*fyne.KeyEvent)) *picker {
	p := &picker{beside: beside, changed: changed, unused: unused}
	p.HideSeparators = true
	p.Length = func() int { return len(p.found) + firstFound }
	p.CreateItem = func() fyne.CanvasObject { return newPick() }
	p.UpdateItem = func(id int, o fyne.CanvasObject) {
		q := p.at(id)
		o.(*pick).show(q.Title, p.below(q), p.focused && q.ID == p.chosen.ID)
	}
	p.OnSelected = func(id int) {
		p.chosen = p.at(id)
		if !p.filling {
			p.Refresh() // the list has drawn the ring where it was
			p.changed(p.chosen, p.byKey)
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

func (p *picker) at(id int) question.Question {
	switch {
	case id == blindPlace:
		return blindDraw
	case id >= firstFound && id < len(p.found)+firstFound:
		return p.found[id-firstFound]
	}
	return ownQuestion
}

// below is the second line of a row.
func (p *picker) below(q question.Question) string {
	switch q.ID {
	case question.OwnID:
		return q.Domain
	case blindID:
		return blindPool(len(p.found))
	}
	return p.beside(q)
}

// blindPool says from how many questions it is drawn.
func blindPool(count int) string {
	switch count {
	case 0:
		return "Nothing to draw from"
	case 1:
		return "The one question below"
	}
	return fmt.Sprintf("One of the %d below, shown when the clock runs", count)
}

// place is where the chosen question stands; -1 when the search left it out.
func (p *picker) place() int {
	for id := range len(p.found) + firstFound {
		if p.at(id).ID == p.chosen.ID {
			return id
		}
	}
	return -1
}

// fill lists these questions; the chosen one stays chosen, listed or not.
func (p *picker) fill(found []question.Question) {
	p.filling = true
	defer func() { p.filling = false }()
	p.found = found
	chosen := p.chosen
	p.UnselectAll()
	if p.Size().Height > 0 {
		p.ScrollToTop()
	}
	p.chosen = chosen
	if id := p.place(); id >= 0 {
		p.Select(id)
		p.Highlight(id)
	}
	p.Refresh()
}

// Resize is called by the toolkit. At every new height the list starts at its
// top, or as far down as it takes to see what is chosen.
func (p *picker) Resize(size fyne.Size) {
	same := size.Height == p.Size().Height
	p.List.Resize(size)
	if id := p.place(); !same && id >= 0 {
		p.ScrollToTop()
		p.ScrollTo(id)
	}
}

// choose picks the question at a place; out of range picks the nearest.
func (p *picker) choose(id int) {
	id = min(max(id, 0), len(p.found)+firstFound-1)
	p.byKey = true
	defer func() { p.byKey = false }()
	p.Highlight(id)
	p.Select(id)
}

// TypedKey is called by the toolkit.
func (p *picker) TypedKey(ev *fyne.KeyEvent) {
	const page = 8
	switch at := p.place(); ev.Name {
	case fyne.KeyDown:
		p.choose(at + 1)
	case fyne.KeyUp:
		p.choose(at - 1)
	case fyne.KeyPageDown:
		p.choose(at + page)
	case fyne.KeyPageUp:
		p.choose(at - page)
	case fyne.KeyHome:
		p.choose(blindPlace)
	case fyne.KeyEnd:
		p.choose(len(p.found) + firstFound - 1)
	case fyne.KeySpace:
	default:
		p.unused(ev)
	}
}

// FocusGained is called by the toolkit.
func (p *picker) FocusGained() {
	p.focused = true
	p.List.FocusGained()
	p.Refresh()
}

// FocusLost is called by the toolkit.
func (p *picker) FocusLost() {
	p.focused = false
	p.List.FocusLost()
	p.Refresh()
}
