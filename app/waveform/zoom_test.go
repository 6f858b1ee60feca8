package waveform

import (
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
)

func TestKeysZoomAtThePlayhead(t *testing.T) {
	w, _, _ := show(t, recording())
	w.SetPlayhead(30 * minute)
	w.Do(keys.WaveIn)
	w.Do(keys.WaveIn)
	if from, to := w.View(); to-from != 10*minute || !w.visible(30*minute) {
		t.Errorf("two presses show %v to %v", from, to)
	}
	if x := w.view().x(30 * minute); x < 599 || x > 601 {
		t.Errorf("the playhead moved to %v", x)
	}
	for range 20 {
		w.Do(keys.WaveIn)
	}
	if from, to := w.View(); to-from != 5*time.Second {
		t.Errorf("the least that is shown is %v", to-from)
	}
	w.Do(keys.WaveOut)
	if from, to := w.View(); to-from != 10*time.Second {
		t.Errorf("a press back shows %v", to-from)
	}
	w.Do(keys.WaveAll)
	if from, to := w.View(); from != 0 || to != 40*minute {
		t.Errorf("the whole is %v to %v", from, to)
	}
}

func TestTheViewFollowsThePlayheadUntilTheUserLooksElsewhere(t *testing.T) {
	w, _, asked := show(t, recording())
	w.SetView(0, minute)
	for at := time.Duration(0); at < 3*minute; at += 50 * time.Millisecond {
		w.SetPlayhead(at)
		if !w.visible(at) {
			from, to := w.View()
			t.Fatalf("at %v the view is %v to %v", at, from, to)
		}
	}
	w.SetView(20*minute, 21*minute)
	w.SetPlayhead(3*minute + time.Second)
	if from, _ := w.View(); from != 20*minute {
		t.Errorf("the view was taken away to %v", from)
	}
	w.Do(keys.Forward5)
	if at := last(t, asked); !w.visible(at) {
		from, _ := w.View()
		t.Errorf("after a jump to %v the view begins at %v", at, from)
	}
}

func TestTheOverviewShowsAndMovesTheView(t *testing.T) {
	w, window, asked := show(t, recording())
	high := w.Size().Height
	if w.renderer.overview.visible.Visible() {
		t.Error("unzoomed there is an overview")
	}
	press(w, 400, high-2)
	if len(*asked) != 1 {
		t.Error("unzoomed, a press at the bottom does not seek")
	}
	w.SetView(10*minute, 20*minute)
	window.Canvas().Capture()
	part := w.renderer.overview.visible
	if !part.Visible() || part.Position().X != 200 || part.Size().Width != 200 {
		t.Errorf("a quarter from a quarter on lies at %v, %v wide", part.Position().X, part.Size().Width)
	}
	before := len(*asked)
	press(w, 600, high-2)
	if from, to := w.View(); from != 25*minute || to != 35*minute {
		t.Errorf("a press at three quarters shows %v to %v", from, to)
	}
	ev := &fyne.DragEvent{}
	ev.Position = fyne.NewPos(0, 40) // off the strip, still held
	w.Dragged(ev)
	w.DragEnd()
	if from, _ := w.View(); from != 0 {
		t.Errorf("dragged to the left end the view begins at %v", from)
	}
	if len(*asked) != before {
		t.Error("moving the view moved the playhead")
	}
	ev.Position = fyne.NewPos(400, 80)
	w.Dragged(ev)
	if len(*asked) == before {
		t.Error("after the strip was let go a drag does not seek")
	}
}

func TestMoreOfTheSameRecordingLeavesTheViewAlone(t *testing.T) {
	w, _, _ := show(t, recording())
	w.SetPlayhead(12 * minute)
	w.SetView(10*minute, 20*minute)
	data := recording()
	data.Silences = nil
	w.Renew(data)
	if from, to := w.View(); from != 10*minute || to != 20*minute || w.Playhead() != 12*minute {
		t.Errorf("the view is %v to %v, the playhead at %v", from, to, w.Playhead())
	}
	w.SetNote("Reading the sound, 3 %")
	if e := w.renderer.empty; !e.Visible() || e.Text() != "Reading the sound, 3 %" {
		t.Errorf("it says %q", e.Text())
	}
	w.SetNote("")
	if w.renderer.empty.Visible() {
		t.Error("it still says something")
	}
}

func TestTheLabelAtThePointerFollowsTheView(t *testing.T) {
	w, _, _ := show(t, recording())
	ev := &desktop.MouseEvent{}
	ev.Position = fyne.NewPos(400, 90)
	w.MouseMoved(ev)
	w.SetView(30*minute, 40*minute)
	if got := w.renderer.hover.text; got != "35:00  Architecture" {
		t.Errorf("in the middle of 30 to 40 minutes it says %q", got)
	}
	w.MouseOut()
	w.SetView(0, 10*minute)
	if w.renderer.hover.Visible() {
		t.Error("without a pointer there is a label")
	}
}

func TestTenthsAreSaidWhereTheyCanBePointedAt(t *testing.T) {
	w, _, _ := show(t, Data{Length: 40 * minute, Silences: []Span{{10 * time.Second, 10500 * time.Millisecond}}})
	w.SetView(8*time.Second, 16*time.Second)
	if got := w.caption(fyne.NewPos(220, 90)); got != "0:10.2, silent for 0.5 s" {
		t.Errorf("it says %q", got)
	}
}

func TestTheRMSIsDrawnWithinThePeaks(t *testing.T) {
	ink, pale := color.NRGBA{R: 255, A: 255}, color.NRGBA{G: 255, A: 255}
	p := picture{gain: 1, width: 4, height: 101, bar: 1, step: 2, wave: ink, peaks: pale, shaded: true}
	p.columns = []Column{{Min: -32767, Max: 32767, RMS: 16384}, {Min: -9000, Max: 9000}}
	img := p.draw()
	for y, want := range map[int]color.NRGBA{2: pale, 20: pale, 30: ink, 50: ink, 70: ink, 80: pale, 98: pale} {
		if got := color.NRGBAModel.Convert(img.At(0, y)); got != want {
			t.Errorf("row %d is %v, want %v", y, got, want)
		}
	}
	if !measured(p.columns) || measured([]Column{{Min: -3, Max: 3}}) {
		t.Error("whether the RMS is known is told wrongly")
	}
	p.shaded = false
	if got := color.NRGBAModel.Convert(p.draw().At(0, 2)); got != ink {
		t.Errorf("before the RMS is known the peaks are %v", got)
	}
}

func TestSilencesAndLossesLieBehindTheSound(t *testing.T) {
	w, _, _ := show(t, recording())
	img := w.renderer.picture(400, 80)
	ground := img.At(20, 1)
	if silent := img.At(205, 1); silent == ground {
		t.Error("a silence cannot be seen")
	}
	stripes := map[bool]int{}
	for y := range 30 {
		stripes[img.At(305, y) == ground]++
	}
	if stripes[true] == 0 || stripes[false] == 0 {
		t.Errorf("a loss is not hatched: %v", stripes)
	}
}

// However spans lie to the pixels, as much is shaded as there is.
func TestCoverageKeepsTheArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := view{from: time.Duration(rapid.IntRange(0, 1000).Draw(t, "from")) * time.Second, width: 100}
		v.to = v.from + time.Duration(rapid.IntRange(5, 2400).Draw(t, "span"))*time.Second
		width := rapid.IntRange(1, 500).Draw(t, "width")
		var spans []Span
		at, inside := time.Duration(0), 0.0
		for range rapid.IntRange(0, 50).Draw(t, "n") {
			s := Span{From: at + time.Duration(rapid.IntRange(1, 60000).Draw(t, "gap"))*time.Millisecond}
			s.To = s.From + time.Duration(rapid.IntRange(1, 60000).Draw(t, "length"))*time.Millisecond
			spans, at = append(spans, s), s.To
			inside += max(0, (min(s.To, v.to) - max(s.From, v.from)).Seconds())
		}
		sum := 0.0
		for _, c := range coverage(spans, v, width) {
			if c < 0 || c > 1+1e-9 {
				t.Fatalf("a pixel is covered %v times", c)
			}
			sum += c
		}
		if got := sum * (v.to - v.from).Seconds() / float64(width); math.Abs(got-inside) > 1e-6*(1+inside) {
			t.Fatalf("%v s are shaded, want %v", got, inside)
		}
	})
}
