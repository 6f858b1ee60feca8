// Package typeset measures, wraps and outlines text in the embedded fonts.
//
// Lengths are float64 pixels at the font's Size, y grows downwards. Text is
// shaped once at a nominal size and scaled, so that widths are proportional to
// the size: a board that is zoomed never re-wraps. Every function takes any
// string (invalid UTF-8, control characters, scripts no font covers) and is
// safe for concurrent use.
package typeset

// Family is one of the three kinds of writing on the board.
type Family uint8

// The families, with the fonts that serve them.
const (
	Sans Family = iota // Inter
	Hand               // Excalifont
	Mono               // Cascadia Code
)

// Weight is how heavy the letters are. Only Sans has more than Regular.
type Weight uint8

// The weights of Sans.
const (
	Regular Weight = iota
	Medium
	SemiBold
)

// Font chooses letters and the height of a line.
type Font struct {
	Family Family
	Weight Weight
	// Size is the em in pixels.
	Size float64
	// LineHeight is the line box as a multiple of Size; 0 means 1.25.
	LineHeight float64
}

const defaultLineHeight = 1.25

// FamilyOf is the family that stands for Excalidraw's fontFamily number.
// Unknown numbers are Sans.
func FamilyOf(excalidrawNumber int) Family {
	switch excalidrawNumber {
	case 1, 5, 7, 8: // Virgil, Excalifont, Lilita One, Comic Shanns
		return Hand
	case 3: // Cascadia
		return Mono
	default:
		return Sans
	}
}

// LineBox is the height in pixels of one line.
func LineBox(f Font) float64 {
	if f.LineHeight <= 0 {
		return defaultLineHeight * f.Size
	}
	return f.LineHeight * f.Size
}

// Baseline is the distance in pixels from the top of the line box to the
// baseline: the font's own ascent and descent centred in the box, as CSS does.
func Baseline(f Font) float64 {
	m := metricsOf(f.Family)
	return (LineBox(f) + (m.ascent-m.descent)*f.Size) / 2
}
