package board

import (
	"math"
	"testing"
)

func TestNewKinds(t *testing.T) {
	s := newSketch()
	c := s.shape("db", Cylinder, 0, 0, 120, 100)
	if !c.IsShape() || BindTarget(s.Scene, Point{60, 50}, 5) != c {
		t.Error("a cylinder is no shape to bind to")
	}
	if d := c.borderDistance(Point{0, 0}); d < 3 {
		t.Errorf("the corner of its box is %v from its outline, want outside: the lid is round", d)
	}
	if d := c.borderDistance(Point{60, 0}); math.Abs(d) > 0.1 {
		t.Errorf("the top of its lid is %v off the outline", d)
	}
	label := s.label("db", "A name that needs a few lines in there, and more")
	c = s.Get("db")
	if l := label.Box(); l.Y < c.Y+2*lidHeight(c.H) || !c.Box().Encloses(l) {
		t.Errorf("text %v reaches into the lid of %v", l, c.Box())
	}

	frame := NewElement(Frame, DefaultStyle())
	frame.ID, frame.X, frame.Y, frame.W, frame.H, frame.Name = "frame", 1000, 0, 300, 200, "Serving"
	s.put(frame)
	inside := s.box("in", 1200, 100, 150, 50).Clone()
	inside.Background = "#fff"
	s.Apply(Edit{Put: []*Element{inside}})
	s.box("held", 1010, 20, 50, 50)
	s.Apply(Reframe(s.Scene, []string{"held", "db", "in"}))
	if s.Get("held").Frame != "frame" || s.Get("db").Frame != "" || s.Get("in").Frame != "" {
		t.Error("the frame holds what lies in it wholly")
	}
	inside = s.Get("in").Clone()
	inside.Frame = "frame"
	s.Apply(Edit{Put: []*Element{inside}})
	for at, want := range map[Point]string{
		{1150, 50}: "", {1000, 100}: "frame", {1010, -12}: "frame", {1250, 120}: "in", {1320, 120}: "",
	} {
		got := ""
		if e := s.HitTest(at, 3); e != nil {
			got = e.ID
		}
		if got != want {
			t.Errorf("at %v: %q, want %q", at, got, want)
		}
	}
	before := s.Get("held")
	s.Apply(Resize(s.Scene, []string{"frame"}, Rect{1000, 0, 300, 200}, Rect{1000, 0, 600, 400}, ResizeOptions{Corner: true}))
	red := "#e03131"
	s.Apply(ApplyStyle(s.Scene, []string{"frame"}, StyleChange{Stroke: &red}))
	if s.Get("held") != before || s.Get("frame").W != 600 {
		t.Error("resizing or styling a frame changes what lies in it")
	}
	s.Apply(Move(s.Scene, []string{"held"}, 700, 0))
	s.Apply(Reframe(s.Scene, []string{"held"}))
	if s.Get("held").Frame != "" {
		t.Error("dragged out it is still in the frame")
	}
}

func TestPicturesAndFramesReadAndWrite(t *testing.T) {
	for _, raw := range []string{
		`{"id":"i","type":"image","fileId":"f","status":"saved","scale":[-1,1],"crop":{"x":1,"y":2,"width":3,"height":4,"naturalWidth":5,"naturalHeight":6}}`,
		`{"id":"i","type":"image","fileId":null,"scale":[1,1],"crop":null}`,
		`{"id":"i","type":"image","scale":[1,1,1],"crop":{"x":1,"odd":true}}`,
		`{"id":"f","type":"frame","name":"Serving"}`,
		`{"id":"f","type":"magicframe","name":null}`,
	} {
		e := &Element{}
		if err := e.UnmarshalJSON([]byte(raw)); err != nil {
			t.Fatalf("%s: %v", raw, err)
		}
		out, err := e.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		got, want := map[string]string{}, map[string]string{}
		for raw, into := range map[string]map[string]string{raw: want, string(out): got} {
			list, _ := members([]byte(raw))
			for _, m := range list {
				into[m.Key] = string(m.Value)
			}
		}
		for key, value := range want {
			if got[key] != value {
				t.Errorf("%s: %s became %s", raw, key, got[key])
			}
		}
	}
	e := NewImage("f", 30, 20)
	if c := e.Clone(); c.Scale != (Point{1, 1}) || c.FileID != "f" {
		t.Error("a copy of a picture shows another")
	}
}
