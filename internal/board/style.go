package board

import (
	"math/rand/v2"
	"time"
)

// Style is how new elements look.
type Style struct {
	Stroke      string // CSS colour
	Background  string // CSS colour or "transparent"
	FillStyle   string
	StrokeWidth float64
	StrokeStyle string
	Roughness   int
	Opacity     int
	Round       bool
	FontSize    float64
	FontFamily  int    // Excalidraw's number
	Align       string // of text that stands free
	StartHead   string // of arrows; "" is none
	EndHead     string
}

// DefaultStyle is clean, dark on nothing, with rounded corners and arrows that
// point at their end.
func DefaultStyle() Style {
	return Style{
		Stroke:      "#1e1e1e",
		Background:  "transparent",
		FillStyle:   "solid",
		StrokeWidth: 2,
		StrokeStyle: "solid",
		Opacity:     100,
		Round:       true,
		FontSize:    20,
		FontFamily:  5,
		Align:       "left",
		EndHead:     "arrow",
	}
}

// NewElement returns an element of that kind and style with a fresh id, at the
// origin and without size. PutNew gives it its place in the order.
func NewElement(kind Kind, style Style) *Element {
	e := &Element{
		ID: NewID(), Kind: kind,
		Stroke: style.Stroke, Background: style.Background, FillStyle: style.FillStyle,
		StrokeWidth: style.StrokeWidth, StrokeStyle: style.StrokeStyle,
		Roughness: style.Roughness, Opacity: style.Opacity,
		Seed: int64(rand.Int32()), Version: 1, Nonce: int64(rand.Int32()),
		Updated: time.Now().UnixMilli(),
	}
	switch kind {
	case Text:
		e.FontSize, e.FontFamily, e.LineHeight = style.FontSize, style.FontFamily, lineHeightOf(style.FontFamily)
		e.Align, e.VAlign, e.AutoResize = style.Align, "top", true
	case Arrow:
		e.StartHead, e.EndHead = style.StartHead, style.EndHead
	case Image:
		e.Scale = Point{1, 1}
	case Freedraw:
		e.SimulatePress = true
	}
	if style.Round {
		e.Roundness = defaultRoundness(kind)
	}
	return e
}

// defaultRoundness is what Excalidraw gives new rounded elements of the kind.
func defaultRoundness(kind Kind) *Roundness {
	switch kind {
	case Rectangle:
		return &Roundness{Type: 3}
	case Ellipse, Diamond, Arrow, Line:
		return &Roundness{Type: 2}
	}
	return nil
}

// lineHeightOf is the line height that belongs to one of Excalidraw's fonts.
func lineHeightOf(fontFamily int) float64 {
	switch fontFamily {
	case 3:
		return 1.2
	case 2, 7, 9:
		return 1.15
	}
	return 1.25
}
