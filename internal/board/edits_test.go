package board

import (
	"math"
	"slices"
	"testing"
)

func TestPutNewMeasuresAndRaises(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 10, 10)
	e := NewElement(Freedraw, DefaultStyle())
	e.ID, e.X, e.Y = "pen", 100, 100
	e.Points = []Point{{5, 5}, {-20, 10}, {30, 40}}
	edit := PutNew(s.Scene, e)
	if e.W != 0 || e.Index != "" {
		t.Error("the given element was changed")
	}
	s.Apply(edit)
	pen := s.Get("pen")
	diff(t, "points", []Point{{0, 0}, {-25, 5}, {25, 35}}, pen.Points)
	if pen.X != 105 || pen.Y != 105 || pen.W != 50 || pen.H != 35 {
		t.Errorf("from %v, %v, %v x %v; want 105, 105, 50 x 35", pen.X, pen.Y, pen.W, pen.H)
	}
	if top := s.Elements()[s.Len()-1]; top.ID != "pen" {
		t.Errorf("%s is on top, want the new element", top.ID)
	}
}

func TestMoveCarriesTextAndLeavesTheRest(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 60)
	label := s.label("a", "A")
	s.box("b", 300, 0, 100, 60)
	still := s.Get("b")
	edit := Move(s.Scene, []string{"a"}, 10, -5)
	if s.Get("a").X != 0 {
		t.Fatal("building the edit moved the box: previews must not")
	}
	s.Apply(edit)
	if a := s.Get("a"); a.X != 10 || a.Y != -5 {
		t.Errorf("box at %v, %v", a.X, a.Y)
	}
	if l := s.Get(label.ID); !near(l.X, label.X+10) || !near(l.Y, label.Y-5) {
		t.Errorf("label at %v, %v", l.X, l.Y)
	}
	if s.Get("b") != still {
		t.Error("what was not moved was written")
	}
	if e := Move(s.Scene, []string{"a"}, 0, 0); !e.Empty() {
		t.Error("moving by nothing is an edit")
	}
	if e := Move(s.Scene, []string{label.ID}, 1, 0); len(e.Put) != 2 {
		t.Errorf("moving a label puts %d elements, want it to move its box", len(e.Put))
	}
}

func TestMovingAFrameMovesWhatLiesInIt(t *testing.T) {
	s := newSketch()
	frame := NewElement("frame", DefaultStyle())
	frame.ID, frame.W, frame.H = "frame", 300, 300
	s.put(frame)
	inside := s.box("in", 10, 10, 50, 50).Clone()
	inside.Frame = "frame"
	s.Apply(Edit{Put: []*Element{inside}})
	s.Apply(Move(s.Scene, []string{"frame"}, 5, 5))
	if s.Get("in").X != 15 {
		t.Error("the box stayed behind")
	}
	s.Apply(Delete(s.Scene, []string{"frame"}))
	if in := s.Get("in"); in == nil || in.Frame != "" {
		t.Errorf("deleting the frame left %+v", in)
	}
}

func TestResizeMapsTheSelection(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 50)
	s.shape("b", Ellipse, 100, 50, 100, 50)
	line := NewElement(Line, DefaultStyle())
	line.ID = "line"
	line.setVertices([]Point{{0, 100}, {200, 0}})
	s.put(line)
	s.Apply(Resize(s.Scene, []string{"a", "b", "line"}, Rect{0, 0, 200, 100}, Rect{10, 10, 400, 50}, ResizeOptions{Corner: true}))
	for id, want := range map[string]Rect{"a": {10, 10, 200, 25}, "b": {210, 35, 200, 25}, "line": {10, 10, 400, 50}} {
		if got := s.Get(id).Extent(); !nearRect(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
	if start, _ := ends(s.Get("line")); start != (Point{10, 60}) {
		t.Errorf("the line starts at %v, want 10, 60", start)
	}
}

func TestResizeFlips(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 100)
	pen := NewElement(Freedraw, DefaultStyle())
	pen.ID = "pen"
	pen.setVertices([]Point{{0, 0}, {100, 30}})
	s.put(pen)
	s.Apply(Resize(s.Scene, []string{"a", "pen"}, Rect{0, 0, 100, 100}, Rect{0, 0, -200, 100}, ResizeOptions{}))
	if a := s.Get("a"); a.X != -200 || a.W != 200 {
		t.Errorf("box from %v, %v wide; want -200, 200", a.X, a.W)
	}
	v := s.Get("pen").Vertices()
	diff(t, "stroke", []Point{{0, 0}, {-200, 30}}, v)
	if s.Get("pen").Points[0] != (Point{}) {
		t.Error("the first point is no longer the origin")
	}
}

func TestFlippedShapesKeepTheirArrowsSide(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 200, 200)
	s.arrow("E", Point{40, -200}, Point{40, -5})
	aim := s.Get("E").End.FixedPoint
	s.Apply(Resize(s.Scene, []string{"A"}, Rect{0, 0, 200, 200}, Rect{200, 0, -200, 200}, ResizeOptions{}))
	if got := s.Get("E").End.FixedPoint; !near(got.X, 1-aim.X) || !near(got.Y, aim.Y) {
		t.Errorf("aimed at %v, mirrored at %v", aim, got)
	}
}

func TestResizeKeepsTheOppositeSideOfATurnedShape(t *testing.T) {
	s := newSketch()
	e := NewElement(Rectangle, DefaultStyle())
	e.ID, e.W, e.H, e.Angle = "a", 100, 40, math.Pi/5
	s.put(e)
	corner := func(e *Element) Point { b := e.Box(); return Point{b.X, b.Y}.Rotate(e.Centre(), e.Angle) }
	before := corner(s.Get("a"))
	s.Apply(Resize(s.Scene, []string{"a"}, Rect{0, 0, 100, 40}, Rect{0, 0, 150, 90}, ResizeOptions{Corner: true}))
	if got := corner(s.Get("a")); got.Dist(before) > 1e-9 {
		t.Errorf("the opposite corner went from %v to %v", before, got)
	}
	if a := s.Get("a"); !near(a.W, 150) || !near(a.H, 90) {
		t.Errorf("%v x %v, want 150 x 90", a.W, a.H)
	}
}

func TestResizedShapeStaysLargeEnoughForItsText(t *testing.T) {
	for _, kind := range []Kind{Rectangle, Ellipse, Diamond} {
		s := newSketch()
		s.shape("a", kind, 0, 0, 300, 200)
		label := s.label("a", words(8))
		// By the upper left handle: the lower right corner must stay.
		from := s.Get("a").Box()
		s.Apply(Resize(s.Scene, []string{"a"}, from, Rect{295, 195, 5, from.H - 195}, ResizeOptions{Corner: true}))
		a, l := s.Get("a"), s.Get(label.ID)
		if !a.Box().Encloses(l.Box()) {
			t.Errorf("%s: text %v sticks out of %v", kind, l.Box(), a.Box())
		}
		if b := a.Box(); !near(b.Right(), 300) || !near(b.Bottom(), from.Bottom()) {
			t.Errorf("%s: lower right corner at %v, %v; want it in place", kind, b.Right(), b.Bottom())
		}
		if l.FontSize != 20 {
			t.Errorf("%s: letters %v high, want 20 still", kind, l.FontSize)
		}
	}
}

func TestResizingFreeText(t *testing.T) {
	draw := func() (sketch, *Element) {
		s := newSketch()
		e := NewElement(Text, DefaultStyle())
		e.ID, e.X, e.Y, e.Text = "note", 100, 100, "some words to wrap"
		return s, s.put(e)
	}
	s, e := draw()
	box := e.Box()
	s.Apply(Resize(s.Scene, []string{"note"}, box, Rect{box.X - box.W, box.Y - box.H, 2 * box.W, 2 * box.H}, ResizeOptions{Corner: true}))
	got := s.Get("note")
	if !near(got.FontSize, 40) || !near(got.Box().Right(), box.Right()) || !near(got.Box().Bottom(), box.Bottom()) {
		t.Errorf("by the upper left corner: letters %v high, box %v from %v", got.FontSize, got.Box(), box)
	}
	s, e = draw()
	s.Apply(Resize(s.Scene, []string{"note"}, box, Rect{box.X, box.Y, box.W / 2, box.H}, ResizeOptions{}))
	got = s.Get("note")
	if got.FontSize != e.FontSize || len(got.Lines()) < 2 || !near(got.W, box.W/2) || got.AutoResize {
		t.Errorf("by its side: letters %v high, %d lines, %v wide", got.FontSize, len(got.Lines()), got.W)
	}
	s.Apply(SetText(s.Scene, "note", "some words to wrap and more of them"))
	if again := s.Get("note"); !near(again.W, box.W/2) {
		t.Errorf("typing made it %v wide, want the width it was given", again.W)
	}
}

func TestDeleteFreesArrows(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	label := s.label("A", "gone too")
	s.box("B", 300, 0, 100, 100)
	s.arrow("E", Point{50, 50}, Point{350, 50})
	where := s.Get("E").Vertices()
	s.Apply(Delete(s.Scene, []string{"A"}))
	if s.Get("A") != nil || s.Get(label.ID) != nil {
		t.Error("the box or its text is still there")
	}
	e := s.Get("E")
	if e == nil || e.Start != nil || e.End == nil || !slices.Equal(e.Vertices(), where) {
		t.Errorf("the arrow is %+v, want it in place, its start free", e)
	}
	s.Apply(Delete(s.Scene, []string{"E"}))
	if len(s.Get("B").Bound) != 0 {
		t.Error("B still refers to the deleted arrow")
	}
}

func TestDuplicateIsClosedInItself(t *testing.T) {
	s := newSketch()
	s.box("A", 0, 0, 100, 100)
	s.box("B", 300, 0, 100, 100)
	s.box("C", 600, 0, 100, 100)
	s.arrow("AB", Point{50, 50}, Point{350, 50})
	s.arrow("BC", Point{350, 50}, Point{650, 50})
	s.label("A", "first")
	var grouped Edit
	for _, id := range []string{"A", "B"} {
		e := s.Get(id).Clone()
		e.Groups = []string{"g"}
		grouped.Put = append(grouped.Put, e)
	}
	s.Apply(grouped)
	before := picture(t, s.Scene)
	edit := Duplicate(s.Scene, []string{"A", "B", "AB", "BC"}, 20, 30)
	s.Apply(edit)
	if len(edit.Put) != 5 || len(edit.Remove) != 0 {
		t.Fatalf("%d elements put, %d removed; want 5 new ones", len(edit.Put), len(edit.Remove))
	}
	diff(t, "the originals", before, picture(t, s.Scene)[:len(before)])
	var boxes, arrows []*Element
	for _, e := range edit.Put {
		switch e.Kind {
		case Rectangle:
			boxes = append(boxes, e)
		case Arrow:
			arrows = append(arrows, e)
		}
	}
	a, b, ab, bc := boxes[0], boxes[1], arrows[0], arrows[1]
	if a.X != 20 || a.Y != 30 || ab.Start.ElementID != a.ID || ab.End.ElementID != b.ID {
		t.Errorf("copy at %v, %v; its arrow runs %s to %s", a.X, a.Y, ab.Start.ElementID, ab.End.ElementID)
	}
	if bc.Start.ElementID != b.ID || bc.End != nil {
		t.Error("the end whose shape was not copied must be free")
	}
	if a.Groups[0] == "g" || a.Groups[0] != b.Groups[0] {
		t.Errorf("groups %v and %v, want a new one for both", a.Groups, b.Groups)
	}
	if text := s.LabelOf(s.Get(a.ID)); text == nil || text.Text != "first" {
		t.Error("the copy has no label of its own")
	}
	checkReferences(t, s.Scene)
}

func TestOrder(t *testing.T) {
	s := newSketch()
	for _, id := range []string{"a", "b", "c"} {
		s.box(id, 0, 0, 10, 10)
	}
	label := s.label("a", "x").ID
	s.Apply(ToFront(s.Scene, []string{"a"}))
	if got := idsOf(s.Elements()); !slices.Equal(got, []string{"b", "c", "a", label}) {
		t.Errorf("a to front: %v", got)
	}
	s.Apply(ToBack(s.Scene, []string{"c", "a"}))
	if got := idsOf(s.Elements()); !slices.Equal(got, []string{"c", "a", label, "b"}) {
		t.Errorf("c and a to back: %v, want them in their order", got)
	}
}

func TestNewElementsHaveTheirStyle(t *testing.T) {
	style := DefaultStyle()
	box, text := NewElement(Rectangle, style), NewElement(Text, style)
	arrow, free := NewElement(Arrow, style), NewElement(Freedraw, style)
	if box.Roughness != 0 || box.Roundness.Type != 3 || box.Stroke != "#1e1e1e" || box.Background != "transparent" || box.Opacity != 100 {
		t.Errorf("box %+v", box)
	}
	if text.FontSize != 20 || text.FontFamily != 5 || text.LineHeight != 1.25 || text.Roundness != nil || !text.AutoResize {
		t.Errorf("text %+v", text)
	}
	if arrow.EndHead != "arrow" || arrow.StartHead != "" || box.EndHead != "" || free.Roundness != nil {
		t.Errorf("heads %q %q", arrow.StartHead, arrow.EndHead)
	}
	style.Round = false
	if NewElement(Rectangle, style).Roundness != nil {
		t.Error("a sharp style gives rounded corners")
	}
	if len(box.ID) != 21 || box.ID == text.ID {
		t.Errorf("ids %q and %q", box.ID, text.ID)
	}
}
