// Package layers lays graphs out from left to right: every edge leads to a
// layer further right where it can, neighbours lie near each other, and few
// edges cross.
//
// The steps are Sugiyama's: edges that close a circle are turned round, nodes
// get layers by the longest path to them, edges over several layers get a
// stand-in in each, barycentres order every layer, and positions are drawn
// towards those of the neighbours.
package layers

import (
	"cmp"
	"slices"
)

// Point is a place, y pointing down.
type Point struct{ X, Y float64 }

// Node is a box to be placed.
type Node struct {
	W, H float64
	// At is the middle of where it lies now: of equally good orders the
	// present one is kept, and circles are broken where they run leftwards.
	At Point
}

// Edge leads from one node to another, by their places in the list. Label is
// the width of what stands on it.
type Edge struct {
	From, To int
	Label    float64
}

// The room that a layout leaves.
const (
	LayerGap = 80 // between layers
	NodeGap  = 40 // between the nodes of a layer, and between parts that do not hang together
	labelGap = 70 // beside a label, together: an arrow's gaps and its head
	laneGap  = 20 // beside a long edge's stand-in
)

// Layout places the nodes: the results are their upper left corners, of which
// the leftmost is at x 0 and the topmost at y 0. Edges that name no node, or
// one node twice, are passed over. Parts of the graph that do not hang together
// lie one beneath the other.
func Layout(nodes []Node, edges []Edge) []Point {
	out := make([]Point, len(nodes))
	top := 0.0
	for _, part := range parts(nodes, edges) {
		g := newGraph(nodes, edges, part)
		g.assign()
		g.split()
		g.order()
		g.place()
		left, high, bottom := g.bounds()
		for i, n := range part {
			v := g.nodes[i]
			out[n] = Point{v.x - left, v.y - v.h/2 - high + top}
		}
		top += bottom - high + NodeGap
	}
	return out
}

// parts lists the nodes of each connected part, the topmost part first.
func parts(nodes []Node, edges []Edge) [][]int {
	part := make([]int, len(nodes))
	for i := range part {
		part[i] = i
	}
	root := func(i int) int {
		for part[i] != i {
			part[i] = part[part[i]]
			i = part[i]
		}
		return i
	}
	for _, e := range edges {
		if valid(e, len(nodes)) {
			part[root(e.From)] = root(e.To)
		}
	}
	at := map[int]int{}
	var list [][]int
	for i := range nodes {
		r := root(i)
		k, known := at[r]
		if !known {
			k = len(list)
			at[r] = k
			list = append(list, nil)
		}
		list[k] = append(list[k], i)
	}
	highest := func(part []int) float64 {
		y := nodes[part[0]].At.Y
		for _, i := range part {
			y = min(y, nodes[i].At.Y)
		}
		return y
	}
	slices.SortStableFunc(list, func(a, b []int) int { return cmp.Compare(highest(a), highest(b)) })
	return list
}

func valid(e Edge, n int) bool {
	return e.From >= 0 && e.To >= 0 && e.From < n && e.To < n && e.From != e.To
}
