package waveform

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
)

// busy is a recording with a mark of every kind.
func busy() Data {
	data := recording()
	data.Marks = []Mark{
		{At: 2 * minute, Kind: Ask, Label: "How many users?"},
		{At: 6 * minute, Kind: Good},
		{At: 10 * minute, Kind: Unclear, Label: "loss"},
		{At: 15 * minute, Kind: Curveball, Label: "Half of your labels are wrong."},
		{At: 25 * minute, Kind: Card, Label: "A wall is fine"},
		{At: 35 * minute, Kind: "other"},
	}
	return data
}

func TestEveryThingIsHeardFromBeforeItBegan(t *testing.T) {
	w, _, asked := show(t, busy())
	w.RunUp = time.Second
	for _, c := range []struct {
		what string
		x, y float32
		want time.Duration
	}{
		{"an ask", 42, marksTop + 4, 2*minute - time.Second},
		{"a good mark", 120, marksTop + 4, 6*minute - time.Second},
		{"a curveball", 302, marksTop + 4, 15*minute - time.Second},
		{"a card", 500, marksTop + 4, 25*minute - time.Second},
		{"the first phase", 50, 5, 0},
		{"a phase", 170, 5, 5*minute - time.Second},
		{"a silence", 430, marksTop + 4, 20*minute - time.Second},
		{"the sound in a silence", 430, waveTop + 20, 21*minute + 30*time.Second},
		{"the row of marks where there is none", 760, marksTop + 4, 38 * minute},
		{"the sound", 600, waveTop + 20, 30 * minute},
	} {
		press(w, c.x, c.y)
		if got := last(t, asked); got != c.want {
			t.Errorf("%s is heard from %v, want %v", c.what, got, c.want)
		}
	}
}

func TestEveryKindOfMarkHasItsOwnShape(t *testing.T) {
	w, window, _ := show(t, busy())
	window.Canvas().Capture()
	seen := map[string]string{}
	for i, o := range w.renderer.marks.marks {
		kind := w.data.Marks[i].Kind
		shape := ""
		switch s := o.(type) {
		case *canvas.Polygon:
			shape = fmt.Sprintf("%d sides", s.Sides)
		case *canvas.ArbitraryPolygon:
			shape = fmt.Sprintf("%d corners", len(s.Points))
		case *canvas.Rectangle:
			shape = "frame"
		case *canvas.Circle:
			shape = "disc"
		}
		if shape == "" || seen[shape] != "" {
			t.Errorf("%s and %s are both drawn as %q", kind, seen[shape], shape)
		}
		seen[shape] = kind
		if !o.Visible() {
			t.Errorf("%s is not drawn", kind)
		}
	}
}

func TestHoverSaysTheWordsOfAsksAndCurveballs(t *testing.T) {
	w, window, _ := show(t, busy())
	for x, want := range map[float32]string{
		40:  "2:00  ask: How many users?",
		300: "15:00  curveball: Half of your labels are wrong.",
		500: "25:00  card: A wall is fine",
		700: "35:00  other",
	} {
		if got := w.caption(fyne.NewPos(x, marksTop+3)); got != want {
			t.Errorf("at %v it says %q, want %q", x, got, want)
		}
	}
	data := busy()
	data.Marks[0].Label = strings.Repeat("and how many of them are new ", 30)
	w.Renew(data)
	w.point(fyne.NewPos(40, marksTop+3))
	window.Canvas().Capture()
	if end := w.renderer.hover.Size().Width; hoverStyle.Width(hoverStyle.Fit(w.renderer.hover.text, end-12)) > end {
		t.Error("long words reach out of the window")
	}
}

func TestKeysGoFromMarkToMark(t *testing.T) {
	w, _, asked := show(t, busy())
	w.RunUp = time.Second
	before := func(m int) time.Duration { return time.Duration(m)*minute - time.Second }
	for i, step := range []struct {
		id   string
		want time.Duration
	}{
		{keys.MarkNext, before(2)},
		{keys.MarkNext, before(6)},
		{keys.MarkNext, before(10)},
		{keys.MarkPrevious, before(6)},
		{keys.MarkPrevious, before(2)},
		{keys.MarkPrevious, before(2)},
		{keys.MarkNext, before(6)},
	} {
		w.Do(step.id)
		if got := last(t, asked); got != step.want {
			t.Fatalf("press %d of %s asks for %v, want %v", i, step.id, got, step.want)
		}
		w.SetPlayhead(w.Playhead() + 300*time.Millisecond) // it plays on meanwhile
	}
	w.SetPlayhead(30 * minute)
	w.Do(keys.MarkPrevious)
	if got := last(t, asked); got != before(25) {
		t.Errorf("from half an hour the mark before is at %v", got)
	}
	w.SetPlayhead(39 * minute)
	n := len(*asked)
	w.Do(keys.MarkNext)
	if len(*asked) != n {
		t.Error("after the last mark there is another one")
	}
}

// By the keys alone every moment with a mark is reached, in order, both ways.
func TestKeysReachEveryMark(t *testing.T) {
	w, _, asked := show(t, recording())
	w.RunUp = time.Second
	rapid.Check(t, func(t *rapid.T) {
		data := recording()
		data.Marks = nil
		at := time.Duration(0)
		var stops []time.Duration
		for range rapid.IntRange(0, 12).Draw(t, "marks") {
			at += time.Duration(rapid.SampledFrom([]int{0, 100, 900, 2500, 60000}).Draw(t, "gap")) * time.Millisecond
			data.Marks = append(data.Marks, Mark{At: at, Kind: Good})
			if s := max(at-time.Second, 0); s > 0 && (len(stops) == 0 || stops[len(stops)-1] != s) {
				stops = append(stops, s)
			}
		}
		w.SetData(data)
		*asked = nil
		for range stops {
			w.Do(keys.MarkNext)
			w.SetPlayhead(w.Playhead() + 50*time.Millisecond)
		}
		if fmt.Sprint(*asked) != fmt.Sprint(stops) {
			t.Fatalf("the marks are reached at %v, want %v", *asked, stops)
		}
		*asked = nil
		w.SetPlayhead(w.data.Length)
		for i := range stops {
			w.Do(keys.MarkPrevious)
			if want := stops[len(stops)-1-i]; (*asked)[len(*asked)-1] != want {
				t.Fatalf("going back step %d asks for %v, want %v", i, (*asked)[len(*asked)-1], want)
			}
		}
	})
}

func TestManySilencesDrawOnlyWhatCanBePointedAt(t *testing.T) {
	data := recording()
	data.Silences = nil
	for i := range 600 {
		from := time.Duration(i) * 4 * time.Second
		data.Silences = append(data.Silences, Span{from, from + 2*time.Second})
	}
	w, window, asked := show(t, data)
	window.Canvas().Capture()
	if n := len(w.renderer.marks.silences); n != 0 {
		t.Errorf("%d silences of less than a pixel are drawn as bars", n)
	}
	w.SetView(10*minute, 11*minute)
	window.Canvas().Capture()
	visible := 0
	for _, bar := range w.renderer.marks.silences {
		if bar.Visible() {
			visible++
		}
	}
	if visible != 15 {
		t.Errorf("%d silences are drawn in a minute that has 15", visible)
	}
	press(w, 5, marksTop+4)
	if got := last(t, asked); got != 10*minute {
		t.Errorf("the first one is heard from %v", got)
	}
}
