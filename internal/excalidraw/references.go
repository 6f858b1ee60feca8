package excalidraw

import (
	"slices"

	"talkthrough/internal/board"
)

// backReferences are the references that shapes lack to what hangs on them.
func backReferences(s *board.Scene) map[string][]board.BoundRef {
	missing := map[string][]board.BoundRef{}
	add := func(shape string, e *board.Element) {
		target := s.Get(shape)
		ref := board.BoundRef{ID: e.ID, Kind: e.Kind}
		if target != nil && !slices.Contains(target.Bound, ref) && !slices.Contains(missing[shape], ref) {
			missing[shape] = append(missing[shape], ref)
		}
	}
	for _, e := range s.Elements() {
		if e.Deleted {
			continue
		}
		for _, b := range [2]*board.Binding{e.Start, e.End} {
			if b != nil && holdsArrows(s.Get(b.ElementID)) {
				add(b.ElementID, e)
			}
		}
		if e.Container != "" {
			add(e.Container, e)
		}
	}
	return missing
}

// withReferences is e with more back references.
func withReferences(e *board.Element, refs []board.BoundRef) *board.Element {
	c := e.Clone()
	c.Bound = append(c.Bound, refs...)
	return c
}

// holdsArrows reports whether arrows can be bound to e.
func holdsArrows(e *board.Element) bool {
	return e != nil && !e.IsLinear()
}
