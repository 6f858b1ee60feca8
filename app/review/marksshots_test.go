package review

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

func TestMarksFitEveryWindow(t *testing.T) {
	a := recordingElsewhere(t)
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			shoot(t, fmt.Sprintf("review-marks-%s-%.0f", word, size.Width), a, 25*second, mode, size, keys.SetGood, keys.Forward10, keys.SetUnclear)
			shoot(t, fmt.Sprintf("review-markword-%s-%.0f", word, size.Width), a, 25*second, mode, size, keys.SetGood, keys.Forward10, keys.WordOfMark)
		}
	}
}
