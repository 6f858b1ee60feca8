package excalidraw

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

// store is a labelled cylinder between two boxes, an arrow bound to it.
func store() *board.Scene {
	s := board.NewScene()
	style := board.DefaultStyle()
	style.Background = "#a5d8ff"
	put := func(kind board.Kind, id string, change func(*board.Element)) {
		e := board.NewElement(kind, style)
		e.ID = id
		change(e)
		s.Apply(board.PutNew(s, e))
	}
	put(board.Rectangle, "under", func(e *board.Element) { e.W, e.H = 160, 80 })
	put(board.Cylinder, "db", func(e *board.Element) {
		e.X, e.W, e.H, e.Groups = 300, 120, 90, []string{"g"}
		e.Extra = map[string]json.RawMessage{"customData": json.RawMessage(`{"mine":1}`)}
	})
	put(board.Arrow, "E", func(e *board.Element) {
		e.X, e.Y, e.Points = 80, 40, []board.Point{{}, {X: 280}}
		bound := board.Bind(s, e, board.AtStart, s.Get("under"), board.Point{X: 80, Y: 40})
		*e = *board.Bind(s, bound, board.AtEnd, s.Get("db"), board.Point{X: 360, Y: 45})
	})
	s.Apply(board.SetText(s, "db", "users"))
	return s
}

// Excalidraw drops kinds it does not know.
func TestCylindersAreGroupsInFiles(t *testing.T) {
	f := written(t, encode(t, store(), Options{}))
	var kinds []string
	var group any
	for _, e := range f.Elements {
		kinds = append(kinds, e["type"].(string))
		if strings.HasPrefix(e["id"].(string), "db") {
			groups := e["groupIds"].([]any)
			if len(groups) != 2 || groups[1] != "g" || (group != nil && groups[0] != group) {
				t.Errorf("%v is in the groups %v", e["id"], groups)
			}
			group = groups[0]
		}
	}
	// Excalidraw puts text right above its container: nothing filled may be
	// between them.
	if want := []string{"rectangle", "line", "ellipse", "rectangle", "text", "arrow"}; !slices.Equal(kinds, want) {
		t.Fatalf("written as %v, want %v", kinds, want)
	}
	body := f.element("db")
	if body["type"] != "rectangle" || body["strokeColor"] != "transparent" || body["width"] != 120.0 || body["height"] != 90.0 {
		t.Errorf("the body is %v", body)
	}
	index := ""
	for _, e := range f.Elements {
		if key := e["index"].(string); key <= index {
			t.Errorf("%v has index %q after %q", e["id"], key, index)
		} else {
			index = key
		}
	}
	line := f.Elements[1]
	points := line["points"].([]any)
	if !cmp.Equal(points[0], points[len(points)-1]) || !cmp.Equal(points[0], []any{0.0, 0.0}) || line["backgroundColor"] != "#a5d8ff" {
		t.Errorf("the outline is not a closed, filled loop from the origin: %v", line)
	}
}

func TestCylindersAreOneAgainOnOpening(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := store()
		turned := s.Get("db").Clone()
		turned.Angle = rapid.Float64Range(0, 6).Draw(t, "angle")
		turned.W, turned.H = rapid.Float64Range(1, 500).Draw(t, "w"), rapid.Float64Range(1, 500).Draw(t, "h")
		turned.Stroke = rapid.SampledFrom([]string{"#e03131", "transparent"}).Draw(t, "stroke")
		s.Apply(board.Edit{Put: []*board.Element{turned}})
		data := encode(t, s, Options{})
		back, rest, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s.Get("db"), back.Get("db"), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("(-drawn +opened):\n%s", d)
		}
		if back.Len() != s.Len() {
			t.Fatalf("%d elements became %d", s.Len(), back.Len())
		}
		checkSame(t, data, encode(t, back, Options{Rest: rest}))
		// All parts stay in the turned box of the whole.
		var f struct{ Elements []*board.Element }
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatal(err)
		}
		for _, e := range f.Elements {
			if strings.HasPrefix(e.ID, "db-") {
				b, whole := e.Extent(), turned.Extent()
				if !whole.Inset(-1e-6 - turned.StrokeWidth).Encloses(b) {
					t.Fatalf("%s at %v is outside of %v", e.ID, b, whole)
				}
			}
		}
	})
}

// What was done to the group elsewhere is done to the cylinder; what was taken
// apart stays apart.
func TestCylindersChangedElsewhere(t *testing.T) {
	s, _, err := Decode(fileOf(changedElsewhere(t, func(e map[string]any) {
		e["x"] = e["x"].(float64) + 50
		if e["type"] == "line" {
			e["strokeColor"] = "#e03131"
		}
	})))
	if err != nil {
		t.Fatal(err)
	}
	if db := s.Get("db"); db.Kind != board.Cylinder || math.Abs(db.X-350) > 1e-9 || db.Stroke != "#e03131" {
		t.Errorf("moved and coloured elsewhere it is %+v", db)
	}
	s, _, err = Decode(fileOf(changedElsewhere(t, func(e map[string]any) { e["groupIds"] = []string{} })))
	if err != nil {
		t.Fatal(err)
	}
	if s.Len() != 6 || s.Get("db").Kind != board.Rectangle {
		t.Errorf("taken apart elsewhere it is %d elements", s.Len())
	}
}

// changedElsewhere are the elements of store's file, changed as JSON.
func changedElsewhere(t *testing.T, change func(map[string]any)) string {
	f := written(t, encode(t, store(), Options{}))
	var out []string
	for _, e := range f.Elements {
		change(e)
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(raw))
	}
	return strings.Join(out, ",")
}

func TestCylindersAreCopied(t *testing.T) {
	s := store()
	text, err := EncodeClipboard(s.Elements(), nil)
	if err != nil {
		t.Fatal(err)
	}
	elements, _, ok := DecodeClipboard(text)
	if !ok || len(elements) != s.Len() || board.NewScene(elements...).Get("db").Kind != board.Cylinder {
		t.Errorf("pasted as %d elements", len(elements))
	}
}
