package notesview

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/look"
)

func shown(t testing.TB, source string, size fyne.Size) (*View, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	v := New()
	window := test.NewTempWindow(t, v)
	window.SetPadded(false)
	window.Resize(size)
	v.Set(source, nil, -1)
	return v, window
}

func TestMarkdownIsReadAsPeopleWriteIt(t *testing.T) {
	for source, want := range map[string]string{
		"## Clarify":             "heading 2: *Clarify*",
		"#hash":                  "text: #hash",
		"- goal":                 "item 0 •: goal",
		"  * nested":             "item 1 •: nested",
		"12. twelfth":            "item 0 12.: twelfth",
		"3.5 is a number":        "text: 3.5 is a number",
		"-5 degrees":             "text: -5 degrees",
		"> quoted":               "quote: quoted",
		"---":                    "rule:",
		"   ":                    "blank:",
		"a **bold** word":        "text: a *bold* word",
		"an _aside_ here":        "text: an /aside/ here",
		"call `user_id`, `x`":    "text: call [user_id], [x]",
		"user_id_hash and 3*4*5": "text: user_id_hash and 3*4*5",
		"**never closed":         "text: **never closed",
		"`":                      "text: `",
		"**":                     "text: **",
		"# **strong** already":   "heading 1: *strong** already*",
		"a * b * c":              "text: a * b * c",
		"漢字 **語** é":             "text: 漢字 *語* é",
		"windows line end\r":     "text: windows line end",
	} {
		if got := describe(parse(source)[0]); got != want {
			t.Errorf("%q is %q, want %q", source, got, want)
		}
	}
	fenced := parse("```go\n- x := 1\n```\n- item")
	if fenced[1].kind != code || fenced[1].runs[0].text != "- x := 1" || fenced[3].kind != item {
		t.Errorf("a fenced block is %+v", fenced)
	}
}

func describe(b block) string {
	kinds := map[kind]string{blank: "blank", text: "text", heading: "heading", item: "item", quote: "quote", code: "code", rule: "rule"}
	out := kinds[b.kind]
	switch b.kind {
	case heading:
		out += fmt.Sprint(" ", b.level)
	case item:
		out += fmt.Sprint(" ", b.depth, " ", b.marker)
	}
	out += ":"
	words := ""
	for _, r := range b.runs {
		switch {
		case r.style.Mono:
			words += "[" + r.text + "]"
		case r.style.Weight == look.SemiBold:
			words += "*" + r.text + "*"
		case r.style.Weight == look.Medium:
			words += "/" + r.text + "/"
		default:
			words += r.text
		}
	}
	return strings.TrimSpace(out + " " + words)
}

// Wrapping loses no letter and keeps to the width.
func TestWrappingKeepsEveryLetterWithinTheWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	known := ruler{}
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.StringOf(rapid.RuneFrom([]rune("aWi.é漢 *`"))).Draw(t, "source")
		width := float32(rapid.IntRange(30, 400).Draw(t, "width"))
		runs := parseLine(source).runs
		want := ""
		for _, r := range runs {
			want += r.text
		}
		fragments, rows := wrap(runs, width, known)
		got, row := "", 0
		for _, f := range fragments {
			got += f.text
			if f.row < row || f.row >= rows {
				t.Fatalf("row %d after row %d of %d", f.row, row, rows)
			}
			row = f.row
			if end := f.x + f.style.Width(f.text); end > width+1 && len([]rune(f.text)) > 1 {
				t.Fatalf("%q ends at %v, the width is %v", f.text, end, width)
			}
		}
		if bare(got) != bare(want) {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

func bare(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestANarrowerColumnIsLonger(t *testing.T) {
	v, window := shown(t, strings.Repeat("many words in one line ", 12)+"\nnext", fyne.NewSize(600, 400))
	wide := v.lines[1].Position().Y
	window.Resize(fyne.NewSize(200, 400))
	if narrow := v.lines[1].Position().Y; narrow < 2*wide {
		t.Errorf("the next line is at %v in a wide column and at %v in a narrow one", wide, narrow)
	}
}

func TestAClickTellsTheLine(t *testing.T) {
	v, window := shown(t, "# one\n\n- two\n- three", fyne.NewSize(300, 400))
	var tapped []int
	v.OnTapped = func(line int) { tapped = append(tapped, line) }
	for i := range v.lines {
		test.TapCanvas(window.Canvas(), v.lines[i].Position().AddXY(40, v.lines[i].Size().Height-5))
	}
	if fmt.Sprint(tapped) != "[0 2 3]" {
		t.Errorf("clicks on four lines told %v; the empty one says nothing", tapped)
	}
}

func TestTheLitLineComesIntoSight(t *testing.T) {
	source := strings.Repeat("- a line\n", 100)
	v, _ := shown(t, source, fyne.NewSize(300, 200))
	inSight := func(i int) bool {
		y := v.lines[i].Position().Y - v.scroll.Offset.Y
		return y >= 0 && y+v.lines[i].Size().Height <= 200
	}
	for _, i := range []int{90, 2, 50} {
		v.Set(source, nil, i)
		if !inSight(i) || !v.lines[i].Visible() {
			t.Errorf("line %d is lit out of sight", i)
		}
	}
	v.scroll.ScrollToTop()
	v.Set(source, nil, 50)
	if v.scroll.Offset.Y != 0 {
		t.Error("the same line again takes the page from the reader")
	}
	longer := source + "- and one more"
	v.Set(longer, nil, 100)
	if !inSight(100) {
		t.Error("a line that was just added is lit out of sight")
	}
}

func TestSeveralLinesAreLitWithoutMovingAnything(t *testing.T) {
	source := strings.Repeat("- a line\n", 100)
	v, _ := shown(t, source, fyne.NewSize(300, 200))
	places := func() (out []fyne.Position) {
		for _, l := range v.lines {
			out = append(out, l.Position())
		}
		return out
	}
	before := places()
	v.Set(source, nil, 1, 4, 6)
	for i, l := range v.lines {
		if want := i == 1 || i == 4 || i == 6; l.lit != want {
			t.Errorf("line %d is lit: %v", i, l.lit)
		}
	}
	if !slices.Equal(places(), before) {
		t.Error("the light moved lines")
	}
	v.scroll.ScrollToBottom()
	bottom := v.scroll.Offset.Y
	v.Set(source, nil, 6)
	if v.lines[1].lit || !v.lines[6].lit {
		t.Error("the light stays on what it left")
	}
	if v.scroll.Offset.Y != bottom {
		t.Error("a light that goes out takes the page from the reader")
	}
	v.Set(source, nil)
	if v.lines[6].lit || len(v.Lit()) > 0 {
		t.Error("the light stays on")
	}
}

func TestOnlyLinesInSightAreDrawn(t *testing.T) {
	v, _ := shown(t, strings.Repeat("- a line\n", 300), fyne.NewSize(300, 200))
	count := func() (n int) {
		for _, l := range v.lines {
			if l.Visible() {
				n++
			}
		}
		return n
	}
	if n := count(); n < 5 || n > 12 {
		t.Errorf("%d lines are drawn, about eight are in sight", n)
	}
	v.scroll.ScrollToBottom()
	if !v.lines[299].Visible() || v.lines[0].Visible() {
		t.Error("after scrolling the wrong lines are drawn")
	}
}

func TestSettingTheSameAgainCostsNothing(t *testing.T) {
	source := strings.Repeat("- a line with some words\n", 200)
	v, _ := shown(t, source, fyne.NewSize(300, 200))
	phases := make([]int, 201)
	v.Set(source, phases, 3)
	if n := testing.AllocsPerRun(20, func() { v.Set(source, phases, 3) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestEachLineHasItsPhaseAndItsMoment(t *testing.T) {
	v, window := shown(t, "", fyne.NewSize(300, 200))
	v.Moment = func(line int) string { return fmt.Sprintf("%d:00", line) }
	v.Set("one\ntwo\nthree", []int{0, 4}, -1)
	picture := window.Canvas().Capture()
	for i, want := range []any{look.PhaseHue(0), look.PhaseHue(4), look.Color(look.Canvas)} {
		l := v.lines[i]
		r, g, b, _ := picture.At(1, int(l.Position().Y+l.Size().Height/2)).RGBA()
		if got := fmt.Sprintf("{%d %d %d 255}", r>>8, g>>8, b>>8); got != fmt.Sprint(want) {
			t.Errorf("the margin of line %d is %s, want %v", i, got, want)
		}
	}
	v.lines[1].MouseIn(&desktop.MouseEvent{})
	if got := momentShown(v.lines[1]); got != "1:00" {
		t.Errorf("under the pointer it says %q", got)
	}
	v.lines[1].MouseOut()
	if got := momentShown(v.lines[1]); got != "" {
		t.Errorf("without the pointer it says %q", got)
	}
}

func momentShown(l *line) string { return test.WidgetRenderer(l).(*lineRenderer).moment.Text() }
