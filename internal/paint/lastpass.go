package paint

import "talkthrough/internal/board"

// lastPass holds what is remembered of each element by its place in the scene
// drawn last. Most elements of most passes lie outside the clip and in the place
// they had before: this spares each a search.
type lastPass struct {
	theme Theme
	list  []passed
}

type passed struct {
	element *board.Element
	seen    *seen
}

// begin makes ready for n elements.
func (l *lastPass) begin(n int, th Theme) {
	if th != l.theme {
		clear(l.list)
		l.theme = th
	}
	if n < len(l.list) {
		clear(l.list[n:])
		l.list = l.list[:n]
	}
	for len(l.list) < n {
		l.list = append(l.list, passed{})
	}
}

// of is what was noted of the element at place i, or nil.
func (l *lastPass) of(i int, e *board.Element) *seen {
	if l.list[i].element == e {
		return l.list[i].seen
	}
	return nil
}

func (l *lastPass) note(i int, e *board.Element, s *seen) { l.list[i] = passed{e, s} }
