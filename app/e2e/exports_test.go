//go:build linux

package e2e

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dhowden/tag"
)

// drawing is an .excalidraw file.
type drawing struct {
	Type     string `json:"type"`
	Version  int    `json:"version"`
	Elements []struct {
		shape
		StartBinding *binding `json:"startBinding"`
		EndBinding   *binding `json:"endBinding"`
	} `json:"elements"`
}

// binding is what an arrow's end is tied to.
type binding struct {
	ElementID string `json:"elementId"`
}

func readDrawing(t *testing.T, path string) drawing {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var d drawing
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if d.Type != "excalidraw" || d.Version != 2 {
		t.Errorf("%s is of type %q, version %d", path, d.Type, d.Version)
	}
	return d
}

func (s *spoken) checkExports(t *testing.T) {
	byKey := filepath.Join(s.dir, "export")
	byCommand := filepath.Join(t.TempDir(), "out")
	s.d.must("export", "last", "--to", byCommand)
	for _, folder := range []string{byKey, byCommand} {
		s.checkFolder(t, folder)
	}
}

// checkFolder looks at all that an export wrote.
func (s *spoken) checkFolder(t *testing.T, folder string) {
	d := readDrawing(t, filepath.Join(folder, "board.excalidraw"))
	var scene, boxes []shape
	for _, e := range d.Elements {
		scene = append(scene, e.shape)
		switch e.Type {
		case "rectangle":
			boxes = append(boxes, e.shape)
		case "arrow":
			if e.StartBinding == nil || e.EndBinding == nil || e.StartBinding.ElementID == e.EndBinding.ElementID {
				t.Errorf("%s: the arrow is not bound to two boxes: %+v, %+v", folder, e.StartBinding, e.EndBinding)
			}
		}
	}
	if len(boxes) != 2 || len(scene) != 3 {
		t.Fatalf("%s: %d boxes among %d elements, want 2 among 3", folder, len(boxes), len(scene))
	}
	board := readPNG(t, filepath.Join(folder, "board.png"))
	place := newSheet(board, scene)
	for _, box := range boxes {
		checkOutline(t, board, place, box)
	}
	if n := countFrames(board); n != 2 {
		t.Errorf("%s: board.png shows %d boxes, want 2", folder, n)
	}
	for name, least := range map[string]int{"notes.png": 800, "page.png": 2000} {
		img := readPNG(t, filepath.Join(folder, name))
		if n := inkIn(img, img.Bounds()); n < least {
			t.Errorf("%s/%s has only %d pixels of ink", folder, name, n)
		}
	}
	notes, err := os.ReadFile(filepath.Join(folder, "notes.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(notes), spokenNotes) {
		t.Errorf("%s: notes.md holds %q", folder, notes)
	}
}

func (s *spoken) checkTags(t *testing.T) {
	file, err := os.Open(filepath.Join(s.dir, "take-1.flac"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	m, err := tag.ReadFrom(file)
	if err != nil {
		t.Fatal(err)
	}
	title := s.d.list()[0].Title
	if title == "" || m.Title() != title {
		t.Errorf("the take's title is %q, the attempt's %q", m.Title(), title)
	}
	if m.Album() == "" || m.Comment() == "" || m.Year() == 0 {
		t.Errorf("the take lacks tags: album %q, comment %q, year %d", m.Album(), m.Comment(), m.Year())
	}
}

func (s *spoken) checkModes(t *testing.T) {
	files := 0
	err := filepath.WalkDir(s.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if entry.IsDir() {
			want = fs.ModeDir | 0o700
		}
		if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", path, info.Mode(), want)
		}
		files++
		return nil
	})
	if err != nil || files < 6 {
		t.Errorf("only %d files in the attempt: %v", files, err)
	}
}
