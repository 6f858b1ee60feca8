package route

import "math"

// A state is a node and the heading in which it is left: node*4 + heading.

// visit is a state that waits to be looked at; goal is -1, or which exit of the
// far end the way has reached.
type visit struct {
	estimate float64
	state    int32
	goal     int32
}

// frontier is a heap of visits, the most promising on top.
type frontier []visit

func (f *frontier) push(v visit) {
	h := append(*f, v)
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if h[up].estimate <= h[i].estimate {
			break
		}
		h[up], h[i] = h[i], h[up]
		i = up
	}
	*f = h
}

func (f *frontier) pop() visit {
	h := *f
	top, last := h[0], len(h)-1
	h[0] = h[last]
	h = h[:last]
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < last; child++ {
			if h[child].estimate < h[least].estimate {
				least = child
			}
		}
		if least == i {
			break
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
	*f = h
	return top
}

// search runs A* from any of the exits to any of the others.
func (g *grid) search(from, to []lead, bend float64) Way {
	goals := make([]int, len(to))
	for k, t := range to {
		goals[k] = g.node(t.out)*4 + int(t.Heading.Opposite())
	}
	for _, f := range from {
		state := g.node(f.out)*4 + int(f.Heading)
		if f.cost < g.cost[state] {
			g.cost[state], g.from[state] = f.cost, -1
			g.open.push(visit{f.cost + estimate(f.out, f.Heading, to, bend), int32(state), -1})
		}
	}
	for len(g.open) > 0 {
		v := g.open.pop()
		state := int(v.state)
		if v.goal >= 0 {
			return g.way(from, to[v.goal], state, v.estimate)
		}
		node, heading, cost := state/4, Heading(state%4), g.cost[state]
		if v.estimate > cost+estimate(g.at(node), heading, to, bend)+1e-6 {
			continue // a cheaper way to this state was found since
		}
		for k, goal := range goals {
			if state == goal {
				g.open.push(visit{cost + to[k].length, v.state, int32(k)})
			}
		}
		g.reach(state, node*4+int(heading+1)%4, cost+bend, to, bend)
		g.reach(state, node*4+int(heading+3)%4, cost+bend, to, bend)
		if next, c, ok := g.step(node, heading); ok {
			g.reach(state, next*4+int(heading), cost+c, to, bend)
		}
	}
	return Way{}
}

func (g *grid) reach(from, state int, cost float64, to []lead, bend float64) {
	if cost >= g.cost[state] {
		return
	}
	g.cost[state], g.from[state] = cost, int32(from)
	g.open.push(visit{cost + estimate(g.at(state/4), Heading(state%4), to, bend), int32(state), -1})
}

// estimate is at most what the rest of the way costs: the distance, and the
// bends without which no exit can be entered.
func estimate(p Point, h Heading, to []lead, bend float64) float64 {
	least := math.Inf(1)
	for _, t := range to {
		least = min(least, manhattan(p, t.out)+t.length+bend*bends(p, h, t))
	}
	return least
}

func bends(p Point, h Heading, t lead) float64 {
	want := t.Heading.Opposite()
	switch {
	case (h+want)%2 == 1:
		return 1
	case h != want:
		return 2
	}
	d, u := Point{t.out.X - p.X, t.out.Y - p.Y}, h.Unit()
	if d.X*u.X+d.Y*u.Y >= 0 && d.X*u.Y == 0 && d.Y*u.X == 0 {
		return 0
	}
	return 2
}

// way reads back how a state was reached.
func (g *grid) way(from []lead, end lead, state int, cost float64) Way {
	points := []Point{end.At}
	first := state
	for s := int32(state); s >= 0; s = g.from[s] {
		points, first = append(points, g.at(int(s)/4)), int(s)
	}
	for _, f := range from {
		if g.node(f.out)*4+int(f.Heading) == first && f.cost == g.cost[first] {
			points = append(points, f.At)
			break
		}
	}
	for i, j := 0, len(points)-1; i < j; i, j = i+1, j-1 {
		points[i], points[j] = points[j], points[i]
	}
	return Way{Points: Simplify(points), Cost: cost, Crosses: cost >= crossing}
}

// Simplify leaves out points that coincide with the one before or lie on the
// straight line between their neighbours. It keeps at least two points of two
// or more.
func Simplify(points []Point) []Point {
	out := make([]Point, 0, len(points))
	for _, p := range points {
		for len(out) > 0 && (out[len(out)-1] == p || len(out) > 1 && between(out[len(out)-2], out[len(out)-1], p)) {
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	if len(out) == 1 && len(points) > 1 {
		out = append(out, out[0])
	}
	return out
}

// between reports whether b lies on the upright or level line from a to c.
func between(a, b, c Point) bool {
	return a.X == b.X && b.X == c.X && (b.Y-a.Y)*(c.Y-b.Y) >= 0 ||
		a.Y == b.Y && b.Y == c.Y && (b.X-a.X)*(c.X-b.X) >= 0
}
