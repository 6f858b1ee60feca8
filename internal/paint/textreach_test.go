package paint

import (
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

// A text is passed over when its greatest box lies outside the picture, so the
// box must hold whatever the text is.
func TestNoTextLeavesItsGreatestBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := board.NewElement(board.Text, board.DefaultStyle())
		e.X, e.Y = rapid.Float64Range(-100, 100).Draw(t, "x"), rapid.Float64Range(-100, 100).Draw(t, "y")
		e.W, e.H = rapid.Float64Range(-300, 300).Draw(t, "w"), rapid.Float64Range(-300, 300).Draw(t, "h")
		e.Angle = rapid.Float64Range(-4, 4).Draw(t, "angle")
		e.FontSize = rapid.Float64Range(0, 80).Draw(t, "size")
		e.FontFamily = rapid.IntRange(1, 10).Draw(t, "family")
		e.LineHeight = rapid.Float64Range(0, 6).Draw(t, "line height")
		e.Align = rapid.SampledFrom([]string{"left", "center", "right"}).Draw(t, "align")
		e.Text = rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("W\n\t —﷽𒐫你i")))).Draw(t, "text")
		if rapid.Bool().Draw(t, "wrapped") {
			e.Wrapped = rapid.String().Draw(t, "wrapped text")
		}
		if drawn := Of(e, nil, Light).Bounds; !drawn.Empty() && !textAtMost(e).Encloses(drawn) {
			t.Fatalf("drawn in %v, its greatest box is %v", drawn, textAtMost(e))
		}
	})
}
