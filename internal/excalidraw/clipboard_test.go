package excalidraw

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/board"
)

func TestTheClipboardIsExcalidraws(t *testing.T) {
	s, rest := decoded(t, `{"id":"pic","type":"image","fileId":"f1","width":9,"height":9},`+boxAndLabel)
	rest.Files = map[string]json.RawMessage{"f1": json.RawMessage(`{"id":"f1"}`), "f2": json.RawMessage(`{"id":"f2"}`)}
	text, err := EncodeClipboard(s.Elements(), rest.Files)
	if err != nil {
		t.Fatal(err)
	}
	f := written(t, []byte(text))
	if f.Type != "excalidraw/clipboard" || len(f.Elements) != 3 || len(f.Files) != 1 || f.Files["f1"] == nil || strings.Contains(text, "\n") {
		t.Errorf("copied as %s", text)
	}
	elements, files, ok := DecodeClipboard(text)
	if !ok || len(files) != 1 {
		t.Fatalf("pasted %v, %v", ok, files)
	}
	if d := cmp.Diff(s.Elements(), elements); d != "" {
		t.Errorf("(-copied +pasted):\n%s", d)
	}
	far := s.Get("A").Clone()
	far.X = math.NaN()
	if _, err := EncodeClipboard([]*board.Element{far}, nil); err == nil || !strings.Contains(err.Error(), `"A"`) {
		t.Errorf("%v, want an error that names A", err)
	}
}

func TestOnlyElementsArePasted(t *testing.T) {
	const list = `"elements":[{"type":"rectangle","width":5}]`
	for text, want := range map[string]bool{
		`{"type":"excalidraw",` + list + `}`:                          true,
		"\n{\"type\":\"excalidraw/clipboard\"," + list + "}":          true,
		`{"type":"excalidraw-api/clipboard",` + list + `,"files":{}}`: true,
		`{"type":"excalidraw","elements":[]}`:                         false,
		`{"type":"excalidraw","elements":7}`:                          false,
		`{"type":"excalidraw","elements":[{"type":"arrow"}]}`:         false,
		`{"type":"excalidraw",` + list + `,"files":7}`:                false,
		`{"type":"other",` + list + `}`:                               false,
		`{"type":"excalidraw",` + list:                                false,
		`flowchart LR`:                                                false,
		``:                                                            false,
	} {
		if elements, _, ok := DecodeClipboard(text); ok != want || ok && (len(elements) != 1 || elements[0].W != 5) {
			t.Errorf("%s: %v, want %v", text, ok, want)
		}
	}
}
