package whiteboard

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// middleOf is where the middle of a stretch is caught in the window.
func (h *hand) middleOf(line *board.Element, stretch int) fyne.Position {
	return h.view.toWindow(middles(h.now(line))[stretch])
}

// The cases are those that Excalidraw's own tests of its line editor name.
func TestEditingLines(t *testing.T) {
	for name, check := range map[string]func(t *testing.T, h *hand, line *board.Element){
		"a line of two points has one middle": func(t *testing.T, h *hand, _ *board.Element) {
			if len(h.marks.grips) != 1 || !h.marks.grips[0].middle {
				t.Errorf("it has the grips %v", h.marks.grips)
			}
		},
		"dragging a middle puts a point in and makes two middles": func(t *testing.T, h *hand, line *board.Element) {
			h.oneStep(t, func() { h.drag(400, 300, 400, 200) })
			if len(h.now(line).Points) != 3 || len(h.marks.grips) != 3 {
				t.Errorf("%d points, %d grips", len(h.now(line).Points), len(h.marks.grips))
			}
		},
		"each middle of three points bends": func(t *testing.T, h *hand, line *board.Element) {
			h.drag(400, 300, 400, 200)
			for i := range 2 {
				at := h.middleOf(line, 2*i)
				h.oneStep(t, func() { h.drag(at.X, at.Y, at.X+10, at.Y+80) })
			}
			if n := len(h.now(line).Points); n != 5 {
				t.Errorf("it has %d points", n)
			}
		},
		"the middles follow a point that is dragged": func(t *testing.T, h *hand, line *board.Element) {
			h.drag(400, 300, 400, 200)
			before := middles(h.now(line))
			h.oneStep(t, func() { h.drag(400, 200, 450, 120) })
			for i, m := range middles(h.now(line)) {
				if m.Dist(before[i]) < 10 {
					t.Errorf("middle %d stays at %v", i, m)
				}
			}
		},
		"a click on a point or a middle changes nothing": func(t *testing.T, h *hand, line *board.Element) {
			h.drag(400, 300, 400, 200)
			h.noStep(t, func() {
				h.click(400, 200)
				at := h.middleOf(line, 0)
				h.click(at.X, at.Y)
			})
		},
		"an end is dragged alone": func(t *testing.T, h *hand, line *board.Element) {
			h.oneStep(t, func() { h.drag(600, 300, 650, 420) })
			v := h.now(line).Vertices()
			if v[0] != (board.Point{X: 200, Y: 300}) || v[1] != (board.Point{X: 650, Y: 420}) {
				t.Errorf("it runs %v", v)
			}
		},
		"with Shift an end stays at fifteen degrees": func(t *testing.T, h *hand, line *board.Element) {
			h.press(600, 300)
			h.held = shiftKey
			h.to(580, 420)
			h.release()
			h.held = 0
			v := h.now(line).Vertices()
			angle := math.Atan2(v[1].Y-v[0].Y, v[1].X-v[0].X)
			if off := math.Abs(math.Remainder(angle, math.Pi/12)); off > 1e-6 {
				t.Errorf("it lies at %g degrees", angle*180/math.Pi)
			}
		},
		"a point that is removed leaves the others": func(t *testing.T, h *hand, line *board.Element) {
			h.doubleClick(300, 300)
			h.doubleClick(500, 300)
			h.oneStep(t, func() { h.doubleClick(300, 300) })
			v := h.now(line).Vertices()
			if len(v) != 3 || v[1].Dist(board.Point{X: 500, Y: 300}) > 1e-6 {
				t.Errorf("it runs %v", v)
			}
		},
		"a line is moved by its stretch": func(t *testing.T, h *hand, line *board.Element) {
			h.Select()
			h.oneStep(t, func() { h.drag(300, 300, 320, 380) })
			if v := h.now(line).Vertices(); v[0] != (board.Point{X: 220, Y: 380}) || len(v) != 2 {
				t.Errorf("it runs %v", v)
			}
		},
		"short stretches have no middle": func(t *testing.T, h *hand, line *board.Element) {
			h.set(view{0, 0, 0.1})
			if len(h.marks.grips) != 0 {
				t.Errorf("40 units wide in the window it has %d grips", len(h.marks.grips))
			}
		},
		"on the grid a new point lies on it": func(t *testing.T, h *hand, line *board.Element) {
			h.chord(fyne.KeyApostrophe, ctrlKey)
			h.drag(400, 300, 409, 213)
			if p := h.now(line).Vertices()[1]; p != (board.Point{X: 400, Y: 220}) {
				t.Errorf("the point is at %v", p)
			}
		},
		"what is bent flips and comes back": func(t *testing.T, h *hand, line *board.Element) {
			h.drag(400, 300, 350, 200)
			before := h.now(line).Vertices()
			h.chord(fyne.KeyH, shiftKey)
			h.chord(fyne.KeyH, shiftKey)
			for i, p := range h.now(line).Vertices() {
				if p.Dist(before[i]) > 1e-6 {
					t.Errorf("flipped twice point %d is at %v, was at %v", i, p, before[i])
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := atBoard(t)
			check(t, h, h.draws(t, Lines, 200, 300, 600, 300))
		})
	}
}

func TestTextOnArrows(t *testing.T) {
	for name, check := range map[string]func(t *testing.T, h *hand, arrow *board.Element){
		"Enter begins it": func(t *testing.T, h *hand, arrow *board.Element) {
			h.keys(fyne.KeyReturn)
			h.write("events")
			h.oneStep(t, func() { h.keys(fyne.KeyEscape) })
			if h.text(arrow) != "events" {
				t.Errorf("it says %q", h.text(arrow))
			}
		},
		"so do two clicks": func(t *testing.T, h *hand, arrow *board.Element) {
			h.doubleClick(300, 301)
			h.write("events")
			h.click(50, 700)
			if h.text(arrow) != "events" {
				t.Errorf("it says %q", h.text(arrow))
			}
		},
		"it goes along": func(t *testing.T, h *hand, arrow *board.Element) {
			h.labels(arrow, "events")
			before := h.scene.LabelOf(h.now(arrow))
			h.Select()
			h.oneStep(t, func() { h.drag(250, 300, 250, 400) })
			if after := h.scene.LabelOf(h.now(arrow)); after.Y != before.Y+100 {
				t.Errorf("it went from %g to %g", before.Y, after.Y)
			}
		},
		"it stays in the middle when an end is dragged": func(t *testing.T, h *hand, arrow *board.Element) {
			h.labels(arrow, "events")
			h.Select(arrow.ID)
			h.oneStep(t, func() { h.drag(600, 300, 600, 500) })
			label := h.scene.LabelOf(h.now(arrow))
			if d := label.Centre().Dist(h.now(arrow).Middle()); d > 1 {
				t.Errorf("it stands %g from the middle", d)
			}
		},
		"it wraps when the arrow gets short, and unwraps": func(t *testing.T, h *hand, arrow *board.Element) {
			h.labels(arrow, "feature events by a user")
			lines := func() float64 { return h.scene.LabelOf(h.now(arrow)).H }
			wide := lines()
			h.Select(arrow.ID)
			h.drag(600, 300, 330, 300)
			if lines() <= wide {
				t.Error("on the short arrow it is as high as on the long")
			}
			h.drag(330, 300, 600, 300)
			if lines() != wide {
				t.Error("on the long arrow again it is higher than before")
			}
		},
		"it is never turned": func(t *testing.T, h *hand, arrow *board.Element) {
			h.labels(arrow, "events")
			h.Select(arrow.ID)
			h.drag(600, 300, 300, 600)
			if a := h.scene.LabelOf(h.now(arrow)).Angle; a != 0 {
				t.Errorf("it is turned by %g", a)
			}
		},
		"emptied it is gone, the arrow is not": func(t *testing.T, h *hand, arrow *board.Element) {
			h.labels(arrow, "x")
			h.Select(arrow.ID)
			h.keys(fyne.KeyReturn, fyne.KeyBackspace)
			h.oneStep(t, func() { h.keys(fyne.KeyEscape) })
			if h.scene.Len() != 1 {
				t.Errorf("%d elements are left", h.scene.Len())
			}
		},
		"deleted with the arrow, and back with it": func(t *testing.T, h *hand, arrow *board.Element) {
			h.labels(arrow, "events")
			h.Select(arrow.ID)
			h.oneStep(t, func() { h.keys(fyne.KeyDelete) })
			if h.scene.Len() != 0 {
				t.Errorf("%d elements are left", h.scene.Len())
			}
			h.Undo()
			if h.text(arrow) != "events" {
				t.Errorf("brought back it says %q", h.text(arrow))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := atBoard(t)
			check(t, h, h.draws(t, Arrows, 200, 300, 600, 300))
		})
	}
}

// labels writes in a shape or on an arrow.
func (h *hand) labels(e *board.Element, text string) {
	h.Select(e.ID)
	h.keys(fyne.KeyReturn)
	h.write(text)
	h.keys(fyne.KeyEscape)
}

func TestTextWrapsInShapes(t *testing.T) {
	const words = "retrieval and ranking of candidates"
	for name, check := range map[string]func(t *testing.T, h *hand, e *board.Element){
		"it breaks between words and stays inside": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, words)
			label := h.scene.LabelOf(h.now(e))
			if !h.now(e).Box().Encloses(label.Box()) || label.H < 2*label.FontSize {
				t.Errorf("the text %v does not lie in %v, or in one line", label.Box(), h.now(e).Box())
			}
		},
		"what is typed stays as it was typed": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, words)
			if got := h.text(e); got != words {
				t.Errorf("it says %q", got)
			}
		},
		"a word longer than the shape is broken": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, "internationalisation-of-everything")
			if label := h.scene.LabelOf(h.now(e)); !h.now(e).Box().Encloses(label.Box()) {
				t.Errorf("the text %v reaches out of %v", label.Box(), h.now(e).Box())
			}
		},
		"the shape grows downwards and shrinks back": func(t *testing.T, h *hand, e *board.Element) {
			h.Select(e.ID)
			h.keys(fyne.KeyReturn)
			h.write(words + " " + words + " " + words)
			if now := h.seen(e.ID); now.H <= e.H || now.Y != e.Y || now.W != e.W {
				t.Errorf("it is %v", now.Box())
			}
			h.TypedShortcut(&fyne.ShortcutSelectAll{})
			h.write("short")
			h.keys(fyne.KeyEscape)
			if now := h.now(e); now.H != e.H {
				t.Errorf("with a short text it is %g high, was %g", now.H, e.H)
			}
		},
		"made wider it needs fewer lines": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, words)
			before := h.scene.LabelOf(h.now(e)).H
			h.Select(e.ID)
			from := h.marks.handlePlace(handle{1, 0})
			h.oneStep(t, func() { h.drag(from.X, from.Y, from.X+300, from.Y) })
			if after := h.scene.LabelOf(h.now(e)).H; after >= before {
				t.Errorf("it is %g high, was %g", after, before)
			}
		},
		"made narrow it stays large enough": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, words)
			h.Select(e.ID)
			from := h.marks.handlePlace(handle{1, 1})
			h.drag(from.X, from.Y, from.X-60, from.Y-60)
			if label := h.scene.LabelOf(h.now(e)); !h.now(e).Box().Inset(-1e-6).Encloses(label.Box()) {
				t.Errorf("the text %v reaches out of %v", label.Box(), h.now(e).Box())
			}
		},
		"breaks that were typed stay": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, "a\nb\n\nc")
			if got := h.text(e); got != "a\nb\n\nc" {
				t.Errorf("it says %q", got)
			}
		},
		"a diamond and an ellipse have less room": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, words)
			before := h.scene.LabelOf(h.now(e)).H
			h.Select(e.ID)
			h.oneStep(t, func() { h.chord(fyne.KeyTab, 0) })
			if after := h.scene.LabelOf(h.now(e)).H; after < before {
				t.Errorf("as a %s its text is %g high, in a rectangle %g", h.now(e).Kind, after, before)
			}
		},
		"larger letters wrap anew": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, words)
			size := 36.0
			h.Select(e.ID)
			h.oneStep(t, func() { h.SetStyle(board.StyleChange{FontSize: &size}) })
			if label := h.scene.LabelOf(h.now(e)); label.FontSize != 36 || !h.now(e).Box().Encloses(label.Box()) {
				t.Errorf("letters of %g at %v in %v", label.FontSize, label.Box(), h.now(e).Box())
			}
		},
		"other scripts wrap too": func(t *testing.T, h *hand, e *board.Element) {
			h.labels(e, "推荐系统的特征存储与在线服务延迟")
			if label := h.scene.LabelOf(h.now(e)); !h.now(e).Box().Encloses(label.Box()) {
				t.Errorf("the text %v reaches out of %v", label.Box(), h.now(e).Box())
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := atBoard(t)
			check(t, h, h.draws(t, Rectangles, 300, 200, 460, 300))
		})
	}
}
