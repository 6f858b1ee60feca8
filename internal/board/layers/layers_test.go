package layers

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func box(y float64) Node { return Node{W: 160, H: 80, At: Point{0, y}} }

func TestAChainIsARow(t *testing.T) {
	got := Layout([]Node{box(0), box(0), box(0)}, []Edge{{From: 2, To: 0}, {From: 0, To: 1}})
	for i, want := range []Point{{240, 0}, {480, 0}, {0, 0}} {
		if got[i] != want {
			t.Errorf("node %d at %v, want %v", i, got[i], want)
		}
	}
}

func TestAForkIsCentred(t *testing.T) {
	got := Layout([]Node{box(0), box(10), box(5)}, []Edge{{From: 0, To: 1}, {From: 0, To: 2}})
	if got[1].X != 240 || got[2].X != 240 || got[1].Y-got[2].Y != 120 {
		t.Errorf("branches at %v and %v, want side by side in the order they had", got[1], got[2])
	}
	if math.Abs(got[0].Y-(got[1].Y+got[2].Y)/2) > 1e-6 {
		t.Errorf("the fork is at %v, want in the middle of %v and %v", got[0], got[1], got[2])
	}
}

func TestCrossingsAreUndone(t *testing.T) {
	// Two chains whose second halves lie the wrong way round.
	got := Layout([]Node{box(0), box(100), box(100), box(0), box(50)}, []Edge{
		{From: 0, To: 2},
		{From: 1, To: 3},
		{From: 4, To: 0},
		{From: 4, To: 1},
	})
	if (got[0].Y < got[1].Y) != (got[2].Y < got[3].Y) {
		t.Errorf("the chains cross: %v", got)
	}
}

func TestACircleIsBroken(t *testing.T) {
	nodes := []Node{{W: 10, H: 10, At: Point{500, 0}}, {W: 10, H: 10, At: Point{0, 0}}, {W: 10, H: 10, At: Point{200, 0}}}
	got := Layout(nodes, []Edge{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 0}})
	if !(got[1].X < got[2].X && got[2].X < got[0].X) {
		t.Errorf("%v, want it broken where it ran leftwards", got)
	}
}

func TestLabelsGetRoom(t *testing.T) {
	got := Layout([]Node{box(0), box(0)}, []Edge{{From: 0, To: 1, Label: 200}})
	if gap := got[1].X - 160; gap < 200 {
		t.Errorf("%v between the boxes, want room for 200 of label", gap)
	}
}

func TestSmallStepsAreStraightened(t *testing.T) {
	for name, c := range map[string]struct {
		y, above, want float64
	}{
		"a small step":     {9, -500, 0},
		"a large one":      {40, -500, 40},
		"no room to do it": {9, -92, 9},
	} {
		g := &graph{nodes: []*vertex{{h: 60}, {h: 60, y: c.above}, {h: 60, y: c.y, before: []int{0}}}}
		g.straighten([]int{1, 2})
		if got := g.nodes[2].y; got != c.want {
			t.Errorf("%s: at %v beside a neighbour at 0, want %v", name, got, c.want)
		}
	}
}

func TestAnyGraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Node {
			side := rapid.Float64Range(0, 300)
			return Node{side.Draw(t, "w"), side.Draw(t, "h"), Point{side.Draw(t, "x"), side.Draw(t, "y")}}
		}), 1, 20).Draw(t, "nodes")
		edges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Edge {
			n := rapid.IntRange(-1, len(nodes))
			return Edge{n.Draw(t, "from"), n.Draw(t, "to"), rapid.Float64Range(0, 90).Draw(t, "label")}
		}), 0, 40).Draw(t, "edges")
		got := Layout(nodes, edges)
		for i, a := range got {
			if math.IsNaN(a.X+a.Y) || a.X < -1e-6 || a.Y < -1e-6 {
				t.Fatalf("node %d is at %v", i, a)
			}
			for j, b := range got[:i] {
				if a.X < b.X+nodes[j].W-1e-6 && b.X < a.X+nodes[i].W-1e-6 &&
					a.Y < b.Y+nodes[j].H-1e-6 && b.Y < a.Y+nodes[i].H-1e-6 {
					t.Fatalf("nodes %d at %v and %d at %v overlap", i, a, j, b)
				}
			}
		}
	})
}

// Without circles every edge leads to the right.
func TestEdgesLeadRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 20).Draw(t, "nodes")
		nodes := make([]Node, n)
		for i := range nodes {
			nodes[i] = Node{100, 50, Point{rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 900).Draw(t, "y")}}
		}
		edges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Edge {
			from := rapid.IntRange(0, n-2).Draw(t, "from")
			return Edge{From: from, To: rapid.IntRange(from+1, n-1).Draw(t, "to")}
		}), 0, 40).Draw(t, "edges")
		got := Layout(nodes, edges)
		for _, e := range edges {
			if got[e.To].X < got[e.From].X+100+LayerGap-1e-6 {
				t.Fatalf("%v leads from %v to %v", e, got[e.From], got[e.To])
			}
		}
	})
}

func BenchmarkLayout(b *testing.B) {
	var nodes []Node
	var edges []Edge
	for i := range 200 {
		nodes = append(nodes, box(float64(i*37%200)))
		if i > 0 {
			edges = append(edges, Edge{From: i * 7 % i, To: i}, Edge{From: i / 2, To: i})
		}
	}
	for b.Loop() {
		Layout(nodes, edges)
	}
}
