package paint

import (
	"bytes"
	"image"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestTakingAnElementAwayChangesOnlyItsReach: painting the reach anew is all it
// takes, for every kind, by hand or clean, label and arrow included.
func TestTakingAnElementAwayChangesOnlyItsReach(t *testing.T) {
	scene := append(append(design(), handDrawn(1)...), append(handDrawn(2), album()...)...)
	for i, e := range scene {
		scene[i] = e.Clone()
		scene[i].Frame = "" // without its frame a child is not clipped: that is another change
	}
	rapid.Check(t, func(t *rapid.T) {
		v, size := anyView(t), image.Rect(0, 0, 240, 180)
		gone := rapid.IntRange(0, len(scene)-1).Draw(t, "gone")
		p := Painter{Pictures: somePictures()}
		draw := func(dst *image.RGBA, clip image.Rectangle, without int) {
			elements := slices.Clone(scene)
			if without >= 0 {
				elements = slices.Delete(elements, without, without+1)
			}
			Paper(dst, clip, v, Light)
			p.Draw(dst, clip, elements, v, Light)
		}
		mended, fresh := image.NewRGBA(size), image.NewRGBA(size)
		draw(mended, size, -1)
		draw(mended, v.Pixels(Reach(scene[gone])), gone)
		draw(fresh, size, gone)
		if !bytes.Equal(mended.Pix, fresh.Pix) {
			t.Fatalf("element %d (%s) leaves a trace at %+v", gone, scene[gone].Kind, v)
		}
	})
}
