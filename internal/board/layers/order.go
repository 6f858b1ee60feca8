package layers

import (
	"cmp"
	"slices"
)

// order moves nodes within their layers towards the middle of their neighbours
// in the layer before, then in the one after, as long as fewer edges cross for
// it.
func (g *graph) order() {
	const sweeps = 12
	best, fewest := g.copyLayers(), g.crossings()
	for i := 0; i < sweeps && fewest > 0; i++ {
		if i%2 == 0 {
			for l := 1; l < len(g.layers); l++ {
				g.sortLayer(l, l-1, func(v *vertex) []int { return v.before })
			}
		} else {
			for l := len(g.layers) - 2; l >= 0; l-- {
				g.sortLayer(l, l+1, func(v *vertex) []int { return v.after })
			}
		}
		if n := g.crossings(); n < fewest {
			best, fewest = g.copyLayers(), n
		}
	}
	g.layers = best
}

func (g *graph) copyLayers() [][]int {
	c := make([][]int, len(g.layers))
	for i, l := range g.layers {
		c[i] = slices.Clone(l)
	}
	return c
}

// places tells where in its layer each node is.
func (g *graph) places(layer int) map[int]int {
	at := make(map[int]int, len(g.layers[layer]))
	for i, n := range g.layers[layer] {
		at[n] = i
	}
	return at
}

func (g *graph) sortLayer(layer, fixed int, neighbours func(*vertex) []int) {
	at, own := g.places(fixed), g.places(layer)
	centre := make(map[int]float64, len(own))
	for n, i := range own {
		list := neighbours(g.nodes[n])
		sum := 0.0
		for _, o := range list {
			sum += float64(at[o])
		}
		if len(list) == 0 {
			// Without neighbours it keeps its share of the height.
			centre[n] = float64(i) / float64(len(own)) * float64(len(at))
			continue
		}
		centre[n] = sum / float64(len(list))
	}
	slices.SortStableFunc(g.layers[layer], func(a, b int) int { return cmp.Compare(centre[a], centre[b]) })
}

// crossings counts the pairs of links that cross.
func (g *graph) crossings() int {
	n := 0
	for l := 1; l < len(g.layers); l++ {
		left, right := g.places(l-1), g.places(l)
		var ends [][2]int
		for _, k := range g.layers[l] {
			for _, o := range g.nodes[k].before {
				ends = append(ends, [2]int{left[o], right[k]})
			}
		}
		slices.SortFunc(ends, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
		// Each link crosses those before it that end further down: counted
		// in a tree of partial sums.
		sums := make([]int, len(right)+1)
		for seen, e := range ends {
			below := seen
			for i := e[1] + 1; i > 0; i -= i & -i {
				below -= sums[i]
			}
			n += below
			for i := e[1] + 1; i < len(sums); i += i & -i {
				sums[i]++
			}
		}
	}
	return n
}
