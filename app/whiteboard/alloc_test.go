//go:build !race

// The race detector has pools forget at random what they hold, so what a step
// allocates says nothing there.

package whiteboard

import (
	"image"
	"runtime"
	"testing"

	"talkthrough/internal/paint"
)

// allocated is how many bytes one step takes, over many.
func allocated(step func()) float64 {
	const runs = 60
	for range 20 {
		step()
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		step()
	}
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc-before.TotalAlloc) / runs
}

// With a hundred times the elements a step must not take more memory.
func TestStepsDoNotAllocateByTheScene(t *testing.T) {
	for name, start := range map[string]func(testing.TB, int) func(){"drag": stepper, "drag of all": allStepper, "pan": panner} {
		few, many := allocated(start(t, manyDragged)), allocated(start(t, 5000))
		if many > 2*few+4096 {
			t.Errorf("a %s step takes %.0f bytes with few boxes and %.0f with 5,000", name, few, many)
		}
	}
}

// A frame paints from what is held of a picture: nothing of its size is made.
func TestAFrameWithAPictureTakesNoMemoryForIt(t *testing.T) {
	h, a := atAlbum(t)
	a.prints["p"] = paint.NewPictureWithin(image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420), 1<<30)
	h.PutPicture("p", 4000, 3000, h.Middle())
	h.show()
	per := allocated(func() {
		h.bake.damageRect(h.bake.img.Rect)
		h.bake.image(h.lens(), 1000, 800, themeNow())
	})
	if per > 4096 {
		t.Errorf("a frame takes %.0f bytes", per)
	}
}
