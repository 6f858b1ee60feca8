package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// eachItem visits the items of a menu and of its sub-menus.
func eachItem(m *fyne.Menu, visit func(*fyne.MenuItem)) {
	for _, i := range m.Items {
		visit(i)
		if i.ChildMenu != nil {
			eachItem(i.ChildMenu, visit)
		}
	}
}

func TestTheBoardMenuHasEveryActionOnce(t *testing.T) {
	count := map[string]int{}
	window(t, look.Light, fyne.NewSize(400, 300))
	eachItem((&App{}).boardMenu(), func(i *fyne.MenuItem) { count[look.MenuLabel(i)]++ })
	for _, b := range keys.In(keys.Board) {
		want := 1
		if slices.Contains(edits, b.ID) {
			want = 0 // the Edit menu has it
		}
		if count[b.Label] != want {
			t.Errorf("%s stands %d times in the menu, want %d", b.Label, count[b.Label], want)
		}
	}
}

// The keys that the board shares with the notes must stay with whoever has the
// keyboard: the menu comes first, and must not have them as shortcuts.
func TestTheBoardMenuStealsNoKey(t *testing.T) {
	window(t, look.Light, fyne.NewSize(400, 300))
	eachItem((&App{}).boardMenu(), func(i *fyne.MenuItem) {
		if i.Shortcut != nil {
			t.Errorf("the menu takes %s for %s", i.Shortcut.ShortcutName(), look.MenuLabel(i))
		}
	})
}
