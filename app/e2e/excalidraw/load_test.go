//go:build linux

package excalidraw

import (
	"bytes"
	"testing"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// drawing is a board with what its file holds besides.
type drawing struct {
	name  string
	scene *board.Scene
	rest  excalidraw.Rest
}

// form is one of the files that a drawing is saved as.
type form struct {
	name, mime string
	write      func(d drawing, t testing.TB) []byte
}

var forms = []form{
	{"excalidraw", "application/vnd.excalidraw+json", drawing.file},
	{"excalidraw.png", "image/png", drawing.picture},
	{"excalidraw.svg", "image/svg+xml", drawing.vector},
}

func (d drawing) file(t testing.TB) []byte {
	t.Helper()
	data, err := excalidraw.Encode(d.scene, excalidraw.Options{Rest: d.rest})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (d drawing) picture(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	o := paint.ExportOptions{Scale: 0.25, Metadata: excalidraw.PNGText(d.file(t))}
	if err := paint.WritePNG(&out, d.scene.Elements(), o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (d drawing) vector(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	o := paint.ExportOptions{Metadata: excalidraw.SVGMetadata(d.file(t))}
	if err := paint.SVG(&out, d.scene.Elements(), o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// ownDrawings are boards drawn by this program.
func ownDrawings(t testing.TB) []drawing {
	own, files := ownBoard(t)
	return []drawing{
		{"everything", own, ofFiles(files)},
		{"grown", grownBoard(t), excalidraw.Rest{}},
		{"empty", board.NewScene(), excalidraw.Rest{}},
	}
}

// TestExcalidrawOpensOurFiles opens what this program writes as Excalidraw's
// own "open" does.
func TestExcalidrawOpensOurFiles(t *testing.T) {
	b := openBrowser(t)
	for _, d := range ownDrawings(t) {
		for _, f := range forms {
			t.Run(d.name+"."+f.name, func(t *testing.T) {
				var got loaded
				b.ask(t, job{Do: "load", URL: b.serve(f.write(d, t)), Type: f.mime}, &got)
				compare(t, d.scene, got.Elements)
				checkPictures(t, d.scene, d.rest.Files, got.Files)
			})
		}
		t.Run(d.name+" restored", func(t *testing.T) {
			var got loaded
			b.ask(t, job{Do: "restore", URL: b.serve(d.file(t))}, &got)
			compare(t, d.scene, got.Elements)
		})
	}
}
