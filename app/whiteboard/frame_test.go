package whiteboard

import (
	"bytes"
	"testing"

	"talkthrough/internal/board"
)

// A frame clips what lies in it: when its edge moves, that comes and goes.
func TestAFramesEdgeTakesItsContentWithIt(t *testing.T) {
	frame := board.NewElement(board.Frame, board.DefaultStyle())
	frame.X, frame.Y, frame.W, frame.H, frame.Index = 100, 100, 300, 300, "a1"
	inside := board.NewElement(board.Rectangle, board.DefaultStyle())
	inside.X, inside.Y, inside.W, inside.H, inside.Index = 200, 200, 300, 80, "a2"
	inside.Background, inside.Frame = "#a5d8ff", frame.ID
	h := atBoard(t, frame, inside)
	h.click(100, 250)
	h.selects(t, frame)
	from := h.marks.handlePlace(handle{1, 1})
	h.press(from.X, from.Y)
	h.to(from.X+150, from.Y)
	during := h.composed().Pix
	h.release()
	settled, _ := h.show()
	if !bytes.Equal(settled, painted(h.surface, h.scene)) {
		t.Error("after the frame grew, what it clips is not repainted")
	}
	if n := differing(during, settled); n > 0 {
		t.Errorf("while the frame was dragged %d bytes differ from what came out", n)
	}
}

// differing counts what is another colour; smoothing blended in two layers is
// a little other than in one.
func differing(a, z []byte) int {
	n := 0
	for i := range a {
		if d := int(a[i]) - int(z[i]); d < -64 || d > 64 {
			n++
		}
	}
	return n
}
