//go:build linux

package excalidraw

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/excalidraw"
)

// samples are files that others drew with Excalidraw, where they are at hand.
func samples(t testing.TB) []drawing {
	t.Helper()
	var out []drawing
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "samples", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, ".txt") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		scene, rest, err := excalidraw.DecodeAny(path, data)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, drawing{filepath.Base(path), scene, rest})
	}
	if len(out) == 0 {
		t.Log("the samples are not here")
	}
	return out
}

// unlisted leaves out what shapes say hangs on them: an untouched shape goes
// out as it came, and some came without.
func unlisted(list []found) []found {
	for i := range list {
		list[i].Bound = nil
	}
	return list
}

// TestExcalidrawOpensSamplesSavedHere opens what this program makes of files by
// others: written back untouched, and with every element written anew.
func TestExcalidrawOpensSamplesSavedHere(t *testing.T) {
	b := openBrowser(t)
	for _, d := range samples(t) {
		for _, f := range forms {
			t.Run(d.name+"/"+f.name, func(t *testing.T) {
				var got loaded
				b.ask(t, job{Do: "load", URL: b.serve(f.write(d, t)), Type: f.mime}, &got)
				compareFound(t, unlisted(inExcalidraw(d.scene)), unlisted(inFile(d.scene, got.Elements)))
				checkPictures(t, d.scene, d.rest.Files, got.Files)
			})
		}
		t.Run(d.name+"/anew", func(t *testing.T) {
			anew := drawing{d.name, d.scene, ofFiles(d.rest.Files)}
			var got loaded
			b.ask(t, job{Do: "load", URL: b.serve(anew.file(t)), Type: forms[0].mime}, &got)
			compare(t, d.scene, got.Elements)
		})
	}
}

// TestExcalidrawsPicturesOpenHere reads Excalidraw's own pictures by both
// programs.
func TestExcalidrawsPicturesOpenHere(t *testing.T) {
	b := openBrowser(t)
	for _, d := range samples(t) {
		mime := map[string]string{".png": "image/png", ".svg": "image/svg+xml"}[filepath.Ext(d.name)]
		if mime == "" {
			continue
		}
		t.Run(d.name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "samples", d.name))
			if err != nil {
				t.Fatal(err)
			}
			var got loaded
			b.ask(t, job{Do: "load", URL: b.serve(data), Type: mime}, &got)
			if len(got.Elements) == 0 || len(got.Elements) != len(shown(d.scene)) {
				t.Errorf("Excalidraw finds %d elements in its picture, this program %d", len(got.Elements), len(shown(d.scene)))
			}
		})
	}
}
