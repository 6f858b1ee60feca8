package review

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

func TestAsidesLightAndHistoryFitEveryWindow(t *testing.T) {
	a, ranker := talked(t)
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			for name, at := range map[string]time.Duration{"ask": 24, "curveball": 71, "card": 125} {
				shoot(t, fmt.Sprintf("review-%s-%s-%.0f", name, word, size.Width), a, at*second, mode, size)
			}
			shootWith(t, fmt.Sprintf("review-history-%s-%.0f", word, size.Width), a, 92*second, mode, size, func(s *Screen, _ func()) {
				s.history.picked = ranker
				s.Do(keys.ShapeHistory)
			})
		}
	}
}
