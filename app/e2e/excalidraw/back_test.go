//go:build linux

package excalidraw

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// written is what Excalidraw saves of a file that it has opened.
type written struct {
	Elements []theirs
	JSON     string
	PNG      []byte
	SVG      string
	Text     string
}

// TestExcalidrawsFilesOpenHere has Excalidraw open a board and save it again,
// and opens that here: the way there and back changes nothing that is looked
// at.
func TestExcalidrawsFilesOpenHere(t *testing.T) {
	b := openBrowser(t)
	for _, d := range append(ownDrawings(t)[:2], samples(t)...) {
		t.Run(d.name, func(t *testing.T) {
			var w written
			b.ask(t, job{Do: "write", URL: b.serve(d.file(t)), Type: forms[0].mime}, &w)
			for name, data := range map[string][]byte{"file": []byte(w.JSON), "picture": w.PNG, "drawing": []byte(w.SVG)} {
				scene, rest, err := excalidraw.DecodeAny(name, data)
				if err != nil {
					t.Fatal(err)
				}
				if len(rest.Warnings) > 0 {
					t.Errorf("%s: %q", name, rest.Warnings)
				}
				compareBack(t, name, d.scene, scene)
				checkPictures(t, d.scene, d.rest.Files, rest.Files)
			}
		})
	}
}

// TestExcalidrawsTextIsPastedHere has Excalidraw copy a board.
func TestExcalidrawsTextIsPastedHere(t *testing.T) {
	b := openBrowser(t)
	for _, d := range append(ownDrawings(t)[:2], samples(t)...) {
		t.Run(d.name, func(t *testing.T) {
			var w written
			b.ask(t, job{Do: "copy", URL: b.serve(d.file(t)), Type: forms[0].mime}, &w)
			elements, files, ok := excalidraw.DecodeClipboard(w.Text)
			if !ok {
				t.Fatalf("cannot be pasted: %.300q", w.Text)
			}
			compareBack(t, "clipboard", d.scene, board.NewScene(elements...))
			checkPictures(t, d.scene, d.rest.Files, files)
		})
	}
}

// compareBack fails the test unless a scene came back as it was.
func compareBack(t *testing.T, name string, want, got *board.Scene) {
	t.Helper()
	list := func(s *board.Scene) []found {
		var out []found
		for _, e := range shown(s) {
			out = append(out, ours(s, e))
		}
		return out
	}
	if diff := cmp.Diff(list(want), list(got)); diff != "" {
		t.Errorf("%s: this came back (+) of what there was (-):\n%s", name, diff)
	}
}
