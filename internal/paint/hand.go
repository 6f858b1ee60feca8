package paint

import (
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// A hand draws lines the way somebody with a felt pen does: a little beside
// where they should be, a little bowed, and mostly twice. Where it strays to
// follows from the element's seed alone, in scene units: every painting at
// every zoom shows the same line.
//
// No point of what it draws lies further than wander*(handReach +
// handBow*length) from the line it follows. That is within the margin that
// board.Element.Bounds allows for roughness.
type hand struct {
	state  uint64
	wander float64 // roughness, less for small elements
	// loose lets go of corners: every stretch starts and ends by itself.
	loose bool
}

const (
	handReach = 2.0  // units that points stray at a roughness of 1
	handBow   = 0.01 // of its length that a line bends at a roughness of 1
	// roughest bounds what a file may ask for.
	roughest = 2
)

// handOf is the hand that draws e, nil where lines are clean.
func handOf(e *board.Element) *hand {
	if e.Roughness <= 0 {
		return nil
	}
	rough := min(e.Roughness, roughest)
	return &hand{state: uint64(e.Seed), wander: wanderOf(e, float64(rough)), loose: rough == roughest}
}

// wanderOf calms the hand on elements so small that its strokes would hide
// their form.
func wanderOf(e *board.Element, rough float64) float64 {
	b := e.Box()
	long, short := max(b.W, b.H), min(b.W, b.H)
	switch {
	case long >= 20 && short >= 15, short >= 15 && e.Roundness != nil, e.IsLinear() && long >= 50:
		return rough
	case long < 10:
		return rough / 3
	}
	return rough / 2
}

// calm is the same hand for arrowheads and other small parts.
func (h *hand) calm() *hand {
	return &hand{state: h.state ^ 0x9e3779b97f4a7c15, wander: min(h.wander, 1)}
}

// next is a number in [-1, 1): splitmix64.
func (h *hand) next() float64 {
	h.state += 0x9e3779b97f4a7c15
	z := h.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11)/(1<<52) - 1
}

// near is p moved by less than reach, anywhere in that circle alike.
func (h *hand) near(p point, reach float64) point {
	sin, cos := math.Sincos(h.next() * math.Pi)
	r := reach * math.Sqrt(math.Abs(h.next()))
	return point{X: p.X + r*cos, Y: p.Y + r*sin}
}

// steady is how much of its wander the hand keeps on a stretch that long:
// long lines are drawn with more care.
func steady(length float64) float64 {
	const short, long, least = 200, 500, 0.4
	return 1 - (1-least)*min(max((length-short)/(long-short), 0), 1)
}

// reach is how far points stray on a stretch that long.
func (h *hand) reach(length, share float64) float64 {
	return min(handReach, length/10) * h.wander * steady(length) * share
}

// line goes from a to b. begun is whether out stands at a already.
func (h *hand) line(out *typeset.Path, a, b point, share float64, begun bool) {
	length := distance(a, b)
	reach := h.reach(length, share)
	bow := h.next() * handBow * h.wander * steady(length)
	belly := point{X: (b.Y - a.Y) * bow, Y: (a.X - b.X) * bow}
	at := 0.3 + 0.1*h.next()
	from, to := a, b
	if h.loose {
		from, to = h.near(a, reach), h.near(b, reach)
		begun = false
	}
	if !begun {
		out.MoveTo(from.X, from.Y)
	}
	c, d := lerp(a, b, at), lerp(a, b, 2*at)
	c = h.near(point{X: c.X + belly.X, Y: c.Y + belly.Y}, reach)
	d = h.near(point{X: d.X + belly.X, Y: d.Y + belly.Y}, reach)
	out.CubeTo(c.X, c.Y, d.X, d.Y, to.X, to.Y)
}

// twice follows the path two times, or once where the line is broken: two sets
// of dashes would only fill each other's gaps.
func (h *hand) twice(p *typeset.Path, broken bool) *typeset.Path {
	out := &typeset.Path{}
	h.follow(out, p, 1)
	if !broken {
		h.follow(out, p, 0.5)
	}
	return out
}

// follow adds one stroke along the path; share says how much of its wander
// the hand takes.
func (h *hand) follow(out, p *typeset.Path, share float64) {
	var at, start point
	begun := false
	points := p.Points
	for _, verb := range p.Verbs {
		switch verb {
		case typeset.Move:
			at, start, begun = points[0], points[0], false
		case typeset.Straight:
			h.line(out, at, points[0], share, begun)
			at, begun = points[0], true
		case typeset.Quad:
			b, c := points[0], points[1]
			h.bend(out, at, lerp(at, b, 2.0/3), lerp(c, b, 2.0/3), c, share, begun)
			at, begun = c, true
		case typeset.Cube:
			h.bend(out, at, points[0], points[1], points[2], share, begun)
			at, begun = points[2], true
		case typeset.Close:
			if distance(at, start) > 1e-9 {
				h.line(out, at, start, share, begun)
			}
			at, begun = start, false
		}
		points = points[verb.Points():]
	}
}

// bend goes along a cubic, its ends where they are.
func (h *hand) bend(out *typeset.Path, a, b, c, d point, share float64, begun bool) {
	if !begun || h.loose {
		out.MoveTo(a.X, a.Y)
	}
	reach := h.reach(distance(a, d), share)
	b, c = h.near(b, reach), h.near(c, reach)
	out.CubeTo(b.X, b.Y, c.X, c.Y, d.X, d.Y)
}

// through draws a smooth line through the points twice, or once where it is
// broken, straying from all but the ends.
func (h *hand) through(points []point, broken bool) *typeset.Path {
	out := &typeset.Path{}
	for pass := range passes(broken) {
		share := 0.9 - 0.3*float64(pass)
		strayed := make([]point, len(points))
		for i, p := range points {
			strayed[i] = p
			if i > 0 && i < len(points)-1 {
				room := min(distance(p, points[i-1]), distance(p, points[i+1]))
				strayed[i] = h.near(p, h.reach(room, share))
			}
		}
		smooth(out, strayed)
		h.sway(out, len(points)-1, share)
	}
	return out
}

// sway moves the controls of the last n curves of out, so that even a stretch
// between two points is not drawn twice in the same place.
func (h *hand) sway(out *typeset.Path, n int, share float64) {
	for i := len(out.Points) - 3*n; i < len(out.Points); i += 3 {
		from, to := out.Points[i-1], out.Points[i+2]
		reach := h.reach(distance(from, to), share) / 2
		off := h.near(point{}, reach)
		for k := range 2 {
			out.Points[i+k].X += off.X
			out.Points[i+k].Y += off.Y
		}
	}
}

func passes(broken bool) int {
	if broken {
		return 1
	}
	return 2
}

// ellipse goes round twice, each time with radii of its own that swell and
// shrink on the way, and a little past where it began.
func (h *hand) ellipse(b board.Rect, broken bool) *typeset.Path {
	const steps = 18
	out := &typeset.Path{}
	c := b.Centre()
	for range passes(broken) {
		reach := h.reach(min(b.W, b.H), 1) * 0.4
		turn, tilt, wave := h.next()*math.Pi, h.next()*math.Pi, h.next()*math.Pi
		drift, first, second := h.next()*reach, h.next()*reach, h.next()*reach
		past := steps + 1 + int(2*math.Abs(h.next()))
		points := make([]point, 0, past+1)
		for i := 0; i <= past; i++ {
			angle := turn + 2*math.Pi*float64(i)/steps
			sin, cos := math.Sincos(angle)
			r := first*math.Cos(angle+tilt) + second*math.Cos(2*angle+wave) + drift*(2*float64(i)/steps-1)
			points = append(points, point{X: c.X + cos*(b.W/2+r), Y: c.Y + sin*(b.H/2+r)})
		}
		smooth(out, points)
	}
	return out
}

// smooth adds a Catmull-Rom spline through the points.
func smooth(out *typeset.Path, points []point) {
	last := len(points) - 1
	out.MoveTo(points[0].X, points[0].Y)
	for i := 1; i <= last; i++ {
		p0, p1, p2, p3 := points[max(i-2, 0)], points[i-1], points[i], points[min(i+1, last)]
		out.CubeTo(p1.X+(p2.X-p0.X)/6, p1.Y+(p2.Y-p0.Y)/6, p2.X-(p3.X-p1.X)/6, p2.Y-(p3.Y-p1.Y)/6, p2.X, p2.Y)
	}
}
