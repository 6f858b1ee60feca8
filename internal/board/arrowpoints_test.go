package board

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestArrowKinds(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 300, 300, 100, 100)
	s.arrow("E", Point{50, 50}, Point{350, 350})
	for _, kind := range []ArrowKind{ElbowArrow, CurvedArrow, ElbowArrow, StraightArrow, CurvedArrow, StraightArrow} {
		s.Apply(SetArrowKind(s.Scene, []string{"E", "A"}, kind))
		e := s.Get("E")
		if ArrowKindOf(e) != kind || e.Start == nil || e.End == nil {
			t.Fatalf("kind %d, bound %v %v; want %d, bound", ArrowKindOf(e), e.Start, e.End, kind)
		}
		v := e.Vertices()
		switch kind {
		case ElbowArrow:
			if !orthogonal(v) {
				t.Errorf("elbow runs %v", v)
			}
		case StraightArrow:
			if len(v) != 2 || math.Abs(v[0].X-v[0].Y) > 0.1 {
				t.Errorf("straight runs %v", v)
			}
		case CurvedArrow:
			if e.Roundness == nil {
				t.Errorf("curved runs %v", v)
			}
		}
	}
	checkReferences(t, s.Scene)
	if e := SetArrowKind(s.Scene, []string{"E"}, StraightArrow); !e.Empty() {
		t.Error("an arrow that is straight becomes straight")
	}
}

func TestPointsOfArrows(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 300, 0, 100, 100)
	s.arrow("E", Point{50, 50}, Point{350, 50})
	label := s.label("E", "x").ID
	s.Apply(InsertPoint(s.Scene, "E", 1, Point{200, 200}))
	e := s.Get("E")
	if v := e.Vertices(); len(v) != 3 || v[1] != (Point{200, 200}) || e.Start == nil || e.End == nil {
		t.Fatalf("runs %v, bound %v %v", v, e.Start, e.End)
	}
	if l := s.Get(label).Box().Centre(); l.Dist(Point{200, 200}) > 1e-6 {
		t.Errorf("the label stayed at %v", l)
	}
	for end, id := range map[int]string{0: "A", 2: "B"} {
		if d := s.Get(id).borderDistance(e.Vertices()[end]); math.Abs(d-6) > 0.05 {
			t.Errorf("%v beside %s, want 6: the ends turn to the new point", d, id)
		}
	}
	s.Apply(MovePoint(s.Scene, "E", 1, Point{200, -200}))
	if v := s.Get("E").Vertices(); v[1].Dist(Point{200, -200}) > 1e-6 || v[0].Y > 50 {
		t.Errorf("its point moved it runs %v", v)
	}
	s.Apply(MovePoint(s.Scene, "E", 0, Point{-100, -100}))
	if e := s.Get("E"); e.Start != nil || e.End == nil || e.Vertices()[0] != (Point{-100, -100}) || len(s.Get("A").Bound) != 0 {
		t.Errorf("its end moved it is bound %v %v", e.Start, e.End)
	}
	s.Apply(DeletePoint(s.Scene, "E", 2))
	if e := s.Get("E"); e.End != nil || len(e.Points) != 2 {
		t.Errorf("without its end it has %d points, bound %v", len(e.Points), e.End)
	}
	checkReferences(t, s.Scene)
	for name, edit := range map[string]Edit{
		"the last two": DeletePoint(s.Scene, "E", 0), "no such point": MovePoint(s.Scene, "E", 7, Point{}),
		"before the first": InsertPoint(s.Scene, "E", 0, Point{}), "of a box": InsertPoint(s.Scene, "A", 1, Point{}),
	} {
		if !edit.Empty() {
			t.Errorf("%s: an edit", name)
		}
	}
}

func TestEndsSnapToTheMiddlesOfSides(t *testing.T) {
	s := newSketch()
	s.box("A", 300, 0, 200, 200)
	for name, c := range map[string]struct {
		at   Point
		want Point
	}{
		"left, a little off":  {Point{302, 107}, Point{0, 0.5001}},
		"top":                 {Point{396, -4}, Point{0.5001, 0}},
		"bottom, from within": {Point{405, 190}, Point{0.5001, 1}},
	} {
		a := NewElement(Arrow, DefaultStyle())
		a.setVertices([]Point{{0, -300}, c.at})
		if got := Bind(s.Scene, a, AtEnd, s.Get("A"), c.at).End.FixedPoint; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	a := NewElement(Arrow, DefaultStyle())
	a.setVertices([]Point{{0, 40}, {302, 120}})
	if got := Bind(s.Scene, a, AtEnd, s.Get("A"), Point{302, 120}).End.FixedPoint; got.X == 0 {
		t.Errorf("a tenth beside the middle it snapped to %v", got)
	}
}

func TestSelfLoopsKeepTheirForm(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.arrow("E", Point{104, 30}, Point{70, -4})
	e := s.Get("E")
	v := e.Vertices()
	if len(v) < 4 || e.Start == nil || e.End == nil || s.Get("A").borderDistance(e.Middle()) < 10 {
		t.Fatalf("drawn from side to side it runs %v", v)
	}
	s.Apply(Move(s.Scene, []string{"A"}, 50, 60))
	for i, p := range s.Get("E").Vertices() {
		if p.Dist(v[i].Add(Point{50, 60})) > 1e-6 {
			t.Errorf("point %d moved from %v to %v, want by 50, 60", i, v[i], p)
		}
	}
}

// The nearest place on a line lies on it, and a point put in there leaves the
// others in their order.
func TestTheNearestPlaceOnALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Float64Range(-200, 200)
		n := rapid.IntRange(2, 6).Draw(t, "points")
		var points []Point
		for range n {
			points = append(points, Point{at.Draw(t, "x"), at.Draw(t, "y")})
		}
		e := NewElement(Line, DefaultStyle())
		if rapid.Bool().Draw(t, "sharp") {
			e.Roundness = nil
		}
		e.setVertices(points)
		p := Point{at.Draw(t, "px"), at.Draw(t, "py")}
		q, i := e.Nearest(p)
		if i < 1 || i >= n {
			t.Fatalf("a point of %d would be put in at %d", n, i)
		}
		if !e.hitsLine(q, 1e-6) {
			t.Fatalf("%v does not lie on the line", q)
		}
		for _, v := range e.polyline(nil) {
			if v.Dist(p) < q.Dist(p)-1e-9 {
				t.Fatalf("%v is nearer to %v than %v", v, p, q)
			}
		}
	})
}
