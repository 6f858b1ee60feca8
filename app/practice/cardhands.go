package practice

import "talkthrough/internal/board"

// sight is where on the board one looks.
type sight struct {
	middle board.Point
	zoom   float64
}

// watchHands tells the coach of hands that leave no event: a caret that is
// moved, a tool that is taken, letters that are typed on the board. Whoever does
// that is not stuck.
func (s *Screen) watchHands() {
	e := s.notes.entry
	row, col := e.CursorRow, e.CursorColumn
	e.OnCursorChanged = func() { // is called for every look at the caret
		if row != e.CursorRow || col != e.CursorColumn {
			row, col = e.CursorRow, e.CursorColumn
			s.coach.Touched()
		}
	}
	changed := s.board.OnChange
	s.board.OnChange = func() {
		s.coach.Touched()
		changed()
	}
}

// watchSight tells the coach when the board's view has gone elsewhere since the
// last look, of which the board says nothing.
func (d *cardDesk) watchSight() {
	now := sight{d.room.board.Middle(), d.room.board.Zoom()}
	if now != d.sight {
		d.sight = now
		d.coach.Touched()
	}
}
