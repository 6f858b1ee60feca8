package paint_test

import (
	"bytes"
	"testing"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// TestExportsCarryTheirBoard: what is embedded in a picture comes out again.
func TestExportsCarryTheirBoard(t *testing.T) {
	box := &board.Element{
		ID: "box", Kind: board.Rectangle, W: 160, H: 80, Stroke: "#1e1e1e", Background: "transparent",
		FillStyle: "solid", StrokeStyle: "solid", StrokeWidth: 2, Opacity: 100, Index: "a0",
		Link: "https://example.org/?a=ü&b=<日本>",
	}
	scene := board.NewScene(box)
	file, err := excalidraw.Encode(scene, excalidraw.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		write func(*bytes.Buffer) error
		read  func([]byte) (*board.Scene, excalidraw.Rest, error)
	}{
		"png": {func(b *bytes.Buffer) error {
			return paint.WritePNG(b, scene.Elements(), paint.ExportOptions{Metadata: excalidraw.PNGText(file)})
		}, excalidraw.DecodePNG},
		"svg": {func(b *bytes.Buffer) error {
			return paint.SVG(b, scene.Elements(), paint.ExportOptions{Metadata: excalidraw.SVGMetadata(file)})
		}, excalidraw.DecodeSVG},
	} {
		var b bytes.Buffer
		if err := c.write(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, _, err := c.read(b.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if e := got.Get("box"); e == nil || e.Link != box.Link || e.W != 160 {
			t.Errorf("%s: the box comes back as %+v", name, e)
		}
	}
}
