package look

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestKeysInAMenuStandInAColumn(t *testing.T) {
	dress(t, Light)
	labels, keys := []string{"Cut", "Turn into the shape before", "Style", "Delete"}, []string{"Ctrl+X", "Shift+Tab", "", "Del"}
	var items []*fyne.MenuItem
	for i, l := range labels {
		if keys[i] != "" {
			l += "\t" + keys[i]
		}
		items = append(items, fyne.NewMenuItem(l, nil))
	}
	AlignKeys(items...)
	right := Body.Width(items[0].Label)
	for i, item := range items {
		if MenuLabel(item) != labels[i] || !strings.HasSuffix(item.Label, keys[i]) {
			t.Errorf("%q says neither %q nor %q", item.Label, labels[i], keys[i])
		}
		if keys[i] == "" {
			continue
		}
		if off := math.Abs(float64(Body.Width(item.Label) - right)); off > 3 {
			t.Errorf("the key of %q ends %.1f beside the others", labels[i], off)
		}
	}
}
