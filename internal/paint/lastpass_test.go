package paint

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

// What the quick look passes over has no pixel in the clip, whatever the numbers.
func TestTheQuickLookMissesNothing(t *testing.T) {
	length := rapid.OneOf(rapid.Float64Range(-2000, 2000), rapid.SampledFrom([]float64{0, 1e7, -1e7, 1e300, math.Inf(1), math.NaN()}))
	size := rapid.OneOf(rapid.Float64Range(0, 500), rapid.SampledFrom([]float64{0, 1e7, math.Inf(1), math.NaN()}))
	rapid.Check(t, func(t *rapid.T) {
		v := View{X: rapid.Float64Range(-2000, 2000).Draw(t, "x"), Y: rapid.Float64Range(-2000, 2000).Draw(t, "y"), Zoom: rapid.SampledFrom([]float64{0.01, 0.1, 0.37, 1, 3, 30}).Draw(t, "zoom")}
		r := board.Rect{X: length.Draw(t, "left"), Y: length.Draw(t, "top"), W: size.Draw(t, "wide"), H: size.Draw(t, "high")}
		corner := image.Pt(rapid.IntRange(-3000, 3000).Draw(t, "clip x"), rapid.IntRange(-3000, 3000).Draw(t, "clip y"))
		clip := image.Rectangle{Min: corner, Max: corner.Add(image.Pt(rapid.IntRange(1, 900).Draw(t, "clip wide"), rapid.IntRange(1, 900).Draw(t, "clip high")))}
		if v.Pixels(r).Overlaps(clip) && sidesOf(r).clearOf(sidesAround(clip, v)) {
			t.Fatalf("%+v is at %v and is passed over at %v", r, v.Pixels(r), clip)
		}
	})
}

// It is no good if it lets everything through.
func TestTheQuickLookPassesOverWhatIsFar(t *testing.T) {
	v, clip := View{Zoom: 0.1}, image.Rect(0, 0, 600, 25)
	near := sidesAround(clip, v)
	for _, c := range []struct {
		y    float64
		over bool
	}{{-200, true}, {-30, false}, {100, false}, {320, true}, {1e9, true}} {
		if got := sidesOf(board.Rect{X: 100, Y: c.y, W: 60, H: 10}).clearOf(near); got != c.over {
			t.Errorf("at %g passed over: %t", c.y, got)
		}
	}
}
