package excalidraw

import (
	"fmt"
	"testing"

	"talkthrough/internal/board"
)

// labelled is a grid of n labelled boxes with an arrow between neighbours.
func labelled(n int) *board.Scene {
	style := board.DefaultStyle()
	var all []*board.Element
	add := func(kind board.Kind, id string) *board.Element {
		e := board.NewElement(kind, style)
		e.ID = id
		all = append(all, e)
		return e
	}
	const columns = 71
	for i := range n {
		box := add(board.Rectangle, fmt.Sprintf("box%d", i))
		box.X, box.Y, box.W, box.H = float64(i%columns)*240, float64(i/columns)*160, 160, 80
		label := add(board.Text, fmt.Sprintf("label%d", i))
		label.X, label.Y, label.W, label.H = box.X+40, box.Y+27.5, 80, 25
		label.Text, label.Wrapped, label.Container = "Service", "Service", box.ID
		box.Bound = []board.BoundRef{{ID: label.ID, Kind: board.Text}}
		if i%columns > 0 {
			arrow := add(board.Arrow, fmt.Sprintf("arrow%d", i))
			arrow.X, arrow.Y, arrow.W, arrow.Points = box.X-74, box.Y+40, 68, []board.Point{{}, {X: 68}}
			arrow.Start = &board.Binding{ElementID: fmt.Sprintf("box%d", i-1), Mode: board.Orbit, FixedPoint: board.Point{X: 1, Y: 0.5001}}
			arrow.End = &board.Binding{ElementID: box.ID, Mode: board.Orbit, FixedPoint: board.Point{X: 0, Y: 0.5001}}
		}
	}
	for i, key := range board.KeysBetween("", "", len(all)) {
		all[i].Index = key
	}
	return board.NewScene(all...)
}

func BenchmarkDecode5000Boxes(b *testing.B) {
	data := encode(b, labelled(5000), Options{})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode5000Boxes(b *testing.B) {
	s, rest, err := Decode(encode(b, labelled(5000), Options{}))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		encode(b, s, Options{Rest: rest})
	}
}
