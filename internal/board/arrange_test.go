package board

import (
	"math"
	"slices"
	"testing"
)

func TestRotateTurnsAboutTheMiddle(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 50)
	s.box("B", 200, 0, 100, 50)
	label := s.label("A", "A").ID
	s.box("C", 600, 0, 100, 50)
	s.arrow("AB", Point{50, 25}, Point{250, 25})
	s.arrow("BC", Point{250, 25}, Point{650, 25})
	s.Apply(Rotate(s.Scene, []string{"A", "B"}, math.Pi/2))
	if a := s.Get("A"); a.Centre().Dist(Point{150, -75}) > 1e-6 || !near(a.Angle, math.Pi/2) {
		t.Errorf("A's middle at %v, turned by %v; want 150, -75", a.Centre(), a.Angle)
	}
	if l := s.Get(label); !near(l.Angle, math.Pi/2) || l.Box().Centre().Dist(Point{150, -75}) > 1 {
		t.Errorf("the label is at %v, turned by %v", l.Box().Centre(), l.Angle)
	}
	if v := s.Get("AB").Vertices(); math.Abs(v[0].X-150) > 0.1 || v[0].Y > v[1].Y || s.Get("AB").Start == nil {
		t.Errorf("the arrow between them runs %v", v)
	}
	if e := s.Get("BC"); e.Start == nil || s.Get("B").borderDistance(e.Vertices()[0]) > 7 {
		t.Errorf("the arrow from B starts at %v", e.Vertices()[0])
	}
	s.Apply(Rotate(s.Scene, []string{"A", "B"}, -math.Pi/2))
	if a := s.Get("A"); !nearRect(a.Box(), Rect{0, 0, 100, 50}) || !near(math.Sin(a.Angle), 0) {
		t.Errorf("turned back A is at %v, %v", a.Box(), a.Angle)
	}
	s.Apply(Rotate(s.Scene, []string{"AB"}, 1))
	if e := s.Get("AB"); e.Start != nil || e.End != nil {
		t.Error("turned alone the arrow must come off")
	}
	checkReferences(t, s.Scene)
}

func TestGroupsGather(t *testing.T) {
	s := newSketch()
	for _, id := range []string{"a", "b", "c", "d"} {
		s.box(id, 0, 0, 10, 10)
	}
	label := s.label("a", "x").ID
	s.Apply(Group(s.Scene, []string{"a", "c"}))
	if got := idsOf(s.Elements()); !slices.Equal(got, []string{"b", "a", label, "c", "d"}) {
		t.Errorf("order %v, want the group together under d", got)
	}
	if g := s.Get("a").Groups; len(g) != 1 || !slices.Equal(g, s.Get(label).Groups) || !slices.Equal(g, s.Get("c").Groups) {
		t.Errorf("groups %v", g)
	}
	s.Apply(Group(s.Scene, []string{"a", "c", "d"}))
	outer := s.Get("d").Groups[0]
	if got := s.GroupMates("c", ""); !slices.Equal(got, []string{"a", "c", "d"}) {
		t.Errorf("a click on c selects %v, want all of the outer group", got)
	}
	if got := s.GroupMates("c", outer); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("within the outer group it selects %v, want the inner one", got)
	}
	if got := s.GroupMates("d", outer); !slices.Equal(got, []string{"d"}) {
		t.Errorf("d within its group selects %v", got)
	}
	s.Apply(Ungroup(s.Scene, []string{"d"}))
	if len(s.Get("d").Groups) != 0 || len(s.Get("a").Groups) != 1 {
		t.Errorf("groups left: d %v, a %v; want the inner one alone", s.Get("d").Groups, s.Get("a").Groups)
	}
	if e := Group(s.Scene, []string{"b"}); !e.Empty() {
		t.Error("one element makes no group")
	}
}

func TestAlign(t *testing.T) {
	for edge, want := range map[Edge]Point{
		LeftEdge: {0, 100}, CentreX: {45, 100}, RightEdge: {90, 100},
		TopEdge: {50, 0}, CentreY: {50, 65}, BottomEdge: {50, 130},
	} {
		s := newSketch()
		s.box("big", 0, 0, 100, 140)
		s.box("small", 50, 100, 10, 10)
		s.box("part", 52, 104, 2, 2)
		s.Apply(Group(s.Scene, []string{"small", "part"}))
		s.arrow("E", Point{20, 20}, Point{55, 105})
		s.Apply(Align(s.Scene, []string{"big", "small", "part", "E"}, edge))
		if e := s.Get("small"); !near(e.X, want.X) || !near(e.Y, want.Y) {
			t.Errorf("edge %d: small at %v, %v; want %v", edge, e.X, e.Y, want)
		}
		if p := s.Get("part"); !near(p.X-s.Get("small").X, 2) {
			t.Errorf("edge %d: the group came apart", edge)
		}
		if big := s.Get("big"); big.X != 0 || big.Y != 0 {
			t.Errorf("edge %d: the outermost moved", edge)
		}
	}
}

func TestAlignWithinAGroup(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 10, 10)
	s.box("b", 50, 50, 10, 10)
	s.Apply(Group(s.Scene, []string{"a", "b"}))
	s.Apply(Align(s.Scene, []string{"a", "b"}, LeftEdge))
	if s.Get("b").X != 0 {
		t.Error("the parts of a group that is all there is are not aligned")
	}
}

func TestDistribute(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 10)
	s.box("b", 110, 0, 20, 10)
	s.box("c", 120, 0, 80, 10)
	s.box("d", 400, 0, 100, 10)
	s.Apply(Distribute(s.Scene, []string{"d", "b", "a", "c"}, Horizontal))
	for id, want := range map[string]float64{"a": 0, "b": 100 + 200.0/3, "c": 120 + 400.0/3, "d": 400} {
		if got := s.Get(id).X; !near(got, want) {
			t.Errorf("%s at %v, want %v: gaps of 66.7", id, got, want)
		}
	}
	s = newSketch()
	for i, id := range []string{"a", "b", "c"} {
		s.box(id, 0, float64(i*i)*30, 10, 100)
	}
	s.Apply(Distribute(s.Scene, []string{"a", "b", "c"}, Vertical))
	if got := s.Get("b").Y; !near(got, 60) {
		t.Errorf("overlapping: b at %v, want its middle in the middle", got)
	}
	if e := Distribute(s.Scene, []string{"a", "b"}, Vertical); !e.Empty() {
		t.Error("two have nothing to be distributed between")
	}
}

func TestForwardAndBackward(t *testing.T) {
	s := newSketch()
	for _, id := range []string{"a", "b", "c", "d"} {
		s.box(id, 0, 0, 10, 10)
	}
	la, lb := s.label("a", "x").ID, s.label("b", "x").ID
	steps := []struct {
		edit func(*Scene, []string) Edit
		ids  []string
		want []string
	}{
		{Forward, []string{"a"}, []string{"b", lb, "a", la, "c", "d"}},
		{Forward, []string{"a", "c"}, []string{"b", lb, "d", "a", la, "c"}},
		{Forward, []string{"c"}, []string{"b", lb, "d", "a", la, "c"}},
		{Backward, []string{"c"}, []string{"b", lb, "d", "c", "a", la}},
		{Backward, []string{"a", "d"}, []string{"d", "b", lb, "a", la, "c"}},
		{Backward, []string{"d"}, []string{"d", "b", lb, "a", la, "c"}},
	}
	for i, step := range steps {
		s.Apply(step.edit(s.Scene, step.ids))
		if got := idsOf(s.Elements()); !slices.Equal(got, step.want) {
			t.Fatalf("step %d: %v, want %v", i, got, step.want)
		}
	}
}

func TestLockKeepsTheMouseOff(t *testing.T) {
	s := newSketch()
	e := s.box("a", 0, 0, 100, 100).Clone()
	e.Background = "#fff"
	s.Apply(Edit{Put: []*Element{e}})
	label := s.label("a", "x").ID
	s.Apply(Lock(s.Scene, []string{"a"}))
	if s.HitTest(Point{50, 50}, 2) != nil || !s.Get(label).Locked {
		t.Error("a locked box or its text is hit")
	}
	s.Apply(Unlock(s.Scene, []string{"a"}))
	if hit := s.HitTest(Point{50, 50}, 2); hit == nil || hit.ID != "a" {
		t.Error("unlocked it is not hit")
	}
}

func TestFlipMirrors(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 50)
	s.box("b", 200, 0, 50, 50)
	s.arrow("E", Point{50, 25}, Point{225, 25})
	picture := NewImage("file", 40, 40)
	picture.ID, picture.X = "picture", 300
	s.put(picture)
	s.Apply(Flip(s.Scene, []string{"a", "b", "E", "picture"}, Horizontal))
	for id, x := range map[string]float64{"a": 240, "b": 90, "picture": 0} {
		if got := s.Get(id).X; !near(got, x) {
			t.Errorf("%s at %v, want %v", id, got, x)
		}
	}
	if p := s.Get("picture").Scale; p != (Point{-1, 1}) {
		t.Errorf("the picture's scale is %v", p)
	}
	if v := s.Get("E").Vertices(); v[0].X < v[1].X || s.Get("E").Start.ElementID != "a" {
		t.Errorf("the arrow runs %v", v)
	}
	s.Apply(Flip(s.Scene, []string{"picture"}, Vertical))
	if p := s.Get("picture"); p.Scale != (Point{-1, -1}) || !near(p.X, 0) || !near(p.Y, 0) {
		t.Errorf("flipped alone: %v at %v, %v", p.Scale, p.X, p.Y)
	}
}
