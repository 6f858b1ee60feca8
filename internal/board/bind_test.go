package board

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func ends(e *Element) (Point, Point) {
	v := e.Vertices()
	return v[0], v[len(v)-1]
}

func TestBindTarget(t *testing.T) {
	s := newSketch()
	s.box("big", 0, 0, 300, 300)
	s.box("small", 100, 100, 50, 50)
	s.shape("ellipse", Ellipse, 400, 0, 100, 100)
	at := func(x, y float64, not ...string) string {
		if e := BindTarget(s.Scene, Point{x, y}, BindCapture, not...); e != nil {
			return e.ID
		}
		return ""
	}
	for name, c := range map[string]struct {
		x, y float64
		want string
	}{
		"within":                       {20, 20, "big"},
		"within both, the smaller":     {120, 120, "small"},
		"beside the smaller, in reach": {90, 120, "small"},
		"15 beside":                    {-15, 150, "big"},
		"16 beside":                    {-16, 150, ""},
		"in the corner of an ellipse's box, out of its reach": {400, 0, ""},
		"beside the ellipse": {390, 50, "ellipse"},
	} {
		if got := at(c.x, c.y); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := at(120, 120, "small"); got != "big" {
		t.Errorf("with the smaller one excluded: %q, want big", got)
	}
	cover := NewElement(Rectangle, DefaultStyle())
	cover.ID, cover.X, cover.Y, cover.W, cover.H, cover.Background = "cover", 80, 80, 120, 120, "#fff"
	s.put(cover)
	if got := at(120, 120); got != "cover" {
		t.Errorf("under a filled shape: %q, want the cover", got)
	}
}

func TestArrowStopsAtTheGap(t *testing.T) {
	for _, kind := range []Kind{Rectangle, Ellipse, Diamond} {
		s := newSketch()
		s.shape("A", kind, 0, 0, 160, 80)
		s.shape("B", kind, 360, 0, 160, 80)
		a := s.arrow("E", Point{80, 40}, Point{440, 40})
		start, end := ends(a)
		// Rounded diamonds have no tip: their outline begins further in.
		tip := 0.0
		if kind == Diamond {
			tip = s.Get("A").borderDistance(Point{160, 40})
		}
		if math.Abs(start.X-(166-tip)) > 0.05 || math.Abs(end.X-(354+tip)) > 0.05 {
			t.Errorf("%s: from %v to %v, want x 166 to 354 (inwards by %v)", kind, start, end, tip)
		}
		if math.Abs(start.Y-40) > 0.1 || math.Abs(end.Y-40) > 0.1 {
			t.Errorf("%s: from %v to %v, want level", kind, start, end)
		}
		for _, id := range []string{"A", "B"} {
			if refs := s.Get(id).Bound; len(refs) != 1 || refs[0] != (BoundRef{"E", Arrow}) {
				t.Errorf("%s: %s refers to %v, want the arrow", kind, id, refs)
			}
		}
		if a.Start.FixedPoint != (Point{0.5001, 0.5001}) || a.Start.Mode != Orbit {
			t.Errorf("%s: bound at %v %s, want the centre", kind, a.Start.FixedPoint, a.Start.Mode)
		}
	}
}

func TestArrowAimsWhereItWasDropped(t *testing.T) {
	s := newSketch()
	s.box("B", 300, 0, 200, 200)
	a := s.arrow("E", Point{0, 40}, Point{310, 40}) // level, near the upper edge
	if _, end := ends(a); math.Abs(end.X-294) > 0.1 || math.Abs(end.Y-40) > 0.1 {
		t.Errorf("ends at %v, want about 294, 40", end)
	}
	fp := a.End.FixedPoint
	if math.Abs(fp.X-fp.Y) > 1e-6 || math.Abs(fp.X-0.2) > 1e-6 {
		t.Errorf("aims at %v, want on the diagonal at a fifth", fp)
	}
}

func TestArrowWithinAShapeStaysWhereDropped(t *testing.T) {
	s := newSketch()
	s.box("outer", 0, 0, 400, 300)
	s.box("inner", 20, 120, 80, 60)
	a := s.arrow("E", Point{60, 150}, Point{350, 150})
	if a.Start.ElementID != "inner" || a.End.ElementID != "outer" || a.End.Mode != Inside {
		t.Fatalf("bound %+v, %+v", a.Start, a.End)
	}
	if _, end := ends(a); end.Dist(Point{350, 150}) > 0.1 {
		t.Errorf("ends at %v, want where it was dropped", end)
	}
}

func TestArrowFollows(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 300, 0, 100, 100)
	s.arrow("E", Point{50, 50}, Point{350, 50})
	label := s.label("E", "calls")
	s.Apply(Move(s.Scene, []string{"B"}, 0, 300))
	start, end := ends(s.Get("E"))
	// Both ends turn: the arrow runs along the line between the centres.
	for _, p := range []Point{start, end} {
		if math.Abs(p.X-p.Y) > 0.2 {
			t.Errorf("%v is off the line between the centres", p)
		}
	}
	if d := s.Get("B").borderDistance(end); math.Abs(d-6) > 0.05 {
		t.Errorf("ends %v before B, want 6", d)
	}
	label = s.Get(label.ID)
	if got := label.Box().Centre(); got.Dist(s.Get("E").Middle()) > 1e-6 {
		t.Errorf("the label stayed behind at %v", got)
	}
	s.Apply(Resize(s.Scene, []string{"A"}, Rect{0, 0, 100, 100}, Rect{0, 0, 200, 200}, ResizeOptions{}))
	start, _ = ends(s.Get("E"))
	if d := s.Get("A").borderDistance(start); math.Abs(d-6) > 0.05 {
		t.Errorf("starts %v beside the resized A, want 6", d)
	}
}

func TestPointsBetweenTheEndsStay(t *testing.T) {
	s := newSketch()
	s.box("B", 300, 200, 100, 100)
	s.arrow("E", Point{0, 0}, Point{350, 0}, Point{350, 250})
	s.Apply(Move(s.Scene, []string{"B"}, 40, 0))
	v := s.Get("E").Vertices()
	if v[0] != (Point{0, 0}) || v[1] != (Point{350, 0}) {
		t.Errorf("moved to %v: only the bound end may move", v)
	}
	if d := s.Get("B").borderDistance(v[2]); math.Abs(d-6) > 0.05 {
		t.Errorf("ends %v before B, want 6", d)
	}
}

func TestMovedAloneAnArrowComesOff(t *testing.T) {
	draw := func() sketch {
		s := newSketch()
		s.box("A", 0, 0, 100, 100)
		s.box("B", 300, 0, 100, 100)
		s.arrow("E", Point{50, 50}, Point{350, 50})
		return s
	}
	s := draw()
	before, _ := ends(s.Get("E"))
	s.Apply(Move(s.Scene, []string{"E"}, 7, 90))
	e := s.Get("E")
	if start, _ := ends(e); e.Start != nil || e.End != nil || start.Dist(before.Add(Point{7, 90})) > 1e-9 {
		t.Errorf("start %+v at %v", e.Start, start)
	}
	if len(s.Get("A").Bound) != 0 || len(s.Get("B").Bound) != 0 {
		t.Error("a shape still refers to the arrow")
	}
	// It does not bind again by itself when it lands on a shape.
	s.Apply(Move(s.Scene, []string{"E"}, -7, -90))
	if s.Get("E").Start != nil {
		t.Error("bound again by itself")
	}

	s = draw()
	s.Apply(Move(s.Scene, []string{"E", "A"}, 0, 50))
	if e := s.Get("E"); e.Start == nil || e.End == nil {
		t.Error("moved with one of its shapes it must stay bound to both")
	}
	s = draw()
	s.arrow("bent", Point{50, 50}, Point{200, 200}, Point{350, 50})
	shape := s.Get("bent").Points
	s.Apply(Move(s.Scene, []string{"A", "B"}, 50, 50))
	if e := s.Get("bent"); !slices.Equal(e.Points, shape) || e.Start == nil {
		t.Error("between two shapes that move alike it must move whole")
	}
}

func TestDragEndBindsAndFrees(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 300, 0, 100, 100)
	s.arrow("E", Point{50, 50}, Point{200, 300})
	s.Apply(DragEnd(s.Scene, "E", AtEnd, Point{350, 50}, s.Get("B")))
	if e := s.Get("E"); e.End == nil || e.End.ElementID != "B" || len(s.Get("B").Bound) != 1 {
		t.Fatalf("not bound: %+v", e.End)
	}
	if _, end := ends(s.Get("E")); math.Abs(end.X-294) > 0.1 {
		t.Errorf("ends at %v, want 6 before B", end)
	}
	s.Apply(DragEnd(s.Scene, "E", AtStart, Point{150, 200}, nil))
	e := s.Get("E")
	if start, _ := ends(e); e.Start != nil || start != (Point{150, 200}) || len(s.Get("A").Bound) != 0 {
		t.Errorf("not freed: %+v at %v", e.Start, start)
	}
	if e.End == nil {
		t.Error("the other end came off too")
	}
}

func TestOldBindingsKeepTheArrowInPlace(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	a := NewElement(Arrow, DefaultStyle())
	a.ID, a.Index = "E", "a9"
	a.setVertices([]Point{{300, 30}, {101, 30}})
	a.End = &Binding{ElementID: "A"}
	m := Migrate(s.Scene, a)
	if m.End.Mode != Orbit || a.End.Mode != "" {
		t.Fatalf("migrated to %+v, the given one is %+v", m.End, a.End)
	}
	_, end := ends(Resolve(s.Scene, m))
	if math.Abs(end.Y-30) > 0.01 {
		t.Errorf("level at 30 it now ends at %v", end)
	}
	a.setVertices([]Point{{300, 30}, {80, 30}})
	if m := Migrate(s.Scene, a); m.End.Mode != Inside || m.End.FixedPoint != (Point{0.8, 0.3}) {
		t.Errorf("an end within the shape became %+v, want inside at 0.8, 0.3", m.End)
	}
}

// The older schema's focus is 0 for an arrow through the centre and grows to
// one side; its sign says which.
func TestOldSchemasFocus(t *testing.T) {
	box := &Element{Kind: Rectangle, W: 100, H: 100}
	for _, c := range []struct {
		from, to Point
		want     float64
	}{
		{Point{50, -100}, Point{50, -6}, 0},
		{Point{75, -100}, Point{75, -6}, 0.5},
		{Point{25, -100}, Point{25, -6}, -0.5},
		{Point{200, 75}, Point{106, 75}, 0.5},
		{Point{-200, 75}, Point{-6, 75}, -0.5},
	} {
		if got := focusRatio(box, c.from, c.to); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("from %v: focus %v, want %v", c.from, got, c.want)
		}
	}
}

func TestResolveSurvivesAnyPosition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newSketch()
		kinds := rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond})
		place := rapid.OneOf(rapid.Float64Range(-300, 300), rapid.SampledFrom([]float64{0, 50, 100}))
		size := rapid.OneOf(rapid.Float64Range(0, 200), rapid.SampledFrom([]float64{0, 1, 100}))
		for _, id := range []string{"A", "B"} {
			e := NewElement(kinds.Draw(t, "kind"), DefaultStyle())
			e.ID, e.X, e.Y = id, place.Draw(t, "x"), place.Draw(t, "y")
			e.W, e.H, e.Angle = size.Draw(t, "w"), size.Draw(t, "h"), rapid.SampledFrom([]float64{0, 1, math.Pi}).Draw(t, "angle")
			s.put(e)
		}
		a := NewElement(Arrow, DefaultStyle())
		a.setVertices([]Point{{0, 0}, {100, 0}})
		a.Elbowed = rapid.Bool().Draw(t, "elbowed")
		ratio := rapid.SampledFrom([]float64{0, 0.5001, 1, 0.3, -0.1, math.NaN()})
		mode := rapid.SampledFrom([]string{Orbit, Inside, "", "skip"})
		second := rapid.SampledFrom([]string{"A", "B"}).Draw(t, "second")
		a.Start = &Binding{ElementID: "A", Mode: mode.Draw(t, "mode"), FixedPoint: Point{ratio.Draw(t, "x"), ratio.Draw(t, "y")}}
		a.End = &Binding{ElementID: second, Mode: mode.Draw(t, "mode"), FixedPoint: Point{ratio.Draw(t, "x"), ratio.Draw(t, "y")}}
		r := Resolve(s.Scene, a)
		start, end := ends(r)
		for _, v := range []float64{start.X, start.Y, end.X, end.Y, r.W, r.H} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("from %v to %v", start, end)
			}
		}
		long := 0.0 // a loop's ends may lie side by side
		for i, v := range r.Vertices()[1:] {
			long += v.Dist(r.Vertices()[i])
		}
		if long < minArrow-0.1 {
			t.Fatalf("%v long, want at least %v", long, minArrow)
		}
		if again := Resolve(s.Scene, r); again != r {
			t.Fatalf("resolved twice: %v, then %v", r.Vertices(), again.Vertices())
		}
	})
}

// However two shapes lie apart, a centred arrow runs between them, pointing
// from the one to the other, and keeps its distance from both.
func TestCentredArrowRunsBetweenShapes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newSketch()
		kinds := rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond})
		angle := rapid.Float64Range(0, 2*math.Pi).Draw(t, "direction")
		far := rapid.Float64Range(420, 1500).Draw(t, "distance")
		for id, c := range map[string]Point{"A": {0, 0}, "B": Point{far, 0}.Rotate(Point{}, angle)} {
			w, h := rapid.Float64Range(20, 280).Draw(t, "w"), rapid.Float64Range(20, 280).Draw(t, "h")
			e := s.shape(id, kinds.Draw(t, "kind"), c.X-w/2, c.Y-h/2, w, h).Clone()
			e.Angle = rapid.Float64Range(0, 6).Draw(t, "angle")
			s.Apply(Edit{Put: []*Element{e}})
		}
		a := s.arrow("E", Point{}, s.Get("B").Centre())
		start, end := ends(a)
		for id, p := range map[string]Point{"A": start, "B": end} {
			if d := s.Get(id).borderDistance(p); math.Abs(d-6) > 0.05 {
				t.Fatalf("%v from %s, want 6", d, id)
			}
		}
		along := s.Get("B").Centre()
		if cos := dot(end.Sub(start), along) / start.Dist(end) / far; cos < 0.999 {
			t.Fatalf("from %v to %v: not towards B at %v", start, end, along)
		}
	})
}
