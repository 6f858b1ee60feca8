package paint

import (
	"image"
	"testing"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// framed is a frame with a child that sticks out of it, and one beside it that
// is not its child.
func framed() []*board.Element {
	var s sketch
	inside := s.add(board.Rectangle, 60, 40, 100, 40, filled("#ff0000", nil))
	s.add(board.Rectangle, 60, 90, 100, 20, filled("#0000ff", nil))
	frame := s.add(board.Frame, 20, 30, 90, 90, func(e *board.Element) {
		e.Name = "A name that is longer than the frame is wide"
	})
	inside.Frame = frame.ID
	return s.elements
}

func TestFramesClipTheirChildren(t *testing.T) {
	img := shot(framed(), 200, 140)
	for at, want := range map[image.Point]string{{80, 60}: "r", {130, 60}: "white", {130, 100}: "b"} {
		got := name(img.RGBAAt(at.X, at.Y))
		if got == "{255 255 255 255}" {
			got = "white"
		}
		if got != want {
			t.Errorf("at %v: %s, want %s", at, got, want)
		}
	}
	scene := framed()
	scene[2].Deleted = true
	if got := name(shot(scene, 200, 140).RGBAAt(130, 60)); got != "r" {
		t.Errorf("a frame that is gone still clips: %s", got)
	}
	if b := new(Painter).Bounds(framed()[:1], Light); b.Right() < 160 {
		t.Errorf("a child without its frame ends at %g", b.Right())
	}
}

func TestFrameNamesStandAboveAndFit(t *testing.T) {
	scene := framed()
	b := Of(scene[2], nil, Light).Bounds
	if b.Y > 20 || b.Y < 0 || b.Right() > 112 {
		t.Errorf("frame at (20, 30) to (110, 120) paints %+v", b)
	}
	if r := Reach(scene[2]); !r.Encloses(b) {
		t.Errorf("reach %+v does not enclose %+v", r, b)
	}
	for _, text := range []string{"", "short", "é…日本語 a longer name", "\xff\xfe broken and long enough"} {
		for _, width := range []float64{0, 5, 40, 80, 500} {
			cut := shortened(board.FrameFont(), text, width)
			if typeset.Advance(board.FrameFont(), cut) > width && cut != "" {
				t.Errorf("%q cut to %q does not fit %g", text, cut, width)
			}
		}
	}
}

func TestCylindersHaveALid(t *testing.T) {
	var s sketch
	s.add(board.Cylinder, 10, 10, 80, 100, filled("#a5d8ff", nil))
	img := shot(s.elements, 100, 120)
	middle := 0
	for y := 5; y < 60; y++ { // the far rim and the near one
		if c := img.RGBAAt(50, y); c.R < 80 && img.RGBAAt(50, y-1).R >= 80 {
			middle++
		}
	}
	if middle != 2 {
		t.Errorf("%d lines cross the middle of the lid, want 2", middle)
	}
}
