package board

import (
	"math"
	"testing"
)

func TestStyleChanges(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 40)
	label := s.label("a", "some words").ID
	s.box("b", 300, 0, 100, 40)
	s.arrow("E", Point{50, 20}, Point{350, 20})
	red, size, wide, head, sharp := "#e03131", 36.0, 4.0, "triangle", false
	s.Apply(ApplyStyle(s.Scene, []string{"a", "E"}, StyleChange{Stroke: &red, FontSize: &size, StrokeWidth: &wide, EndHead: &head, Round: &sharp}))
	a, l, e := s.Get("a"), s.Get(label), s.Get("E")
	if a.Stroke != red || l.Stroke != red || a.StrokeWidth != 4 || a.Roundness != nil || a.EndHead != "" || e.EndHead != head {
		t.Errorf("a %+v, label %+v, arrow head %q", StyleOf(a), StyleOf(l), e.EndHead)
	}
	if l.FontSize != 36 || !a.Box().Encloses(l.Box()) || a.H <= 40 {
		t.Errorf("letters %v high in a box %v", l.FontSize, a.Box())
	}
	if d := a.borderDistance(e.Vertices()[0]); math.Abs(d-7) > 0.1 {
		t.Errorf("the arrow starts %v beside the thicker outline, want 7", d)
	}
	if s.Get("b").Stroke == red {
		t.Error("what was not chosen changed")
	}
	edit := CopyStyle(s.Scene, "a", []string{"b"})
	s.Apply(edit)
	if got, want := StyleOf(s.Get("b")), StyleOf(a); got != want {
		t.Errorf("copied %+v, want %+v", got, want)
	}
	if again := CopyStyle(s.Scene, "a", []string{"b"}); !again.Empty() {
		t.Error("copying the same style again is an edit")
	}
	if s.StyleOf("a").FontSize != 36 || s.StyleOf("none") != DefaultStyle() {
		t.Error("a labelled box's style has its letters")
	}
}

func TestConvertShape(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 160, 60)
	s.label("a", "a label of several words")
	s.box("b", 400, 0, 160, 60)
	s.arrow("E", Point{80, 30}, Point{480, 30})
	kind := Rectangle
	for range 4 {
		kind = NextShape(kind, false)
		s.Apply(ConvertShape(s.Scene, []string{"a", "E"}, kind))
		a := s.Get("a")
		if a.Kind != kind || !a.Box().Encloses(s.LabelOf(a).Box()) {
			t.Errorf("%s: text %v in %v", kind, s.LabelOf(a).Box(), a.Box())
		}
		if d := a.borderDistance(s.Get("E").Vertices()[0]); math.Abs(d-6) > 0.05 {
			t.Errorf("%s: the arrow starts %v beside it, want 6", kind, d)
		}
		checkReferences(t, s.Scene)
	}
	if kind != Rectangle || s.Get("a").Roundness == nil || s.Get("a").Roundness.Type != 3 {
		t.Errorf("four steps lead to %s, rounded %v", kind, s.Get("a").Roundness)
	}
	if NextShape(Rectangle, true) != Cylinder || NextShape(Text, false) != Text {
		t.Error("the way back, or of what is no shape")
	}
	if e := ConvertShape(s.Scene, []string{"a"}, Text); !e.Empty() {
		t.Error("a box became text")
	}
}
