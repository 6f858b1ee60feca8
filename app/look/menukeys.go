package look

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
)

// menuGap is the least room between a label and its key.
const menuGap = Space24

// AlignKeys puts the keys of menu items, which follow a tab in their labels, in a
// column at the right. A shortcut of an item the toolkit draws too faint to be
// read, and it takes the key from whoever types.
func AlignKeys(items ...*fyne.MenuItem) {
	wide := float32(0)
	for _, item := range items {
		if label, key, ok := strings.Cut(item.Label, "\t"); ok {
			wide = max(wide, Body.Width(label)+menuGap+Body.Width(key))
		}
	}
	space := Body.Width(" ")
	for _, item := range items {
		if label, key, ok := strings.Cut(item.Label, "\t"); ok {
			room := wide - Body.Width(label) - Body.Width(key)
			item.Label = label + strings.Repeat(" ", int(math.Round(float64(room/space)))) + key
		}
	}
}

// MenuLabel is the label of a menu item without the key that AlignKeys put there.
func MenuLabel(item *fyne.MenuItem) string {
	label, _, _ := strings.Cut(item.Label, "  ")
	return label
}
