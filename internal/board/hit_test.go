package board

import (
	"math"
	"slices"
	"testing"
)

func hitID(s sketch, x, y float64) string {
	if e := s.HitTest(Point{x, y}, 4); e != nil {
		return e.ID
	}
	return ""
}

func TestHitTest(t *testing.T) {
	s := newSketch()
	s.box("hollow", 0, 0, 100, 60)
	filled := s.box("filled", 200, 0, 100, 60).Clone()
	filled.Background = "#a5d8ff"
	s.Apply(Edit{Put: []*Element{filled}})
	s.box("labelled", 400, 0, 100, 60)
	label := s.label("labelled", "API")
	s.shape("ellipse", Ellipse, 600, 0, 100, 60)
	s.shape("diamond", Diamond, 800, 0, 100, 60)
	s.arrow("arrow", Point{0, 200}, Point{300, 200})
	s.label("arrow", "reads")
	pen := NewElement(Freedraw, DefaultStyle())
	pen.ID = "pen"
	pen.setVertices([]Point{{0, 300}, {50, 350}, {100, 300}})
	s.put(pen)
	note := NewElement(Text, DefaultStyle())
	note.ID, note.X, note.Y, note.Text = "note", 0, 400, "a note"
	s.put(note)

	for name, c := range map[string]struct {
		x, y float64
		want string
	}{
		"inside a hollow box":          {50, 30, ""},
		"on its border":                {100, 30, "hollow"},
		"just outside its border":      {104, 30, "hollow"},
		"out of reach":                 {107, 30, ""},
		"beside a rounded corner":      {-1, -1, ""},
		"inside a filled box":          {250, 30, "filled"},
		"inside a labelled box":        {410, 10, "labelled"},
		"on the label":                 {450, 30, "labelled"},
		"on an ellipse":                {600, 30, "ellipse"},
		"in the corner of its box":     {605, 5, ""},
		"on a diamond's side":          {825, 15, "diamond"},
		"in the corner of its box too": {805, 5, ""},
		"on an arrow":                  {20, 203, "arrow"},
		"on an arrow's label":          {150, 209, "arrow"},
		"beside the arrow":             {20, 209, ""},
		"on a freehand line":           {50, 348, "pen"},
		"within its bow":               {50, 310, ""},
		"on free text":                 {20, 410, "note"},
	} {
		if got := hitID(s, c.x, c.y); got != c.want {
			t.Errorf("%s: hit %q, want %q", name, got, c.want)
		}
	}
	if label == nil || hitID(s, label.X+label.W/2, label.Y+label.H/2) != "labelled" {
		t.Error("a label must hit its box")
	}
}

func TestHitTestTakesTheTopmost(t *testing.T) {
	s := newSketch()
	for _, id := range []string{"below", "above"} {
		e := s.box(id, 0, 0, 100, 100).Clone()
		e.Background = "#fff"
		s.Apply(Edit{Put: []*Element{e}})
	}
	if got := hitID(s, 50, 50); got != "above" {
		t.Errorf("hit %q, want the box on top", got)
	}
	s.Apply(ToFront(s.Scene, []string{"below"}))
	if got := hitID(s, 50, 50); got != "below" {
		t.Errorf("hit %q after raising the other, want that", got)
	}
	locked := s.Get("below").Clone()
	locked.Locked = true
	s.Apply(Edit{Put: []*Element{locked}})
	if got := hitID(s, 50, 50); got != "above" {
		t.Errorf("hit %q, want what lies beneath a locked box", got)
	}
}

func TestHitTestFollowsRotation(t *testing.T) {
	s := newSketch()
	e := s.box("bar", 0, 40, 100, 20).Clone()
	e.Angle, e.Roundness = math.Pi/2, nil
	s.Apply(Edit{Put: []*Element{e}})
	// Upright now: from (40,0) to (60,100).
	if hitID(s, 50, 0) != "bar" || hitID(s, 60, 50) != "bar" {
		t.Error("the turned border is not hit")
	}
	if hitID(s, 0, 50) != "" {
		t.Error("the border is hit where it was before it was turned")
	}
}

func TestMarqueeTakesWhatLiesWhollyInside(t *testing.T) {
	s := newSketch()
	s.box("in", 10, 10, 100, 60)
	s.label("in", "inside")
	s.box("half", 150, 10, 100, 60)
	s.arrow("arrow", Point{20, 100}, Point{120, 120})
	s.label("arrow", "x")
	turned := s.box("turned", 40, 130, 100, 10).Clone()
	turned.Angle = math.Pi / 2 // reaches from y 85 to 185
	locked := s.box("locked", 20, 20, 10, 10).Clone()
	locked.Locked = true
	s.Apply(Edit{Put: []*Element{turned, locked}})

	ids := func(r Rect) []string { return idsOf(s.Inside(r)) }
	if got := ids(Rect{0, 0, 200, 170}); !slices.Equal(got, []string{"in", "arrow"}) {
		t.Errorf("marquee took %v, want in and arrow, their text with them unsaid", got)
	}
	if got := ids(Rect{0, 0, 200, 186}); !slices.Equal(got, []string{"in", "arrow", "turned"}) {
		t.Errorf("larger marquee took %v, want the turned bar too", got)
	}
	if got := ids(Rect{20, 20, 60, 40}); len(got) != 0 {
		t.Errorf("a marquee within a box took %v, want nothing", got)
	}
	if got := s.SelectAll(); !slices.Equal(got, []string{"in", "half", "arrow", "turned"}) {
		t.Errorf("select all: %v", got)
	}
}

func TestTouchingIsWhatADamagedRectangleRepaints(t *testing.T) {
	s := newSketch()
	s.box("a", 0, 0, 100, 100)
	s.box("b", 200, 0, 100, 100)
	s.label("b", "B")
	s.arrow("ab", Point{100, 50}, Point{200, 50})
	got := idsOf(s.Touching(Rect{101, 48, 3, 3}))
	if !slices.Contains(got, "a") || slices.Contains(got, "b") || !slices.Contains(got, "ab") {
		t.Errorf("beside a's border: %v, want a (its stroke) and the arrow", got)
	}
	if got := s.Touching(Rect{240, 40, 20, 20}); len(got) != 2 || got[1].Kind != Text {
		t.Errorf("in b: %v, want b and its text above it", idsOf(got))
	}
}
