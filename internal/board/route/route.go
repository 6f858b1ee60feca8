// Package route finds orthogonal ways for elbow arrows around boxes.
//
// It knows nothing of elements: ends, boxes, points. Ways run on a sparse grid
// made of the padded sides of the boxes and the lines through the ends, on
// which a shortest way around rectangles always exists; A* searches it, a bend
// costing as much as half the way between the ends.
package route

import (
	"math"
	"slices"
)

// Point is a place in scene units, y pointing down.
type Point struct{ X, Y float64 }

// Rect is an upright box; W and H are at least 0.
type Rect struct{ X, Y, W, H float64 }

// Heading is one of the four directions a way can take.
type Heading uint8

// The headings, clockwise.
const (
	Right Heading = iota
	Down
	Left
	Up
)

// Opposite is the heading back.
func (h Heading) Opposite() Heading { return (h + 2) % 4 }

// Horizontal reports whether h is Right or Left.
func (h Heading) Horizontal() bool { return h%2 == 0 }

// Unit is one step in the heading.
func (h Heading) Unit() Point {
	return [4]Point{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}[h%4]
}

// Exit is a place where a way may leave an end, and the heading in which it
// leaves. At the far end of a way it is entered against the heading.
type Exit struct {
	At      Point
	Heading Heading
}

// End is where a way begins or ends: at whichever of its exits is best.
type End struct {
	Exits []Exit
	// Box is what the end is fastened to; ways keep off it. It is nil for an
	// end that is free or that lies within its shape.
	Box *Rect
}

// Free is an end at p that may be left in every heading.
func Free(p Point) End {
	return End{Exits: []Exit{{p, Right}, {p, Down}, {p, Left}, {p, Up}}}
}

// Padding is how far ways keep from boxes where there is room; between two
// boxes that are nearer to each other they run in the middle.
const Padding = 20

// Way is an orthogonal line and what it cost; comparing costs only makes sense
// between ways around the same boxes.
type Way struct {
	Points []Point
	Cost   float64
	// Crosses reports that there was no way around the boxes.
	Crosses bool
}

// Find returns the best way from start to end around the boxes and around what
// the ends are fastened to. Where there is no way around, it crosses as little
// as it can. Points are at least two, consecutive ones differ in one coordinate,
// and all are finite if the arguments are.
func Find(start, end End, boxes []Rect) Way {
	if len(start.Exits) == 0 || len(end.Exits) == 0 {
		return Way{}
	}
	end = aligned(start, end)
	padded := pad(boxes, start, end)
	from, to := leads(start, padded), leads(end, padded)
	g := newGrid(padded, from, to, middles(start, end))
	w := g.search(from, to, bendCost(from, to))
	g.release()
	return w
}

// aligned moves the end's exits along their side where that makes a straight
// way: by less than a unit, a few units where it is free to choose the side.
// Nobody wants to see such a jog.
func aligned(start, end End) End {
	if end.Box == nil {
		return end
	}
	jogX, jogY := 1.0, 1.0
	if len(end.Exits) > 1 {
		const loose = 4
		jogX, jogY = max(min(loose, end.Box.W/4), 1), max(min(loose, end.Box.H/4), 1)
	}
	exits := slices.Clone(end.Exits)
	for i, e := range exits {
		for _, s := range start.Exits {
			switch {
			case s.Heading.Horizontal() != e.Heading.Horizontal():
			case e.Heading.Horizontal() && math.Abs(s.At.Y-e.At.Y) < jogY:
				exits[i].At.Y = s.At.Y
			case !e.Heading.Horizontal() && math.Abs(s.At.X-e.At.X) < jogX:
				exits[i].At.X = s.At.X
			}
		}
	}
	end.Exits = exits
	return end
}

// lead is an exit with the point at which it gets out of its own box's padding.
type lead struct {
	Exit
	out    Point
	length float64 // from At to out
	cost   float64 // of leaving by it
}

// upright is what leaving up or down costs: of ways that are equal otherwise the
// one that leaves sideways reads better.
const upright = 0.5

func leads(end End, padded []box) []lead {
	list := make([]lead, len(end.Exits))
	for i, e := range end.Exits {
		l := lead{Exit: e, out: e.At}
		if end.Box != nil {
			own := padded[slices.IndexFunc(padded, func(b box) bool { return b.rect == *end.Box })]
			switch e.Heading {
			case Right:
				l.out.X = max(own.x1, e.At.X)
			case Down:
				l.out.Y = max(own.y1, e.At.Y)
			case Left:
				l.out.X = min(own.x0, e.At.X)
			case Up:
				l.out.Y = min(own.y0, e.At.Y)
			}
		}
		l.length = manhattan(e.At, l.out)
		l.cost = l.length
		if !e.Heading.Horizontal() {
			l.cost += upright
		}
		list[i] = l
	}
	return list
}

// middles are the lines halfway between what the ends are fastened to, where a
// way with two bends looks best.
func middles(start, end End) (m Point) {
	a, b := around(start), around(end)
	half := func(a0, a1, b0, b1 float64) float64 {
		switch {
		case a1 < b0:
			return (a1 + b0) / 2
		case b1 < a0:
			return (b1 + a0) / 2
		}
		return math.NaN()
	}
	return Point{half(a.x0, a.x1, b.x0, b.x1), half(a.y0, a.y1, b.y0, b.y1)}
}

func around(end End) box {
	if end.Box != nil {
		return boxOf(*end.Box)
	}
	at := end.Exits[0].At
	return box{x0: at.X, y0: at.Y, x1: at.X, y1: at.Y}
}

// bendCost is what one bend is worth in length.
func bendCost(from, to []lead) float64 {
	nearest := math.Inf(1)
	for _, f := range from {
		for _, t := range to {
			nearest = min(nearest, manhattan(f.out, t.out))
		}
	}
	return 2*Padding + nearest/2
}

func manhattan(a, b Point) float64 { return math.Abs(a.X-b.X) + math.Abs(a.Y-b.Y) }
