package whiteboard

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

// atViewer is a viewer in a window of 1000 by 800, without border.
func atViewer(t *testing.T) *Viewer {
	t.Helper()
	test.NewTempApp(t)
	v := NewViewer()
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1000, 800))
	return v
}

func pixels(v *Viewer) []byte {
	size := v.raster.Size()
	return rgba(v.generate(int(size.Width), int(size.Height)))
}

// A replay jumps about: each scene looks as if it were the first one shown.
func TestSetSceneEqualsAFullRepaint(t *testing.T) {
	h := atBoard(t)
	v := atViewer(t)
	rapid.Check(t, func(r *rapid.T) {
		h.startAnew()
		scenes := []*board.Scene{board.NewScene()}
		for range rapid.IntRange(1, 20).Draw(r, "steps") {
			h.anything(r)
			scenes = append(scenes, h.scene.Clone())
		}
		framed := rapid.Bool().Draw(r, "framed")
		v.Frame(board.Rect{})
		if framed {
			v.Frame(board.Rect{X: -50, Y: -50, W: 700, H: 600})
		}
		for range rapid.IntRange(1, 12).Draw(r, "shows") {
			s := rapid.SampledFrom(scenes).Draw(r, "scene")
			v.SetScene(s)
			if !bytes.Equal(pixels(v), painted(v.surface, s)) {
				r.Fatal("the viewer differs from the scene painted whole")
			}
		}
	})
}

func TestPicking(t *testing.T) {
	h, a, b, _ := boxes(t)
	arrow := h.draws(t, Arrows, 100, 400, 500, 400)
	v := atViewer(t)
	v.SetScene(h.scene.Clone())
	v.set(view{zoom: 1})
	picked := ""
	v.OnPick = func(id string) { picked = id }
	for _, c := range []struct {
		what string
		x, y float32
		want string
	}{
		{"a label", 150, 140, a.ID},
		{"the inside of a hollow shape", 350, 130, b.ID},
		{"an arrow", 300, 403, arrow.ID},
		{"nothing", 700, 700, ""},
	} {
		picked = ""
		v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.x, c.y)})
		if picked != c.want {
			t.Errorf("%s picks %q, want %q", c.what, picked, c.want)
		}
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(c.x, c.y)}})
		if (v.Cursor() == desktop.PointerCursor) != (c.want != "") {
			t.Errorf("%s: the cursor says otherwise", c.what)
		}
	}
	v.OnPick = nil
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(150, 140)})
}

// Of shapes in one another the inner one is meant.
func TestPickingTheInnermost(t *testing.T) {
	h := atBoard(t)
	inner := h.draws(t, Rectangles, 200, 200, 300, 280)
	h.draws(t, Rectangles, 50, 50, 800, 700)
	v := atViewer(t)
	v.SetScene(h.scene)
	v.set(view{zoom: 1})
	picked := ""
	v.OnPick = func(id string) { picked = id }
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(250, 240)})
	if picked != inner.ID {
		t.Error("the shape around was picked")
	}
}

func TestAFrameHoldsTheViewWhileTheSceneGrows(t *testing.T) {
	h := atBoard(t)
	v := atViewer(t)
	v.Frame(board.Rect{X: 0, Y: 0, W: 2000, H: 1000})
	held := v.view
	h.draws(t, Rectangles, 300, 300, 400, 380)
	v.SetScene(h.scene.Clone())
	if v.view != held {
		t.Errorf("the view went from %+v to %+v", held, v.view)
	}
	near(t, "the zoom", v.Zoom(), (1000.0-2*fitMargin)/2000, 1e-9)
	v.Resize(fyne.NewSize(600, 500))
	near(t, "the zoom in a smaller window", v.Zoom(), (600.0-2*fitMargin)/2000, 1e-9)
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(30, 20)})
	moved := v.view
	v.SetScene(board.NewScene())
	v.Resize(fyne.NewSize(1000, 800))
	if v.view != moved {
		t.Error("the view the user chose was not kept")
	}
	v.FitAll()
	if v.view != held {
		t.Errorf("fitting shows %+v, want the frame as in %+v", v.view, held)
	}
}

func TestWithoutAFrameTheSceneIsFitted(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 300, 300, 400, 380)
	v := atViewer(t)
	v.SetScene(h.scene)
	at, size := v.view.rectToWindow(h.scene.Bounds())
	near(t, "the middle", float64(at.X+size.Width/2), 500, 1)
	v.ZoomStep(true)
	near(t, "zoomed", v.Zoom(), 1.1, 1e-9)
	v.ZoomStep(false)
	v.ZoomStep(false)
	near(t, "zoomed out", v.Zoom(), 0.9, 1e-9)
}
