package boardfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/excalidraw"
)

const boxes = `{"type":"excalidrawlib","version":2,"libraryItems":[
	{"name":"Load balancer","elements":[{"id":"a","type":"ellipse","width":90,"height":60}]},
	{"name":"Queue","elements":[{"id":"a","type":"rectangle","width":90,"height":30},{"id":"b","type":"rectangle","x":30,"width":30,"height":30}]}]}`

const oldBoxes = `{"type":"excalidrawlib","version":1,"library":[[{"id":"a","type":"diamond","width":9,"height":9}]]}`

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func loaded(t *testing.T, l Libraries) string {
	t.Helper()
	all, err := l.Load()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, lib := range all {
		word := lib.Name
		for _, item := range lib.Items {
			word += "/" + item.Name
		}
		if lib.Err != nil {
			word += "!"
		}
		out = append(out, word)
	}
	return strings.Join(out, ", ")
}

func TestLibrariesAreKeptAsTheyWere(t *testing.T) {
	l := Libraries{filepath.Join(t.TempDir(), "data", "libraries")}
	if got := loaded(t, l); got != "" {
		t.Errorf("at first there are %s", got)
	}
	for _, path := range []string{file(t, "Systems.excalidrawlib", boxes), file(t, "aged.excalidrawlib", oldBoxes)} {
		if _, err := l.Import(path); err != nil {
			t.Fatal(err)
		}
	}
	if got := loaded(t, l); got != "aged/, Systems/Load balancer/Queue" {
		t.Errorf("there are %s", got)
	}
	copied := filepath.Join(l.Dir, "Systems.excalidrawlib")
	data, err := os.ReadFile(copied)
	info, _ := os.Stat(copied)
	if err != nil || string(data) != boxes || info.Mode().Perm() != 0o600 {
		t.Errorf("%v: the copy is %v and holds %.40q", err, info.Mode(), data)
	}
}

func TestAPartWithoutANameIsKnownByWhatIsReadOnIt(t *testing.T) {
	l := Libraries{t.TempDir()}
	content := `{"type":"excalidrawlib","version":1,"library":[[{"id":"a","type":"rectangle","width":9,"height":9},
		{"id":"b","type":"text","text":"Feature\nstore","width":50,"height":40,"fontSize":16}]]}`
	if _, err := l.Import(file(t, "old.excalidrawlib", content)); err != nil {
		t.Fatal(err)
	}
	if got := loaded(t, l); got != "old/Feature store" {
		t.Errorf("there are %s", got)
	}
}

func TestALibraryIsImportedOnceAndNoneIsReplaced(t *testing.T) {
	l := Libraries{t.TempDir()}
	for _, content := range []string{boxes, boxes, oldBoxes, oldBoxes} {
		if _, err := l.Import(file(t, "Parts.excalidrawlib", content)); err != nil {
			t.Fatal(err)
		}
	}
	if got := loaded(t, l); got != "Parts/Load balancer/Queue, Parts 2/" {
		t.Errorf("there are %s", got)
	}
}

func TestWhatIsNoLibraryIsNotTaken(t *testing.T) {
	l := Libraries{t.TempDir()}
	for content, want := range map[string]error{
		"hello": excalidraw.ErrNotExcalidraw, `{"type":"excalidraw","elements":[]}`: excalidraw.ErrNotExcalidraw,
		`{"type":"excalidrawlib","version":2,"libraryItems":[]}`:                                                                      nil,
		`{"type":"excalidrawlib","library":[[{"type":"rectangle","x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}]]}`: excalidraw.ErrLimit,
	} {
		path := file(t, "bad.excalidrawlib", content)
		_, err := l.Import(path)
		if err == nil || want != nil && !errors.Is(err, want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%.40q: %v", content, err)
		}
	}
	if _, err := l.Import(filepath.Join(t.TempDir(), "none.excalidrawlib")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is gone: %v", err)
	}
	if got := loaded(t, l); got != "" {
		t.Errorf("there are %s", got)
	}
}

func TestABrokenLibraryIsListedWithItsError(t *testing.T) {
	l := Libraries{filepath.Dir(file(t, "torn.excalidrawlib", boxes[:60]))}
	if err := os.WriteFile(filepath.Join(l.Dir, "whole.excalidrawlib"), []byte(oldBoxes), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := loaded(t, l); got != "torn!, whole/" {
		t.Errorf("there are %s", got)
	}
}

func TestOnlyLibrariesAreRemoved(t *testing.T) {
	l := Libraries{t.TempDir()}
	mine := file(t, "Parts.excalidrawlib", boxes)
	lib, err := l.Import(mine)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Remove(Library{Path: mine}); err == nil {
		t.Error("it removed a file that is not among the libraries")
	}
	for range 2 { // gone already is gone
		if err := l.Remove(lib); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(mine); err != nil || loaded(t, l) != "" {
		t.Errorf("%v; there are %s", err, loaded(t, l))
	}
	blocked := Libraries{filepath.Join(mine, "libraries")}
	if _, err := blocked.Import(mine); err == nil || !strings.Contains(err.Error(), mine) {
		t.Errorf("a folder that cannot be made: %v", err)
	}
}
