package board

import (
	"math"
	"slices"
	"sync"
)

// Guide is a line that shows what something being moved snaps to.
type Guide struct {
	From, To Point
	// Gap marks one of several equal gaps: a measure, not a line of alignment.
	Gap bool
}

// Snap tells how far a box that is being moved must go on to lie well: its
// edges and middles on those of other elements, or at equal gaps to them, each
// axis for itself and no further than tolerance (in scene units: 8 divided by
// the zoom); else on the grid, when grid is more than 0. Elements in exclude,
// which are those being moved, are not looked at; nor are lines, locked ones
// are. The guides are those of the box where it will lie.
func Snap(s *Scene, moving Rect, exclude []string, tolerance, grid float64) (dx, dy float64, guides []Guide) {
	buffer := snapBoxes.Get().(*[]Rect)
	defer snapBoxes.Put(buffer)
	others := (*buffer)[:0]
	if tolerance > 0 {
		others = s.snappable(others, exclude)
		*buffer = others
	}
	x, y := axisSnap{limit: tolerance}, axisSnap{limit: tolerance}
	mx, my := spanX(moving), spanY(moving)
	for _, r := range others {
		x.align(mx, spanX(r))
		y.align(my, spanY(r))
	}
	x.gaps(moving, others, spanX, spanY)
	y.gaps(moving, others, spanY, spanX)
	dx, dy = x.by, y.by
	if !x.found && grid > 0 {
		dx = math.Round(moving.X/grid)*grid - moving.X
	}
	if !y.found && grid > 0 {
		dy = math.Round(moving.Y/grid)*grid - moving.Y
	}
	at := Rect{moving.X + dx, moving.Y + dy, moving.W, moving.H}
	if x.found {
		guides = append(guides, guidesOf(at, others, spanX, spanY, func(a, b float64) Point { return Point{a, b} })...)
	}
	if y.found {
		guides = append(guides, guidesOf(at, others, spanY, spanX, func(a, b float64) Point { return Point{b, a} })...)
	}
	return dx, dy, guides
}

// snapBoxes are kept for the next move of the mouse.
var snapBoxes = sync.Pool{New: func() any { return new([]Rect) }}

// snappable appends the boxes that things snap to.
func (s *Scene) snappable(list []Rect, exclude []string) []Rect {
	const few = 16
	var out map[string]bool
	if len(exclude) > few {
		out = make(map[string]bool, len(exclude))
		for _, id := range exclude {
			out[id] = true
		}
	}
	for _, e := range s.order {
		if e.Deleted || e.IsLinear() || e.Container != "" || out[e.ID] || (out == nil && slices.Contains(exclude, e.ID)) {
			continue
		}
		list = append(list, e.Extent())
	}
	return list
}

// span is a box along one axis.
type span struct{ from, to float64 }

func (s span) middle() float64 { return (s.from + s.to) / 2 }

func (s span) overlaps(o span) bool { return s.from < o.to && o.from < s.to }

func spanX(r Rect) span { return span{r.X, r.Right()} }
func spanY(r Rect) span { return span{r.Y, r.Bottom()} }

// axisSnap is the nearest place to snap to on one axis.
type axisSnap struct {
	by, limit float64
	found     bool
}

func (a *axisSnap) offer(by float64) {
	if math.Abs(by) > a.limit || a.found && math.Abs(by) >= math.Abs(a.by) {
		return
	}
	a.by, a.found = by, true
}

// align offers edges on edges and middles on middles.
func (a *axisSnap) align(m, o span) {
	a.offer(o.from - m.from)
	a.offer(o.to - m.from)
	a.offer(o.from - m.to)
	a.offer(o.to - m.to)
	a.offer(o.middle() - m.middle())
}

// gaps offers the places where the gap to a neighbour is that between two
// others in the same row, and the middle between two.
func (a *axisSnap) gaps(moving Rect, others []Rect, along, across func(Rect) span) {
	row := rowOf(moving, others, along, across)
	m := along(moving)
	size := m.to - m.from
	for i := 1; i < len(row); i++ {
		before, after := row[i-1], row[i]
		gap := after.from - before.to
		if gap <= 0 {
			continue
		}
		if gap >= size {
			a.offer((before.to+after.from)/2 - m.middle())
		}
		for _, o := range row {
			a.offer(o.to + gap - m.from)
			a.offer(o.from - gap - m.to)
		}
	}
}

// rowOf is what lies in the same row as the moving box, in order, the nearest
// few of it.
func rowOf(moving Rect, others []Rect, along, across func(Rect) span) []span {
	const most = 24
	row := make([]span, 0, most)
	m, band := along(moving).middle(), across(moving)
	farther := func(a, b span) int { return sign(math.Abs(a.middle()-m) - math.Abs(b.middle()-m)) }
	for _, r := range others {
		if !across(r).overlaps(band) {
			continue
		}
		o := along(r)
		if len(row) < most {
			row = append(row, o)
			continue
		}
		if far := slices.MaxFunc(row, farther); farther(o, far) < 0 {
			row[slices.Index(row, far)] = o
		}
	}
	slices.SortFunc(row, func(a, b span) int { return sign(a.from - b.from) })
	return row
}

func sign(f float64) int {
	switch {
	case f < 0:
		return -1
	case f > 0:
		return 1
	}
	return 0
}
