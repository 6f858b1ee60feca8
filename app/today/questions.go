package today

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// questionColumns are title and domain.
var questionColumns = columns{style: look.Body, samples: []string{""}}

// questions is the section of what there is to practise.
func (s *Screen) questions() fyne.CanvasObject {
	s.find()
	return section("Questions", len(s.bank.Questions),
		look.Pad(s.search, look.Space4, look.Space12, look.Space4, look.Space12), s.found.box)
}

// find fills the list with what the search field asks for.
func (s *Screen) find() {
	hits := s.bank.Search(s.search.Text)
	if len(hits) == 0 {
		text := "No question has all of these words."
		if len(s.bank.Questions) == 0 {
			text = "There are no questions to practise."
		}
		s.found.fill(1, func(int) *look.Row {
			return newLine(look.NewLabel(text, look.Body.In(look.Muted)), look.Hint{}, nil)
		})
		return
	}
	s.found.fill(len(hits), func(i int) *look.Row { return s.question(hits[i]) })
}

func (s *Screen) question(q question.Question) *look.Row {
	row := questionColumns.row(
		look.NewLabel(q.Title, look.Body.Cut()),
		look.NewLabel(q.Domain, look.Body.In(look.Muted)),
	)
	return newLine(row, look.Hint{}, func() { s.do.Start(&q) })
}

// startFirst opens the first hit of a search, when there is one.
func (s *Screen) startFirst() {
	if s.search.Text == "" {
		return
	}
	if l := s.found.first(); l != nil {
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}
