package board

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
	"talkthrough/internal/typeset"
)

func words(n int) string { return strings.TrimSpace(strings.Repeat("feature ", n)) }

// widest is the width of the widest line as the painter will draw it.
func widest(e *Element) float64 {
	w := 0.0
	for _, line := range e.Lines() {
		w = max(w, typeset.Advance(e.Font(), line))
	}
	return w
}

func TestLabelIsCentredInItsBox(t *testing.T) {
	for _, kind := range []Kind{Rectangle, Ellipse, Diamond} {
		s := newSketch()
		s.shape("shape", kind, 100, 50, 200, 100)
		label := s.label("shape", "Client")
		if got := label.Box().Centre(); got.Dist(Point{200, 100}) > 1e-6 {
			t.Errorf("%s: label centred at %v, want 200, 100", kind, got)
		}
		if !near(label.H, 25) || !near(label.W, widest(label)) || label.W < 20 {
			t.Errorf("%s: measured %v x %v, want one line of 25", kind, label.W, label.H)
		}
		if label.Container != "shape" || len(s.Get("shape").Bound) != 1 || s.Get("shape").Bound[0] != (BoundRef{label.ID, Text}) {
			t.Errorf("%s: the two do not refer to each other", kind)
		}
		if order := idsOf(s.Elements()); order[len(order)-1] != label.ID {
			t.Errorf("%s: the label lies beneath its shape", kind)
		}
	}
}

func TestLabelWrapsAtTheShapesRoom(t *testing.T) {
	for kind, room := range map[Kind]float64{Rectangle: 190, Ellipse: 131, Diamond: 90} {
		s := newSketch()
		s.shape("shape", kind, 0, 0, 200, 400)
		label := s.label("shape", words(6))
		if w := widest(label); w > room+0.001 || w < room/2 {
			t.Errorf("%s: widest line %v, want at most %v and filled", kind, w, room)
		}
		if got := strings.ReplaceAll(label.Wrapped, "\n", " "); got != words(6) || label.Text != words(6) {
			t.Errorf("%s: wrapping changed the words: %q", kind, label.Wrapped)
		}
	}
}

func TestShapeGrowsWithItsTextAndShrinksBack(t *testing.T) {
	for kind, least := range map[Kind]func(text float64) float64{
		Rectangle: func(h float64) float64 { return h + 10 },
		Ellipse:   func(h float64) float64 { return (h + 10) * math.Sqrt2 },
		Diamond:   func(h float64) float64 { return 2 * (h + 10) },
	} {
		before := newSketch()
		before.shape("shape", kind, 0, 0, 160, 60)
		s := sketch{before.Clone()}
		label := s.label("shape", words(12))
		shape := s.Get("shape")
		if want := least(label.H); shape.H < want-1 || shape.H > want+3 || shape.Y != 0 || shape.W != 160 {
			t.Errorf("%s: grew to %v at y %v, want about %v at 0", kind, shape.H, shape.Y, want)
		}
		if !shape.Box().Encloses(label.Box()) {
			t.Errorf("%s: text sticks out", kind)
		}
		// Typing goes on from the board as it was before: the words are
		// deleted again.
		again := sketch{before.Clone()}
		again.Apply(SetText(before.Scene, "shape", "short"))
		if h := again.Get("shape").H; kind == Rectangle && h != 60 {
			t.Errorf("%s: %v high after deleting, want 60 again", kind, h)
		}
	}
}

func TestArrowLabelSitsAtTheMiddle(t *testing.T) {
	s := newSketch()
	s.arrow("two", Point{0, 0}, Point{200, 100})
	s.arrow("three", Point{0, 0}, Point{300, 0}, Point{300, 90})
	for id, want := range map[string]Point{"two": {100, 50}, "three": {300, 0}} {
		label := s.label(id, "events")
		if got := label.Box().Centre(); got.Dist(want) > 1e-6 || label.Angle != 0 {
			t.Errorf("%s: label at %v, want %v", id, got, want)
		}
	}
	s.Apply(SetText(s.Scene, "two", words(20)))
	if w := s.LabelOf(s.Get("two")).W; w > 220 || w < 150 {
		t.Errorf("label of a 200 wide arrow is %v wide, want at most 11 letters' heights", w)
	}
}

func TestFreeTextKeepsTheEdgeItIsAlignedTo(t *testing.T) {
	for align, at := range map[string]float64{"left": 0, "center": 0.5, "right": 1} {
		s := newSketch()
		e := NewElement(Text, DefaultStyle())
		e.ID, e.X, e.Y, e.Text, e.Align = "note", 100, 100, "a first line", align
		before := s.put(e)
		s.Apply(SetText(s.Scene, "note", "something longer\nand a second line"))
		after := s.Get("note")
		if a, b := before.X+before.W*at, after.X+after.W*at; !near(a, b) {
			t.Errorf("%s: the edge went from %v to %v", align, a, b)
		}
		if !near(after.H, 50) || !near(after.W, widest(after)) {
			t.Errorf("%s: %v x %v, want two lines", align, after.W, after.H)
		}
	}
}

func TestEmptiedTextGoesAway(t *testing.T) {
	s := newSketch()
	s.box("box", 0, 0, 100, 60)
	label := s.label("box", "x")
	// By the label's own id as well as by the shape's.
	s.Apply(SetText(s.Scene, label.ID, " \n"))
	if s.Get(label.ID) != nil || len(s.Get("box").Bound) != 0 {
		t.Error("the emptied label or the reference to it is still there")
	}
	if e := SetText(s.Scene, "box", ""); !e.Empty() {
		t.Error("emptying what is empty is an edit")
	}
	if e := SetText(s.Scene, "nobody", "x"); !e.Empty() {
		t.Error("text for an unknown element is an edit")
	}
}

func TestEditingALabelDoesNotMakeASecond(t *testing.T) {
	s := newSketch()
	s.box("box", 0, 0, 100, 60)
	first := s.label("box", "one")
	second := s.label("box", "two")
	if first.ID != second.ID || s.Len() != 2 || second.Text != "two" {
		t.Errorf("%d elements, label %q %q", s.Len(), second.ID, second.Text)
	}
}

func TestLabelTurnsWithItsShape(t *testing.T) {
	s := newSketch()
	e := NewElement(Rectangle, DefaultStyle())
	e.ID, e.W, e.H, e.Angle = "box", 200, 100, math.Pi/6
	s.put(e)
	label := s.label("box", "turned")
	if label.Angle != e.Angle || label.Box().Centre().Dist(Point{100, 50}) > 1e-6 {
		t.Errorf("label at %v turned by %v", label.Box().Centre(), label.Angle)
	}
}

func TestLayoutNeverChangesItsArguments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newSketch()
		kind := rapid.SampledFrom([]Kind{Rectangle, Ellipse, Diamond}).Draw(t, "kind")
		w, h := rapid.Float64Range(0, 300).Draw(t, "w"), rapid.Float64Range(0, 300).Draw(t, "h")
		shape := s.shape("shape", kind, 0, 0, w, h)
		label := s.label("shape", rapid.StringN(1, 60, 200).Draw(t, "text"))
		if label == nil {
			return // nothing but white space
		}
		before := picture(t, s.Scene)
		newText, newShape := LayoutText(label, shape)
		for i, raw := range picture(t, s.Scene) {
			if raw != before[i] {
				t.Fatalf("changed %s", raw)
			}
		}
		// Laying out what is laid out changes nothing.
		if again, same := LayoutText(newText, newShape); again != newText || same != newShape {
			t.Fatalf("laid out twice: %+v, then %+v", newText, again)
		}
		if newShape.H < newText.H {
			t.Fatalf("a text %v high in a shape %v high", newText.H, newShape.H)
		}
	})
}
