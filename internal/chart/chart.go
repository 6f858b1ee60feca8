// Package chart draws numbers as elements of the whiteboard, so that the one
// painter shows them on the screen and writes them as PNG and SVG.
//
// Lengths are scene units. A chart is as wide as it is asked to be and as high
// as its rows need. Colours are those of the light theme: the painter turns them
// for the dark one, as it does with every drawing.
package chart

import (
	"fmt"
	"time"

	"talkthrough/internal/board"
)

// Width is how wide a chart is drawn.
const Width = 560.0

const (
	rowHeight = 30.0
	barHeight = 14.0
	nameWidth = 116.0
	noteWidth = 104.0
	barsFrom  = nameWidth + 8
	barsWidth = Width - barsFrom - noteWidth

	ink   = "#1f2328"
	faint = "#636c76"
	track = "#ced4da"
	late  = "#d92d20"
)

// sans is the number that Excalidraw's files have for the plain font.
const sans = 2

// sheet is a chart under way.
type sheet struct{ scene *board.Scene }

func newSheet() sheet { return sheet{board.NewScene()} }

// bar adds a filled rectangle; one without a width is left out.
func (s sheet) bar(x, y, w, h float64, colour string) {
	if w <= 0 {
		return
	}
	e := board.NewElement(board.Rectangle, board.Style{
		Stroke: "transparent", Background: colour, FillStyle: "solid", StrokeWidth: 1, StrokeStyle: "solid", Opacity: 100,
	})
	e.X, e.Y, e.W, e.H = x, y, w, h
	s.scene.Apply(board.PutNew(s.scene, e))
}

// dot adds a circle round a point, filled or hollow.
func (s sheet) dot(x, y, radius float64, colour string, filled bool) {
	style := board.Style{Stroke: colour, Background: "transparent", FillStyle: "solid", StrokeWidth: 2, StrokeStyle: "solid", Opacity: 100}
	if filled {
		style.Background = colour
	}
	e := board.NewElement(board.Ellipse, style)
	e.X, e.Y, e.W, e.H = x-radius, y-radius, 2*radius, 2*radius
	s.scene.Apply(board.PutNew(s.scene, e))
}

// line joins points.
func (s sheet) line(points []board.Point, width float64, colour string) {
	if len(points) < 2 {
		return
	}
	e := board.NewElement(board.Line, board.Style{
		Stroke: colour, Background: "transparent", FillStyle: "solid", StrokeWidth: width, StrokeStyle: "solid", Opacity: 100,
	})
	e.X, e.Y = points[0].X, points[0].Y
	for _, p := range points {
		e.Points = append(e.Points, board.Point{X: p.X - e.X, Y: p.Y - e.Y})
		e.W, e.H = max(e.W, p.X-e.X), max(e.H, p.Y-e.Y)
	}
	s.scene.Apply(board.PutNew(s.scene, e))
}

// words adds a line of text whose middle is at the height y, from x on.
func (s sheet) words(x, y float64, text string, size float64, colour string) {
	e := board.NewElement(board.Text, board.Style{
		Stroke: colour, Background: "transparent", FillStyle: "solid", StrokeWidth: 1, StrokeStyle: "solid", Opacity: 100,
		FontSize: size, FontFamily: sans, Align: "left",
	})
	s.scene.Apply(board.PutNew(s.scene, e))
	s.scene.Apply(board.SetText(s.scene, e.ID, text))
	placed := s.scene.Get(e.ID).Clone()
	placed.X, placed.Y = x, y-placed.H/2
	s.scene.Apply(board.Edit{Put: []*board.Element{placed}})
}

// minutes says a time as minutes and seconds.
func minutes(d time.Duration) string {
	d = d.Round(time.Second)
	return fmt.Sprintf("%d:%02d", int(d.Minutes()), int(d.Seconds())%60)
}
