package whiteboard

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestFindingGoesRoundAndBringsIntoView(t *testing.T) {
	h, a, b, c := boxes(t)
	h.Select(c.ID)
	h.keys(fyne.KeyReturn)
	h.write("feed store")
	h.keys(fyne.KeyEscape, fyne.KeyEscape)
	h.lookAt(5000, 5000)
	if i, n := h.FindFirst("fee"); i != 1 || n != 2 {
		t.Fatalf("found %d of %d", i, n)
	}
	h.selects(t, a)
	if at := h.view.toWindow(h.now(a).Centre()); at.X < 0 || at.Y < 0 || at.X > 1000 || at.Y > 800 {
		t.Errorf("what was found lies at %v, out of view", at)
	}
	h.FindFirst("feed") // typing on stays there
	h.selects(t, a)
	h.Find("feed", false)
	h.selects(t, c)
	h.Find("feed", false)
	h.selects(t, a)
	h.Find("feed", true)
	h.selects(t, c)
	h.Select(b.ID)
	if _, n := h.Find("nowhere", false); n != 0 {
		t.Error("found what is not there")
	}
	h.selects(t, b)
}
