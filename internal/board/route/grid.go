package route

import (
	"math"
	"slices"
	"sync"
)

// grid is the lines on which ways run. Node (i, j) is where xs[i] crosses
// ys[j]; its number is j*len(xs)+i.
type grid struct {
	xs, ys []float64
	middle Point  // lines that are a trifle cheaper; NaN for none
	wallX  []bool // by node: the edge to the next node to the right is in a box
	wallY  []bool // by node: the edge to the next node below is in a box

	// What the search writes down for each node and heading.
	cost []float64
	from []int32
	open frontier
}

// grids are kept for the next search: a way is sought on every mouse move.
var grids = sync.Pool{New: func() any { return new(grid) }}

func newGrid(boxes []box, from, to []lead, middle Point) *grid {
	g := grids.Get().(*grid)
	g.xs, g.ys, g.middle = g.xs[:0], g.ys[:0], middle
	for _, b := range boxes {
		g.xs, g.ys = append(g.xs, b.x0, b.x1), append(g.ys, b.y0, b.y1)
	}
	for _, l := range [2][]lead{from, to} {
		for _, e := range l {
			g.xs, g.ys = append(g.xs, e.out.X), append(g.ys, e.out.Y)
		}
	}
	if !math.IsNaN(middle.X) {
		g.xs = append(g.xs, middle.X)
	}
	if !math.IsNaN(middle.Y) {
		g.ys = append(g.ys, middle.Y)
	}
	slices.Sort(g.xs)
	slices.Sort(g.ys)
	g.xs, g.ys = slices.Compact(g.xs), slices.Compact(g.ys)
	nodes := len(g.xs) * len(g.ys)
	g.wallX, g.wallY = cleared(g.wallX, nodes), cleared(g.wallY, nodes)
	for _, b := range boxes {
		g.wall(b)
	}
	if cap(g.cost) < 4*nodes {
		g.cost, g.from = make([]float64, 4*nodes), make([]int32, 4*nodes)
	}
	g.cost, g.from = g.cost[:4*nodes], g.from[:4*nodes]
	for i := range g.cost {
		g.cost[i] = math.Inf(1)
	}
	g.open = g.open[:0]
	return g
}

// release gives the grid back; it must not be used after.
func (g *grid) release() {
	const largest = 1 << 22 // what one odd board needed is not held for ever
	if len(g.cost) <= largest {
		grids.Put(g)
	}
}

func cleared(b []bool, n int) []bool {
	if cap(b) < n {
		return make([]bool, n)
	}
	b = b[:n]
	clear(b)
	return b
}

// wall closes the edges that run through the inside of b, whose sides are lines
// of the grid.
func (g *grid) wall(b box) {
	i0, i1 := g.column(b.x0), g.column(b.x1)
	j0, j1 := g.row(b.y0), g.row(b.y1)
	for j := j0; j <= j1; j++ {
		row := j * len(g.xs)
		for i := i0; i <= i1; i++ {
			if j > j0 && j < j1 && i < i1 {
				g.wallX[row+i] = true
			}
			if i > i0 && i < i1 && j < j1 {
				g.wallY[row+i] = true
			}
		}
	}
}

func (g *grid) column(x float64) int {
	i, _ := slices.BinarySearch(g.xs, x)
	return i
}

func (g *grid) row(y float64) int {
	j, _ := slices.BinarySearch(g.ys, y)
	return j
}

func (g *grid) node(p Point) int { return g.row(p.Y)*len(g.xs) + g.column(p.X) }

func (g *grid) at(node int) Point {
	return Point{g.xs[node%len(g.xs)], g.ys[node/len(g.xs)]}
}

// step is the neighbour of a node in a heading and what the way there costs;
// false at the rim.
func (g *grid) step(node int, h Heading) (next int, cost float64, ok bool) {
	i, j := node%len(g.xs), node/len(g.xs)
	var length float64
	var walled, middle bool
	switch h {
	case Right, Left:
		if h == Left {
			i--
		}
		if i < 0 || i+1 >= len(g.xs) {
			return 0, 0, false
		}
		length, walled = g.xs[i+1]-g.xs[i], g.wallX[j*len(g.xs)+i]
		middle = g.ys[j] == g.middle.Y
	default:
		if h == Up {
			j--
		}
		if j < 0 || j+1 >= len(g.ys) {
			return 0, 0, false
		}
		length, walled = g.ys[j+1]-g.ys[j], g.wallY[j*len(g.xs)+i]
		middle = g.xs[i] == g.middle.X
	}
	next = node + [4]int{1, len(g.xs), -1, -len(g.xs)}[h]
	cost = length
	if !middle {
		cost *= offMiddle
	}
	if walled {
		cost += crossing + length*crossingLength
	}
	return next, cost, true
}

const (
	offMiddle      = 1.001
	crossing       = 1e9 // more than any way around
	crossingLength = 1e3
)
