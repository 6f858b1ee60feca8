// Package reference draws the reference board of a question: the boxes and
// arrows that its pack lists, as elements of the whiteboard.
package reference

import (
	"talkthrough/internal/board"
	"talkthrough/internal/question"
)

// The room between the columns and rows of a drawing whose boxes have places.
// An arrow's label needs what labelRoom adds to its own width beside it.
const (
	columnGap = 110.0
	rowGap    = 100.0
	labelRoom = 90.0
)

// Draw turns a diagram into a scene, with fresh ids at every call: every box as
// the part that it is, with its label in it, and every arrow bound to its two
// boxes. Boxes with a column and a row stand in that grid; without, all are laid
// out from left to right by their arrows. What the loader of packs would refuse,
// unknown parts and arrows that lead nowhere, is left out. An empty diagram is
// an empty scene.
func Draw(d question.Diagram) *board.Scene {
	s := board.NewScene()
	ids := map[string]string{} // of the boxes, to those of their shapes
	middles := grid(d)
	for i, b := range d.Boxes {
		part, ok := partFor(b)
		if !ok || ids[b.ID] != "" {
			continue
		}
		edit := board.Drop(s, part, middles[i])
		s.Apply(edit)
		ids[b.ID] = edit.Put[0].ID
	}
	var arrows []string
	for _, a := range d.Arrows {
		if id := arrow(s, ids[a.From], ids[a.To]); id != "" {
			arrows = append(arrows, id)
			if a.Label != "" {
				s.Apply(board.SetText(s, id, a.Label))
			}
		}
	}
	if !placed(d) {
		s.Apply(board.Tidy(s, s.SelectAll()))
	}
	// The first arrows did not know of what was put in their way later.
	s.Apply(board.SetArrowKind(s, arrows, board.ElbowArrow))
	return s
}

// partFor is the whiteboard's part for a box, labelled as the box is.
func partFor(b question.DiagramBox) (board.Part, bool) {
	for _, part := range board.Parts() {
		if part.ID == b.Part {
			part.Name = b.Label
			return part, true
		}
	}
	return board.Part{}, false
}

// placed reports whether the boxes say where they stand.
func placed(d question.Diagram) bool {
	return len(d.Boxes) == 0 || d.Boxes[0].Column > 0
}

// grid returns the middles of the boxes: columns as wide and rows as high as
// what stands in them, with room for the labels of the arrows between.
func grid(d question.Diagram) []board.Point {
	if !placed(d) {
		return aRow(d)
	}
	widths, heights := map[int]float64{}, map[int]float64{}
	columns, rows := 0, 0
	for _, b := range d.Boxes {
		w, h := sizeOf(b)
		widths[b.Column], heights[b.Row] = max(widths[b.Column], w), max(heights[b.Row], h)
		columns, rows = max(columns, b.Column), max(rows, b.Row)
	}
	x, y := middlesOf(widths, columns, gapsBeside(d)), middlesOf(heights, rows, nil)
	middles := make([]board.Point, len(d.Boxes))
	for i, b := range d.Boxes {
		middles[i] = board.Point{X: x[b.Column], Y: y[b.Row]}
	}
	return middles
}

// aRow sets boxes without a place side by side, for Tidy to begin with.
func aRow(d question.Diagram) []board.Point {
	middles := make([]board.Point, len(d.Boxes))
	x := 0.0
	for i, b := range d.Boxes {
		w, _ := sizeOf(b)
		middles[i] = board.Point{X: x + w/2}
		x += w + columnGap
	}
	return middles
}

// sizeOf is the size that a box has once its label is in it.
func sizeOf(b question.DiagramBox) (w, h float64) {
	part, ok := partFor(b)
	if !ok {
		return 0, 0
	}
	shape := board.Drop(board.NewScene(), part, board.Point{}).Put[0]
	return shape.W, shape.H
}

// middlesOf returns the middle of each track from 1 to n, one after the other.
// A track with nothing in it takes no room.
func middlesOf(sizes map[int]float64, n int, gaps map[int]float64) []float64 {
	middles := make([]float64, n+1)
	at := 0.0
	for i := 1; i <= n; i++ {
		if sizes[i] == 0 {
			continue
		}
		middles[i] = at + sizes[i]/2
		gap := rowGap
		if gaps != nil {
			gap = max(columnGap, gaps[i])
		}
		at += sizes[i] + gap
	}
	return middles
}

// gapsBeside is the room that labels need to the right of each column.
func gapsBeside(d question.Diagram) map[int]float64 {
	column := map[string]int{}
	for _, b := range d.Boxes {
		column[b.ID] = b.Column
	}
	gaps := map[int]float64{}
	for _, a := range d.Arrows {
		from, to := column[a.From], column[a.To]
		if a.Label == "" || from == to {
			continue
		}
		gaps[min(from, to)] = max(gaps[min(from, to)], labelWidth(a.Label)+labelRoom)
	}
	return gaps
}

// labelWidth is how wide an arrow's label is on one line.
func labelWidth(label string) float64 {
	t := board.NewElement(board.Text, board.DefaultStyle())
	t.Text = label
	t, _ = board.LayoutText(t, nil)
	return t.W
}

// arrow binds an elbow arrow to two shapes and returns its id, "" where there is
// nothing to join.
func arrow(s *board.Scene, from, to string) string {
	a, b := s.Get(from), s.Get(to)
	if a == nil || b == nil || a == b {
		return ""
	}
	style := board.DefaultStyle()
	style.EndHead = "arrow"
	e := board.NewElement(board.Arrow, style)
	board.ShapeArrow(e, board.ElbowArrow)
	start, end := a.Centre(), b.Centre()
	e.X, e.Y = start.X, start.Y
	e.Points = []board.Point{{}, end.Sub(start)}
	middle := board.Point{X: 0.5001, Y: 0.5001} // exactly a half means "aim nowhere" in the file format
	e.Start = &board.Binding{ElementID: a.ID, Mode: board.Orbit, FixedPoint: middle}
	e.End = &board.Binding{ElementID: b.ID, Mode: board.Orbit, FixedPoint: middle}
	s.Apply(board.PutNew(s, e))
	return e.ID
}
