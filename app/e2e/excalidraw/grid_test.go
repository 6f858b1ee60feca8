//go:build linux

package excalidraw

import (
	"fmt"
	"math"
	"testing"

	"talkthrough/internal/board"
)

// gridColumns is how many boxes stand in a row.
func gridColumns(n int) int { return int(math.Ceil(math.Sqrt(float64(n)))) }

// gridBoard is n labelled boxes in a square grid with an arrow from each to its
// neighbour on the right.
func gridBoard(t testing.TB, n int) *board.Scene {
	columns := gridColumns(n)
	scene := board.NewScene()
	var edit board.Edit
	key := ""
	put := func(kind board.Kind, id string) *board.Element {
		e := board.NewElement(kind, board.DefaultStyle())
		key = board.KeyBetween(key, "")
		e.ID, e.Index, e.Seed = id, key, int64(len(edit.Put)+1)
		edit.Put = append(edit.Put, e)
		return e
	}
	for i := range n {
		box := put(board.Rectangle, fmt.Sprint("box", i))
		box.X, box.Y, box.W, box.H = float64(i%columns)*240, float64(i/columns)*160, 160, 80
		box.Background, box.FillStyle = "#a5d8ff", "solid"
		label := put(board.Text, fmt.Sprint("label", i))
		label.Text, label.Container, label.Align, label.VAlign = fmt.Sprint("Service ", i), box.ID, "center", "middle"
		placed, _ := board.LayoutText(label, box)
		*label = *placed
		box.Bound = []board.BoundRef{{ID: label.ID, Kind: board.Text}}
	}
	for i := range n - 1 {
		if (i+1)%columns == 0 {
			continue
		}
		from, to := edit.Put[2*i], edit.Put[2*i+2]
		arrow := put(board.Arrow, fmt.Sprint("arrow", i))
		arrow.X, arrow.Y, arrow.W = from.X+166, from.Y+40, 68
		arrow.Points = []board.Point{{}, {X: 68}}
		arrow.Start = &board.Binding{ElementID: from.ID, Mode: board.Orbit, FixedPoint: board.Point{X: 1, Y: 0.5001}}
		arrow.End = &board.Binding{ElementID: to.ID, Mode: board.Orbit, FixedPoint: board.Point{Y: 0.5001}}
		from.Bound = append(from.Bound, board.BoundRef{ID: arrow.ID, Kind: board.Arrow})
		to.Bound = append(to.Bound, board.BoundRef{ID: arrow.ID, Kind: board.Arrow})
	}
	scene.Apply(edit)
	if want := 3*n - 1 - (n-1)/columns; scene.Len() != want {
		t.Fatalf("the grid has %d elements, want %d", scene.Len(), want)
	}
	return scene
}
