package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// grows presses Ctrl with an arrow key so many times, and releases Ctrl.
func (h *hand) grows(key fyne.KeyName, times int) {
	for range times {
		h.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: ctrlKey})
		h.show()
	}
	h.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	h.show()
}

func (h *hand) walks(key fyne.KeyName) {
	h.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: altKey})
}

// count is how many elements of the kind there are.
func (h *hand) count(kind board.Kind) int {
	n := 0
	for _, e := range h.scene.Elements() {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

// The cases are those that Excalidraw's own tests of flow charts name, and what
// its users asked for on top.
func TestFlowchart(t *testing.T) {
	for name, check := range map[string]func(t *testing.T, h *hand, root *board.Element){
		"one press is one node and one arrow, selected": func(t *testing.T, h *hand, root *board.Element) {
			h.oneStep(t, func() { h.grows(fyne.KeyRight, 1) })
			if h.count(board.Rectangle) != 2 || h.count(board.Arrow) != 1 || h.Selected()[0] == root.ID {
				t.Errorf("%d nodes, %d arrows", h.count(board.Rectangle), h.count(board.Arrow))
			}
		},
		"three presses are three nodes in one step": func(t *testing.T, h *hand, _ *board.Element) {
			h.oneStep(t, func() { h.grows(fyne.KeyDown, 3) })
			if h.count(board.Rectangle) != 4 || h.count(board.Arrow) != 3 {
				t.Errorf("%d nodes, %d arrows", h.count(board.Rectangle), h.count(board.Arrow))
			}
		},
		"another direction begins anew": func(t *testing.T, h *hand, root *board.Element) {
			h.oneStep(t, func() {
				h.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: ctrlKey})
				h.grows(fyne.KeyUp, 1)
			})
			if h.count(board.Rectangle) != 2 || h.scene.Get(h.Selected()[0]).Y >= root.Y {
				t.Errorf("%d nodes", h.count(board.Rectangle))
			}
		},
		"a second growth covers nothing of the first": func(t *testing.T, h *hand, root *board.Element) {
			for range 4 {
				h.Select(root.ID)
				h.grows(fyne.KeyRight, 2)
			}
			var boxes []*board.Element
			for _, e := range h.scene.Elements() {
				if e.Kind == board.Rectangle {
					for _, o := range boxes {
						if o.Box().Intersects(e.Box()) {
							t.Errorf("%v and %v cover each other", o.Box(), e.Box())
						}
					}
					boxes = append(boxes, e)
				}
			}
			if len(boxes) != 9 {
				t.Errorf("%d nodes", len(boxes))
			}
		},
		"a node looks like the one it grew from": func(t *testing.T, h *hand, root *board.Element) {
			red := "#ffc9c9"
			h.SetStyle(board.StyleChange{Background: &red})
			h.grows(fyne.KeyLeft, 1)
			if e := h.scene.Get(h.Selected()[0]); e.Background != red || e.W != root.W || e.H != root.H {
				t.Errorf("it is %s, %g by %g", e.Background, e.W, e.H)
			}
		},
		"Escape makes nothing": func(t *testing.T, h *hand, _ *board.Element) {
			h.noStep(t, func() {
				h.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: ctrlKey})
				h.keys(fyne.KeyEscape)
				h.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
			})
		},
		"without one shape selected nothing grows": func(t *testing.T, h *hand, _ *board.Element) {
			h.Select()
			h.noStep(t, func() { h.grows(fyne.KeyRight, 1) })
			h.draws(t, Lines, 600, 600, 700, 700)
			h.noStep(t, func() { h.grows(fyne.KeyRight, 1) })
		},
		"one walks to a child and back": func(t *testing.T, h *hand, root *board.Element) {
			h.grows(fyne.KeyRight, 1)
			child := h.Selected()[0]
			h.walks(fyne.KeyLeft)
			h.selects(t, root)
			h.walks(fyne.KeyRight)
			if h.Selected()[0] != child {
				t.Error("the way back does not lead to the child")
			}
		},
		"one walks among siblings": func(t *testing.T, h *hand, _ *board.Element) {
			h.grows(fyne.KeyRight, 3)
			seen := map[string]bool{h.Selected()[0]: true}
			for range 2 {
				h.walks(fyne.KeyDown)
				seen[h.Selected()[0]] = true
			}
			if len(seen) != 3 {
				t.Errorf("%d of three siblings were reached", len(seen))
			}
		},
		"where there is nothing one stays": func(t *testing.T, h *hand, root *board.Element) {
			h.noStep(t, func() { h.walks(fyne.KeyUp) })
			h.selects(t, root)
		},
		"what grew follows when it is moved": func(t *testing.T, h *hand, _ *board.Element) {
			h.grows(fyne.KeyRight, 1)
			node := h.scene.Get(h.Selected()[0])
			arrow := h.scene.Elements()[2]
			x, y := float32(node.X), float32(node.Y)
			h.oneStep(t, func() { h.drag(x+20, y, x+20, y+200) })
			if d := h.tipAt(arrow, node); d > 10 {
				t.Errorf("its arrow ends %g beside it", d)
			}
		},
		"in a frame what grows is in the frame, beyond it is not": func(t *testing.T, h *hand, root *board.Element) {
			f := h.draws(t, Frames, 300, 200, 780, 600)
			h.Select(root.ID)
			h.grows(fyne.KeyRight, 1)
			if e := h.scene.Get(h.Selected()[0]); e.Frame != f.ID {
				t.Error("grown in the frame it is not in it")
			}
			h.grows(fyne.KeyRight, 1)
			out := h.scene.Get(h.Selected()[0])
			if out.Frame != "" {
				t.Error("grown beyond the frame it is in it")
			}
			for _, e := range h.scene.Elements() {
				if e.Kind == board.Arrow && e.End.ElementID == out.ID && e.Frame != "" {
					t.Error("the arrow that leads out is clipped by the frame")
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := atBoard(t)
			check(t, h, h.draws(t, Rectangles, 400, 360, 500, 440))
		})
	}
}
