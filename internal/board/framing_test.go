package board

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// framed is a sketch with a frame of 400 by 300 at 0, 0.
func framed() sketch {
	s := newSketch()
	f := NewFrame()
	f.ID, f.W, f.H = "frame", 400, 300
	s.put(f)
	return s
}

func TestAFrameTakesInWhatLiesInItWhole(t *testing.T) {
	s := newSketch()
	s.box("in", 20, 20, 80, 50)
	s.box("across", 350, 20, 100, 50)
	s.box("out", 600, 20, 80, 50)
	s.box("g1", 20, 100, 50, 50)
	s.box("g2", 500, 100, 50, 50)
	s.box("h1", 20, 200, 50, 50)
	s.box("h2", 120, 200, 50, 50)
	s.label("in", "Feed")
	s.Apply(Group(s.Scene, []string{"g1", "g2"}))
	s.Apply(Group(s.Scene, []string{"h1", "h2"}))
	f := NewFrame()
	f.ID, f.W, f.H = "frame", 400, 300
	e := s.Then(PutNew(s.Scene, f), func(made *Scene) Edit { return TakeIn(made, f.ID) })
	s.Apply(e)
	for id, want := range map[string]string{"in": "frame", "across": "", "out": "", "g1": "", "g2": "", "h1": "frame", "h2": "frame"} {
		if got := s.Get(id).Frame; got != want {
			t.Errorf("%s is in frame %q, want %q", id, got, want)
		}
	}
	if l := s.LabelOf(s.Get("in")); l.Frame != "frame" {
		t.Error("the label is not in the frame of its shape")
	}
}

func TestMovingInAndOutOfAFrame(t *testing.T) {
	s := framed()
	s.box("a", 500, 20, 80, 50)
	s.box("b", 150, 20, 80, 50)
	s.arrow("ab", Point{540, 45}, Point{190, 45})
	move := func(dx, dy float64, ids ...string) {
		s.Apply(Reframed(s.Scene, Move(s.Scene, ids, dx, dy), ids))
	}
	in := func(id string) bool { return s.Get(id).Frame == "frame" }
	move(5, 5, "b")
	if !in("b") || in("ab") {
		t.Errorf("the box in the frame: %v; the arrow that leads out of it: %v", in("b"), in("ab"))
	}
	move(-450, 100, "a")
	if !in("a") || !in("ab") {
		t.Error("with both boxes in the frame their arrow is not")
	}
	move(-90, 0, "a") // across the border
	if !in("a") {
		t.Error("half outside, the box left the frame")
	}
	move(-500, 0, "a")
	if in("a") || in("ab") {
		t.Error("outside, the box or its arrow is still in the frame")
	}
	before := s.Get("b").X
	s.box("loose", 1050, 520, 40, 40)
	move(1000, 500, "frame")
	if !in("b") || s.Get("b").X != before+1000 || in("loose") {
		t.Error("a frame that moves takes its content along, and nothing else")
	}
	s.Apply(Delete(s.Scene, []string{"frame"}))
	if s.Get("b") == nil || s.Get("b").Frame != "" {
		t.Error("without its frame the content is gone, or not free")
	}
}

func TestADuplicatedFrameHasItsOwnContent(t *testing.T) {
	s := framed()
	s.box("b", 150, 20, 80, 50)
	s.Apply(TakeIn(s.Scene, "frame"))
	ids := []string{"frame"}
	e := Duplicate(s.Scene, ids, 500, 0)
	if len(e.Put) != 2 {
		t.Fatalf("%d elements were made, want the frame and the box", len(e.Put))
	}
	var frame, box *Element
	for _, el := range e.Put {
		if el.IsFrame() {
			frame = el
		} else {
			box = el
		}
	}
	if box.Frame != frame.ID || box.X != 650 {
		t.Errorf("the copied box is in %q at %g, want in the copy at 650", box.Frame, box.X)
	}
}

func TestAResizedFrameHoldsOther(t *testing.T) {
	s := framed()
	s.box("b", 300, 20, 80, 50)
	s.box("far", 500, 20, 80, 50)
	s.Apply(TakeIn(s.Scene, "frame"))
	resize := func(w float64) {
		f := s.Get("frame")
		ids := []string{"frame"}
		s.Apply(Reframed(s.Scene, Resize(s.Scene, ids, f.Box(), Rect{0, 0, w, 300}, ResizeOptions{}), ids))
	}
	resize(600)
	if s.Get("far").Frame != "frame" {
		t.Error("the larger frame does not hold what it surrounds")
	}
	resize(200)
	if s.Get("far").Frame != "" || s.Get("b").Frame != "" {
		t.Error("the smaller frame holds what lies outside")
	}
}

func TestWrappingTheSelection(t *testing.T) {
	s := newSketch()
	s.box("a", 100, 100, 80, 50)
	s.box("b", 300, 200, 80, 50)
	s.box("between", 200, 150, 20, 20)
	e := WrapInFrame(s.Scene, []string{"a", "b"})
	f := e.Put[0]
	s.Apply(e)
	if want := (Rect{84, 84, 312, 182}); f.Box() != want {
		t.Errorf("the frame is %v, want %v", f.Box(), want)
	}
	if s.Get("a").Frame != f.ID || s.Get("b").Frame != f.ID || s.Get("between").Frame != "" {
		t.Error("the frame holds others than were selected")
	}
	if e := WrapInFrame(s.Scene, []string{f.ID}); !e.Empty() {
		t.Error("a frame was put in a frame")
	}
	s.Apply(SetFrameName(s.Scene, f.ID, "Serving"))
	if s.Get(f.ID).FrameName() != "Serving" || !SetFrameName(s.Scene, f.ID, "Serving").Empty() || !SetFrameName(s.Scene, "a", "x").Empty() {
		t.Error("naming a frame")
	}
}

func TestArrowsBindToAFrameAtItsBorder(t *testing.T) {
	s := framed()
	for at, want := range map[Point]string{{200, 150}: "", {3, 150}: "frame", {200, 310}: "frame", {200, 330}: ""} {
		got := ""
		if e := BindTarget(s.Scene, at, BindCapture); e != nil {
			got = e.ID
		}
		if got != want {
			t.Errorf("at %v an arrow binds to %q, want %q", at, got, want)
		}
	}
	a := NewElement(Arrow, DefaultStyle())
	a.setVertices([]Point{{-300, 150}, {0, 150}})
	a = Bind(s.Scene, a, AtEnd, s.Get("frame"), Point{0, 150})
	s.Apply(PutNew(s.Scene, a))
	s.Apply(Move(s.Scene, []string{"frame"}, 0, 400))
	v := s.Get(a.ID).Vertices()
	if end := v[1]; end.X > 0 || end.X < -10 || end.Y < 400 || end.Y > 700 {
		t.Errorf("the frame went down 400, the arrow's end is at %v", end)
	}
}

// However edits follow each other, Then is the first with the second after it,
// and its inverse takes both back.
func TestThenIsOneAfterTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := NewScene()
		edit := func(what string) Edit {
			var e Edit
			for range rapid.IntRange(0, 4).Draw(t, what) {
				id := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "id")
				if rapid.Bool().Draw(t, "put") {
					el := NewElement(Rectangle, DefaultStyle())
					el.ID, el.X, el.Index = id, float64(rapid.IntRange(0, 99).Draw(t, "x")), "a"+id
					e.Put = append(e.Put, el)
				} else {
					e.Remove = append(e.Remove, id)
				}
			}
			return e
		}
		s.Apply(edit("scene"))
		first, second := edit("first"), edit("second")
		want, got := s.Clone(), s.Clone()
		want.Apply(first)
		want.Apply(second)
		inverse := got.Apply(s.Then(first, func(*Scene) Edit { return second }))
		if !slices.EqualFunc(got.Elements(), want.Elements(), func(a, z *Element) bool { return reflect.DeepEqual(a, z) }) {
			t.Fatalf("%v, want %v", ids(got), ids(want))
		}
		got.Apply(inverse)
		if !slices.Equal(got.Elements(), s.Elements()) {
			t.Fatal("the inverse does not take both back")
		}
	})
}

func ids(s *Scene) []string { return idsOf(s.Elements()) }
