package session

import (
	"slices"
	"sort"
	"time"

	"talkthrough/internal/board"
)

// Origin is the event that made something.
type Origin struct {
	At    time.Duration // session time
	Event int           // index into the events that the player was made of
}

// NoteOrigin is the event that put rune i of the notes, as they stood at a
// session time, where it is. What undo brought back was made by the undoing. ok
// is false where there is no such rune.
func (p *Player) NoteOrigin(at time.Duration, i int) (o Origin, ok bool) {
	s, ok := p.notesAt(at).origin(i)
	if !ok {
		return Origin{}, false
	}
	return p.origins.ofNote(s), true
}

// LineOrigins tells for each line of the notes, as they stood at a session
// time, the earliest event of which something still stands on it; of an empty
// line the event that broke it off. Before the first event the one line there
// is has the zero Origin.
func (p *Player) LineOrigins(at time.Duration) []Origin {
	lines := p.notesAt(at).lines()
	out := make([]Origin, len(lines))
	for i, s := range lines {
		out[i] = p.origins.ofNote(s)
	}
	return out
}

// ElementOrigin is the event by which the element with that id was first drawn.
// ok is false where it never was.
func (p *Player) ElementOrigin(id string) (o Origin, ok bool) {
	touched := p.origins.elements[id]
	if len(touched) == 0 {
		return Origin{}, false
	}
	return p.originOf(touched[0]), true
}

// ElementChange is the event that made the element with that id what it was at
// a session time: the last one up to then that put it on the board. ok is false
// where it was not there.
func (p *Player) ElementChange(at time.Duration, id string) (o Origin, ok bool) {
	touched := p.origins.elements[id]
	n := sort.Search(len(touched), func(i int) bool { return p.times[touched[i]] > at })
	if n == 0 || elementAfter(p.events[touched[n-1]], id) == nil {
		return Origin{}, false
	}
	return p.originOf(touched[n-1]), true
}

// Made is the session time at which the element with that id was first drawn.
func (p *Player) Made(id string) (time.Duration, bool) {
	o, ok := p.ElementOrigin(id)
	return o.At, ok
}

func (p *Player) originOf(event int32) Origin {
	return Origin{At: p.times[event], Event: int(event)}
}

// notesAt is the notes at a session time, without the rest of the state.
func (p *Player) notesAt(at time.Duration) Notes {
	n := p.Step(at)
	if n == 0 {
		return Notes{}
	}
	frame := (n - 1) / keyframeEvery
	notes := p.frames[frame].Notes
	for i := frame * keyframeEvery; i < n; i++ {
		if note, ok := p.events[i].Body.(Note); ok {
			notes = notes.Splice(note, p.times[i])
		}
	}
	return notes
}

// origins is where things of the notes and the board come from, by the numbers
// of the events.
type origins struct {
	notes    []int32             // the events that changed the notes, in order
	elements map[string][]int32  // by id: the events that drew, changed or removed it
	labels   map[string][]string // by id: the texts that ever belonged to it
}

// note takes in the next event.
func (o *origins) note(number int32, body Body) {
	switch b := body.(type) {
	case Note:
		o.notes = append(o.notes, number)
	case Drew:
		for _, id := range b.Remove {
			if len(o.elements[id]) > 0 {
				o.touch(number, id)
			}
		}
		for _, el := range b.Put {
			o.touch(number, el.ID)
			if el.Container != "" && !slices.Contains(o.labels[el.Container], el.ID) {
				o.labels[el.Container] = append(o.labels[el.Container], el.ID)
			}
		}
	}
}

func (o *origins) touch(number int32, id string) {
	touched := o.elements[id]
	if n := len(touched); n == 0 || touched[n-1] != number {
		o.elements[id] = append(touched, number)
	}
}

// ofNote is the event that typed a span.
func (o *origins) ofNote(s span) Origin {
	if s.runes == 0 {
		return Origin{}
	}
	return Origin{At: s.at, Event: int(o.notes[s.edit])}
}

// elementAfter is the element with that id as an event that names it leaves it,
// nil where it takes it away.
func elementAfter(e Event, id string) *board.Element {
	drew, ok := e.Body.(Drew)
	if !ok {
		return nil
	}
	for _, el := range slices.Backward(drew.Put) {
		if el.ID == id && !el.Deleted {
			return el
		}
		if el.ID == id {
			return nil
		}
	}
	return nil
}
