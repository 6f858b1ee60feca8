package layers

import "math"

// place gives every node its x, the left side, and its y, the middle.
func (g *graph) place() {
	g.columns()
	for _, layer := range g.layers {
		y := 0.0
		for i, n := range layer {
			if i > 0 {
				y += g.apart(layer[i-1], n)
			}
			g.nodes[n].y = y
		}
	}
	const sweeps = 16
	for i := range sweeps {
		if i%2 == 0 {
			for l := range g.layers {
				g.draw(l, func(v *vertex) []int { return v.before })
			}
		} else {
			for l := len(g.layers) - 1; l >= 0; l-- {
				g.draw(l, func(v *vertex) []int { return v.after })
			}
		}
	}
	for l := range g.layers { // the last word has what lies on both sides
		g.draw(l, func(v *vertex) []int { return append(v.before[:len(v.before):len(v.before)], v.after...) })
	}
	for _, layer := range g.layers {
		g.straighten(layer)
	}
}

// straighten puts nodes that lie almost level with a neighbour before them
// level with it, where there is room: a straight arrow reads better than one
// with a small step.
func (g *graph) straighten(layer []int) {
	const step = 16
	for i, n := range layer {
		v := g.nodes[n]
		low, high := math.Inf(-1), math.Inf(1)
		if i > 0 {
			low = g.nodes[layer[i-1]].y + g.apart(layer[i-1], n)
		}
		if i+1 < len(layer) {
			high = g.nodes[layer[i+1]].y - g.apart(n, layer[i+1])
		}
		best := math.Inf(1)
		for _, o := range v.before {
			if y := g.nodes[o].y; y >= low && y <= high && math.Abs(y-v.y) < math.Abs(best-v.y) {
				best = y
			}
		}
		if math.Abs(best-v.y) <= step {
			v.y = best
		}
	}
}

// columns places the layers side by side, the nodes in the middle of their
// layer, labels between them.
func (g *graph) columns() {
	x := 0.0
	for l, layer := range g.layers {
		wide, gap := 0.0, float64(LayerGap)
		for _, n := range layer {
			wide = max(wide, g.nodes[n].w)
		}
		for k, link := range g.links {
			if g.nodes[link[0]].layer == l && g.labels[k] > 0 {
				gap = max(gap, g.labels[k]+labelGap)
			}
		}
		for _, n := range layer {
			g.nodes[n].x = x + (wide-g.nodes[n].w)/2
		}
		x += wide + gap
	}
}

// apart is the least distance between the middles of two nodes of a layer that
// follow each other.
func (g *graph) apart(a, b int) float64 {
	gap := float64(NodeGap)
	if g.nodes[a].stands || g.nodes[b].stands {
		gap = laneGap
	}
	return g.nodes[a].h/2 + gap + g.nodes[b].h/2
}

// draw moves the nodes of a layer as near as their order and their gaps allow
// to the middle of their neighbours, which is the least sum of squares: runs
// that get into each other's way are placed as one.
func (g *graph) draw(layer int, neighbours func(*vertex) []int) {
	type run struct {
		sum   float64 // of where its nodes would have the run begin
		count int
	}
	nodes := g.layers[layer]
	offsets := make([]float64, len(nodes))
	var runs []run
	for i, n := range nodes {
		if i > 0 {
			offsets[i] = offsets[i-1] + g.apart(nodes[i-1], n)
		}
		r := run{g.wanted(n, neighbours) - offsets[i], 1}
		for len(runs) > 0 {
			last := runs[len(runs)-1]
			if last.sum/float64(last.count) <= r.sum/float64(r.count) {
				break
			}
			r.sum, r.count = r.sum+last.sum, r.count+last.count
			runs = runs[:len(runs)-1]
		}
		runs = append(runs, r)
	}
	i := 0
	for _, r := range runs {
		for range r.count {
			g.nodes[nodes[i]].y = r.sum/float64(r.count) + offsets[i]
			i++
		}
	}
}

func (g *graph) wanted(n int, neighbours func(*vertex) []int) float64 {
	list := neighbours(g.nodes[n])
	if len(list) == 0 {
		return g.nodes[n].y
	}
	sum := 0.0
	for _, o := range list {
		sum += g.nodes[o].y
	}
	return sum / float64(len(list))
}

// bounds is the box around the nodes, without the stand-ins.
func (g *graph) bounds() (left, top, bottom float64) {
	left, top, bottom = math.Inf(1), math.Inf(1), math.Inf(-1)
	for _, v := range g.nodes {
		if !v.stands {
			left, top, bottom = min(left, v.x), min(top, v.y-v.h/2), max(bottom, v.y+v.h/2)
		}
	}
	return left, top, bottom
}
