package whiteboard

import (
	"fmt"
	"image"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/internal/board"
)

// grid is a scene of n labelled boxes, fifty in a row.
func grid(n int) []*board.Element {
	var all []*board.Element
	order := board.KeysBetween("", "", 2*n)
	for i := range n {
		box := board.NewElement(board.Rectangle, board.DefaultStyle())
		box.ID, box.Index = fmt.Sprintf("box%d", i), order[2*i]
		box.X, box.Y, box.W, box.H = float64(i%50)*20, float64(i/50)*10, 16, 8
		text := board.NewElement(board.Text, board.DefaultStyle())
		text.ID, text.Index = fmt.Sprintf("text%d", i), order[2*i+1]
		text.Text, text.Container, text.FontSize = fmt.Sprintf("S%d", i), box.ID, 4
		text.Align, text.VAlign = "center", "middle"
		box.Bound = []board.BoundRef{{ID: text.ID, Kind: board.Text}}
		text, box = board.LayoutText(text, box)
		all = append(all, box, text)
	}
	return all
}

// stepper is a hand with the second box of a grid held. Each step drags it to
// and fro and paints.
func stepper(t testing.TB, n int) (step func()) {
	h := atBoard(t, grid(n)...)
	h.show()
	h.press(28, 5)
	h.to(70, 300)
	ev, odd := &fyne.DragEvent{}, false
	return func() {
		odd = !odd
		ev.Position = fyne.NewPos(70, 300)
		if odd {
			ev.Position = fyne.NewPos(75, 303)
		}
		h.Dragged(ev)
		if h.bake.stale() {
			t.Fatal("dragging damages the settled scene at every step")
		}
		h.paint()
	}
}

// allStepper is a hand with all boxes of a grid held.
func allStepper(t testing.TB, n int) (step func()) {
	h := atBoard(t, grid(n)...)
	h.show()
	h.TypedShortcut(&fyne.ShortcutSelectAll{})
	h.press(28, 5)
	h.to(70, 300)
	ev, odd := &fyne.DragEvent{}, false
	return func() {
		odd = !odd
		ev.Position = fyne.NewPos(70, 300)
		if odd {
			ev.Position = fyne.NewPos(75, 303)
		}
		h.Dragged(ev)
		h.paint()
	}
}

// paint has both layers painted without copying them.
func (h *hand) paint() {
	size := h.raster.Size()
	if h.bake.stale() || h.lens().at != h.bake.img.Rect.Min {
		h.generate(int(size.Width), int(size.Height))
	}
	if h.raft.raster.Visible() {
		h.raft.generate(int(size.Width), int(size.Height))
	}
	if h.live.raster.Visible() {
		size = h.live.raster.Size()
		h.live.generate(int(size.Width+0.5), int(size.Height+0.5))
	}
}

// panner pans a grid to and fro by one wheel notch and paints.
func panner(t testing.TB, n int) (step func()) {
	h := atBoard(t, grid(n)...)
	h.show()
	ev, by := &fyne.ScrollEvent{}, float32(25)
	return func() {
		by = -by
		ev.Scrolled = fyne.NewDelta(0, by)
		h.Scrolled(ev)
		h.paint()
	}
}

// Holding one box of many moves only that one's picture.
func TestTheLivePictureIsSmall(t *testing.T) {
	h := atBoard(t, grid(500)...)
	h.press(28, 5)
	h.to(70, 300)
	if size := h.live.raster.Size(); size.Width > 40 || size.Height > 40 {
		t.Errorf("dragging a box of 16 by 8, the live picture is %v", size)
	}
	h.release()
}

func BenchmarkDragOneOf5000(b *testing.B) {
	step := stepper(b, 5000)
	for b.Loop() {
		step()
	}
}

func BenchmarkDragAllOf5000(b *testing.B) {
	step := allStepper(b, 5000)
	for b.Loop() {
		step()
	}
}

func BenchmarkDragOneOf10(b *testing.B) {
	step := stepper(b, 10)
	for b.Loop() {
		step()
	}
}

func BenchmarkPan5000(b *testing.B) {
	step := panner(b, 5000)
	for b.Loop() {
		step()
	}
}

func BenchmarkHoverOver5000(b *testing.B) {
	h := atBoard(b, grid(5000)...)
	h.at = fyne.NewPos(500, 700)
	for b.Loop() {
		h.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: h.at}})
		h.Cursor()
	}
}

func BenchmarkDropOneOf5000(b *testing.B) {
	h := atBoard(b, grid(5000)...)
	h.show()
	h.Select("box1")
	for b.Loop() {
		h.commit(board.Move(h.scene, h.selected, 1, 0))
		h.paint()
	}
}

func BenchmarkWholeOf5000(b *testing.B) {
	h := atBoard(b, grid(5000)...)
	for b.Loop() {
		h.bake.img = nil
		h.generate(1000, 800)
	}
}

// However long something is dragged, the painter knows the rest of the scene:
// painting it again works out nothing anew.
func TestALongDragCrowdsNothingOut(t *testing.T) {
	h := atBoard(t, grid(1500)...)
	h.show()
	h.press(28, 5)
	h.to(70, 600)
	ev := &fyne.DragEvent{}
	for i := range 2500 {
		ev.Position = fyne.NewPos(70+float32(i%7), 600)
		h.Dragged(ev)
		h.paint()
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	h.bake.damageRect(image.Rect(0, 0, 1000, 400))
	h.generate(1000, 800)
	runtime.ReadMemStats(&after)
	if again := after.TotalAlloc - before.TotalAlloc; again > 256<<10 {
		t.Errorf("painting the board again takes %d bytes", again)
	}
	h.release()
}
