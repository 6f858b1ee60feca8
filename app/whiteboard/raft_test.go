package whiteboard

import (
	"bytes"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// crowded is a board with many boxes in rows, and arrows from the first row to
// the second; the boxes of the first row are selected.
func crowded(t *testing.T) (h *hand, first []*board.Element) {
	t.Helper()
	var all []*board.Element
	order := board.KeysBetween("", "", 3*manyDragged)
	box := func(i, row int) *board.Element {
		e := board.NewElement(board.Rectangle, board.DefaultStyle())
		e.ID, e.Index = fmt.Sprintf("box%d-%d", row, i), order[row*manyDragged+i]
		e.X, e.Y, e.W, e.H = float64(10+i%30*32), float64(100+200*row+i/30*60), 20, 20
		e.Background = "#a5d8ff"
		return e
	}
	for i := range manyDragged {
		first = append(first, box(i, 0))
		all = append(all, first[i], box(i, 1))
	}
	h = atBoard(t, all...)
	for i := range 3 {
		a, z := first[i*4].Centre(), h.scene.Get(fmt.Sprintf("box1-%d", i*5)).Centre()
		h.draws(t, Arrows, float32(a.X), float32(a.Y), float32(z.X), float32(z.Y))
	}
	h.Use(Selecting)
	var ids []string
	for _, e := range first {
		ids = append(ids, e.ID)
	}
	h.Select(ids...)
	return h, first
}

// seenNow is what the window shows of the board: the settled scene, what is
// dragged, and the arrows on it.
func (h *hand) seenNow() []byte {
	all := h.composed()
	if !h.raft.raster.Visible() {
		return all.Pix
	}
	size := h.raft.raster.Size()
	over := rgba(h.raft.generate(int(size.Width), int(size.Height)))
	for i := 0; i < len(over); i += 4 {
		for c := range 4 {
			all.Pix[i+c] = uint8(int(over[i+c]) + (int(all.Pix[i+c])*(255-int(over[i+3]))+127)/255)
		}
	}
	return all.Pix
}

func TestMuchIsDraggedAsOnePicture(t *testing.T) {
	h, first := crowded(t)
	h.oneStep(t, func() {
		h.press(15, 110)
		h.held = ctrlKey // no snapping
		h.to(40, 160)
		if !h.raft.raster.Visible() {
			t.Fatal("many boxes are not dragged as one picture")
		}
		during := h.seenNow()
		if box := h.marks.box; box.X != first[0].X+25 || box.Y != first[0].Y+50 {
			t.Errorf("the frame is at %g,%g", box.X, box.Y)
		}
		h.release()
		h.held = 0
		if n := differing(during, h.seenNow()); n > 2000 {
			t.Errorf("while dragged %d bytes differ from what came out", n)
		}
	})
	if e := h.now(first[5]); e.X != first[5].X+25 || e.Y != first[5].Y+50 {
		t.Errorf("moved to %g,%g", e.X, e.Y)
	}
	settled, above := h.show()
	if h.raft.raster.Visible() || above != nil || !bytes.Equal(settled, painted(h.surface, h.scene)) {
		t.Error("after the drop the board differs from the scene painted whole")
	}
	if len(h.Selected()) != manyDragged {
		t.Errorf("%d are selected", len(h.Selected()))
	}
}

func TestDroppingADragOfMuch(t *testing.T) {
	h, _ := crowded(t)
	before, _ := h.show()
	h.noStep(t, func() {
		h.press(15, 110)
		h.to(200, 300)
		h.wheel(0, 40)
		h.wheel(0, -40)
		h.keys(fyne.KeyEscape)
		h.release()
	})
	if after, _ := h.show(); !bytes.Equal(before, after) || h.raft.raster.Visible() {
		t.Error("a dropped drag leaves the board other than it was")
	}
}

func TestAltDragOfMuchCopies(t *testing.T) {
	h, first := crowded(t)
	n := h.scene.Len()
	h.oneStep(t, func() { h.holding(altKey, func() { h.drag(15, 110, 15, 500) }) })
	if h.scene.Len() != n+manyDragged || h.now(first[0]).Y != first[0].Y {
		t.Errorf("%d elements of %d", h.scene.Len(), n)
	}
	settled, _ := h.show()
	if !bytes.Equal(settled, painted(h.surface, h.scene)) {
		t.Error("after copying the board differs from the scene painted whole")
	}
}
