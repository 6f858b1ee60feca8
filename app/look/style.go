package look

import (
	"fyne.io/fyne/v2"
)

// Weight is how heavy text is set.
type Weight int

// The three weights of the interface font.
const (
	Regular Weight = iota
	Medium
	SemiBold
)

// Style is how a piece of text is set. Styles are values: the methods return a
// changed copy, so that look.Body.In(look.Muted).Strong() reads as it looks.
type Style struct {
	// Size is the height of the type before the user's text scale.
	Size float32
	// Weight is regular, medium or semibold.
	Weight Weight
	// Tint is the colour; empty means Text.
	Tint Name
	// Align places the text in a wider space.
	Align fyne.TextAlign
	// Mono sets it in the code font.
	Mono bool
	// Tabular gives every digit the same width, so that a running clock stands
	// still.
	Tabular bool
	// Ellipsis lets the text be cut with "…" where space is short; without it
	// the text's whole width is its minimum.
	Ellipsis bool
}

// The sizes of the interface. Clock is the large one; its figures are tabular.
var (
	Caption = Style{Size: 12}
	Body    = Style{Size: 14}
	Lead    = Style{Size: 16}
	Title   = Style{Size: 20, Weight: SemiBold}
	Clock   = Style{Size: 32, Weight: SemiBold, Tabular: true}
)

// In sets the colour.
func (s Style) In(tint Name) Style { s.Tint = tint; return s }

// Medium sets the weight between regular and semibold, for what is pressed.
func (s Style) Medium() Style { s.Weight = Medium; return s }

// Strong sets the semibold weight.
func (s Style) Strong() Style { s.Weight = SemiBold; return s }

// Centred centres the text.
func (s Style) Centred() Style { s.Align = fyne.TextAlignCenter; return s }

// Trailing sets the text against the far edge.
func (s Style) Trailing() Style { s.Align = fyne.TextAlignTrailing; return s }

// Figures gives every digit the same width.
func (s Style) Figures() Style { s.Tabular = true; return s }

// Cut lets the text be cut with "…" where space is short.
func (s Style) Cut() Style { s.Ellipsis = true; return s }

// Height returns the line height of the style in the current text scale.
func (s Style) Height() float32 { return s.measure("Ag").Height }

// Width returns how wide text is when set in the style.
func (s Style) Width(text string) float32 {
	if s.Tabular {
		return tabularWidth(s, text)
	}
	return s.measure(text).Width
}

// Fit returns text, cut with "…" so that it is no wider than width. It returns
// "" where not even a letter and the ellipsis fit.
func (s Style) Fit(text string, width float32) string {
	if s.Width(text) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // runes[:low] fits, runes[:high] does not
	for high-low > 1 {
		middle := (low + high) / 2
		if s.Width(string(runes[:middle])+"…") <= width {
			low = middle
		} else {
			high = middle
		}
	}
	for low > 0 && runes[low-1] == ' ' {
		low--
	}
	if low == 0 {
		return ""
	}
	return string(runes[:low]) + "…"
}

func (s Style) size() float32 { return s.Size * textScale() }

func (s Style) textStyle() fyne.TextStyle {
	return fyne.TextStyle{Bold: s.Weight != Regular, Monospace: s.Mono}
}

// source is the font named directly, for the weight the toolkit has no name for.
func (s Style) source(text string) fyne.Resource {
	if s.Weight == Medium && !s.Mono {
		return mediumFor(text)
	}
	return nil
}

func (s Style) tint() Name {
	if s.Tint == "" {
		return Text
	}
	return s.Tint
}

func (s Style) measure(text string) fyne.Size {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, s.size(), s.textStyle(), s.source(text))
	return size
}
