package session

import (
	"slices"

	"talkthrough/internal/board"
)

// Did is what happened to an element at a moment.
type Did string

// What can happen to an element. Of several things at once the first of this
// list counts.
const (
	Drawn    Did = "drawn"
	Removed  Did = "removed"
	Restored Did = "brought back" // after it was removed
	Worded   Did = "worded"       // its text, its label or its name changed
	Reshaped Did = "reshaped"     // another kind of shape, another run of a line
	Resized  Did = "resized"
	Turned   Did = "turned"
	Moved    Did = "moved"
	Restyled Did = "restyled"
	Arranged Did = "arranged" // order, group, frame, lock or link
)

// Moment is something that happened to an element.
type Moment struct {
	Origin
	Did Did
}

// ElementHistory is what happened to the element with that id, and to the words
// on it, in order of time. Events that changed nothing one could see or use,
// such as an arrow that was tied to it, are left out.
func (p *Player) ElementHistory(id string) []Moment {
	labels := p.origins.labels[id]
	var events []int32
	for _, name := range append([]string{id}, labels...) {
		events = append(events, p.origins.elements[name]...)
	}
	slices.Sort(events)
	var out []Moment
	var last worded
	seen := map[string]*board.Element{}
	for _, number := range slices.Compact(events) {
		p.look(number, id, seen)
		for _, label := range labels {
			p.look(number, label, seen)
		}
		now := wordedOf(id, labels, seen)
		if did := last.to(now, len(out) > 0); did != "" {
			out = append(out, Moment{p.originOf(number), did})
		}
		last = now
	}
	return out
}

// look notes in seen what an event makes of the element with that id, if it
// names it.
func (p *Player) look(number int32, id string, seen map[string]*board.Element) {
	if _, named := slices.BinarySearch(p.origins.elements[id], number); named {
		seen[id] = elementAfter(p.events[number], id)
	}
}

// worded is an element with what is written on it.
type worded struct {
	element *board.Element // nil: not on the board
	words   string
}

func wordedOf(id string, labels []string, seen map[string]*board.Element) worded {
	w := worded{element: seen[id]}
	for _, label := range labels {
		if el := seen[label]; el != nil && el.Container == id {
			w.words += el.Text
		}
	}
	return w
}

// to tells what lies between two looks at an element; again says that it was
// drawn before.
func (w worded) to(now worded, again bool) Did {
	switch {
	case w.element == nil && now.element == nil:
		return ""
	case w.element == nil && again:
		return Restored
	case w.element == nil:
		return Drawn
	case now.element == nil:
		return Removed
	case w.words != now.words:
		return Worded
	}
	return between(w.element, now.element)
}

// between tells what happened to an element from one version to the next, "" if
// nothing that can be seen or used.
func between(a, b *board.Element) Did {
	switch {
	case a == b:
		return ""
	case a.Text != b.Text || a.Name != b.Name:
		return Worded
	case a.Kind != b.Kind || a.Elbowed != b.Elbowed || !slices.Equal(a.Points, b.Points) || a.FileID != b.FileID:
		return Reshaped
	case a.W != b.W || a.H != b.H || a.Scale != b.Scale || differ(a.Crop, b.Crop):
		return Resized
	case a.Angle != b.Angle:
		return Turned
	case a.X != b.X || a.Y != b.Y:
		return Moved
	case styleOf(a) != styleOf(b) || differ(a.Roundness, b.Roundness):
		return Restyled
	case a.Index != b.Index || a.Frame != b.Frame || a.Container != b.Container || a.Locked != b.Locked || a.Link != b.Link ||
		!slices.Equal(a.Groups, b.Groups):
		return Arranged
	}
	return ""
}

func differ[T comparable](a, b *T) bool {
	return (a == nil) != (b == nil) || a != nil && *a != *b
}

// drawnIn is how an element is drawn, apart from where.
type drawnIn struct {
	stroke, background, fill, line string
	width, size, lineHeight        float64
	roughness, opacity, font       int
	startHead, endHead             string
	align, vAlign                  string
}

func styleOf(e *board.Element) drawnIn {
	return drawnIn{
		e.Stroke, e.Background, e.FillStyle, e.StrokeStyle,
		e.StrokeWidth, e.FontSize, e.LineHeight,
		e.Roughness, e.Opacity, e.FontFamily,
		e.StartHead, e.EndHead,
		e.Align, e.VAlign,
	}
}
