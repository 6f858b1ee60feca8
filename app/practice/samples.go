package practice

import (
	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// The slots of the style bar, and the room between them.
const (
	slotEdge = 24
	slotGap  = 2
)

// slot is the picture's size in the style bar.
var slot = fyne.NewSquareSize(slotEdge - 2*swatchRim)

// sampleStyle is what pictures are drawn in, but for what they show.
func sampleStyle() board.Style {
	s := board.DefaultStyle()
	s.StrokeWidth = 1.5
	return s
}

// sampleBox is a small shape in that style.
func sampleBox(kind board.Kind, style board.Style) *board.Element {
	e := board.NewElement(kind, style)
	e.X, e.Y, e.W, e.H, e.Seed = 3, 3, 14, 14, 1
	return e
}

// sampleLine is a small line or arrow through points.
func sampleLine(kind board.Kind, style board.Style, points ...board.Point) *board.Element {
	e := board.NewElement(kind, style)
	e.X, e.Y, e.Seed = points[0].X, points[0].Y, 1
	for _, p := range points {
		e.Points = append(e.Points, p.Sub(points[0]))
	}
	return e
}

// across is a level line.
func across(style board.Style) *board.Element {
	return sampleLine(board.Line, style, board.Point{X: 2, Y: 10}, board.Point{X: 18, Y: 10})
}

// dashes is a line in a stroke style, closer together than the board has it.
func dashes(strokeStyle string) []*board.Element {
	lines, length, gap := 1, 16.0, 0.0
	switch strokeStyle {
	case "dashed":
		lines, length, gap = 3, 4, 2
	case "dotted":
		lines, length, gap = 5, 0.5, 3.4
	}
	var out []*board.Element
	for i := range lines {
		x := 2 + float64(i)*(length+gap)
		out = append(out, sampleLine(board.Line, sampleStyle(), board.Point{X: x, Y: 10}, board.Point{X: x + length, Y: 10}))
	}
	return out
}

// colourDot is a dot of a colour; without a colour an empty one with a stroke
// through it.
func colourDot(colour string) []*board.Element {
	style := sampleStyle()
	style.Stroke, style.Background = colour, colour
	if colour != "transparent" {
		if colour[1] > 'a' { // a light ground needs an edge to be seen
			style.Stroke, style.StrokeWidth = "#868e96", 0.5
		}
		return []*board.Element{sampleBox(board.Ellipse, style)}
	}
	style.Stroke, style.StrokeWidth = "#868e96", 1
	return []*board.Element{
		sampleBox(board.Ellipse, style),
		sampleLine(board.Line, style, board.Point{X: 5, Y: 15}, board.Point{X: 15, Y: 5}),
	}
}

// The families that are offered, by Excalidraw's numbers.
const (
	handFamily = 5
	sansFamily = 2
	monoFamily = 3
)

// letters are a word in a family, its middle in the slot's.
func letters(word string, family int, size float64) *board.Element {
	return lettersIn(slot, word, family, size)
}

func lettersIn(area fyne.Size, word string, family int, size float64) *board.Element {
	style := sampleStyle()
	style.FontSize, style.FontFamily = size, family
	t := board.NewElement(board.Text, style)
	t.Text = word
	t, _ = board.LayoutText(t, nil)
	t.X, t.Y = (float64(area.Width)-t.W)/2, (float64(area.Height)-t.H)/2
	return t
}

// corner is the upper left corner of a box, round or sharp.
func corner(round bool) *board.Element {
	points := []board.Point{{X: 4, Y: 17}, {X: 4, Y: 4}, {X: 17, Y: 4}}
	if !round {
		style := sampleStyle()
		style.Round = false
		return sampleLine(board.Line, style, points...)
	}
	return sampleLine(board.Line, sampleStyle(), points[0], board.Point{X: 4, Y: 12}, board.Point{X: 6, Y: 6}, board.Point{X: 12, Y: 4}, points[2])
}

// headed is a short arrow across an area with a head at one end.
func headed(area fyne.Size, head string, atStart bool) *board.Element {
	margin := 3 + float64(area.Width-slot.Width)/4 // round heads reach beyond the end
	style := sampleStyle()
	style.StartHead, style.EndHead = "", head
	y := float64(area.Height) / 2
	from, to := board.Point{X: margin, Y: y}, board.Point{X: float64(area.Width) - margin, Y: y}
	if atStart {
		from, to = to, from
	}
	return sampleLine(board.Arrow, style, from, to)
}

// running is a small arrow of a kind.
func running(kind board.ArrowKind) *board.Element {
	style := sampleStyle()
	style.EndHead = ""
	low, high := board.Point{X: 3, Y: 16}, board.Point{X: 17, Y: 4}
	points := []board.Point{low, high}
	switch kind {
	case board.CurvedArrow:
		points = []board.Point{low, {X: 13, Y: 14}, high}
	case board.ElbowArrow:
		points = []board.Point{low, {X: 10, Y: 16}, {X: 10, Y: 4}, high}
	}
	e := sampleLine(board.Arrow, style, points...)
	board.ShapeArrow(e, kind)
	return e
}
