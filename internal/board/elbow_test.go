package board

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// elbow draws an elbow arrow between two points, bound as dropping binds.
func (s sketch) elbow(id string, from, to Point) *Element {
	a := NewElement(Arrow, DefaultStyle())
	a.ID, a.Elbowed, a.Roundness = id, true, nil
	a.setVertices([]Point{from, to})
	for end, p := range []Point{AtStart: from, AtEnd: to} {
		if target := BindTarget(s.Scene, p, BindCapture); target != nil {
			a = Bind(s.Scene, a, End(end), target, p)
		}
	}
	return s.put(a)
}

// runsInto reports whether the line enters the extent of e.
func runsInto(line []Point, e *Element) bool {
	r := e.Extent().Inset(1e-6)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if max(a.X, b.X) > r.X && min(a.X, b.X) < r.Right() && max(a.Y, b.Y) > r.Y && min(a.Y, b.Y) < r.Bottom() {
			return true
		}
	}
	return false
}

func TestElbowKeepsItsGapAndSides(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 160, 80)
	s.box("B", 360, 200, 160, 80)
	a := s.elbow("E", Point{80, 40}, Point{440, 240})
	v := a.Vertices()
	if !orthogonal(v) || len(v) != 3 {
		t.Fatalf("runs %v, want one corner", v)
	}
	if v[0].Dist(Point{166, 40}) > 0.1 || v[2].Dist(Point{440, 194}) > 0.1 {
		t.Errorf("from %v to %v, want 6 beside A and 6 above B", v[0], v[2])
	}
	s.Apply(DragEnd(s.Scene, "E", AtEnd, Point{362, 240}, s.Get("B")))
	v = s.Get("E").Vertices()
	if len(v) != 3 || v[2].Dist(Point{354, 240}) > 0.1 {
		t.Errorf("dropped on the left side it runs %v, want it to end there", v)
	}
	if fp := s.Get("E").End.FixedPoint; fp.X != 0 || math.Abs(fp.Y-0.5) > 0.001 {
		t.Errorf("bound at %v, want the left side's middle", fp)
	}
}

func TestElbowAvoidsOtherShapesAlsoWhenTheyMove(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 500, 0, 100, 100)
	s.box("other", 250, 300, 100, 100)
	s.elbow("E", Point{50, 50}, Point{550, 50})
	if v := s.Get("E").Vertices(); len(v) != 2 {
		t.Fatalf("runs %v, want straight", v)
	}
	edit := Move(s.Scene, []string{"other"}, 0, -290)
	s.Apply(edit)
	if v := s.Get("E").Vertices(); runsInto(v, s.Get("other")) || !orthogonal(v) {
		t.Errorf("runs %v into the shape that was moved in its way", v)
	}
	s.Apply(Move(s.Scene, []string{"B"}, 0, 30))
	if v := s.Get("E").Vertices(); runsInto(v, s.Get("other")) || !orthogonal(v) {
		t.Errorf("runs %v after its own shape moved", v)
	}
	// A cluster around one of its shapes is no obstacle.
	s.box("cluster", -50, -50, 200, 200)
	if w := Route(s.Scene, s.Get("E")); runsInto(w, s.Get("other")) || w[0].X > 110 {
		t.Errorf("leaves a cluster by %v", w)
	}
}

func TestElbowLoops(t *testing.T) {
	for _, kind := range []Kind{Rectangle, Ellipse, Diamond, Cylinder} {
		s := newSketch()
		s.shape("A", kind, 0, 0, 160, 80)
		s.elbow("E", Point{80, 40}, Point{80, 40})
		v := s.Get("E").Vertices()
		if !orthogonal(v) || len(v) < 4 || runsInto(v[1:len(v)-1], s.Get("A")) {
			t.Fatalf("%s: %v is no loop around", kind, v)
		}
		s.Apply(Move(s.Scene, []string{"A"}, 30, 40))
		if w := s.Get("E").Vertices(); fmt.Sprint(w[0].Sub(v[0])) != "{30 40}" || len(w) != len(v) {
			t.Errorf("%s: moved by 30, 40 the loop runs %v, was %v", kind, w, v)
		}
	}
}

func TestMovedSegmentsStay(t *testing.T) {
	draw := func() (sketch, []Point) {
		s := newSketch()
		s.box("A", 0, 0, 100, 100)
		s.box("B", 400, 300, 100, 100)
		s.elbow("E", Point{98, 50}, Point{402, 350})
		return s, s.Get("E").Vertices()
	}
	upright := func(line []Point, x float64) bool {
		for i := 1; i < len(line); i++ {
			if near(line[i].X, x) && near(line[i-1].X, x) && !near(line[i].Y, line[i-1].Y) {
				return true
			}
		}
		return false
	}
	s, v := draw()
	if len(v) != 4 || !near(v[1].X, 250) {
		t.Fatalf("runs %v, want its middle stretch at 250", v)
	}
	s.Apply(MoveSegment(s.Scene, "E", 1, Point{-60, 999}))
	if got := s.Get("E").Vertices(); !upright(got, 190) || !orthogonal(got) || got[0] != v[0] || got[3] != v[3] {
		t.Fatalf("moved by -60 it runs %v, was %v", got, v)
	}
	held := s.Get("E")
	if Resolve(s.Scene, held) != held {
		t.Error("resolving moves what a hand has placed")
	}
	s.Apply(Move(s.Scene, []string{"B"}, 70, 60))
	got := s.Get("E").Vertices()
	if !upright(got, 190) || !orthogonal(got) || got[len(got)-1].Dist(Point{464, 410}) > 0.1 {
		t.Errorf("after B moved it runs %v, want its stretch at 190 still", got)
	}
	s.Apply(ReleaseSegments(s.Scene, []string{"E"}))
	if got := s.Get("E").Vertices(); upright(got, 190) || len(got) != 4 {
		t.Errorf("let go it runs %v", got)
	}

	s, v = draw()
	s.Apply(MoveSegment(s.Scene, "E", 0, Point{0, -100}))
	got = s.Get("E").Vertices()
	if !orthogonal(got) || got[0] != v[0] || got[len(got)-1] != v[3] || len(got) != 6 || !near(got[2].Y, v[0].Y-100) {
		t.Errorf("its first stretch lifted it runs %v, was %v", got, v)
	}
	if e := MoveSegment(s.Scene, "A", 0, Point{1, 1}); !e.Empty() {
		t.Error("a box has no segments")
	}
}

func TestSegmentsOfFilesAreKept(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 400, 300, 100, 100)
	e := s.elbow("E", Point{98, 50}, Point{402, 350}).Clone()
	e.keep("fixedSegments", []byte(`[{"index":2,"start":[144,0],"end":[144,300]},{"index":77,"start":[0,0],"end":[0,0]}]`))
	e.keep("startIsSpecial", []byte(`null`))
	s.Apply(Edit{Put: []*Element{e}})
	s.Apply(Move(s.Scene, []string{"A"}, 0, 40))
	got := s.Get("E")
	if string(got.Extra["startIsSpecial"]) != "null" || len(fixedSegments(got)) != 1 {
		t.Errorf("extra keys are now %s", got.Extra)
	}
}

// On any board of shapes that lie apart an elbow arrow enters none but where
// it is bound, whatever is moved; resolving what was just drawn changes nothing.
func TestElbowNeverCrosses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newSketch()
		kinds := rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond, Cylinder})
		var ids []string
		for i := range rapid.IntRange(2, 12).Draw(t, "shapes") {
			// One to a cell of a grid, with some room.
			cell := Point{float64(i%4) * 200, float64(i/4) * 160}
			w, h := rapid.Float64Range(20, 180).Draw(t, "w"), rapid.Float64Range(20, 140).Draw(t, "h")
			id := fmt.Sprint("shape", i)
			s.shape(id, kinds.Draw(t, "kind"), cell.X+rapid.Float64Range(0, 190-w).Draw(t, "x"), cell.Y+rapid.Float64Range(0, 150-h).Draw(t, "y"), w, h)
			ids = append(ids, id)
		}
		at := func(name string) Point {
			b := s.Get(rapid.SampledFrom(ids).Draw(t, name)).Box()
			return Point{b.X + b.W*rapid.Float64Range(0.2, 0.8).Draw(t, "x"), b.Y + b.H*rapid.Float64Range(0.2, 0.8).Draw(t, "y")}
		}
		s.elbow("E", at("from"), at("to"))
		check := func(again bool) {
			e := s.Get("E")
			v := e.Vertices()
			if !orthogonal(v) {
				t.Fatalf("%v has a slant", v)
			}
			for _, id := range ids {
				own := e.Start != nil && e.Start.ElementID == id || e.End != nil && e.End.ElementID == id
				if !own && runsInto(v, s.Get(id)) {
					t.Fatalf("%v runs into %s, %v", v, id, s.Get(id).Box())
				}
				if own && len(v) > 4 && runsInto(v[2:len(v)-2], s.Get(id)) {
					t.Fatalf("%v runs back into its own %s, %v", v, id, s.Get(id).Box())
				}
			}
			if again && Resolve(s.Scene, e) != e {
				t.Fatalf("resolved again %v becomes %v", v, Resolve(s.Scene, e).Vertices())
			}
		}
		check(true)
		// Upwards and to the left, where nothing else lies.
		s.Apply(Move(s.Scene, []string{ids[0]}, -rapid.Float64Range(0, 300).Draw(t, "dx"), -rapid.Float64Range(0, 300).Draw(t, "dy")))
		check(false) // an arrow on other shapes only moves when it has to
	})
}

func BenchmarkRouteSixty(b *testing.B) {
	s := newSketch()
	for i := range 60 {
		s.box(fmt.Sprint(i), float64(i%10)*200+float64(i*37%40), float64(i/10)*140+float64(i*53%40), 120, 60)
	}
	e := s.elbow("E", s.Get("0").Centre(), s.Get("59").Centre())
	b.ReportAllocs()
	for b.Loop() {
		Route(s.Scene, e)
	}
}

func BenchmarkRouteAcrossThousands(b *testing.B) {
	s := sketch{grid(5000)}
	e := s.elbow("E", s.Get("box0").Centre(), s.Get("box4999").Centre())
	for b.Loop() {
		Route(s.Scene, e)
	}
}

// What is put on an elbow arrow's way sends it around; a stretch that a hand
// holds stays.
func TestElbowArrowsGoAroundWhatIsPutInTheirWay(t *testing.T) {
	for name, put := range map[string]func(*Scene) Edit{
		"a new shape": func(s *Scene) Edit {
			e := NewElement(Rectangle, DefaultStyle())
			e.X, e.Y, e.W, e.H = 260, 0, 80, 80
			return PutNew(s, e)
		},
		"a part": func(s *Scene) Edit { return Drop(s, Parts()[1], Point{300, 40}) },
	} {
		s := newSketch()
		s.box("a", 0, 0, 100, 80)
		s.box("b", 500, 0, 100, 80)
		s.elbow("e", Point{100, 40}, Point{500, 40})
		before := s.Get("e")
		e := put(s.Scene)
		inverse := s.Apply(e)
		after := s.Get("e")
		if len(after.Points) < 4 {
			t.Fatalf("%s: the arrow runs %v", name, after.Vertices())
		}
		for _, o := range e.Put {
			if !o.obstructs() {
				continue
			}
			v := after.Vertices()
			for i := 1; i < len(v); i++ {
				if o.Box().Inset(0.01).Intersects(RectOf(v[i-1], v[i])) {
					t.Errorf("%s: the arrow runs through it: %v", name, v)
				}
			}
		}
		s.Apply(inverse)
		if s.Get("e") != before {
			t.Errorf("%s: the inverse does not bring the arrow back", name)
		}
	}
	s := newSketch()
	s.box("a", 0, 0, 100, 80)
	s.box("b", 500, 0, 100, 80)
	s.elbow("e", Point{100, 40}, Point{500, 40})
	s.Apply(MoveSegment(s.Scene, "e", 0, Point{0, 60}))
	held := s.Get("e")
	s.box("c", 260, 60, 80, 80)
	if s.Get("e") != held {
		t.Error("a stretch that a hand holds was moved")
	}
}
