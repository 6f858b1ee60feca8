package board

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func parse(t *testing.T, s string) *Element {
	t.Helper()
	e := new(Element)
	if err := json.Unmarshal([]byte(s), e); err != nil {
		t.Fatal(err)
	}
	return e
}

func members2(t interface{ Fatal(...any) }, raw []byte) map[string]any {
	m := map[string]any{}
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestReadsExcalidrawsArrow(t *testing.T) {
	e := parse(t, `{"id":"E","type":"arrow","x":166,"y":40,"width":188,"height":-3.5,"angle":0.5,
		"strokeColor":"#e03131","roughness":0,"opacity":80,"groupIds":["g1","g2"],"frameId":"F","index":"a3",
		"roundness":{"type":2},"seed":77,"locked":true,"link":"https://example.org",
		"points":[[0,0],[188,-3.5]],"elbowed":false,"startArrowhead":null,"endArrowhead":"triangle",
		"startBinding":{"elementId":"A","mode":"inside","fixedPoint":[1,0.5001],"focus":0.25,"gap":6},"endBinding":null}`)
	diff(t, "start", &Binding{
		ElementID: "A", Mode: Inside, FixedPoint: Point{1, 0.5001},
		Extra: map[string]json.RawMessage{"focus": json.RawMessage("0.25"), "gap": json.RawMessage("6")},
	}, e.Start)
	diff(t, "points", []Point{{0, 0}, {188, -3.5}}, e.Points)
	diff(t, "groups", []string{"g1", "g2"}, e.Groups)
	if e.X != 166 || e.H != -3.5 || e.Angle != 0.5 || e.Stroke != "#e03131" || e.Opacity != 80 || e.Frame != "F" ||
		e.Index != "a3" || e.Roundness.Type != 2 || e.Seed != 77 || !e.Locked || e.Link == "" ||
		e.StartHead != "" || e.EndHead != "triangle" || e.End != nil {
		t.Errorf("read %+v", e)
	}
}

func TestMissingKeysMeanWhatTheyMeanToExcalidraw(t *testing.T) {
	box := parse(t, `{"type":"rectangle","x":1,"width":160}`)
	if box.Stroke != "#1e1e1e" || box.Background != "transparent" || box.FillStyle != "solid" || box.StrokeWidth != 2 ||
		box.StrokeStyle != "solid" || box.Roughness != 1 || box.Opacity != 100 || box.Roundness != nil || box.Seed != 1 {
		t.Errorf("box %+v", box)
	}
	arrow := parse(t, `{"type":"arrow","points":[[0,0],[9,9]]}`)
	if arrow.EndHead != "arrow" || arrow.StartHead != "" {
		t.Errorf("heads %q, %q: a missing end head means an arrow", arrow.StartHead, arrow.EndHead)
	}
	if headless := parse(t, `{"type":"arrow","endArrowhead":null}`); headless.EndHead != "" {
		t.Error("a null end head means none")
	}
	text := parse(t, `{"type":"text","text":"two\nlines","fontFamily":3}`)
	if text.Text != "two\nlines" || text.FontSize != 20 || text.LineHeight != 1.2 || !text.AutoResize || text.Align != "left" {
		t.Errorf("text %+v", text)
	}
}

func TestWritesWhatExcalidrawNeeds(t *testing.T) {
	style := DefaultStyle()
	common := []string{
		"id", "type", "x", "y", "width", "height", "angle", "strokeColor", "backgroundColor", "fillStyle",
		"strokeWidth", "strokeStyle", "roughness", "opacity", "groupIds", "frameId", "index", "roundness", "seed",
		"version", "versionNonce", "isDeleted", "boundElements", "updated", "link", "locked",
	}
	more := map[Kind][]string{
		Rectangle: nil, Ellipse: nil, Diamond: nil,
		Text:     {"text", "originalText", "fontSize", "fontFamily", "textAlign", "verticalAlign", "containerId", "autoResize", "lineHeight"},
		Arrow:    {"points", "startBinding", "endBinding", "startArrowhead", "endArrowhead", "elbowed"},
		Line:     {"points", "startBinding", "endBinding", "startArrowhead", "endArrowhead"},
		Freedraw: {"points", "pressures", "simulatePressure"},
	}
	for kind, keys := range more {
		raw, err := json.Marshal(NewElement(kind, style))
		if err != nil {
			t.Fatal(err)
		}
		got := members2(t, raw)
		for _, key := range append(keys, common...) {
			if _, ok := got[key]; !ok {
				t.Errorf("%s lacks %q", kind, key)
			}
		}
		if want := len(common) + len(keys); len(got) != want {
			t.Errorf("%s has %d keys, want %d: %s", kind, len(got), want, raw)
		}
		if strings.ContainsAny(string(raw), "\n\t ") {
			t.Errorf("%s is not compact: %s", kind, raw)
		}
	}
}

func TestBindingsSpeakBothSchemas(t *testing.T) {
	e := NewElement(Arrow, DefaultStyle())
	e.End = &Binding{ElementID: "B", Mode: Orbit, FixedPoint: Point{0, 0.5001}}
	raw, _ := json.Marshal(e)
	got := members2(t, raw)["endBinding"].(map[string]any)
	want := map[string]any{"elementId": "B", "mode": "orbit", "fixedPoint": []any{0.0, 0.5001}, "focus": 0.0, "gap": 6.0}
	diff(t, "binding", want, got)
}

// Whatever a file says about an element that nobody touched is written back.
func TestNothingIsLost(t *testing.T) {
	for _, in := range []string{
		`{"id":"1","type":"image","fileId":"f","scale":[1,-1],"crop":null,"customData":{"a":[1,{"b":"ü<&>"}]}}`,
		`{"id":"2","type":"rectangle","strokeSharpness":"round","boundElementIds":["x"],"points":[[1,2]],"text":"not ours"}`,
		`{"id":"3","type":"freedraw","points":[[0,0,0.5],[1,1,0.6]],"pressures":[],"strokeOptions":{"variability":"constant"}}`,
		`{"id":"4","type":"arrow","points":[[0,0],[5,5]],"startBinding":{"elementId":"a","focus":0.2,"gap":15.1,"fixedPoint":null},"endBinding":{"elementId":"b","focus":-1,"gap":1,"new":[true]}}`,
		`{"id":"5","type":"text","text":"a\nb","originalText":"a b","link":"","opacity":33.3,"seed":1e3,"angle":null,"rawText":"x"}`,
		`{"id":"6","type":"rectangle","boundElements":[{"id":"t","type":"text","since":3}],"roundness":{"type":3,"value":12,"x":1}}`,
		`{"id":"7","type":"rectangle","boundElements":null}`,
		`{"id":"8","type":"rectangle","boundElements":[],"updated":12345678901234567}`,
	} {
		raw, err := json.Marshal(parse(t, in))
		if err != nil {
			t.Fatal(err)
		}
		want, got := members2(t, []byte(in)), members2(t, raw)
		for key, w := range want {
			if d := cmp.Diff(w, got[key], cmp.FilterValues(mapsOnly, cmpopts.IgnoreMapEntries(func(k string, _ any) bool {
				return k == "mode" // the newer schema's, added
			}))); d != "" {
				t.Errorf("%v: %s (-read +written):\n%s", want["id"], key, d)
			}
		}
	}
}

func mapsOnly(a, b any) bool {
	_, isA := a.(map[string]any)
	_, isB := b.(map[string]any)
	return isA && isB
}

func TestAChangeReplacesWhatWasKept(t *testing.T) {
	e := parse(t, `{"id":"5","type":"rectangle","opacity":33.3}`).Clone()
	e.Opacity = 50
	raw, _ := json.Marshal(e)
	if got := members2(t, raw)["opacity"]; got != 50.0 {
		t.Errorf("opacity %v, want 50: the kept 33.3 came back", got)
	}
}

func TestErrorsNameElementAndKey(t *testing.T) {
	for in, want := range map[string][]string{
		`{"id":"box-1","type":"rectangle","x":"far"}`:                   {"box-1", "x", "number"},
		`{"id":"box-1","type":"rectangle","x":1e999}`:                   {"box-1", "x", "large"},
		`{"type":"arrow","id":"late","points":[[0,0],[1]]}`:             {"late", "points", "point 2"},
		`{"id":"a","type":"arrow","endBinding":{"fixedPoint":[0,"b"]}}`: {`"a"`, "endBinding", "fixedPoint"},
		`{"id":"nameless"}`: {"nameless", "type"},
		`[]`:                {"element", "object"},
	} {
		err := json.Unmarshal([]byte(in), new(Element))
		if err == nil {
			t.Errorf("%s: no error", in)
			continue
		}
		for _, part := range want {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %q does not say %q", in, err, part)
			}
		}
	}
	for name, spoil := range map[string]func(*Element){
		"x":       func(e *Element) { e.X = math.NaN() },
		"points":  func(e *Element) { e.Points = []Point{{0, math.Inf(1)}} },
		"binding": func(e *Element) { e.End = &Binding{Mode: Orbit, FixedPoint: Point{math.NaN(), 0}} },
	} {
		e := NewElement(Arrow, DefaultStyle())
		e.ID = "the-arrow"
		spoil(e)
		if _, err := json.Marshal(e); err == nil || !strings.Contains(err.Error(), "the-arrow") {
			t.Errorf("%s not finite: error %v, want one that names the-arrow", name, err)
		}
	}
}

func TestElementsSurviveWritingAndReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyElement().Draw(t, "element")
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		back := new(Element)
		if err := json.Unmarshal(raw, back); err != nil {
			t.Fatalf("%v in %s", err, raw)
		}
		// Groups are a list in the file, never null; bindings always carry
		// the older schema's numbers.
		ignoreOld := cmpopts.IgnoreFields(Binding{}, "Extra")
		if d := cmp.Diff(e, back, ignoreOld, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("(-written +read):\n%s", d)
		}
		if again, _ := json.Marshal(back); string(again) != string(raw) {
			t.Fatalf("written again:\n%s\nwant\n%s", again, raw)
		}
	})
}

func FuzzElement(f *testing.F) {
	f.Add([]byte(`{"id":"a","type":"arrow","points":[[0,0],[1,1e3]],"endBinding":{"elementId":"b","focus":0}}`))
	f.Add([]byte(`{"id":"t","type":"text","text":"\u00e9\ud800","opacity":-1.5,"link":""}`))
	f.Add([]byte(`{"type":"x","a":{"b":[}]}}`))
	samples, _ := filepath.Glob("../../../shared/samples/fx_*.excalidrawlib")
	for _, name := range samples {
		if raw, err := os.ReadFile(name); err == nil {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e := new(Element)
		if e.UnmarshalJSON(data) != nil {
			return
		}
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatalf("read %s but cannot write it: %v", data, err)
		}
		back := new(Element)
		if err := json.Unmarshal(raw, back); err != nil {
			t.Fatalf("wrote %s but cannot read it: %v", raw, err)
		}
		if again, err := json.Marshal(back); err != nil || string(again) != string(raw) {
			t.Fatalf("written twice:\n%s\n%s", raw, again)
		}
	})
}
