package paint

import "talkthrough/internal/board"

// labels finds the texts bound to arrows.
type labels struct {
	// byContainer is filled at the first label that does not lie right above
	// its arrow, and only for the pass over one scene.
	byContainer map[string]*board.Element
}

// of is the text bound to element i, an arrow, or nil.
func (l *labels) of(e *board.Element, elements []*board.Element, i int) *board.Element {
	if e.Kind != board.Arrow {
		return nil
	}
	for _, ref := range e.Bound {
		if ref.Kind != board.Text {
			continue
		}
		if i+1 < len(elements) && elements[i+1].ID == ref.ID {
			return elements[i+1]
		}
		return l.search(elements)[e.ID]
	}
	return nil
}

func (l *labels) search(elements []*board.Element) map[string]*board.Element {
	if len(l.byContainer) > 0 {
		return l.byContainer
	}
	if l.byContainer == nil {
		l.byContainer = map[string]*board.Element{}
	}
	for _, e := range elements {
		if e.Kind == board.Text && e.Container != "" {
			l.byContainer[e.Container] = e
		}
	}
	return l.byContainer
}

func (l *labels) forget() { clear(l.byContainer) }
