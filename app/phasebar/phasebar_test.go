package phasebar

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/look"
)

func phases() []Segment {
	return []Segment{
		{Name: "Clarify", Short: "Clar", Planned: 5 * time.Minute, Spent: 5*time.Minute + 32*time.Second},
		{Name: "Task", Short: "Task", Planned: 4 * time.Minute, Spent: 3*time.Minute + 30*time.Second, Current: true},
		{Name: "Architecture", Short: "Arch", Planned: 4 * time.Minute},
		{Name: "Experiment", Short: "Exp", Planned: 2 * time.Minute},
	}
}

func show(t *testing.T, width float32) (*Bar, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	bar := New()
	bar.Set(phases())
	window := test.NewTempWindow(t, bar)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(width, 44))
	return bar, window
}

func TestTapGoesToThePhaseUnderThePointer(t *testing.T) {
	bar, window := show(t, 906) // 15 minutes in 900 units: 60 a minute, and three gaps
	got := -1
	bar.OnTapped = func(i int) { got = i }
	for x, want := range map[float32]int{1: 0, 298: 0, 304: 1, 540: 1, 546: 2, 782: 2, 790: 3, 904: 3} {
		got = -1
		test.TapCanvas(window.Canvas(), fyne.NewPos(x, 20))
		if got != want {
			t.Errorf("a tap at %g went to %d, want %d", x, got, want)
		}
	}
}

// A warm-up is one phase alone; another takes its place once the interview goes
// there.
func TestAPhaseWithoutMinutesIsLeftOut(t *testing.T) {
	bar, window := show(t, 902)
	segments := phases()
	for i := range segments {
		segments[i].Current, segments[i].Spent, segments[i].Planned = i == 1, 0, 0
	}
	segments[1].Planned = 5 * time.Minute
	bar.Set(segments)
	got := -1
	bar.OnTapped = func(i int) { got = i }
	tap := func(x float32, want int) {
		t.Helper()
		got = -1
		if test.TapCanvas(window.Canvas(), fyne.NewPos(x, 20)); got != want {
			t.Errorf("a tap at %g went to %d, want %d", x, got, want)
		}
	}
	for _, x := range []float32{1, 450, 900} {
		tap(x, 1)
	}
	segments[1].Current, segments[1].Spent = false, time.Minute
	segments[3].Current = true
	bar.Set(segments)
	tap(1, 1)
	tap(900, 3)
	segments[1].Current, segments[3].Current, segments[3].Spent = true, false, 4*time.Second
	bar.Set(segments)
	tap(900, 3) // what was spent there stays
	if w := wording(segments[3], 3, 200, false, false); w.time != "0:04" {
		t.Errorf("a phase that was not planned says %q, want what was spent alone", w.time)
	}
}

func TestWidthsAreTheMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.SliceOfN(rapid.IntRange(1, 15), 1, 10).Draw(t, "minutes")
		width := float32(rapid.IntRange(300, 2000).Draw(t, "width"))
		planned, total := make([]time.Duration, len(minutes)), 0
		for i, m := range minutes {
			planned[i] = time.Duration(m) * time.Minute
			total += m
		}
		out := spans(planned, width)
		end := float32(-gap)
		for i, s := range out {
			if d := s.x - end - gap; d > 0.01 || d < -0.01 {
				t.Fatalf("segment %d begins at %g, the one before ends at %g", i, s.x, end)
			}
			want := (width - gap*float32(len(out)-1)) * float32(minutes[i]) / float32(total)
			if d := s.width - want; d > 0.1 || d < -0.1 {
				t.Fatalf("segment %d of %d minutes is %g wide, want %g", i, minutes[i], s.width, want)
			}
			end = s.x + s.width
		}
		if end > width+0.1 {
			t.Fatalf("the strip ends at %g of %g", end, width)
		}
	})
}

func TestWordsNeverOverflow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(phases()).Draw(t, "segment")
		width := float32(rapid.IntRange(4, 300).Draw(t, "width"))
		style := nameStyle
		if s.Current {
			style = currentStyle
		}
		w := wording(s, 2, width, lightOf(s) != waiting, false)
		need := style.Width(w.name)
		if w.time != "" {
			need += timeStyle.Width(w.time)
		}
		if w.signed {
			need += signSize
		}
		if w.time != "" || w.signed {
			need += 8 + 8 + 8 // at both ends, and between the name and the rest
		}
		if w.name != "" && need > width {
			t.Fatalf("%+v needs %g of %g", w, need, width)
		}
	})
}

func TestNarrowSegmentsAbbreviate(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	s := Segment{Name: "Experiment", Short: "Exp", Planned: 3 * time.Minute}
	for width, want := range map[float32]words{
		200: {name: "Experiment", time: "3"},
		82:  {name: "Exp", time: "3"},
		60:  {name: "Exp", time: "3"},
		36:  {name: "Exp"},
		18:  {name: "7"},
		6:   {},
	} {
		if got := wording(s, 6, width, false, false); got != want {
			t.Errorf("%g wide: %+v, want %+v", width, got, want)
		}
	}
	if got := wording(s, 6, 200, false, true); got.time != "" {
		t.Errorf("the compact strip says %q", got.time)
	}
}

func TestLightsHaveWordsAndLimits(t *testing.T) {
	s := Segment{Planned: 100 * time.Second, Current: true}
	words := map[string]bool{}
	for spent, want := range map[time.Duration]light{
		0: onTime, time.Second: onTime, 84 * time.Second: onTime, 85 * time.Second: nearly, 99 * time.Second: nearly, 100 * time.Second: over,
	} {
		s.Spent = spent
		got := lightOf(s)
		if got != want {
			t.Errorf("after %v of 100 s the light is %d, want %d", spent, got, want)
		}
		words[got.word(s)] = true
	}
	if len(words) != 3 {
		t.Errorf("three lights share the words %v", words)
	}
}

func TestSegmentsSayWhatTheyAreInTheirTooltip(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	bar := New()
	bar.Key = func(i int) string { return []string{"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"}[i] }
	bar.Set(phases())
	if got := bar.parts[0].Hint(); got != (look.Hint{Name: "Clarify  5:32 of 5:00, over by 0:32", Key: "Ctrl+1"}) {
		t.Errorf("got %+v", got)
	}
}

func TestFillIsTheShareSpent(t *testing.T) {
	bar, _ := show(t, 906)
	r := test.WidgetRenderer(bar.parts[1]).(*partRenderer)
	if got := r.fill.Size().Width / r.track.Size().Width; got < 0.874 || got > 0.876 {
		t.Errorf("3:30 of 4:00 fills %g", got)
	}
	next := phases()
	next[1].Spent = 2 * time.Minute
	bar.Set(next)
	if got := r.fill.Size().Width / r.track.Size().Width; got != 0.5 {
		t.Errorf("2:00 of 4:00 fills %g", got)
	}
}

// What is over and done with is not to be worried about: only the current phase
// has a light.
func TestOnlyTheCurrentPhaseHasALight(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for spent, word := range map[time.Duration]string{
		0: "not begun", 30 * time.Second: "begun", time.Minute: "done", 100 * time.Second: "done", 132 * time.Second: "over by 0:32",
	} {
		s := Segment{Name: "Data", Planned: 100 * time.Second, Spent: spent}
		l := lightOf(s)
		if got := l.word(s); got != word {
			t.Errorf("after %v of 100 s, and left, it is %q, want %q", spent, got, word)
		}
		if l == nearly || l == over || l.tint() == look.Over || l.tint() == look.Behind {
			t.Errorf("after %v, and left, its light is %d", spent, l)
		}
	}
}

func TestNewMinutesGiveNewWidths(t *testing.T) {
	bar, window := show(t, 906)
	segments := phases()
	segments[0].Planned, segments[3].Planned = 6*time.Minute, time.Minute
	bar.Set(segments)
	if got := bar.parts[0].Size().Width; got != 360 {
		t.Errorf("6 of 15 minutes are %g of 900 wide", got)
	}
	if got := bar.parts[3].Size().Width; got < 59.9 || got > 60.1 {
		t.Errorf("1 of 15 minutes is %g of 900 wide", got)
	}
	tapped := -1
	bar.OnTapped = func(i int) { tapped = i }
	test.TapCanvas(window.Canvas(), fyne.NewPos(350, 20))
	if tapped != 0 {
		t.Errorf("a tap in the widened phase went to %d", tapped)
	}
}
