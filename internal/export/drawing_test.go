package export

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

const framed = `{"type":"excalidraw","version":2,"elements":[
	{"id":"F","type":"frame","x":0,"y":0,"width":300,"height":200},
	{"id":"in","type":"rectangle","frameId":"F","x":10,"y":10,"width":100,"height":50,"boundElements":[{"id":"word","type":"text"}],"future":1},
	{"id":"word","type":"text","containerId":"in","frameId":"F","x":20,"y":20,"width":40,"height":20,"text":"Hi","fontSize":16},
	{"id":"pic","type":"image","x":400,"y":0,"width":50,"height":50,"fileId":"p"},
	{"id":"out","type":"ellipse","x":500,"y":0,"width":100,"height":50}],
	"files":{"p":{"id":"p","mimeType":"image/png","dataURL":"data:image/png;base64,AAAA"}}}`

func drawing(t *testing.T, content string) (Drawing, []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.excalidraw")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d, warnings, err := ReadDrawing(path)
	if err != nil {
		t.Fatal(err)
	}
	return d, warnings
}

func ids(s *board.Scene) string {
	var out []string
	for _, e := range s.Elements() {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestAPictureThatCannotBeShownIsAWarningThatNamesItsElement(t *testing.T) {
	d, warnings := drawing(t, framed)
	if len(warnings) != 1 || !strings.Contains(warnings[0], `"pic"`) {
		t.Errorf("warned of %q", warnings)
	}
	if p := d.Pictures("p"); p == nil || p.Pixels() != 0 {
		t.Error("nothing says that a damaged picture cannot be shown")
	}
}

func TestOnlyTakesWhatBelongsToTheChosen(t *testing.T) {
	d, _ := drawing(t, framed)
	for chosen, want := range map[string]string{"F": "F in word", "in": "in word", "out": "out", "pic": "pic", "gone": ""} {
		only := d.Only([]string{chosen})
		if got := ids(only.Scene); got != want {
			t.Errorf("%s alone is %q, want %q", chosen, got, want)
		}
		if _, there := only.Rest.Files["p"]; there != (chosen == "pic") {
			t.Errorf("%s alone: its picture's file goes along: %v", chosen, there)
		}
	}
	if d.Scene.Len() != 5 || len(d.Rest.Files) != 1 {
		t.Error("taking a part changed the drawing")
	}
}

func TestEveryFormIsWhatItSays(t *testing.T) {
	d, _ := drawing(t, framed)
	for _, form := range Forms() {
		var b bytes.Buffer
		if err := d.Write(t.Context(), &b, form, Look{Scale: 2, Transparent: true}); err != nil {
			t.Fatal(form, err)
		}
		scene, rest, err := excalidraw.DecodeAny("x"+string(form), b.Bytes())
		if opens := err == nil; opens != form.Opens() || !opens && !errors.Is(err, excalidraw.ErrNoScene) {
			t.Errorf("%s opens: %v", form, err)
		}
		if err == nil && (ids(scene) != ids(d.Scene) || string(scene.Get("in").Extra["future"]) != "1" || len(rest.Files) != 1) {
			t.Errorf("%s lost something: %q", form, ids(scene))
		}
		if got, ok := FormOf("A Board" + strings.ToUpper(string(form))); got != form || !ok {
			t.Errorf("a name with %s is taken for %q", form, got)
		}
	}
	if form, ok := FormOf("board.pdf"); ok {
		t.Errorf("a PDF is taken for %q", form)
	}
}

func TestPixelsAreThoseOfThePNG(t *testing.T) {
	d, _ := drawing(t, framed)
	for _, d := range []Drawing{d, d.Only([]string{"in"})} {
		for _, look := range []Look{{}, {Scale: 2, Dark: true}, {Scale: 3}} {
			var b bytes.Buffer
			if err := d.Write(t.Context(), &b, PlainPNG, look); err != nil {
				t.Fatal(err)
			}
			config, err := png.DecodeConfig(&b)
			if err != nil {
				t.Fatal(err)
			}
			if w, h := d.Pixels(look); w != config.Width || h != config.Height {
				t.Errorf("%+v: %d×%d said, %d×%d written", look, w, h, config.Width, config.Height)
			}
		}
	}
	if w, h := d.Only(nil).Pixels(Look{}); w != 0 || h != 0 {
		t.Errorf("nothing is %d×%d pixels", w, h)
	}
}

func TestWritingEndsWhenItIsGivenUp(t *testing.T) {
	d, _ := drawing(t, framed)
	given, up := context.WithCancel(t.Context())
	up()
	for _, form := range Forms() {
		if err := d.Write(given, io.Discard, form, Look{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", form, err)
		}
	}
}

func folder(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestSaveReplacesOnlyWhenTold(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "board.svg")
	want := func(text string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != text || folder(t, dir) != "board.svg" {
			t.Errorf("%v: it holds %q, want %q; the folder has %s", err, got, text, folder(t, dir))
		}
	}
	if err := Save(path, false, says("first")); err != nil {
		t.Fatal(err)
	}
	want("first")
	if err := Save(path, false, says("second")); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), path) {
		t.Errorf("saving over it says %v", err)
	}
	want("first")
	// Another program makes the file while this one writes.
	other := filepath.Join(dir, "other")
	err := Save(other, false, func(w io.Writer) error { return os.WriteFile(other, []byte("theirs"), 0o600) })
	if got, _ := os.ReadFile(other); !errors.Is(err, fs.ErrExist) || string(got) != "theirs" {
		t.Errorf("%v: the other's file holds %q", err, got)
	}
	os.Remove(other)
	if err := Save(path, true, says("third")); err != nil {
		t.Fatal(err)
	}
	want("third")
}

func TestAFailedSaveLeavesEverythingAsItWas(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "board.png")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left on device")
	err := Save(path, true, func(w io.Writer) error {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), path) {
		t.Errorf("it says %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" || folder(t, dir) != "board.png" {
		t.Errorf("the file holds %q, the folder %s", got, folder(t, dir))
	}
	nowhere := filepath.Join(dir, "none", "board.png")
	if err := Save(nowhere, true, says("x")); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), ".part") || !strings.Contains(err.Error(), nowhere) {
		t.Errorf("a folder that is not there: %v", err)
	}
}
