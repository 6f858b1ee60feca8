package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// mostAnswers is how many of the prepared questions are offered at a time.
const mostAnswers = 5

// ask is where the interviewer is asked: the prepared questions that fit what is
// typed stand below the field, and below them the way out, an assumption.
type ask struct {
	prepared question.Question
	put      func(words, answer string) // puts the question to the interviewer
	typed    func()                     // something was typed: it leaves no event
	arrange  func()                     // the results have another height
	reveal   func(row *askRow)          // the row is to be seen

	field   *field
	results *fyne.Container
	rows    []*askRow
	found   []question.Answer
	at      int // the row that Enter chooses
}

func newAsk(q question.Question, do func(string) bool, put func(words, answer string)) *ask {
	a := &ask{prepared: q, put: put}
	a.field = newField("Ask a question…  "+keys.Hint(keys.Ask), do)
	a.field.OnChanged = a.search
	a.field.key = a.typedKey
	a.results = look.VStack(0)
	for i := range mostAnswers + 1 {
		row := newAskRow(func() { a.choose(i) })
		row.OnUnused(func(ev *fyne.KeyEvent) { _ = a.typedKey(ev) || functionKey(ev, do) })
		a.rows = append(a.rows, row)
		a.results.Add(row)
	}
	a.results.Hide()
	return a
}

// search shows what fits the words.
func (a *ask) search(words string) {
	if a.typed != nil {
		a.typed()
	}
	a.found, a.at = nil, 0
	if words != "" {
		a.found = a.prepared.Ask(words)
		a.found = a.found[:min(len(a.found), mostAnswers)]
	}
	for i, row := range a.rows {
		switch {
		case i < len(a.found):
			row.show(a.found[i].Ask, look.Text)
		case i == len(a.found) && i > 0:
			row.show("None of these: make an assumption", look.Muted)
		case i == len(a.found):
			row.show("No answer is prepared: make an assumption", look.Muted)
		default:
			row.Hide()
		}
	}
	a.results.Hidden = words == ""
	if a.arrange != nil {
		a.arrange()
	}
	a.point(0)
}

// point has Enter choose the row i.
func (a *ask) point(i int) {
	a.at = max(min(i, len(a.found)), 0)
	for i, row := range a.rows {
		row.setSelected(i == a.at)
	}
	if a.reveal != nil {
		a.reveal(a.rows[a.at])
	}
}

// choose puts the question of row i, or what was typed, to the interviewer.
func (a *ask) choose(i int) {
	words, answer := a.field.Text, ""
	if words == "" {
		return
	}
	if i < len(a.found) {
		answer = answerID(a.prepared, a.found[i].Clarification)
	}
	a.leave()
	a.put(words, answer)
}

// leave forgets what was typed and gives the keyboard back, also from a row.
func (a *ask) leave() {
	focus(a.field)
	a.field.giveBack()
}

// typedKey is what a key means in the field, and on a row that has the keyboard.
func (a *ask) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		a.point(a.at - 1)
	case fyne.KeyDown:
		a.point(a.at + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		a.choose(a.at)
	case fyne.KeyEscape:
		a.leave()
	default:
		return false
	}
	return true
}

// answerID names a prepared answer in the journal.
func answerID(q question.Question, c question.Clarification) string {
	for i, other := range q.Clarify {
		if other.Ask == c.Ask {
			return question.AnswerID(q.Clarify, i)
		}
	}
	return ""
}
