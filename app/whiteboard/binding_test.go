package whiteboard

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// pair is a board with two boxes and an arrow from the one to the other.
func pair(t *testing.T, kind board.ArrowKind) (h *hand, a, z, arrow *board.Element) {
	t.Helper()
	h = atBoard(t)
	h.SetArrowKind(kind)
	a = h.draws(t, Rectangles, 100, 200, 200, 280)
	z = h.draws(t, Rectangles, 500, 200, 600, 280)
	arrow = h.draws(t, Arrows, 150, 240, 550, 240)
	h.Select()
	return h, a, z, h.now(arrow)
}

// ends are the ids that the arrow's ends are bound to.
func (h *hand) ends(arrow *board.Element) (start, end string) {
	e := h.now(arrow)
	if e.Start != nil {
		start = e.Start.ElementID
	}
	if e.End != nil {
		end = e.End.ElementID
	}
	return start, end
}

// tipAt is how far the arrow's end is from the outline of a shape.
func (h *hand) tipAt(arrow, shape *board.Element) float64 {
	v, box := h.now(arrow).Vertices(), h.now(shape).Extent()
	tip := v[len(v)-1]
	dx := max(box.X-tip.X, tip.X-box.Right(), 0)
	dy := max(box.Y-tip.Y, tip.Y-box.Bottom(), 0)
	return math.Hypot(dx, dy)
}

// The cases are those that Excalidraw's own tests of bindings name.
func TestBinding(t *testing.T) {
	for name, check := range map[string]func(t *testing.T, h *hand, a, z, arrow *board.Element){
		"both shapes know the arrow": func(t *testing.T, h *hand, a, z, arrow *board.Element) {
			for _, e := range []*board.Element{a, z} {
				if b := h.now(e).Bound; len(b) != 1 || b[0].ID != arrow.ID {
					t.Errorf("%s knows %v", e.ID, b)
				}
			}
		},
		"a moved shape takes its end along, and undo brings both back": func(t *testing.T, h *hand, _, z, arrow *board.Element) {
			h.oneStep(t, func() { h.drag(600, 240, 600, 540) })
			if d := h.tipAt(arrow, z); d > 10 {
				t.Errorf("the tip is %g from the shape", d)
			}
		},
		"a resized shape keeps the tip at its outline": func(t *testing.T, h *hand, _, z, arrow *board.Element) {
			h.Select(z.ID)
			from := h.marks.handlePlace(handle{-1, 0})
			h.oneStep(t, func() { h.drag(from.X, from.Y, from.X-120, from.Y) })
			if d := h.tipAt(arrow, z); d < 4 || d > 10 {
				t.Errorf("the tip is %g from the shape", d)
			}
		},
		"a turned shape keeps its arrow": func(t *testing.T, h *hand, _, z, arrow *board.Element) {
			h.Select(z.ID)
			at := h.marks.turnerPlace()
			h.oneStep(t, func() { h.drag(at.X, at.Y, 700, 240) })
			if _, end := h.ends(arrow); end != z.ID || h.tipAt(arrow, z) > 15 {
				t.Errorf("the arrow ends at %q, %g away", end, h.tipAt(arrow, z))
			}
		},
		"an arrow that is dragged alone comes off": func(t *testing.T, h *hand, a, _, arrow *board.Element) {
			h.Select(arrow.ID)
			h.oneStep(t, func() { h.drag(270, 240, 270, 400) })
			if start, end := h.ends(arrow); start != "" || end != "" || len(h.now(a).Bound) != 0 {
				t.Errorf("it is bound to %q and %q; the shape knows %v", start, end, h.now(a).Bound)
			}
		},
		"an arrow that is nudged comes off": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.Select(arrow.ID)
			h.oneStep(t, func() {
				h.keys(fyne.KeyDown)
				h.rests()
			})
			if start, end := h.ends(arrow); start != "" || end != "" {
				t.Errorf("it is bound to %q and %q", start, end)
			}
		},
		"all moved together nothing comes off": func(t *testing.T, h *hand, a, z, arrow *board.Element) {
			h.TypedShortcut(&fyne.ShortcutSelectAll{})
			before := h.now(arrow).Vertices()
			h.oneStep(t, func() { h.drag(100, 240, 160, 300) })
			after := h.now(arrow).Vertices()
			start, end := h.ends(arrow)
			if start != a.ID || end != z.ID || after[0].Sub(before[0]).Dist(after[1].Sub(before[1])) > 1e-6 {
				t.Errorf("bound to %q and %q, it went from %v to %v", start, end, before, after)
			}
		},
		"a deleted shape frees its end, and undo binds it again": func(t *testing.T, h *hand, a, z, arrow *board.Element) {
			h.Select(z.ID)
			h.oneStep(t, func() { h.keys(fyne.KeyDelete) })
			if start, end := h.ends(arrow); start != a.ID || end != "" {
				t.Errorf("it is bound to %q and %q", start, end)
			}
			h.Undo()
			if _, end := h.ends(arrow); end != z.ID {
				t.Error("undone, the end is free")
			}
		},
		"a deleted arrow is forgotten by its shapes": func(t *testing.T, h *hand, a, _, arrow *board.Element) {
			h.Select(arrow.ID)
			h.oneStep(t, func() { h.keys(fyne.KeyDelete) })
			if b := h.now(a).Bound; len(b) != 0 {
				t.Errorf("the shape still knows %v", b)
			}
		},
		"a duplicated pair has an arrow of its own": func(t *testing.T, h *hand, a, z, arrow *board.Element) {
			h.TypedShortcut(&fyne.ShortcutSelectAll{})
			h.oneStep(t, func() { h.ctrl(fyne.KeyD) })
			for _, id := range h.Selected() {
				e := h.scene.Get(id)
				if e.Kind != board.Arrow {
					continue
				}
				start, end := h.ends(e)
				if start == a.ID || end == z.ID || start == "" || end == "" || len(h.now(a).Bound) != 1 {
					t.Errorf("the copied arrow is bound to %q and %q", start, end)
				}
			}
		},
		"a duplicated shape alone has no arrow": func(t *testing.T, h *hand, _, z, _ *board.Element) {
			h.Select(z.ID)
			h.ctrl(fyne.KeyD)
			if b := h.scene.Get(h.Selected()[0]).Bound; len(b) != 0 {
				t.Errorf("the copy knows %v", b)
			}
		},
		"an end that is dragged off is free, and back it is bound": func(t *testing.T, h *hand, _, z, arrow *board.Element) {
			h.Select(arrow.ID)
			tip := h.view.toWindow(endPoint(h.now(arrow), board.AtEnd))
			h.oneStep(t, func() { h.drag(tip.X, tip.Y, 350, 500) })
			if _, end := h.ends(arrow); end != "" || len(h.now(z).Bound) != 0 {
				t.Error("dropped on nothing the end is bound")
			}
			h.oneStep(t, func() { h.drag(350, 500, 550, 240) })
			if _, end := h.ends(arrow); end != z.ID {
				t.Error("dropped on the shape the end is free")
			}
		},
		"with Ctrl an end stays free beside a shape": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.Select(arrow.ID)
			tip := h.view.toWindow(endPoint(h.now(arrow), board.AtEnd))
			h.press(tip.X, tip.Y)
			h.held = ctrlKey
			h.to(540, 230)
			h.release()
			h.held = 0
			if _, end := h.ends(arrow); end != "" {
				t.Error("with Ctrl the end was bound")
			}
		},
		"a shape that comes beneath a free end does not catch it": func(t *testing.T, h *hand, _, _, _ *board.Element) {
			free := h.draws(t, Arrows, 100, 600, 400, 600)
			h.draws(t, Rectangles, 380, 560, 480, 640)
			if start, end := h.ends(free); start != "" || end != "" {
				t.Errorf("it is bound to %q and %q", start, end)
			}
		},
		"another kind of shape keeps its arrow": func(t *testing.T, h *hand, _, z, arrow *board.Element) {
			h.Select(z.ID)
			h.oneStep(t, func() { h.chord(fyne.KeyTab, 0) })
			if _, end := h.ends(arrow); end != z.ID {
				t.Error("turned into another shape it lost its arrow")
			}
		},
		"of shapes in one another the smaller is bound": func(t *testing.T, h *hand, _, _, _ *board.Element) {
			h.draws(t, Rectangles, 650, 450, 950, 750)
			inner := h.draws(t, Rectangles, 750, 550, 850, 650)
			a := h.draws(t, Arrows, 300, 600, 800, 600)
			if _, end := h.ends(a); end != inner.ID {
				t.Error("the outer shape was bound")
			}
		},
		"text that stands free is bound, and frees its arrow when deleted": func(t *testing.T, h *hand, _, _, _ *board.Element) {
			h.Use(Texts)
			h.click(700, 600)
			h.write("offline store")
			h.keys(fyne.KeyEscape)
			text := h.scene.Get(h.Selected()[0])
			at := h.view.toWindow(text.Centre())
			a := h.draws(t, Arrows, 300, 600, at.X, at.Y)
			if _, end := h.ends(a); end != text.ID {
				t.Fatal("the text is not bound")
			}
			h.Select(text.ID)
			h.keys(fyne.KeyDelete)
			if _, end := h.ends(a); end != "" {
				t.Error("the arrow is bound to what is gone")
			}
		},
		"an arrow from a shape to itself is a loop beside it": func(t *testing.T, h *hand, a, _, _ *board.Element) {
			loop := h.draws(t, Arrows, 208, 225, 150, 290)
			start, end := h.ends(loop)
			if start != a.ID || end != a.ID || len(h.now(loop).Points) < 3 {
				t.Errorf("bound to %q and %q it has %d points", start, end, len(h.now(loop).Points))
			}
			h.oneStep(t, func() { h.drag(100, 265, 100, 465) })
			if n := len(h.now(loop).Points); n < 3 {
				t.Errorf("after a move the loop has %d points", n)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, a, z, arrow := pair(t, board.StraightArrow)
			check(t, h, a, z, arrow)
		})
	}
}

// runs reports how an elbow arrow runs, and fails where a stretch is aslant.
func (h *hand) runs(t *testing.T, arrow *board.Element) []board.Point {
	t.Helper()
	v := h.now(arrow).Vertices()
	for i := 1; i < len(v); i++ {
		if math.Abs(v[i].X-v[i-1].X) > 1e-6 && math.Abs(v[i].Y-v[i-1].Y) > 1e-6 {
			t.Errorf("a stretch runs aslant from %v to %v", v[i-1], v[i])
		}
	}
	return v
}

// through reports whether a way passes inside a shape.
func through(v []board.Point, shape *board.Element) bool {
	for i := 1; i < len(v); i++ {
		if shape.Box().Inset(0.01).Intersects(board.RectOf(v[i-1], v[i])) {
			return true
		}
	}
	return false
}

func TestElbowGestures(t *testing.T) {
	for name, check := range map[string]func(t *testing.T, h *hand, a, z, arrow *board.Element){
		"it runs level between shapes side by side": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			if v := h.runs(t, arrow); len(v) != 2 || v[0].Y != v[1].Y {
				t.Errorf("it runs %v", v)
			}
		},
		"it bends when one of them moves": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.oneStep(t, func() { h.drag(600, 240, 600, 540) })
			if v := h.runs(t, arrow); len(v) < 3 {
				t.Errorf("it runs %v", v)
			}
		},
		"it goes around a shape drawn on its way": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			var block *board.Element
			h.Use(Rectangles)
			h.oneStep(t, func() { h.drag(320, 200, 380, 290) })
			block = h.scene.Get(h.Selected()[0])
			if v := h.runs(t, arrow); through(v, block) {
				t.Errorf("it runs through the shape: %v", v)
			}
		},
		"it goes around a shape dropped on its way": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			block := h.draws(t, Ellipses, 320, 500, 380, 590)
			h.oneStep(t, func() { h.drag(320, 545, 320, 245) })
			if v := h.runs(t, arrow); through(v, h.now(block)) {
				t.Errorf("it runs through the shape: %v", v)
			}
		},
		"it goes around a copy dropped on its way": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.draws(t, Rectangles, 310, 500, 370, 580)
			h.oneStep(t, func() { h.holding(altKey, func() { h.drag(310, 560, 310, 260) }) })
			if block := h.scene.Get(h.Selected()[0]); block.Y != 200 || through(h.runs(t, arrow), block) {
				t.Errorf("it runs through the copy at %g", block.Y)
			}
		},
		"it goes around a shape pasted on its way": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.draws(t, Rectangles, 310, 500, 370, 580)
			h.TypedShortcut(&fyne.ShortcutCopy{})
			h.at = fyne.NewPos(350, 240)
			h.MouseMoved(h.event())
			h.oneStep(t, func() { h.TypedShortcut(&fyne.ShortcutPaste{}) })
			if block := h.scene.Get(h.Selected()[0]); block.Y != 200 || through(h.runs(t, arrow), block) {
				t.Errorf("it runs through what was pasted at %g", block.Y)
			}
		},
		"a stretch that was moved stays when a shape moves": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.drag(600, 240, 600, 540)
			h.Select(arrow.ID)
			v := h.runs(t, arrow)
			middle := h.view.toWindow(v[1].Lerp(v[2], 0.5))
			h.oneStep(t, func() { h.drag(middle.X, middle.Y, middle.X+40, middle.Y) })
			x := h.now(arrow).Vertices()[1].X
			h.Select()
			h.oneStep(t, func() { h.drag(600, 520, 600, 560) })
			for _, p := range h.runs(t, arrow)[1:3] {
				if math.Abs(p.X-x) > 1 {
					t.Errorf("the moved stretch went from %g to %g", x, p.X)
				}
			}
		},
		"it keeps its ends when it becomes straight, and its bindings": func(t *testing.T, h *hand, a, z, arrow *board.Element) {
			h.Select(arrow.ID)
			h.oneStep(t, func() { h.SetArrowKind(board.StraightArrow) })
			if start, end := h.ends(arrow); start != a.ID || end != z.ID {
				t.Error("made straight it comes off")
			}
			h.oneStep(t, func() { h.SetArrowKind(board.ElbowArrow) })
			h.runs(t, arrow)
		},
		"a copy of all runs as the original": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.drag(600, 240, 600, 540)
			h.TypedShortcut(&fyne.ShortcutSelectAll{})
			h.oneStep(t, func() { h.ctrl(fyne.KeyD) })
			for _, id := range h.Selected() {
				if e := h.scene.Get(id); e.Kind == board.Arrow && len(h.runs(t, e)) != len(h.now(arrow).Points) {
					t.Errorf("the copy runs %v", e.Vertices())
				}
			}
		},
		"its label stands on it": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.drag(600, 240, 600, 540)
			h.Select(arrow.ID)
			h.keys(fyne.KeyReturn)
			h.write("rpc")
			h.keys(fyne.KeyEscape)
			label := h.scene.LabelOf(h.now(arrow))
			if at, _ := h.now(arrow).Nearest(label.Centre()); at.Dist(label.Centre()) > 1 {
				t.Errorf("the label stands %g beside the arrow", at.Dist(label.Centre()))
			}
		},
		"its free end goes where it is dragged": func(t *testing.T, h *hand, _, _, arrow *board.Element) {
			h.Select(arrow.ID)
			tip := h.view.toWindow(endPoint(h.now(arrow), board.AtEnd))
			h.oneStep(t, func() { h.drag(tip.X, tip.Y, 420, 600) })
			if v := h.runs(t, arrow); v[len(v)-1].Dist(board.Point{X: 420, Y: 600}) > 8 {
				t.Errorf("it ends at %v", v[len(v)-1])
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, a, z, arrow := pair(t, board.ElbowArrow)
			check(t, h, a, z, arrow)
		})
	}
}
