package excalidraw

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
	"talkthrough/internal/board"
)

// file is what a test looks at in a written file, read without this package.
type file struct {
	Type     string           `json:"type"`
	Version  int              `json:"version"`
	Source   string           `json:"source"`
	Elements []map[string]any `json:"elements"`
	AppState map[string]any   `json:"appState"`
	Files    map[string]any   `json:"files"`
}

func written(t interface{ Fatal(...any) }, data []byte) file {
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f file) element(id string) map[string]any {
	for _, e := range f.Elements {
		if e["id"] == id {
			return e
		}
	}
	return nil
}

// drawing is a labelled box, a labelled arrow to an ellipse, a stroke and a
// note, made as the tools make them.
func drawing() *board.Scene {
	s := board.NewScene()
	style := board.DefaultStyle()
	put := func(kind board.Kind, id string, change func(*board.Element)) {
		e := board.NewElement(kind, style)
		e.ID = id
		change(e)
		s.Apply(board.PutNew(s, e))
	}
	put(board.Rectangle, "A", func(e *board.Element) { e.W, e.H = 160, 80 })
	put(board.Ellipse, "B", func(e *board.Element) { e.X, e.W, e.H = 360, 160, 80 })
	put(board.Arrow, "E", func(e *board.Element) {
		e.X, e.Y, e.Points = 80, 40, []board.Point{{}, {X: 360}}
		bound := board.Bind(s, e, board.AtStart, s.Get("A"), board.Point{X: 80, Y: 40})
		*e = *board.Bind(s, bound, board.AtEnd, s.Get("B"), board.Point{X: 440, Y: 40})
	})
	put(board.Freedraw, "pen", func(e *board.Element) { e.W, e.H, e.Points = 10, 10, []board.Point{{}, {X: 10, Y: 10}} })
	put(board.Text, "note", func(e *board.Element) { e.Y, e.Text = 200, "a note" })
	s.Apply(board.SetText(s, "A", "Client <b> & \"co\""))
	s.Apply(board.SetText(s, "E", "calls"))
	return s
}

func encode(t interface{ Fatal(...any) }, s *board.Scene, opts Options) []byte {
	data, err := Encode(s, opts)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEnvelope(t *testing.T) {
	data := encode(t, drawing(), Options{Background: "#fdf8f6"})
	f := written(t, data)
	if f.Type != "excalidraw" || f.Version != 2 || f.Source != "talkthrough" || f.Files == nil {
		t.Errorf("envelope %s %d %q, files %v", f.Type, f.Version, f.Source, f.Files)
	}
	want := map[string]any{"gridSize": 20.0, "gridStep": 5.0, "gridModeEnabled": false, "viewBackgroundColor": "#fdf8f6"}
	if d := cmp.Diff(want, f.AppState); d != "" {
		t.Errorf("appState (-want +got):\n%s", d)
	}
	if !strings.HasPrefix(string(data), "{\n  \"type\": \"excalidraw\",\n  \"version\": 2,\n") || !strings.HasSuffix(string(data), "}\n") {
		t.Errorf("not indented by two spaces, type first: %.60s", data)
	}
}

// Excalidraw drops an element, or the whole file, for each of these.
func TestNoTrapOfExcalidraw(t *testing.T) {
	s := drawing()
	unmeasured := board.NewElement(board.Text, board.DefaultStyle())
	unmeasured.ID, unmeasured.Text, unmeasured.Index = "raw", "never laid out", "b00"
	forgetful := s.Get("B").Clone()
	forgetful.Bound = nil
	pointless := board.NewElement(board.Line, board.DefaultStyle())
	pointless.ID, pointless.Index = "empty", "b01"
	s.Apply(board.Edit{Put: []*board.Element{unmeasured, forgetful, pointless}})
	f := written(t, encode(t, s, Options{}))

	index := ""
	for i, e := range f.Elements {
		id, kind := e["id"].(string), e["type"].(string)
		if kind != "line" && kind != "arrow" && e["width"] == 0.0 && e["height"] == 0.0 {
			t.Errorf("%s has no size: deleted on load", id)
		}
		if kind == "text" && (e["text"] == "" || e["width"].(float64) <= 0 || e["height"].(float64) <= 0) {
			t.Errorf("text %s is %v x %v: text is not measured on load", id, e["width"], e["height"])
		}
		if _, ok := e["points"].([]any); !ok && slices.Contains([]string{"arrow", "line", "freedraw"}, kind) {
			t.Errorf("%s has no list of points: the whole file is refused", id)
		}
		if key := e["index"].(string); key <= index {
			t.Errorf("%s has index %q after %q", id, key, index)
		} else {
			index = key
		}
		if c := e["containerId"]; c != nil && f.Elements[i-1]["id"] != c {
			t.Errorf("text %s is not directly above its container", id)
		}
		for _, end := range []string{"startBinding", "endBinding"} {
			if b, ok := e[end].(map[string]any); ok {
				checkBinding(t, f, id, b)
			}
		}
	}
	arrow := f.element("E")["points"].([]any)
	if len(arrow) != 2 || cmp.Equal(arrow[0], arrow[1]) {
		t.Errorf("arrow through %v: one whose ends coincide is deleted", arrow)
	}
	if !cmp.Equal(arrow[0], []any{0.0, 0.0}) {
		t.Errorf("the first point is %v, want the origin", arrow[0])
	}
	if s.Get("B").Bound != nil || s.Get("raw").W != 0 {
		t.Error("writing changed the scene")
	}
}

func checkBinding(t *testing.T, f file, arrow string, b map[string]any) {
	t.Helper()
	shape := f.element(b["elementId"].(string))
	if shape == nil {
		t.Errorf("%s is bound to an absent element", arrow)
		return
	}
	back, _ := shape["boundElements"].([]any)
	if !slices.ContainsFunc(back, func(r any) bool { return cmp.Equal(r, any(map[string]any{"id": arrow, "type": "arrow"})) }) {
		t.Errorf("%v does not list the arrow %s: it would not follow", shape["id"], arrow)
	}
	// The newer version reads mode and fixedPoint, 0.18 focus and gap.
	if b["mode"] != "orbit" || len(b["fixedPoint"].([]any)) != 2 {
		t.Errorf("binding %v lacks what the newer Excalidraw reads", b)
	}
	focus, gap := b["focus"].(float64), b["gap"].(float64)
	if math.Abs(focus) > 0.001 || math.Abs(gap-6) > 0.1 {
		t.Errorf("focus %v, gap %v; want an arrow through the centre, 6 away", focus, gap)
	}
}

func TestReadsTheSmallestFile(t *testing.T) {
	s, _, err := Decode([]byte(`{"type":"excalidraw","elements":[{"type":"rectangle","x":0,"y":0,"width":160,"height":80}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if e := s.Elements()[0]; e.W != 160 || e.ID == "" || e.Index != "a0" {
		t.Errorf("read %+v", e)
	}
	if s, _, err := Decode([]byte("\xef\xbb\xbf{\"type\":\"excalidraw\"}")); err != nil || s.Len() != 0 {
		t.Errorf("an empty file with a byte order mark: %v", err)
	}
}

func TestRepairsOrderAndIds(t *testing.T) {
	s, _, err := Decode([]byte(`{"type":"excalidraw","elements":[
		{"id":"a","type":"rectangle","index":null},
		{"id":"b","type":"rectangle","index":"a5"},
		{"id":"c","type":"rectangle","index":"a2"},
		{"id":"b","type":"ellipse","index":"a7"},
		{"type":"diamond","index":"a7"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []board.Kind
	for _, e := range s.Elements() {
		kinds = append(kinds, e.Kind)
	}
	if want := []board.Kind{"rectangle", "rectangle", "rectangle", "ellipse", "diamond"}; !slices.Equal(kinds, want) {
		t.Errorf("order %v, want the file's", kinds)
	}
	if b := s.Get("b"); b.Kind != board.Rectangle || b.Index != "a5" {
		t.Errorf("the first b is %s at %q, want it untouched", b.Kind, b.Index)
	}
}

func TestOldBindingsFollow(t *testing.T) {
	s, _, err := Decode([]byte(`{"type":"excalidraw","elements":[
		{"id":"A","type":"rectangle","x":0,"y":0,"width":100,"height":100},
		{"id":"E","type":"arrow","x":300,"y":50,"width":190,"height":0,"points":[[0,0],[-190,0]],
		 "endBinding":{"elementId":"A","focus":0,"gap":10}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	s.Apply(board.Move(s, []string{"A"}, 0, 200))
	v := s.Get("E").Vertices()
	if end := v[len(v)-1]; math.Abs(end.Y-50) < 20 {
		t.Errorf("the arrow still ends at %v after its shape moved", end)
	}
}

func TestErrorsSayWhatIsWrong(t *testing.T) {
	for in, want := range map[string]string{
		"":                                    "not an Excalidraw file",
		"{}":                                  `"type": "excalidraw"`,
		`{"type":"excalidrawlib"}`:            `"type": "excalidraw"`,
		`{"type":"excalidraw","elements":{}}`: "elements",
		`{"type":"excalidraw","appState":[]}`: "appState",
	} {
		_, _, err := Decode([]byte(in))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want it to say %q", in, err, want)
		}
	}
	if _, _, err := Decode([]byte("PNG")); !errors.Is(err, ErrNotExcalidraw) {
		t.Errorf("%v is not ErrNotExcalidraw", err)
	}
	s := drawing()
	bad := s.Get("A").Clone()
	bad.X = math.Inf(1)
	s.Apply(board.Edit{Put: []*board.Element{bad}})
	if _, err := Encode(s, Options{}); err == nil || !strings.Contains(err.Error(), `"A"`) {
		t.Errorf("an infinite x: %v, want an error that names A", err)
	}
}

func TestWhatIsNotOursSurvives(t *testing.T) {
	in := `{"type":"excalidraw","version":2,"source":"elsewhere","note":{"x":[1,2]},
		"elements":[{"id":"i","type":"image","fileId":"f","status":"saved","scale":[-1,1],"customData":{"k":null}},
			{"id":"f","type":"frame","name":null,"width":9}],
		"appState":{"gridSize":null,"viewBackgroundColor":"#123456","lockedMultiSelections":{}},
		"files":{"f":{"mimeType":"image/png","dataURL":"data:,"}}}`
	s, rest, err := Decode([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	checkSame(t, []byte(in), encode(t, s, Options{Rest: rest}))
}

func TestDrawingsSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawing()
		for range rapid.IntRange(0, 6).Draw(t, "edits") {
			ids := rapid.SliceOfDistinct(rapid.SampledFrom(s.SelectAll()), rapid.ID).Draw(t, "ids")
			x := rapid.Float64Range(-500, 500).Draw(t, "x")
			switch rapid.IntRange(0, 3).Draw(t, "edit") {
			case 0:
				s.Apply(board.Move(s, ids, x, -x))
			case 1:
				s.Apply(board.Duplicate(s, ids, x, 10))
			case 2:
				s.Apply(board.ToBack(s, ids))
			case 3:
				s.Apply(board.SetText(s, "A", rapid.String().Draw(t, "text")))
			}
		}
		data := encode(t, s, Options{})
		back, rest, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		if again := encode(t, back, Options{Rest: rest}); string(again) != string(data) {
			t.Fatalf("%s", cmp.Diff(string(data), string(again)))
		}
		if back.Len() != s.Len() {
			t.Fatalf("%d elements of %d", back.Len(), s.Len())
		}
		for i, e := range s.Elements() {
			if got := back.Elements()[i]; got.ID != e.ID || got.Text != e.Text || !slices.Equal(got.Points, e.Points) ||
				got.X != e.X || !slices.Equal(got.Bound, e.Bound) {
				t.Fatalf("element %d: %+v, want %+v", i, got, e)
			}
		}
	})
}
