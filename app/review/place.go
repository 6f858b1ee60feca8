package review

import "time"

// Place is where a screen stands, for coming back to it.
type Place struct {
	Elapsed time.Duration
	Page    string // the binding of the page in sight, "" for the first
}

// Place is where the screen stands now.
func (s *Screen) Place() Place { return Place{Elapsed: s.elapsed, Page: s.shown.id} }

// Go brings the screen to where another one of the same attempt stood, once the
// prediction is made.
func (s *Screen) Go(p Place) {
	if s.prediction != nil {
		return
	}
	if p.Page != "" {
		s.opens(p.Page)
	}
	s.seek(p.Elapsed)
}
