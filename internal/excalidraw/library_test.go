package excalidraw

import (
	"os"
	"strings"
	"testing"

	"talkthrough/internal/board"
)

const boxAndLabel = `{"id":"A","type":"rectangle","width":100,"height":50,"boundElements":[{"id":"T","type":"text"}]},
	{"id":"T","type":"text","width":40,"height":25,"text":"db","containerId":"A"}`

func TestLibrariesOfBothVersionsOpen(t *testing.T) {
	for name, in := range map[string]string{
		"1": `{"type":"excalidrawlib","version":1,"library":[[` + boxAndLabel + `],[],[{"type":"ellipse"}]]}`,
		"2": `{"type":"excalidrawlib","version":2,"libraryItems":[{"id":"i","status":"published","created":1,"name":" Store ",
			"elements":[` + boxAndLabel + `]},{"elements":[{"type":"ellipse"},{"id":"bad","type":"arrow"}]}]}`,
	} {
		items, err := DecodeLibrary([]byte(in))
		if err != nil {
			t.Fatal(name, err)
		}
		if len(items) != 2 || items[0].Scene.Len() != 2 || items[1].Scene.Len() != 1 {
			t.Fatalf("version %s: %d items", name, len(items))
		}
		if name == "2" {
			if items[0].Name != "Store" || len(items[0].Warnings) != 0 {
				t.Errorf("the first is called %q, %v", items[0].Name, items[0].Warnings)
			}
			if w := items[1].Warnings; len(w) != 1 || !strings.Contains(w[0], `"bad"`) {
				t.Errorf("warnings %v", w)
			}
		}
	}
	for in, want := range map[string]string{
		`{"type":"excalidraw"}`:                 "excalidrawlib",
		`{"type":"excalidrawlib","library":{}}`: "list of items",
		`[`:                                     "not an Excalidraw file",
	} {
		if _, err := DecodeLibrary([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want it to say %q", in, err, want)
		}
	}
}

// Items often come with the same ids: on one board each keeps its parts.
func TestSpreadItemsKeepTogether(t *testing.T) {
	items, err := DecodeLibrary([]byte(`{"type":"excalidrawlib","library":[[` + boxAndLabel + `],[` + boxAndLabel + `]]}`))
	if err != nil {
		t.Fatal(err)
	}
	s := Spread(items)
	if s.Len() != 4 {
		t.Fatalf("%d elements, want 4", s.Len())
	}
	var boxes []*board.Element
	for _, e := range s.Elements() {
		if e.Kind == board.Rectangle {
			boxes = append(boxes, e)
			label := s.LabelOf(e)
			if label == nil || !e.Box().Intersects(label.Box()) {
				t.Errorf("%s lost its label: %+v", e.ID, label)
			}
		}
	}
	if boxes[0].Box().Intersects(boxes[1].Box()) {
		t.Errorf("items lie on each other: %v and %v", boxes[0].Box(), boxes[1].Box())
	}
}

func TestARealLibraryOpens(t *testing.T) {
	data, err := os.ReadFile("../../../shared/samples/lib_rohanp_system-design.excalidrawlib")
	if err != nil {
		return // the samples are not part of the repository
	}
	items, err := DecodeLibrary(data)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, item := range items {
		n += item.Scene.Len()
	}
	if n != 231 {
		t.Errorf("%d elements, want 231", n)
	}
	if spread := Spread(items); spread.Len() != n {
		t.Errorf("%d elements side by side, want %d", spread.Len(), n)
	}
}
