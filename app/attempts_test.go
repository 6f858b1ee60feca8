package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

func TestWhatCanBeARecording(t *testing.T) {
	for name, want := range map[string]bool{
		"mock.mp3": true, "/x/Mock With Anna.M4A": true, "a.flac": true, "a.opus": true, "zoom.mp4": true,
		"notes.txt": false, "mp3": false, "a.mp3.part": false, "board.excalidraw": false, "": false,
	} {
		if got := isRecording(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestTheFileMenuLeadsToAllAttempts(t *testing.T) {
	a := window(t, look.Light, fyne.NewSize(400, 300))
	for _, id := range []string{keys.AllAttempts, keys.ImportRecording} {
		found := 0
		for _, m := range a.menu().Items {
			eachItem(m, func(i *fyne.MenuItem) {
				if i.Label == keys.For(id).Label && i.Shortcut != nil && !i.Disabled {
					found++
				}
			})
		}
		if found != 1 {
			t.Errorf("%s stands %d times in the menus", id, found)
		}
	}
}

// Files that are no recordings are for nobody where there is no board.
func TestOtherFilesDroppedAreLeftAlone(t *testing.T) {
	a := window(t, look.Light, fyne.NewSize(400, 300))
	a.dropRecordings([]string{"/none/notes.txt", "/none/board.png"})
	if a.imports != nil || a.screen != nil {
		t.Error("something was begun with them")
	}
}
