package route

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// sides are the exits from the middles of a box's sides.
func sides(r Rect) End {
	return End{Box: &r, Exits: []Exit{
		{Point{r.X + r.W, r.Y + r.H/2}, Right},
		{Point{r.X + r.W/2, r.Y + r.H}, Down},
		{Point{r.X, r.Y + r.H/2}, Left},
		{Point{r.X + r.W/2, r.Y}, Up},
	}}
}

func side(r Rect, h Heading) End {
	e := sides(r)
	return End{Box: &r, Exits: e.Exits[h : h+1]}
}

// enters reports whether the way runs through the inside of r.
func enters(points []Point, r Rect) bool {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if max(a.X, b.X) > r.X+1e-6 && min(a.X, b.X) < r.X+r.W-1e-6 &&
			max(a.Y, b.Y) > r.Y+1e-6 && min(a.Y, b.Y) < r.Y+r.H-1e-6 {
			return true
		}
	}
	return false
}

func checkOrthogonal(t interface {
	Helper()
	Fatalf(string, ...any)
}, points []Point,
) {
	t.Helper()
	if len(points) < 2 {
		t.Fatalf("%d points", len(points))
	}
	for i, p := range points {
		if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
			t.Fatalf("not a place: %v", points)
		}
		if i > 0 && p.X != points[i-1].X && p.Y != points[i-1].Y {
			t.Fatalf("from %v to %v is neither level nor upright", points[i-1], p)
		}
		if i > 1 && between(points[i-2], points[i-1], p) {
			t.Fatalf("%v needs no point at %v", points, points[i-1])
		}
	}
}

func TestPlainWays(t *testing.T) {
	a, b := Rect{0, 0, 100, 100}, Rect{300, 0, 100, 100}
	low := Rect{300, 300, 100, 100}
	for name, c := range map[string]struct {
		from, to End
		want     []Point
	}{
		"straight":              {sides(a), sides(b), []Point{{100, 50}, {300, 50}}},
		"bends in the middle":   {side(a, Right), side(low, Left), []Point{{100, 50}, {200, 50}, {200, 350}, {300, 350}}},
		"one bend where it can": {side(a, Right), side(low, Up), []Point{{100, 50}, {350, 50}, {350, 300}}},
		"to a free end":         {side(a, Right), Free(Point{300, 200}), []Point{{100, 50}, {300, 50}, {300, 200}}},
		"a loop round a corner": {side(a, Right), side(a, Up), []Point{{100, 50}, {120, 50}, {120, -20}, {50, -20}, {50, 0}}},
		"a jog too small to see": {
			side(a, Right), side(Rect{300, 0, 100, 100.9}, Left),
			[]Point{{100, 50}, {300, 50}},
		},
	} {
		got := Find(c.from, c.to, nil)
		if fmt.Sprint(got.Points) != fmt.Sprint(c.want) || got.Crosses {
			t.Errorf("%s: %v, want %v", name, got.Points, c.want)
		}
	}
}

func TestGoesRoundWhatLiesBetween(t *testing.T) {
	a, b := Rect{0, 0, 100, 100}, Rect{400, 0, 100, 100}
	between := Rect{200, -50, 100, 200}
	w := Find(side(a, Right), side(b, Left), []Rect{between})
	checkOrthogonal(t, w.Points)
	if enters(w.Points, Rect{between.X - Padding, between.Y - Padding, between.W + 2*Padding, between.H + 2*Padding}) {
		t.Errorf("%v comes nearer than the padding to %v", w.Points, between)
	}
	if enters(w.Points, a) || enters(w.Points, b) {
		t.Errorf("%v crosses its own boxes", w.Points)
	}
}

func TestRunsMidwayBetweenNeighbours(t *testing.T) {
	// A wall of two boxes with a gap of ten, and no shorter way.
	wall := []Rect{{200, -1000, 50, 1045}, {200, 55, 50, 1000}}
	w := Find(side(Rect{0, 100, 50, 50}, Right), side(Rect{400, 100, 50, 50}, Left), wall)
	if w.Crosses || len(w.Points) < 4 {
		t.Fatalf("%v", w)
	}
	through := false
	for _, p := range w.Points {
		through = through || p.Y == 50
	}
	if !through {
		t.Errorf("%v does not take the gap at 50", w.Points)
	}
}

func TestCrossesOnlyWhenWalledIn(t *testing.T) {
	cell := []Rect{{-60, -60, 220, 30}, {-60, 130, 220, 30}, {-60, -40, 30, 180}, {130, -40, 30, 180}}
	w := Find(sides(Rect{0, 0, 100, 100}), sides(Rect{400, 0, 100, 100}), cell)
	checkOrthogonal(t, w.Points)
	if !w.Crosses {
		t.Errorf("%v left a closed cell", w.Points)
	}
	for i, r := range cell[:3] {
		if enters(w.Points, r) {
			t.Errorf("%v crosses wall %d although the one on the way would do", w.Points, i)
		}
	}
}

func TestPassesPins(t *testing.T) {
	a, b := Rect{0, 0, 100, 100}, Rect{400, 0, 100, 100}
	w := Via(side(a, Right), side(b, Left), []Pin{{Point{250, 200}, true}}, nil)
	checkOrthogonal(t, w.Points)
	want := []Point{{100, 50}, {175, 50}, {175, 200}, {325, 200}, {325, 50}, {400, 50}}
	if fmt.Sprint(w.Points) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", w.Points, want)
	}
	two := Via(side(a, Right), side(b, Left), []Pin{{Point{200, 120}, false}, {Point{300, -120}, false}}, nil)
	checkOrthogonal(t, two.Points)
	for _, x := range []float64{200, 300} {
		found := false
		for i := 1; i < len(two.Points); i++ {
			found = found || two.Points[i].X == x && two.Points[i-1].X == x
		}
		if !found {
			t.Errorf("%v does not pass upright at %v", two.Points, x)
		}
	}
}

// scatter is a random board on which no two boxes touch, with its two ends
// first.
func scatter() *rapid.Generator[[]Rect] {
	return rapid.Custom(func(t *rapid.T) []Rect {
		var boxes []Rect
		n := rapid.IntRange(2, 25).Draw(t, "boxes")
		for range n * 3 {
			r := Rect{
				math.Round(rapid.Float64Range(0, 800).Draw(t, "x")), math.Round(rapid.Float64Range(0, 600).Draw(t, "y")),
				math.Round(rapid.Float64Range(5, 150).Draw(t, "w")), math.Round(rapid.Float64Range(5, 150).Draw(t, "h")),
			}
			free := true
			for _, o := range boxes {
				free = free && (r.X > o.X+o.W+1 || o.X > r.X+r.W+1 || r.Y > o.Y+o.H+1 || o.Y > r.Y+r.H+1)
			}
			if free && len(boxes) < n {
				boxes = append(boxes, r)
			}
		}
		for len(boxes) < 2 {
			boxes = append(boxes, Rect{2000, 2000, 50, 50})
		}
		return boxes
	})
}

// Boxes that do not touch always leave a way between any two of them: it is
// found, whichever sides it must leave from.
func TestNeverCrossesWhenThereIsAWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		boxes := scatter().Draw(t, "boxes")
		heading := rapid.SampledFrom([]Heading{Right, Down, Left, Up})
		from, to := sides(boxes[0]), sides(boxes[1])
		if rapid.Bool().Draw(t, "given side") {
			from = side(boxes[0], heading.Draw(t, "from"))
			to = side(boxes[1], heading.Draw(t, "to"))
		}
		w := Find(from, to, boxes[2:])
		checkOrthogonal(t, w.Points)
		for i, r := range boxes {
			if enters(w.Points, r) {
				t.Fatalf("%v crosses box %d, %v", w.Points, i, r)
			}
		}
		if w.Crosses {
			t.Fatalf("%v is said to cross", w.Points)
		}
	})
}

func TestAnyBoxesGiveAWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.Float64Range(-200, 200), rapid.SampledFrom([]float64{0, 50, 100}))
		size := rapid.OneOf(rapid.Float64Range(0, 200), rapid.SampledFrom([]float64{0, 50}))
		any := rapid.Custom(func(t *rapid.T) Rect {
			return Rect{n.Draw(t, "x"), n.Draw(t, "y"), size.Draw(t, "w"), size.Draw(t, "h")}
		})
		end := func(name string) End {
			if rapid.Bool().Draw(t, name+" free") {
				return Free(Point{n.Draw(t, "x"), n.Draw(t, "y")})
			}
			return sides(any.Draw(t, name))
		}
		pins := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Pin {
			return Pin{Point{n.Draw(t, "x"), n.Draw(t, "y")}, rapid.Bool().Draw(t, "level")}
		}), 0, 2).Draw(t, "pins")
		w := Via(end("start"), end("end"), pins, rapid.SliceOfN(any, 0, 8).Draw(t, "boxes"))
		if len(w.Points) == 2 && w.Points[0] == w.Points[1] {
			return
		}
		checkOrthogonal(t, w.Points)
	})
}

func BenchmarkFind(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	var boxes []Rect
	for i := range 60 {
		boxes = append(boxes, Rect{float64(i%10)*200 + random.Float64()*40, float64(i/10)*140 + random.Float64()*40, 120, 60})
	}
	for b.Loop() {
		Find(sides(boxes[0]), sides(boxes[59]), boxes[1:59])
	}
}
