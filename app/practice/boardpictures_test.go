package practice

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/session"
)

// dropRoom is a room whose posted functions are run by the test.
func dropRoom(t *testing.T) (s *Screen, mock *session.Mock, next func()) {
	s, mock, _ = room(t)
	posted := make(chan func(), 100)
	s.post = func(f func()) { posted <- f }
	return s, mock, func() { (<-posted)() }
}

func pngOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lying writes files and returns their paths.
func lying(t *testing.T, names []string, contents ...[]byte) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, name := range names {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, contents[i], 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

const oneBox = `{"type":"excalidraw","elements":[{"id":"box","type":"rectangle","x":500,"y":500,"width":80,"height":40}]}`

func TestDroppedFilesLandWhereTheyFell(t *testing.T) {
	s, mock, next := dropRoom(t)
	scene, err := excalidraw.EmbedPNG(pngOf(t, 5, 5), []byte(oneBox))
	if err != nil {
		t.Fatal(err)
	}
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.board)
	for i, file := range [][]byte{pngOf(t, 60, 30), scene, []byte(oneBox)} {
		at := fyne.NewPos(300, 100+float32(i)*100)
		s.Drop(corner.Add(at), lying(t, []string{"a.png"}, file))
		next()
		want := s.board.PointAt(at)
		ids := s.board.Selected()
		if len(ids) != 1 {
			t.Fatalf("file %d: %d elements selected", i, len(ids))
		}
		e := s.scene().Get(ids[0])
		if got := e.Box().Centre(); got.Dist(want) > 1 {
			t.Errorf("file %d lies at %v, want %v", i, got, want)
		}
		if isPicture := e.Kind == board.Image; isPicture != (i == 0) {
			t.Errorf("file %d became a %s", i, e.Kind)
		}
	}
	mock.Read(func(st *session.State) {
		if len(st.Pictures) != 1 || len(st.Scene().Elements()) != 3 {
			t.Errorf("recorded %d pictures and %d elements", len(st.Pictures), len(st.Scene().Elements()))
		}
	})
}

func TestWhatCannotBeDroppedIsSaidAndTheRestIsThere(t *testing.T) {
	s, _, next := dropRoom(t)
	paths := lying(t, []string{"notes.txt", "box.excalidraw"}, []byte("hello"), []byte(oneBox))
	paths = append(paths, filepath.Join(filepath.Dir(paths[0]), "nowhere.png"))
	s.Drop(fyne.NewPos(1, 1), paths) // on the header: the board's middle is meant
	next()
	said := s.warning()
	if !strings.Contains(said, "notes.txt") || !s.notice.Visible() {
		t.Errorf("said %q", said)
	}
	box := s.scene().Get("box")
	if box == nil {
		t.Fatal("the board that can be opened is not there")
	}
	if got, want := box.Box().Centre(), s.board.Middle(); got.Dist(want) > 1 {
		t.Errorf("it lies at %v, want %v", got, want)
	}
	s.board.Undo()
	if s.scene().Len() != 0 {
		t.Error("one undo does not take it back")
	}
}

func TestADroppedPictureIsSeenOnceItIsDecoded(t *testing.T) {
	s, mock, next := dropRoom(t)
	s.Drop(fyne.Position{}, lying(t, []string{"p.png"}, pngOf(t, 60, 30)))
	next()
	id := s.scene().Elements()[0].FileID
	if mock.Pictures().Find(id) == nil {
		next() // it has come
	}
	if p := mock.Pictures().Find(id); p == nil || p.Pixels() != 1800 {
		t.Errorf("found %v", p)
	}
}
