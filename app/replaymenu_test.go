package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

func TestTheReplayMenuHasEveryActionOnce(t *testing.T) {
	window(t, look.Light, fyne.NewSize(400, 300))
	count := map[string]int{}
	eachItem((&App{}).replayMenu(), func(i *fyne.MenuItem) { count[look.MenuLabel(i)]++ })
	for _, b := range keys.In(keys.Review) {
		if count[b.Label] != 1 {
			t.Errorf("%s stands %d times in the menu", b.Label, count[b.Label])
		}
	}
}
