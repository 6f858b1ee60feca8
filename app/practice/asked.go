package practice

import (
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// assume is what the interviewer says when no answer is prepared.
const assume = "Make a reasonable assumption and write it down."

// asked is what the interviewer was asked so far, with the answers, the last one
// first. What was asked twice stands there once.
type asked struct {
	prepared question.Question
	object   *fyne.Container
	shown    int // how many asks are shown
}

func newAsked(q question.Question) *asked {
	a := &asked{prepared: q, object: look.VStack(look.Space12)}
	a.object.Hide()
	return a
}

// show shows the asks and reports whether there are others than before.
func (a *asked) show(asks []session.Ask) bool {
	if len(asks) == a.shown {
		return false
	}
	a.shown = len(asks)
	a.object.Objects = []fyne.CanvasObject{look.NewLabel("Asked so far", look.Caption.Strong().In(look.Muted))}
	said := map[string]bool{}
	for _, one := range slices.Backward(asks) {
		if one.Answer == "" || !said[one.Answer] {
			said[one.Answer] = true
			a.object.Add(a.answered(one))
		}
	}
	a.object.Hidden = len(asks) == 0
	a.object.Refresh()
	return true
}

// newest is the last question with its answer, nil before the first.
func (a *asked) newest() fyne.CanvasObject {
	if a.shown == 0 {
		return nil
	}
	return a.object.Objects[1] // below the heading
}

// answered is one question with what the interviewer said.
func (a *asked) answered(one session.Ask) fyne.CanvasObject {
	words, answer := one.Words, look.NewParagraph(assume, look.Body.In(look.Muted))
	if c, ok := question.AnswerByID(a.prepared.Clarify, one.Answer); ok {
		words, answer = c.Ask, look.NewParagraph(c.Answer, look.Body)
	}
	return look.VStack(look.Space4, look.NewParagraph(words, look.Caption.In(look.Muted)), answer)
}
