package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestTheSecondaryButtonAsksAboutWhatItHits(t *testing.T) {
	h, a, b, _ := boxes(t)
	asked := 0
	h.OnMenu = func(fyne.Position) { asked++ }
	h.noStep(t, func() {
		h.pressWith(desktop.MouseButtonSecondary, 300, 140)
		h.MouseUp(h.event())
		h.selects(t, b)
		h.Select(a.ID, b.ID)
		h.pressWith(desktop.MouseButtonSecondary, 300, 140)
		h.MouseUp(h.event())
		h.selects(t, a, b)
		h.pressWith(desktop.MouseButtonSecondary, 800, 700)
		h.MouseUp(h.event())
		h.selects(t)
	})
	if asked != 3 {
		t.Errorf("the menu was asked for %d times, want 3", asked)
	}
}
