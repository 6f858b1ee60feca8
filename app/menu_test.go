package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
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
	eachItem((&App{}).boardMenu(), func(i *fyne.MenuItem) { count[i.Label]++ })
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
// keyboard: the menu comes first, and must not know them.
func TestTheMenuStealsNoKeyOfTheBoard(t *testing.T) {
	typed := map[string]string{}
	for _, b := range keys.In(keys.Board) {
		for _, s := range b.Shortcuts() {
			typed[s.ShortcutName()] = b.ID
		}
	}
	eachItem((&App{}).boardMenu(), func(i *fyne.MenuItem) {
		if i.Shortcut == nil {
			return
		}
		if id, steals := typed[i.Shortcut.ShortcutName()]; steals {
			t.Errorf("the menu takes the key of %s", id)
		}
	})
}
