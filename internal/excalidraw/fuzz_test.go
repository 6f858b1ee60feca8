package excalidraw

import (
	"os"
	"path/filepath"
	"testing"

	"talkthrough/internal/board"
)

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"type":"excalidraw","elements":[{"id":"A","type":"rectangle","width":10},{"type":"arrow","points":[[0,0],[1,1]],"endBinding":{"elementId":"A","focus":1}}],"appState":null,"files":{}}`))
	f.Add([]byte(`{"type":"excalidraw","elements":[{"type":"text","text":"x","containerId":"A","index":"zz"},{"id":"A","type":"arrow","points":[]}]}`))
	f.Add([]byte(`{"type":"excalidraw","elements":[{"type":"arrow","angle":1e300,"x":1e308,"points":[[1e308,0],[-1e308,0],[0,0]],"roundness":{"type":2}}]}`))
	if out, err := Encode(drawing(), Options{}); err == nil {
		f.Add(out)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, rest, err := Decode(data)
		if err != nil {
			return
		}
		// Coordinates near the end of what numbers can hold may overflow
		// when something is laid out: then writing says which.
		out, err := Encode(s, Options{Rest: rest})
		if err != nil {
			return
		}
		back, _, err := Decode(out)
		if err != nil {
			t.Fatalf("cannot read what was written: %v\n%s", err, out)
		}
		if back.Len() != s.Len() {
			t.Fatalf("%d elements became %d", s.Len(), back.Len())
		}
		s.Bounds()
		s.HitTest(board.Point{}, 5)
		s.Apply(board.Move(s, s.SelectAll(), 1, 1))
	})
}

// addSamples adds the real files with that ending.
func addSamples(f *testing.F, ending string) {
	samples, _ := filepath.Glob("../../../shared/samples/*" + ending)
	for _, name := range samples {
		if raw, err := os.ReadFile(name); err == nil {
			f.Add(raw)
		}
	}
}

func FuzzPNG(f *testing.F) {
	addSamples(f, ".png")
	f.Add(picture())
	f.Add(embeddedIn(f, picture(), []byte(smallFile)))
	f.Add(withChunk("tEXt", []byte(mimeType+"\x00"+smallFile)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, rest, err := DecodePNG(data); err == nil {
			_, _ = Encode(s, Options{Rest: rest})
		}
		out, err := EmbedPNG(data, []byte(smallFile))
		if err != nil {
			return
		}
		if s, _, err := DecodePNG(out); err != nil || s.Len() != 1 {
			t.Fatalf("cannot find what was embedded: %v", err)
		}
	})
}

func FuzzSVG(f *testing.F) {
	addSamples(f, ".svg")
	for _, svg := range svgs {
		f.Add([]byte(svg))
		if out, err := EmbedSVG([]byte(svg), []byte(smallFile)); err == nil {
			f.Add(out)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, rest, err := DecodeSVG(data); err == nil {
			_, _ = Encode(s, Options{Rest: rest})
		}
		out, err := EmbedSVG(data, []byte(smallFile))
		if err != nil {
			return
		}
		if s, _, err := DecodeSVG(out); err != nil || s.Len() != 1 {
			t.Fatalf("cannot find what was embedded: %v in %s", err, out)
		}
	})
}

func FuzzLibrary(f *testing.F) {
	addSamples(f, "fx_*.excalidrawlib")
	f.Add([]byte(`{"type":"excalidrawlib","library":[[` + "`" + ` + boxAndLabel + ` + "`" + `],[],[{"type":"ellipse"}]]}`))
	f.Add([]byte(`{"type":"excalidrawlib","libraryItems":[{"name":"x","elements":[` + "`" + ` + boxAndLabel + ` + "`" + `]},{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		items, err := DecodeLibrary(data)
		if err != nil {
			return
		}
		n := 0
		for _, item := range items {
			for _, e := range item.Scene.Elements() {
				if !e.Deleted {
					n++
				}
			}
		}
		s := Spread(items)
		if s.Len() > n {
			t.Fatalf("%d elements became %d", n, s.Len())
		}
		_, _ = Encode(s, Options{})
	})
}

func FuzzClipboard(f *testing.F) {
	f.Add(`{"type":"excalidraw/clipboard","elements":[` + "`" + ` + boxAndLabel + ` + "`" + `],"files":{}}`)
	f.Fuzz(func(t *testing.T, text string) {
		elements, files, ok := DecodeClipboard(text)
		if !ok {
			return
		}
		again, err := EncodeClipboard(elements, files)
		if err != nil {
			return
		}
		if back, _, ok := DecodeClipboard(again); !ok || len(back) != len(elements) {
			t.Fatalf("%d elements became %d: %s", len(elements), len(back), again)
		}
	})
}
