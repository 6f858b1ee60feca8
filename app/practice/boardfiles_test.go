package practice

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/boardfile"
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/excalidraw"
)

const twoBoxes = `{"type":"excalidraw","version":2,"elements":[
	{"id":"A","type":"rectangle","x":5000,"y":5000,"width":100,"height":50,"future":7},
	{"id":"B","type":"ellipse","x":5200,"y":5000,"width":100,"height":50}]}`

func TestAFileIsPutInTheMiddleAsOneStep(t *testing.T) {
	s, _, _ := room(t)
	content, err := excalidraw.ReadContent("two.excalidraw", []byte(twoBoxes))
	if err != nil {
		t.Fatal(err)
	}
	s.Put(content)
	scene, selected := s.Board()
	if scene.Len() != 2 || len(selected) != 2 || string(scene.Get("A").Extra["future"]) != "7" {
		t.Fatalf("%d elements, selected %q", scene.Len(), selected)
	}
	if off := scene.Bounds().Centre().Dist(s.board.Middle()); off > 1 {
		t.Errorf("they lie %v beside the middle of what is seen", off)
	}
	s.BoardDo(keys.Undo)
	if now, _ := s.Board(); now.Len() != 0 || scene.Len() != 2 {
		t.Errorf("after undoing %d elements are there; what was given before has %d", now.Len(), scene.Len())
	}
}

func TestAPartOfALibraryIsDroppedInTheMiddleAsOneStep(t *testing.T) {
	s, _, _ := room(t)
	path := filepath.Join(t.TempDir(), "Boxes.excalidrawlib")
	library := `{"type":"excalidrawlib","version":2,"libraryItems":[{"name":"Pair","elements":[
		{"id":"a","type":"rectangle","width":90,"height":30},{"id":"b","type":"rectangle","x":100,"width":30,"height":30}]}]}`
	if err := os.WriteFile(path, []byte(library), 0o600); err != nil {
		t.Fatal(err)
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	posted := make(chan func(), 10)
	shelf := boardfile.NewShelf(boardfile.Libraries{Dir: filepath.Dir(path)}, func() boardfile.Desk {
		return boardfile.Desk{Canvas: c, Preferences: fyne.CurrentApp().Preferences(), Post: func(do func()) { posted <- do }}
	})
	(<-posted)()
	for want := 2; want <= 4; want += 2 { // the second time under other ids
		showParts(s.board, s.tools.parts, shelf)
		for range 50 { // Tab comes to it
			if p, ok := c.Focused().(pressable); ok && p.Hint().Name == "Pair" {
				break
			}
			c.FocusNext()
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		scene, _ := s.Board()
		if scene.Len() != want || c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(s.board) {
			t.Fatalf("%d elements, want %d; the keyboard is with %T", scene.Len(), want, c.Focused())
		}
		if off := scene.Extent(s.board.Selected()...).Centre().Dist(s.board.Middle()); off > 1 {
			t.Errorf("it lies %v beside the middle of what is seen", off)
		}
	}
	s.BoardDo(keys.Undo)
	if scene, _ := s.Board(); scene.Len() != 2 {
		t.Errorf("after undoing %d elements are there", scene.Len())
	}
}

func TestThePictureKeyAsksForAFile(t *testing.T) {
	s, _, _ := room(t)
	asked := 0
	b := New(s.mock, Actions{Ended: func() {}, Help: func() {}, Picture: func() { asked++ }}, func(func()) {})
	defer b.Leave()
	b.BoardDo(keys.Picture)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

func TestTheBoardsMenuOffersItsFiles(t *testing.T) {
	s, _, _ := room(t)
	did := ""
	s.tools.files = func(id string) { did += id + " " }
	for _, item := range s.tools.boardMenu().Items {
		for _, id := range []string{keys.OpenBoard, keys.SaveBoard, keys.ExportPicture, keys.CopySVG} {
			if look.MenuLabel(item) == keys.For(id).Label {
				item.Action()
			}
		}
	}
	if did != keys.OpenBoard+" "+keys.SaveBoard+" "+keys.ExportPicture+" "+keys.CopySVG+" " {
		t.Errorf("it did %s", did)
	}
}
