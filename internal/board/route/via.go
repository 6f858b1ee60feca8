package route

import "math"

// Pin is a place that a way must pass in a straight line, level or upright: the
// middle of a stretch that a hand has moved.
type Pin struct {
	At    Point
	Level bool
}

// Via is Find for a way that passes the pins in their order.
func Via(start, end End, pins []Pin, boxes []Rect) Way {
	if len(pins) == 0 {
		return Find(start, end, boxes)
	}
	// Each pin may be passed in either of two headings: the cheapest way to
	// each is carried on to the next.
	best := [2]Way{}
	headings := pins[0].headings()
	for i, h := range headings {
		best[i] = Find(start, into(pins[0], h), boxes)
	}
	at := pins[0]
	for _, pin := range pins[1:] {
		var next [2]Way
		onward := pin.headings()
		for i, h := range onward {
			next[i] = cheapest(best, headings, func(from End) Way { return Find(from, into(pin, h), boxes) }, at)
		}
		best, headings, at = next, onward, pin
	}
	return cheapest(best, headings, func(from End) Way { return Find(from, end, boxes) }, at)
}

// cheapest joins each of two ways to its continuation and takes the better.
func cheapest(ways [2]Way, headings [2]Heading, onward func(End) Way, at Pin) Way {
	out := Way{Cost: math.Inf(1)}
	for i, w := range ways {
		rest := onward(End{Exits: []Exit{{at.At, headings[i]}}})
		if len(w.Points) == 0 || len(rest.Points) == 0 || w.Cost+rest.Cost >= out.Cost {
			continue
		}
		points := append(append([]Point(nil), w.Points...), rest.Points...)
		out = Way{Simplify(points), w.Cost + rest.Cost, w.Crosses || rest.Crosses}
	}
	if len(out.Points) == 0 {
		return Way{}
	}
	return out
}

func (p Pin) headings() [2]Heading {
	if p.Level {
		return [2]Heading{Right, Left}
	}
	return [2]Heading{Down, Up}
}

// into is the end that a way heading h reaches at the pin.
func into(p Pin, h Heading) End {
	return End{Exits: []Exit{{p.At, h.Opposite()}}}
}
