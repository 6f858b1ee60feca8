package layers

import (
	"cmp"
	"slices"
)

// graph is one connected part while it is laid out.
type graph struct {
	nodes  []*vertex // those of the part first, then the stand-ins
	links  [][2]int  // every one to the next layer, once split
	labels []float64 // by link: the width of what stands on it
	layers [][]int   // the nodes of each layer from top to bottom
}

type vertex struct {
	w, h   float64
	at     Point // where it lay
	layer  int
	stands bool // in for a long edge
	x, y   float64
	before []int // neighbours in the layer to the left
	after  []int
}

// newGraph is the part with its edges turned so that none closes a circle.
func newGraph(nodes []Node, edges []Edge, part []int) *graph {
	g := &graph{}
	place := make(map[int]int, len(part))
	for i, n := range part {
		place[n] = i
		g.nodes = append(g.nodes, &vertex{w: nodes[n].W, h: nodes[n].H, at: nodes[n].At})
	}
	for _, e := range edges {
		if i, ok := place[e.From]; ok && valid(e, len(nodes)) {
			g.links = append(g.links, [2]int{i, place[e.To]})
			g.labels = append(g.labels, e.Label)
		}
	}
	g.unwind()
	return g
}

// unwind turns round the edges that lead back to a node on the way to them.
// Ways are followed from where nothing leads to, then from the left.
func (g *graph) unwind() {
	out := make([][]int, len(g.nodes))
	entered := make([]bool, len(g.nodes))
	for k, l := range g.links {
		out[l[0]] = append(out[l[0]], k)
		entered[l[1]] = true
	}
	starts := make([]int, len(g.nodes))
	for i := range starts {
		starts[i] = i
	}
	slices.SortStableFunc(starts, func(a, b int) int {
		if entered[a] != entered[b] {
			return map[bool]int{true: 1, false: -1}[entered[a]]
		}
		return cmp.Or(cmp.Compare(g.nodes[a].at.X, g.nodes[b].at.X), cmp.Compare(g.nodes[a].at.Y, g.nodes[b].at.Y))
	})
	const fresh, open, done = 0, 1, 2
	state := make([]int, len(g.nodes))
	next := make([]int, len(g.nodes))
	for _, s := range starts {
		if state[s] != fresh {
			continue
		}
		state[s] = open
		for way := []int{s}; len(way) > 0; {
			n := way[len(way)-1]
			if next[n] == len(out[n]) {
				state[n] = done
				way = way[:len(way)-1]
				continue
			}
			k := out[n][next[n]]
			next[n]++
			switch to := g.links[k][1]; state[to] {
			case open:
				g.links[k] = [2]int{to, n}
			case fresh:
				state[to] = open
				way = append(way, to)
			}
		}
	}
}

// assign gives every node its layer: one after the last that leads to it. What
// nothing leads to is moved up to what it leads to.
func (g *graph) assign() {
	waiting := make([]int, len(g.nodes))
	out := make([][]int, len(g.nodes))
	for _, l := range g.links {
		waiting[l[1]]++
		out[l[0]] = append(out[l[0]], l[1])
	}
	var ready, sources []int
	for i, n := range waiting {
		if n == 0 {
			ready, sources = append(ready, i), append(sources, i)
		}
	}
	for len(ready) > 0 {
		n := ready[0]
		ready = ready[1:]
		for _, to := range out[n] {
			g.nodes[to].layer = max(g.nodes[to].layer, g.nodes[n].layer+1)
			if waiting[to]--; waiting[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	for _, s := range sources {
		nearest := -1
		for _, to := range out[s] {
			if l := g.nodes[to].layer; nearest < 0 || l < nearest {
				nearest = l
			}
		}
		if nearest > 0 {
			g.nodes[s].layer = nearest - 1
		}
	}
}

// split cuts edges over several layers into links from each layer to the next,
// and fills the layers in their present order.
func (g *graph) split() {
	last := 0
	for _, v := range g.nodes {
		last = max(last, v.layer)
	}
	g.layers = make([][]int, last+1)
	links, labels := g.links, g.labels
	g.links, g.labels = nil, nil
	for k, l := range links {
		from, to := l[0], g.nodes[l[1]]
		start, goal := g.nodes[from].at, to.at
		span := float64(to.layer - g.nodes[from].layer)
		middle := g.nodes[from].layer + (to.layer-g.nodes[from].layer-1)/2
		for g.nodes[from].layer+1 < to.layer {
			layer := g.nodes[from].layer + 1
			t := 1 - float64(to.layer-layer)/span
			g.nodes = append(g.nodes, &vertex{
				layer: layer, stands: true,
				at: Point{0, start.Y + (goal.Y-start.Y)*t},
			})
			g.link(from, len(g.nodes)-1, labels[k], g.nodes[from].layer == middle)
			from = len(g.nodes) - 1
		}
		g.link(from, l[1], labels[k], g.nodes[from].layer == middle)
	}
	for i, v := range g.nodes {
		g.layers[v.layer] = append(g.layers[v.layer], i)
	}
	for _, layer := range g.layers {
		slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(g.nodes[a].at.Y, g.nodes[b].at.Y) })
	}
}

func (g *graph) link(from, to int, label float64, labelled bool) {
	if !labelled {
		label = 0
	}
	g.links = append(g.links, [2]int{from, to})
	g.labels = append(g.labels, label)
	g.nodes[from].after = append(g.nodes[from].after, to)
	g.nodes[to].before = append(g.nodes[to].before, from)
}
