package today

import (
	"fmt"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
)

// shortlist shows the first lines of a list and, on demand, as many more each
// time, so that a long list costs nothing until it is wanted.
type shortlist struct {
	box   *fyne.Container
	page  int
	shown int
	total int
	make  func(i int) *look.Row
	watch func(*look.Row)
}

func newShortlist(page int, watch func(*look.Row)) *shortlist {
	return &shortlist{box: look.VStack(0), page: page, shown: page, watch: watch}
}

// fill sets the list anew; as many lines are shown as before.
func (s *shortlist) fill(total int, line func(i int) *look.Row) {
	s.total, s.make = total, line
	s.box.Objects = nil
	s.grow()
}

// first returns the line at the top, or nil.
func (s *shortlist) first() *look.Row {
	if len(s.box.Objects) == 0 {
		return nil
	}
	l, _ := s.box.Objects[0].(*look.Row)
	return l
}

func (s *shortlist) grow() {
	for i := len(s.box.Objects); i < min(s.shown, s.total); i++ {
		s.add(s.make(i))
	}
	if left := s.total - s.shown; left > 0 {
		text := fmt.Sprintf("Show %d more", min(left, s.page))
		s.add(newLine(look.NewLabel(text, look.Body.In(look.Muted)), look.Hint{}, s.more))
	}
	s.box.Refresh()
}

// more replaces the last line, which says how many are left, by these.
func (s *shortlist) more() {
	last := len(s.box.Objects) - 1
	s.box.Objects = s.box.Objects[:last]
	s.shown += s.page
	s.grow()
	if c := canvasOf(s.box); c != nil {
		if next, ok := s.box.Objects[last].(*look.Row); ok && !next.Disabled() {
			c.Focus(next)
		}
	}
}

func (s *shortlist) add(l *look.Row) {
	s.watch(l)
	s.box.Add(l)
}
