package excalidraw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

// tokens are what JSON says, in its order, numbers to the digit.
func tokens(t interface{ Fatal(...any) }, data []byte) []json.Token {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var out []json.Token
	for d.More() {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err, string(data))
		}
		out = append(out, token)
	}
	return out
}

// parts are a file's elements and its other members, unread.
func parts(t interface{ Fatal(...any) }, data []byte) (elements []json.RawMessage, others map[string]json.RawMessage) {
	others = map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &others); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(others["elements"], &elements); err != nil {
		t.Fatal(err)
	}
	delete(others, "elements")
	delete(others, "source")
	delete(others, "version")
	return elements, others
}

// checkSame holds that every element and every member is written as it was
// read. Elements in touched may differ.
func checkSame(t interface {
	Fatal(...any)
	Errorf(string, ...any)
}, in, out []byte, touched ...string,
) {
	elements, others := parts(t, in)
	gotElements, gotOthers := parts(t, out)
	if len(elements) != len(gotElements) {
		t.Errorf("%d elements became %d", len(elements), len(gotElements))
		return
	}
	for i := range elements {
		var named struct{ ID string }
		if err := json.Unmarshal(elements[i], &named); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(touched, named.ID) {
			continue
		}
		if d := cmp.Diff(tokens(t, elements[i]), tokens(t, gotElements[i])); d != "" {
			t.Errorf("element %d %q (-read +written):\n%s", i, named.ID, d)
		}
	}
	for key := range others {
		if d := cmp.Diff(tokens(t, others[key]), tokens(t, gotOthers[key])); d != "" {
			t.Errorf("%s (-read +written):\n%s", key, d)
		}
	}
}

func TestSamplesComeBackAsTheyWere(t *testing.T) {
	samples, _ := filepath.Glob("../../../shared/samples/*")
	for _, name := range samples {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		switch filepath.Ext(name) {
		case ".png":
			data, err = fileInPNG(bytes.NewReader(data))
		case ".svg":
			data, err = fileInSVG(data)
		case ".excalidraw":
		default:
			continue
		}
		if err != nil {
			t.Fatal(name, err)
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			s, rest, err := Decode(data)
			if err != nil || len(rest.Warnings) > 0 {
				t.Fatal(err, rest.Warnings)
			}
			out := encode(t, s, Options{Rest: rest})
			checkSame(t, data, out)
			again, rest, err := Decode(out)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(s.Elements(), again.Elements()); d != "" {
				t.Errorf("opened again (-first +second):\n%s", d)
			}
			if string(encode(t, again, Options{Rest: rest})) != string(out) {
				t.Error("written, read and written again it differs")
			}
		})
	}
}

// anyJSON is any value, as text: with spaces, escapes and numbers that a
// program would write otherwise.
func anyJSON(deep int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		kinds := 5
		if deep == 0 {
			kinds = 3
		}
		switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
		case 0:
			return rapid.SampledFrom([]string{"null", "true", "0", "-0", "1.50", "1e3", "12345678901234567890", "0.1"}).Draw(t, "scalar")
		case 1:
			return rapid.SampledFrom([]string{`""`, `"\u00e9"`, `"é<&>"`, `"a\"b\\"`, `"{\"x\":[1,2]}"`, `"\u2028"`, `"]"`}).Draw(t, "string")
		case 2:
			return rapid.SampledFrom([]string{"{}", "[ ]", "[]", "{ }"}).Draw(t, "empty")
		case 3:
			return "[" + strings.Join(rapid.SliceOfN(anyJSON(deep-1), 0, 3).Draw(t, "items"), " , ") + "]"
		}
		return objectText(unknownMembers(deep-1).Draw(t, "members"))
	})
}

func objectText(members []string) string { return "{" + strings.Join(members, ",\n ") + "}" }

// unknownMembers are members no program knows.
func unknownMembers(deep int) *rapid.Generator[[]string] {
	return rapid.Custom(func(t *rapid.T) []string {
		keys := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"zeta", "é", "a b", "customData", "0", "rawText", "baseline", "x\\n", "status"}), 0, 3, rapid.ID).Draw(t, "keys")
		var out []string
		for _, key := range keys {
			out = append(out, `"`+key+`": `+anyJSON(deep).Draw(t, "value"))
		}
		return out
	})
}

// elementText is an element as some program since 2020 may have written it.
func elementText(id string, others []string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		kind := rapid.SampledFrom([]string{"rectangle", "ellipse", "diamond", "text", "arrow", "line", "draw", "freedraw", "image", "frame", "embeddable", "hexagon"}).Draw(t, "type")
		members := []string{`"id":` + strconv.Quote(id), `"type":` + strconv.Quote(kind)}
		other := rapid.SampledFrom(others)
		some := func(key string, values ...string) {
			if rapid.Bool().Draw(t, key) {
				members = append(members, strconv.Quote(key)+":"+rapid.SampledFrom(values).Draw(t, key+" value"))
			}
		}
		some("x", "10", "-3.50", "1e2", "0.1", "null")
		some("y", "10", "-3.50", "33.333333333333336")
		some("angle", "0", "0.5", "6.283185307179586")
		some("index", "null", `"a0"`, `"a1"`, `"zz"`, `"b0V"`, `"bad key"`)
		some("opacity", "100", "33.3", "0")
		some("groupIds", "[]", `["g","h"]`, "null")
		some("roundness", "null", `{"type":3}`, `{"type":3,"value":32,"more":1}`, `{"type":2}`)
		some("strokeSharpness", `"round"`, `"sharp"`)
		some("isDeleted", "true", "false")
		some("link", "null", `""`, `"https://example.org"`)
		some("boundElements", "null", "[]", fmt.Sprintf(`[{"type":"arrow","id":%q,"new":true}]`, other.Draw(t, "bound")))
		some("boundElementIds", "null", "[]", fmt.Sprintf(`[%q]`, other.Draw(t, "bound")))
		some("lastCommittedPoint", "null", "[1,2]")
		some("seed", "1", "1e3", "12345678901234567890")
		switch kind {
		case "text":
			members = append(members, `"width":100`, `"height":25`, `"text":"a\nb"`)
			some("originalText", `"a b"`, "null")
			some("font", `"20px Virgil"`, `"36px Cascadia"`, `"?"`)
			some("fontFamily", "1", "4", "5")
			some("containerId", "null", strconv.Quote(other.Draw(t, "container")))
		case "arrow", "line", "draw", "freedraw":
			members = append(members, `"points":`+rapid.SampledFrom([]string{
				"[[0,0],[100,0]]", "[[5, 5],[100,0.50],[7,7]]", "[]", "[[0,0,0.5],[1,1,0.25]]",
			}).Draw(t, "points"))
			for _, end := range []string{"startBinding", "endBinding"} {
				some(end, "null", fmt.Sprintf(`{"elementId":%q,"focus":0.25,"gap":6,"k":[]}`, other.Draw(t, end)),
					fmt.Sprintf(`{"fixedPoint":[1,0.5001],"mode":"orbit","elementId":%q}`, other.Draw(t, end)))
			}
			some("endArrowhead", "null", `"dot"`, `"arrow"`)
		default:
			some("width", "100", "160.5", "-20")
			some("height", "80", "0.5")
		}
		members = append(members, unknownMembers(2).Draw(t, "unknown")...)
		return objectText(rapid.Permutation(members).Draw(t, "order"))
	})
}

// fileText is a whole file of such elements, with their ids.
func fileText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		ids := []string{"A", "B", "C", "D", "E"}[:rapid.IntRange(1, 5).Draw(t, "count")]
		var elements []string
		for _, id := range ids {
			elements = append(elements, elementText(id, append(ids, "gone")).Draw(t, id))
		}
		members := []string{`"type":"excalidraw"`, `"version":2`, `"source":"elsewhere"`, `"elements":[` + strings.Join(elements, ",") + "]"}
		for _, key := range []string{"appState", "files"} {
			members = append(members, strconv.Quote(key)+":"+objectText(unknownMembers(2).Draw(t, key)))
		}
		members = append(members, unknownMembers(2).Draw(t, "top")...)
		return objectText(rapid.Permutation(members).Draw(t, "order"))
	})
}

func TestNothingOfAFileIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := fileText().Draw(t, "file")
		s, rest, err := Decode([]byte(in))
		if err != nil || len(rest.Warnings) > 0 {
			t.Fatal(err, rest.Warnings)
		}
		out := encode(t, s, Options{Rest: rest})
		checkSame(t, []byte(in), out)
		again, _, err := Decode(out)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s.Elements(), again.Elements()); d != "" {
			t.Fatalf("opened again (-first +second):\n%s", d)
		}
	})
}

func TestAnEditChangesNoOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := fileText().Draw(t, "file")
		s, rest, err := Decode([]byte(in))
		if err != nil {
			t.Fatal(err)
		}
		edit := board.Move(s, []string{"A"}, 12.5, -3)
		undo := s.Apply(edit)
		touched := []string{}
		for _, e := range edit.Put {
			touched = append(touched, e.ID)
		}
		out := encode(t, s, Options{Rest: rest})
		checkSame(t, []byte(in), out, append(touched, holders(edit.Put)...)...)
		checkMembersKept(t, []byte(in), out, touched)
		s.Apply(undo)
		checkSame(t, []byte(in), encode(t, s, Options{Rest: rest}))
	})
}

// holders are the shapes on which the elements hang: they list them then.
func holders(elements []*board.Element) (ids []string) {
	for _, e := range elements {
		ids = append(ids, e.Container)
		for _, end := range []board.End{board.AtStart, board.AtEnd} {
			if b := e.Binding(end); b != nil {
				ids = append(ids, b.ElementID)
			}
		}
	}
	return ids
}

// checkMembersKept holds that members no program knows are in the elements that
// were touched as well, and all others but the list of what hangs on them in
// those that were not.
func checkMembersKept(t *rapid.T, in, out []byte, touched []string) {
	unknown := []string{"zeta", "é", "a b", "customData", "0", "rawText", "baseline", "x\n", "status"}
	elements, _ := parts(t, in)
	got, _ := parts(t, out)
	for i := range elements {
		var want, have map[string]json.RawMessage
		if err := json.Unmarshal(elements[i], &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(got[i], &have); err != nil {
			t.Fatal(err)
		}
		id := strings.Trim(string(want["id"]), `"`)
		for key := range want {
			known := key == "boundElements" || key == "boundElementIds" || slices.Contains(touched, id)
			if known && !slices.Contains(unknown, key) {
				continue
			}
			if !cmp.Equal(tokens(t, want[key]), tokens(t, have[key])) {
				t.Fatalf("element %s: %s: %s became %s", id, key, want[key], have[key])
			}
		}
	}
}

// A journal keeps elements as JSON: what comes back from it is another pointer.
func TestElementsFromAJournalAreStillUntouched(t *testing.T) {
	in := []byte(`{"type":"excalidraw","elements":[{"zeta":1,"type":"rectangle","width":9,"id":"A","opacity":33.3}]}`)
	s, rest, err := Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(s.Get("A"))
	if err != nil {
		t.Fatal(err)
	}
	back := new(board.Element)
	if err := json.Unmarshal(raw, back); err != nil {
		t.Fatal(err)
	}
	checkSame(t, in, encode(t, board.NewScene(back), Options{Rest: rest}))
	moved := back.Clone()
	moved.X = 5
	f := written(t, encode(t, board.NewScene(moved), Options{Rest: rest}))
	if e := f.element("A"); e["x"] != 5.0 || e["opacity"] != 33.3 || e["zeta"] != 1.0 {
		t.Errorf("moved it is written as %v", e)
	}
}

// An untouched shape that forgot an arrow is left alone until that arrow is
// changed here: then it must list it, or the arrow would not follow elsewhere.
func TestForgottenArrowsAreListedOnceTheyChange(t *testing.T) {
	in := []byte(`{"type":"excalidraw","elements":[
		{"id":"A","width":100,"zeta":1,"height":100,"type":"rectangle","boundElements":[{"id":"x","type":"text","k":1}]},
		{"id":"E","type":"arrow","x":300,"y":50,"points":[[0,0],[-190,0]],"endBinding":{"elementId":"A","focus":0,"gap":10}}]}`)
	s, rest, err := Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	checkSame(t, in, encode(t, s, Options{Rest: rest}))
	s.Apply(board.DragEnd(s, "E", board.AtStart, board.Point{X: 300, Y: 90}, nil))
	f := written(t, encode(t, s, Options{Rest: rest}))
	want := []any{map[string]any{"id": "x", "type": "text", "k": 1.0}, map[string]any{"id": "E", "type": "arrow"}}
	if d := cmp.Diff(want, f.element("A")["boundElements"]); d != "" {
		t.Errorf("back references (-want +written):\n%s", d)
	}
}
