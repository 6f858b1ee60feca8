// Package paint turns scenes and notes into pixels and SVG. An element becomes a
// display list (Of): filled and stroked paths with colours, in scene units.
// One rasteriser draws the lists on the screen, in exported images and in
// thumbnails alike.
package paint

import "image/color"

// Theme is the light or the dark look.
type Theme uint8

// The themes.
const (
	Light Theme = iota
	Dark
)

// palette holds the colours that do not come from elements.
type palette struct {
	paper, dots, canvas, hairline, text, muted, accent, wash color.NRGBA
}

var palettes = [...]palette{
	Light: {
		paper: rgb(0xFFFFFF), dots: rgb(0xE4E4E0), canvas: rgb(0xF7F7F5), hairline: rgb(0xE4E4E0),
		text: rgb(0x1F2328), muted: rgb(0x636C76), accent: rgb(0x4F5BD5), wash: rgb(0xF3F3F0),
	},
	Dark: {
		paper: rgb(0x1F2124), dots: rgb(0x33363B), canvas: rgb(0x17181A), hairline: rgb(0x33363B),
		text: rgb(0xE8EAED), muted: rgb(0xA0A7B0), accent: rgb(0x8C96F5), wash: rgb(0x2A2D31),
	},
}

func (t Theme) colours() *palette {
	if t == Dark {
		return &palettes[Dark]
	}
	return &palettes[Light]
}

// PaperColour is the board's background.
func (t Theme) PaperColour() color.NRGBA { return t.colours().paper }

// PhaseHues are the colours of the eight phases, in order, for the light
// theme; PhaseHue gives one for either.
var PhaseHues = [8]color.NRGBA{
	rgb(0x4C6EF5), rgb(0x15AABF), rgb(0x12B886), rgb(0x82C91E),
	rgb(0xFAB005), rgb(0xFD7E14), rgb(0xE64980), rgb(0x7950F2),
}

// PhaseHue is the colour of phase i, 0 to 7, in the theme.
func (t Theme) PhaseHue(i int) color.NRGBA {
	c := PhaseHues[i]
	if t == Dark {
		dim := func(v uint8) uint8 { return uint8(uint(v) * 85 / 100) }
		c.R, c.G, c.B = dim(c.R), dim(c.G), dim(c.B)
	}
	return c
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}
