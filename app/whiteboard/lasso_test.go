package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// around draws a loop through the places.
func (h *hand) around(places ...float32) {
	h.press(places[0], places[1])
	for i := 2; i < len(places); i += 2 {
		h.to(places[i], places[i+1])
	}
	h.release()
}

// lasso takes the lasso by its key.
func (h *hand) lasso() { h.holding(shiftKey, func() { h.keys(fyne.KeyL) }) }

func TestTheLassoSelects(t *testing.T) {
	h, a, b, c := boxes(t)
	h.noStep(t, func() {
		h.lasso()
		if h.Tool() != Lassoing {
			t.Fatalf("Shift+L takes tool %d", h.Tool())
		}
		h.press(80, 80)
		h.to(220, 80)
		h.to(220, 200)
		h.to(80, 200)
		if _, above := h.show(); above == nil {
			t.Error("the loop is not shown")
		}
		h.selects(t, a)
		h.release()
		h.selects(t, a)
		if _, above := h.show(); above != nil || h.Tool() != Selecting {
			t.Error("the loop stays, or the lasso")
		}
		h.lasso()
		h.holding(shiftKey, func() { h.around(380, 80, 520, 80, 520, 120, 380, 120) })
		h.selects(t, a, b, c)
		h.lasso()
		h.around(330, 120, 350, 120, 350, 140) // in a hollow box: it is not crossed
		h.selects(t)
		h.lasso()
		h.click(300, 140)
		h.selects(t, b)
		h.lasso()
		h.press(80, 80)
		h.to(600, 80)
		h.to(600, 300)
		h.keys(fyne.KeyEscape)
		h.release()
		h.selects(t)
	})
}

func TestTheLassoTakesGroupsWholeAndNothingLocked(t *testing.T) {
	h, a, b, c := boxes(t)
	h.Select(a.ID, b.ID)
	h.chord(fyne.KeyG, ctrlKey)
	h.Select(c.ID)
	h.chord(fyne.KeyL, ctrlKey|shiftKey)
	h.lasso()
	h.around(280, 80, 700, 80, 700, 300, 280, 300)
	h.selects(t, h.now(a), h.now(b))
}

func TestALockedLassoStays(t *testing.T) {
	h, a, _, _ := boxes(t)
	h.lasso()
	h.SetLocked(true)
	h.around(80, 80, 220, 80, 220, 200, 80, 200)
	if h.Tool() != Lassoing {
		t.Error("locked, the lasso was put away")
	}
	h.selects(t, a)
	h.oneStep(t, func() { h.keys(fyne.KeyDelete) })
}

// sproutAt is where the arrow beside the selected shape stands.
func (h *hand) sproutAt(dir board.Direction) fyne.Position {
	return h.marks.sprouts.place(h.view, dir)
}

func TestAClickOnAnArrowBesideAShapeGrowsOne(t *testing.T) {
	for dir := board.Rightward; dir <= board.Upward; dir++ {
		h := atBoard(t)
		a := h.draws(t, Rectangles, 400, 400, 500, 460)
		at := h.sproutAt(dir)
		h.oneStep(t, func() { h.click(at.X, at.Y) })
		if h.scene.Len() != 3 || len(h.Selected()) != 1 {
			t.Fatalf("%d elements, %d selected", h.scene.Len(), len(h.Selected()))
		}
		grown := h.scene.Get(h.Selected()[0])
		way := grown.Centre().Sub(h.now(a).Centre())
		u := dir.Unit()
		if ahead := way.X*u.X + way.Y*u.Y; grown.Kind != board.Rectangle || ahead < 100 {
			t.Errorf("direction %d grew a %s %v away", dir, grown.Kind, way)
		}
		arrow := h.scene.Elements()[2]
		if arrow.Start == nil || arrow.End == nil || arrow.Start.ElementID != a.ID || arrow.End.ElementID != grown.ID {
			t.Error("the arrow does not join the two")
		}
	}
}

// The arrows beside a shape leave those that hang on it in sight.
func TestTheArrowsBesideAShapeMakeWay(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 200, 400, 300, 460)
	middle := h.sproutAt(board.Rightward)
	h.draws(t, Arrows, 250, 430, 700, 430)
	h.Select(a.ID)
	at := h.sproutAt(board.Rightward)
	if within(at, middle, sproutReach) {
		t.Errorf("it stands at %v, where the arrow runs", at)
	}
	h.oneStep(t, func() { h.click(at.X, at.Y) })
	if h.count(board.Rectangle) != 2 {
		t.Error("moved aside it grows nothing")
	}
}

func TestTwoQuickClicksGrowTwo(t *testing.T) {
	h := atBoard(t)
	h.draws(t, Rectangles, 100, 400, 160, 440)
	at := h.sproutAt(board.Rightward)
	h.click(at.X, at.Y)
	at = h.sproutAt(board.Rightward)
	h.press(at.X, at.Y)
	h.release()
	if h.Typing() || h.scene.Len() != 5 {
		t.Errorf("%d elements; typing: %v", h.scene.Len(), h.Typing())
	}
}

func TestADragFromAnArrowBesideAShapeConnects(t *testing.T) {
	h := atBoard(t)
	z := h.draws(t, Ellipses, 600, 200, 700, 280)
	a := h.draws(t, Rectangles, 200, 400, 300, 460)
	at := h.sproutAt(board.Rightward)
	h.oneStep(t, func() { h.drag(at.X, at.Y, 650, 240) })
	arrow := h.scene.Elements()[2]
	if arrow.Start == nil || arrow.End == nil || arrow.Start.ElementID != a.ID || arrow.End.ElementID != z.ID {
		t.Fatalf("the arrow is bound to %+v and %+v", arrow.Start, arrow.End)
	}
	if x := arrow.Start.FixedPoint.X; x != 1 {
		t.Errorf("it leaves by the side at %g of the width", x)
	}
	h.selects(t, arrow)
	h.Select(a.ID)
	h.oneStep(t, func() { h.drag(at.X, at.Y, 500, 600) })
	free := h.scene.Get(h.Selected()[0])
	if free.Start == nil || free.End != nil {
		t.Error("dropped on nothing its end is bound, or its start is not")
	}
	h.Select(a.ID)
	h.noStep(t, func() {
		h.press(at.X, at.Y)
		h.to(600, 600)
		h.keys(fyne.KeyEscape)
		h.release()
	})
}

func TestWhenTheArrowsBesideAShapeAreShown(t *testing.T) {
	h := atBoard(t)
	a := h.draws(t, Rectangles, 400, 400, 500, 460)
	b := h.draws(t, Rectangles, 700, 400, 800, 460)
	line := h.draws(t, Lines, 100, 100, 200, 100)
	shown := func() bool { return h.marks.sprouts.dots[0].Visible() }
	for _, c := range []struct {
		what string
		do   func()
		want bool
	}{
		{"one shape is selected", func() { h.Select(a.ID) }, true},
		{"two are", func() { h.Select(a.ID, b.ID) }, false},
		{"a line is", func() { h.Select(line.ID) }, false},
		{"text is typed", func() { h.Select(a.ID); h.keys(fyne.KeyReturn) }, false},
		{"typing is over", func() { h.keys(fyne.KeyEscape) }, true},
		{"it is dragged", func() { h.press(400, 430); h.to(420, 450) }, false},
		{"it was dragged", func() { h.keys(fyne.KeyEscape); h.release(); h.Select(a.ID) }, true},
		{"shapes grow", func() { h.Do("board.grow-right") }, false},
		{"they have grown", func() { h.finishGrowth(); h.Select(a.ID) }, true},
		{"another tool is in hand", func() { h.Use(Arrows) }, false},
		{"it is small on the screen", func() { h.Use(Selecting); h.Select(a.ID); h.set(view{0, 0, 0.3}) }, false},
		{"it is large again", func() { h.set(view{0, 0, 1}) }, true},
		{"it is turned", func() { h.commit(board.Rotate(h.scene, []string{a.ID}, 0.5)) }, false},
	} {
		c.do()
		if shown() != c.want {
			t.Errorf("when %s, arrows beside it are shown: %v", c.what, shown())
		}
	}
}

// No handle is in the way of another.
func TestTheArrowsKeepClearOfTheHandles(t *testing.T) {
	h := atBoard(t)
	for _, size := range []float32{30, 60, 300} {
		h.startAnew()
		h.Resize(fyne.NewSize(1000, 800))
		h.draws(t, Rectangles, 400, 400, 400+size, 400+size)
		places := []fyne.Position{h.marks.turnerPlace()}
		for _, hd := range handles {
			places = append(places, h.marks.handlePlace(hd))
		}
		for dir := board.Rightward; dir <= board.Upward; dir++ {
			for _, p := range places {
				if within(p, h.sproutAt(dir), sproutReach+handleReach) {
					t.Errorf("of a shape of %g the arrow in direction %d covers a handle", size, dir)
				}
			}
		}
	}
	h.at = h.sproutAt(board.Leftward)
	h.MouseMoved(h.event())
	if h.marks.sprouts.lit != board.Leftward {
		t.Error("under the pointer the arrow is not lit")
	}
	h.at = fyne.NewPos(10, 10)
	h.MouseMoved(h.event())
	if h.marks.sprouts.lit != noSprout {
		t.Error("away from it the arrow stays lit")
	}
}
