package whiteboard

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// lightAt is how strongly a place of the widget is lit, 0 to 255.
func lightAt(v *Viewer, at fyne.Position) uint8 {
	if !v.lit.raster.Visible() {
		return 0
	}
	size := v.lit.raster.Size()
	img := v.lit.generate(int(size.Width), int(size.Height)).(*image.RGBA)
	p := at.Subtract(v.lit.raster.Position())
	return img.RGBAAt(int(p.X), int(p.Y)).A
}

func TestWhatChangedIsLitAndNothingElse(t *testing.T) {
	h, a, b, _ := boxes(t)
	label := h.scene.LabelOf(a)
	arrow := h.draws(t, Arrows, 100, 400, 500, 600)
	v := atViewer(t)
	v.SetScene(h.scene.Clone())
	v.set(view{zoom: 1})
	board1 := pixels(v)
	inA, onArrow, offArrow := middleOf(v, a), fyne.NewPos(300, 500), fyne.NewPos(450, 420)
	for _, c := range []struct {
		what       string
		ids        []string
		a, b, line bool
	}{
		{"nothing", nil, false, false, false},
		{"a shape", []string{a.ID}, true, false, false},
		{"two shapes", []string{a.ID, b.ID}, true, true, false},
		{"a line", []string{arrow.ID}, false, false, true},
		{"the words on a shape", []string{label.ID}, true, false, false},
		{"what is not there", []string{"gone"}, false, false, false},
	} {
		v.SetLit(c.ids)
		if got := lightAt(v, inA) > 0; got != c.a {
			t.Errorf("%s: the first box is lit: %v", c.what, got)
		}
		if got := lightAt(v, middleOf(v, b)) > 0; got != c.b {
			t.Errorf("%s: the second box is lit: %v", c.what, got)
		}
		if got := lightAt(v, onArrow) > 0; got != c.line {
			t.Errorf("%s: the arrow is lit: %v", c.what, got)
		}
		if lightAt(v, offArrow) > 0 {
			t.Errorf("%s: the room beside the arrow is lit", c.what)
		}
	}
	if string(board1) != string(pixels(v)) {
		t.Error("lighting something painted the board anew")
	}
}

func TestTheLightIsSoftAndFollowsTheView(t *testing.T) {
	_, a, _, _ := boxes(t)
	v := atViewer(t)
	s := board.NewScene(a)
	v.SetScene(s)
	v.set(view{zoom: 1})
	v.SetLit([]string{a.ID})
	if got := lightAt(v, middleOf(v, a)); got == 0 || got > 64 {
		t.Errorf("the light is %d of 255", got)
	}
	for _, move := range []func(){
		func() { v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(120, 60)}) },
		func() { v.ZoomStep(true) },
		func() { v.FitAll() },
		func() { v.Resize(fyne.NewSize(700, 500)) },
	} {
		move()
		at, size := v.view.rectToWindow(a.Extent())
		if lightAt(v, middleOf(v, a)) == 0 {
			t.Error("the light stayed behind")
		}
		if lightAt(v, at.AddXY(size.Width+litReach+4, size.Height/2)) > 0 {
			t.Error("beside the shape it is lit")
		}
	}
	v.SetLit(nil)
	if v.lit.raster.Visible() {
		t.Error("the light stays")
	}
}

func TestTheSecondButtonTellsTheElement(t *testing.T) {
	h, a, _, _ := boxes(t)
	v := atViewer(t)
	v.SetScene(h.scene.Clone())
	v.set(view{zoom: 1})
	asked := ""
	v.OnSecondary = func(id string) { asked = id }
	v.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(900, 780)})
	if asked != "" {
		t.Errorf("on nothing it asks for %q", asked)
	}
	v.TappedSecondary(&fyne.PointEvent{Position: middleOf(v, a)})
	if asked != a.ID {
		t.Errorf("it asks for %q", asked)
	}
}

func middleOf(v *Viewer, e *board.Element) fyne.Position {
	return v.view.toWindow(e.Centre())
}
