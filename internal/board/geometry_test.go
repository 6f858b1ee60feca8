package board

import (
	"math"
	"testing"

	"pgregory.net/rapid"
	"talkthrough/internal/typeset"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func nearRect(a, b Rect) bool {
	return near(a.X, b.X) && near(a.Y, b.Y) && near(a.W, b.W) && near(a.H, b.H)
}

func TestRect(t *testing.T) {
	r := Rect{10, 20, 30, 40}
	if u := r.Union(Rect{0, 50, 5, 50}); u != (Rect{0, 20, 40, 80}) {
		t.Errorf("union %v", u)
	}
	if u := (Rect{}).Union(r); u != r {
		t.Errorf("union with nothing %v", u)
	}
	if i := r.Inset(5); i != (Rect{15, 25, 20, 30}) {
		t.Errorf("inset %v", i)
	}
	if i := r.Inset(18); i != (Rect{25, 38, 0, 4}) {
		t.Errorf("inset by more than half the width: %v, want the sides to meet", i)
	}
	if !r.Contains(Point{40, 60}) || r.Contains(Point{40.1, 60}) {
		t.Error("the border belongs to a rectangle, what is beyond does not")
	}
	if !r.Intersects(Rect{40, 60, 5, 5}) || r.Intersects(Rect{41, 20, 5, 5}) {
		t.Error("touching counts as intersecting, a gap does not")
	}
	if !r.Encloses(r) || r.Encloses(r.Inset(-1)) {
		t.Error("a rectangle encloses itself and nothing larger")
	}
}

func TestExtentFollowsRotation(t *testing.T) {
	e := &Element{Kind: Rectangle, X: 0, Y: 0, W: 100, H: 20, Angle: math.Pi / 2}
	if got := e.Extent(); !nearRect(got, Rect{40, -40, 20, 100}) {
		t.Errorf("upright bar: %v", got)
	}
	circle := &Element{Kind: Ellipse, W: 100, H: 100, Angle: math.Pi / 4}
	if got := circle.Extent(); math.Abs(got.W-100) > 1 {
		t.Errorf("a turned circle is %v wide, want 100", got.W)
	}
	backwards := &Element{Kind: Rectangle, X: 10, Y: 10, W: -10, H: -5}
	if got := backwards.Box(); got != (Rect{0, 5, 10, 5}) {
		t.Errorf("negative sides: %v", got)
	}
}

func TestCurvesReachBeyondTheirPoints(t *testing.T) {
	e := &Element{Kind: Line, Points: []Point{{0, 0}, {50, 100}, {100, 90}, {150, 0}}}
	if got := e.Box(); got != (Rect{0, 0, 150, 100}) {
		t.Errorf("sharp: %v", got)
	}
	e.Roundness = &Roundness{Type: 2}
	if got := e.Box(); got.H < 102 || !got.Encloses(Rect{0, 0, 150, 100}) {
		t.Errorf("curved: %v, want the bulges in it", got)
	}
}

// What the painter draws must lie in the rectangle it is told to repaint.
func TestBoundsHoldTheOutline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySketch().Draw(t, "board")
		for _, e := range s.Elements() {
			var p typeset.Path
			e.Outline(&p)
			bounds := e.Bounds()
			for _, q := range flatten(nil, &p, 20) {
				if !bounds.Contains(q) {
					t.Fatalf("%s %s: %v is outside %v", e.Kind, e.ID, q, bounds)
				}
			}
		}
	})
}

func TestOutlineHasExcalidrawsCorners(t *testing.T) {
	first := func(e *Element) Point {
		var p typeset.Path
		e.Outline(&p)
		return Point(p.Points[0])
	}
	round := &Roundness{Type: 3}
	for name, c := range map[string]struct {
		e    *Element
		want Point
	}{
		"a quarter of a small box":    {&Element{Kind: Rectangle, W: 100, H: 40, Roundness: round}, Point{10, 0}},
		"at most 32 of a large one":   {&Element{Kind: Rectangle, W: 400, H: 400, Roundness: round}, Point{32, 0}},
		"a quarter, proportionally":   {&Element{Kind: Rectangle, W: 400, H: 400, Roundness: &Roundness{Type: 2}}, Point{100, 0}},
		"sharp":                       {&Element{Kind: Rectangle, W: 400, H: 400}, Point{0, 0}},
		"of a sharp diamond, its top": {&Element{Kind: Diamond, W: 100, H: 40}, Point{50, 0}},
	} {
		if got := first(c.e); got != c.want {
			t.Errorf("%s: begins at %v, want %v", name, got, c.want)
		}
	}
}

func TestPolygonDistanceIsSigned(t *testing.T) {
	e := &Element{Kind: Rectangle, W: 100, H: 100}
	for p, want := range map[Point]float64{{50, 50}: -50, {50, -10}: 10, {103, 104}: 5, {100, 50}: 0} {
		if got := e.borderDistance(p); !near(got, want) {
			t.Errorf("%v: %v, want %v", p, got, want)
		}
	}
}

func TestSimplify(t *testing.T) {
	straight := []Point{{0, 0}, {1, 0.1}, {2, -0.1}, {3, 0}}
	if got := Simplify(straight, 0.5); len(got) != 2 {
		t.Errorf("a straight stroke keeps %d points, want 2", len(got))
	}
	corner := []Point{{0, 0}, {5, 0}, {10, 0}, {10, 5}, {10, 10}}
	diff(t, "corner", []Point{{0, 0}, {10, 0}, {10, 10}}, Simplify(corner, 0.5))
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(anyPoint(), 1, 80).Draw(t, "points")
		tolerance := rapid.Float64Range(0, 2000).Draw(t, "tolerance")
		kept := Simplify(points, tolerance)
		if kept[0] != points[0] || kept[len(kept)-1] != points[len(points)-1] || len(kept) > len(points) {
			t.Fatalf("%v became %v: the ends must stay", points, kept)
		}
		for _, p := range points {
			off := math.Inf(1)
			for i := range kept {
				off = min(off, segmentDistance(p, kept[max(i-1, 0)], kept[i]))
			}
			if off > tolerance+1e-6 {
				t.Fatalf("%v is %v off the simplified line, tolerance %v", p, off, tolerance)
			}
		}
	})
}
