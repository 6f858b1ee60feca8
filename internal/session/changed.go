package session

import (
	"maps"
	"slices"
	"time"

	"talkthrough/internal/board"
)

// RuneSpan is a part of the notes, in runes; To is not part of it.
type RuneSpan struct{ From, To int }

// Changed is what is on the board and in the notes and was not so a little
// while ago.
type Changed struct {
	Elements []string // ids, sorted
	Notes    []RuneSpan
}

// ChangedSince is what became of board and notes in the last while before a
// session time, of that which is there. The while is one of elapsed time: what
// was done in a pause is new for as long as anything else. state is that of the
// same time, as At gives it.
func (p *Player) ChangedSince(state *State, at, window time.Duration) Changed {
	from := p.before(at, window)
	changed := Changed{Notes: state.Notes.since(from)}
	ids := map[string]bool{}
	first := p.Step(from)
	for i := first; i < p.Step(at); i++ {
		if drew, ok := p.events[i].Body.(Drew); ok {
			for _, el := range drew.Put {
				ids[el.ID] = true
			}
		}
	}
	for id := range ids {
		now := state.Scene().Get(id)
		if now == nil || now.Deleted {
			delete(ids, id)
			continue
		}
		if old := p.elementBefore(first, id); old != nil && between(old, now) == "" {
			delete(ids, id)
		}
	}
	changed.Elements = slices.Sorted(maps.Keys(ids))
	return changed
}

// before is the session time a while of elapsed time before another one;
// negative where the while began before everything.
func (p *Player) before(at, window time.Duration) time.Duration {
	if p.timeline.Length() == 0 {
		return at - window
	}
	elapsed := p.timeline.Elapsed(at) - window
	if elapsed < 0 {
		return -1
	}
	return min(p.timeline.At(elapsed), at)
}

// elementBefore is the element with that id as it was before an event, nil
// where there was none.
func (p *Player) elementBefore(event int, id string) *board.Element {
	touched := p.origins.elements[id]
	n, _ := slices.BinarySearch(touched, int32(event))
	if n == 0 {
		return nil
	}
	return elementAfter(p.events[touched[n-1]], id)
}

// since are the parts of the notes that were put in after a session time.
func (n Notes) since(from time.Duration) []RuneSpan {
	var out []RuneSpan
	start := 0
	for s := range n.spans {
		end := start + int(s.runes)
		if s.at > from {
			if last := len(out) - 1; last >= 0 && out[last].To == start {
				out[last].To = end
			} else {
				out = append(out, RuneSpan{start, end})
			}
		}
		start = end
	}
	return out
}
