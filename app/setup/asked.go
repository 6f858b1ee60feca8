package setup

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// asked shows the chosen question: its title, and below it what the
// interviewer will say, or the field for the user's own.
type asked struct {
	title  *look.Paragraph
	domain *look.Label
	prompt *look.Paragraph
	quote  *fyne.Container
	own    *field
	box    *fyne.Container
}

func newAsked(own *field) *asked {
	a := &asked{
		title:  look.NewParagraph("", look.Title),
		domain: look.NewLabel("", look.Caption.Medium().In(look.Muted)),
		prompt: look.NewParagraph("", look.Body),
		own:    own,
	}
	a.quote = container.NewBorder(nil, nil, look.Pad(look.NewRule(), 0, look.Space16, 0, 0), nil, a.prompt)
	a.box = look.VStack(look.Space12, look.VStack(look.Space4, a.domain, a.title), a.quote, own)
	return a
}

// show shows a question. Of a blind draw, from so many, nothing is known yet.
func (a *asked) show(q question.Question, pool int) {
	a.title.SetText(q.Title)
	switch q.ID {
	case question.OwnID:
		a.domain.SetText("What the interviewer asks")
		a.quote.Hide()
		a.own.Show()
	case blindID:
		a.domain.SetText(blindOf(pool))
		a.prompt.SetText("You see the question when the clock runs, as in the real thing.")
		a.quote.Show()
		a.own.Hide()
	default:
		a.domain.SetText(q.Domain)
		a.prompt.SetText(q.Prompt)
		a.quote.Show()
		a.own.Hide()
	}
}

// blindOf says how many questions a draw may bring.
func blindOf(pool int) string {
	switch pool {
	case 0:
		return "The filters leave nothing to draw from"
	case 1:
		return "The filters leave one question"
	}
	return fmt.Sprintf("One of %d questions", pool)
}
