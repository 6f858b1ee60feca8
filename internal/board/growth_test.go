package board

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// grown lists the shapes and arrows that an edit brings in.
func grown(s *Scene, edit Edit) (shapes, arrows []*Element) {
	for _, e := range edit.Put {
		switch {
		case s.Get(e.ID) != nil:
		case e.Kind == Arrow:
			arrows = append(arrows, e)
		case e.IsShape():
			shapes = append(shapes, e)
		}
	}
	return shapes, arrows
}

func TestGrow(t *testing.T) {
	for dir, want := range map[Direction]Point{Rightward: {260, 0}, Downward: {0, 180}, Leftward: {-260, 0}, Upward: {0, -180}} {
		s := newSketch()
		e := s.shape("A", Diamond, 0, 0, 160, 80).Clone()
		e.Background = "#a5d8ff"
		s.Apply(Edit{Put: []*Element{e}})
		edit := Grow(s.Scene, "A", dir, 1)
		shapes, arrows := grown(s.Scene, edit)
		if len(shapes) != 1 || len(arrows) != 1 {
			t.Fatalf("%d shapes, %d arrows; want one of each", len(shapes), len(arrows))
		}
		c := shapes[0]
		if c.Kind != Diamond || c.W != 160 || c.H != 80 || c.Background != "#a5d8ff" || (Point{c.X, c.Y}) != want {
			t.Errorf("direction %d: %s of %v x %v at %v, %v; want one like A at %v", dir, c.Kind, c.W, c.H, c.X, c.Y, want)
		}
		if a := arrows[0]; !a.Elbowed || a.Start.ElementID != "A" || a.End.ElementID != c.ID || len(a.Points) != 2 {
			t.Errorf("direction %d: arrow %+v", dir, a)
		}
		s.Apply(edit)
		checkReferences(t, s.Scene)
		if next := Walk(s.Scene, "A", dir); next != c.ID {
			t.Errorf("walking direction %d leads to %q, want the new shape", dir, next)
		}
		if back := Walk(s.Scene, c.ID, dir.opposite()); back != "A" {
			t.Errorf("walking back from it leads to %q", back)
		}
	}
}

func TestGrowSiblingsSideBySide(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 160, 80)
	edit := Grow(s.Scene, "A", Rightward, 3)
	shapes, _ := grown(s.Scene, edit)
	for i, y := range []float64{-120, 0, 120} {
		if shapes[i].X != 260 || shapes[i].Y != y {
			t.Errorf("sibling %d at %v, %v; want 260, %v", i, shapes[i].X, shapes[i].Y, y)
		}
	}
	s.Apply(edit)
	if got := Walk(s.Scene, shapes[0].ID, Downward); got != shapes[1].ID {
		t.Errorf("down from the first leads to %q, want the second", got)
	}
	if got := Walk(s.Scene, shapes[1].ID, Leftward); got != "A" {
		t.Errorf("left leads to %q, want A", got)
	}
	if e := Grow(s.Scene, shapes[0].ID+"?", Rightward, 1); !e.Empty() {
		t.Error("grew from nothing")
	}
}

// Wherever other shapes lie, new ones cover none of them, unless one that holds
// the old does.
func TestGrowCoversNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newSketch()
		s.box("A", 0, 0, 160, 80)
		for i := range rapid.IntRange(0, 12).Draw(t, "others") {
			x, y := rapid.Float64Range(-600, 600).Draw(t, "x"), rapid.Float64Range(-600, 600).Draw(t, "y")
			s.box(fmt.Sprint(i), x, y, rapid.Float64Range(10, 150).Draw(t, "w"), rapid.Float64Range(10, 75).Draw(t, "h"))
		}
		edit := Grow(s.Scene, "A", Direction(rapid.IntRange(0, 3).Draw(t, "dir")), rapid.IntRange(1, 4).Draw(t, "n"))
		shapes, _ := grown(s.Scene, edit)
		if len(shapes) == 0 {
			t.Fatal("nothing grew")
		}
		for _, c := range shapes {
			for _, e := range s.Elements() {
				if c.Extent().Intersects(e.Extent()) {
					t.Fatalf("%v covers %s at %v", c.Extent(), e.ID, e.Extent())
				}
			}
		}
		s.Apply(edit)
		checkReferences(t, s.Scene)
		checkFinite(t, s.Scene)
	})
}

func TestTidyLaysOutByArrows(t *testing.T) {
	s := newSketch()
	s.box("db", 0, 0, 160, 80)
	s.box("client", 500, 400, 160, 80)
	s.box("api", 100, 50, 160, 80)
	s.box("note", 120, 60, 50, 50)
	s.box("far", 3000, 3000, 50, 50)
	bind := func(id, from, to string) {
		a := NewElement(Arrow, DefaultStyle())
		a.ID = id
		a.setVertices([]Point{s.Get(from).Centre(), {900, 900}, s.Get(to).Centre()})
		a.Start = &Binding{ElementID: from, Mode: Orbit, FixedPoint: Point{0.9, 0.1}}
		a.End = &Binding{ElementID: to, Mode: Orbit, FixedPoint: Point{0.1, 0.9}}
		s.put(a)
	}
	bind("1", "client", "api")
	bind("2", "api", "db")
	edit := Tidy(s.Scene, []string{"db", "client", "api", "note"})
	s.Apply(edit)
	checkReferences(t, s.Scene)
	for i, id := range []string{"client", "api", "db"} {
		if e := s.Get(id); !near(e.X, float64(i)*240) || !near(e.Y, 0) {
			t.Errorf("%s at %v, %v; want %v, 0", id, e.X, e.Y, i*240)
		}
	}
	if v := s.Get("1").Vertices(); len(v) != 2 || !near(v[0].X, 166) || !near(v[1].X, 234) {
		t.Errorf("the first arrow runs %v, want straight between its boxes", v)
	}
	if note := s.Get("note"); note.Y < 120-1e-6 || !near(note.X, 120) {
		t.Errorf("the note, in the way, lies at %v, %v; want it beneath", note.X, note.Y)
	}
	if s.Get("far").X != 3000 {
		t.Error("what was not selected moved")
	}
	if again := Tidy(s.Scene, []string{"db", "client", "api"}); !again.Empty() {
		for _, e := range again.Put {
			if old := s.Get(e.ID); !near(old.X, e.X) || !near(old.Y, e.Y) {
				t.Errorf("tidied again %s moves from %v, %v to %v, %v", e.ID, old.X, old.Y, e.X, e.Y)
			}
		}
	}
	if e := Tidy(s.Scene, []string{"db"}); !e.Empty() {
		t.Error("one box alone is tidied")
	}
}

func TestTidyMovesGroupsWhole(t *testing.T) {
	s := newSketch()
	for i, id := range []string{"a", "b", "c"} {
		s.box(id, float64(2-i)*30, float64(i)*50, 100, 40)
	}
	s.Apply(Group(s.Scene, []string{"a", "b"}))
	s.arrow("E", s.Get("c").Centre(), s.Get("a").Centre())
	before := s.Get("a").Centre().Sub(s.Get("b").Centre())
	s.Apply(Tidy(s.Scene, []string{"a", "b", "c"}))
	if after := s.Get("a").Centre().Sub(s.Get("b").Centre()); after.Dist(before) > 1e-6 {
		t.Errorf("the group's parts were %v apart and are %v", before, after)
	}
	if c := s.Get("c").Extent(); c.Right()+79 > s.Extent("a", "b").X {
		t.Errorf("c at %v, the group at %v", c, s.Extent("a", "b"))
	}
}

func TestPartsDropLabelled(t *testing.T) {
	for _, part := range Parts() {
		s := newSketch()
		s.Apply(Drop(s.Scene, part, Point{100, 100}))
		e := byText(s.Scene, part.Name)
		l := s.LabelOf(e)
		if e.Kind != part.Kind || l == nil || !e.Box().Encloses(l.Box()) || e.Box().Centre().Dist(Point{100, 100}) > 1 {
			t.Errorf("%s: %s at %v with %+v", part.ID, e.Kind, e.Box(), l)
		}
		if len(l.Lines()) != 1 {
			t.Errorf("%s: its name is broken: %q", part.ID, l.Wrapped)
		}
		checkReferences(t, s.Scene)
	}
	if len(Parts()) != 10 {
		t.Errorf("%d parts, want the ten that designs are made of", len(Parts()))
	}
}

func TestFind(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 200, 80)
	s.label("a", "Feature   Store\nonline")
	s.box("b", 300, 0, 200, 80)
	s.arrow("E", Point{100, 40}, Point{400, 40})
	s.label("E", "reads features")
	note := NewElement(Text, DefaultStyle())
	note.ID, note.Text, note.Y = "note", "why a store?", 300
	s.put(note)
	for words, want := range map[string]string{
		"feature": "[a E]", "FEATURE STORE online": "[a]", "store": "[a note]", "nothing": "[]", "  ": "[]",
	} {
		if got := fmt.Sprint(Find(s.Scene, words)); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}
