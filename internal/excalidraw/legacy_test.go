package excalidraw

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/board"
)

func decoded(t *testing.T, elements string) (*board.Scene, Rest) {
	t.Helper()
	s, rest, err := Decode([]byte(`{"type":"excalidraw","elements":[` + elements + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	return s, rest
}

func TestOldKeysAreUnderstood(t *testing.T) {
	s, rest := decoded(t, `
		{"id":"box","type":"rectangle","strokeSharpness":"round","boundElementIds":["pen"]},
		{"id":"egg","type":"ellipse","strokeSharpness":"round"},
		{"id":"sharp","type":"rectangle","strokeSharpness":"sharp"},
		{"id":"new","type":"rectangle","strokeSharpness":"round","roundness":{"type":3}},
		{"id":"pen","type":"draw","x":10,"y":20,"points":[[5,5],[15,25]],"lastCommittedPoint":[1,2]},
		{"id":"code","type":"text","width":9,"height":9,"text":"x","font":"36px Cascadia"},
		{"id":"hand","type":"text","width":9,"height":9,"text":"x","font":"16px Virgil"},
		{"id":"odd","type":"text","width":9,"height":9,"text":"x","font":"24px Papyrus"},
		{"id":"dot","type":"arrow","points":[[0,0],[9,9]],"endArrowhead":"dot"}`)
	if len(rest.Warnings) > 0 {
		t.Error(rest.Warnings)
	}
	get := func(id string) *board.Element { return s.Get(id) }
	for id, want := range map[string]*board.Roundness{"box": {Type: 1}, "egg": {Type: 2}, "sharp": nil, "new": {Type: 3}} {
		if d := cmp.Diff(want, get(id).Roundness); d != "" {
			t.Errorf("%s: roundness (-want +read):\n%s", id, d)
		}
	}
	if d := cmp.Diff([]board.BoundRef{{ID: "pen", Kind: "arrow"}}, get("box").Bound); d != "" {
		t.Errorf("back references (-want +read):\n%s", d)
	}
	if pen := get("pen"); pen.Kind != board.Line || pen.X != 15 || pen.Y != 25 || !cmp.Equal(pen.Points, []board.Point{{}, {X: 10, Y: 20}}) {
		t.Errorf("the stroke is read as %+v", pen)
	}
	for id, want := range map[string][2]float64{"code": {36, 3}, "hand": {16, 1}, "odd": {24, 5}} {
		if e := get(id); e.FontSize != want[0] || e.FontFamily != int(want[1]) {
			t.Errorf("%s is in font %d at %v, want %v", id, e.FontFamily, e.FontSize, want)
		}
	}
	if get("dot").EndHead != "dot" {
		t.Errorf("head %q", get("dot").EndHead)
	}
}

// What an old key said must not come back once its element has been changed.
func TestChangedElementsSpeakTodaysKeys(t *testing.T) {
	s, rest := decoded(t, `{"id":"box","type":"rectangle","strokeSharpness":"round","zeta":1}`)
	sharp := s.Get("box").Clone()
	sharp.Roundness = nil
	s.Apply(board.Edit{Put: []*board.Element{sharp}})
	again, _, err := Decode(encode(t, s, Options{Rest: rest}))
	if err != nil {
		t.Fatal(err)
	}
	if box := again.Get("box"); box.Roundness != nil || string(box.Extra["zeta"]) != "1" {
		t.Errorf("read again as %+v", box)
	}
}

func TestSenselessElementsAreLeftOutByName(t *testing.T) {
	s, rest := decoded(t, `
		{"id":"good","type":"rectangle","width":9},
		{"id":"pointless","type":"arrow","x":1},
		{"id":"half","type":"line","points":[[0,0],[1]]},
		{"id":"kindless","x":1},
		{"id":"numbered","type":7},
		null, 3, {},
		{"id":"far","type":"rectangle","x":"away","y":7,"opacity":"50"},
		{"id":9,"type":"diamond"},
		{"id":"good","type":"ellipse"}`)
	var kinds []board.Kind
	for _, e := range s.Elements() {
		kinds = append(kinds, e.Kind)
	}
	if want := []board.Kind{"rectangle", "rectangle", "diamond", "ellipse"}; !cmp.Equal(kinds, want) {
		t.Errorf("kept %v, want %v", kinds, want)
	}
	if far := s.Get("far"); far.X != 0 || far.Y != 7 || far.Opacity != 100 {
		t.Errorf("values that make no sense are read as %+v", far)
	}
	all := strings.Join(rest.Warnings, "\n")
	for _, part := range []string{
		`"pointless", arrow, has no points`, `"half": points: `, `"half", line, has no points`,
		`"kindless" is left out`, `"numbered" is left out`, "number 6", "number 7", `"far": x: `, `"far": opacity: `,
		"number 8 is left out", "number 10: id: ", `"good": another has its id`,
	} {
		if !strings.Contains(all, part) {
			t.Errorf("no warning says %s:\n%s", part, all)
		}
	}
	if len(rest.Warnings) != 12 {
		t.Errorf("%d warnings:\n%s", len(rest.Warnings), all)
	}
	f := written(t, encode(t, s, Options{Rest: rest}))
	if f.element("pointless") != nil || f.element("far")["x"] != "away" {
		t.Errorf("written: %v", f.Elements)
	}
}

// Excalidraw does not measure text, and drops what has no size.
func TestTextWithoutSizeGetsOne(t *testing.T) {
	s, rest := decoded(t, `{"id":"T","type":"text","zeta":1,"width":0,"height":0,"text":"hello"}`)
	e := s.Get("T")
	if e.W <= 0 || e.H <= 0 {
		t.Fatalf("read as %v x %v", e.W, e.H)
	}
	f := written(t, encode(t, s, Options{Rest: rest}))
	if got := f.element("T"); got["width"] != e.W || got["height"] != e.H || got["text"] != "hello" || got["zeta"] != 1.0 || got["seed"] != nil {
		t.Errorf("written as %v, want the measure of %v x %v and nothing else", got, e.W, e.H)
	}
}
