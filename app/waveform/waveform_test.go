package waveform

import (
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

const minute = time.Minute

func recording() Data {
	return Data{
		Length: 40 * minute,
		Columns: func(_, _ time.Duration, n int) []Column {
			out := make([]Column, n)
			for i := range out {
				out[i] = Column{Min: -20000, Max: 20000}
			}
			return out
		},
		Bands:    []Band{{0, 5 * minute, 0, "Clarify"}, {5 * minute, 9 * minute, 1, "Task"}, {9 * minute, 40 * minute, 2, "Architecture"}},
		Marks:    []Mark{{At: 10 * minute, Kind: "unclear", Label: "loss"}},
		Silences: []Span{{20 * minute, 22 * minute}},
		Losses:   []Span{{30 * minute, 31 * minute}},
	}
}

func show(t *testing.T, data Data) (*Waveform, fyne.Window, *[]time.Duration) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	w, asked := New(), &[]time.Duration{}
	w.OnSeek = func(to time.Duration) { *asked = append(*asked, to) }
	w.SetData(data)
	window := test.NewTempWindow(t, w)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(800, 120))
	return w, window, asked
}

func press(w *Waveform, x, y float32) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(x, y)
	w.MouseDown(ev)
}

func last(t *testing.T, asked *[]time.Duration) time.Duration {
	t.Helper()
	if len(*asked) == 0 {
		t.Fatal("nothing was asked for")
	}
	return (*asked)[len(*asked)-1]
}

func TestPressAndDragSeek(t *testing.T) {
	w, window, asked := show(t, recording())
	press(w, 200, 90)
	if got := last(t, asked); got != 10*minute {
		t.Errorf("a press at a quarter asks for %v, want 10 min", got)
	}
	if window.Canvas().Focused() != fyne.Focusable(w) {
		t.Error("a press does not take the keyboard")
	}
	ev := &fyne.DragEvent{}
	for x, want := range map[float32]time.Duration{400: 20 * minute, -50: 0, 900: 40 * minute} {
		ev.Position = fyne.NewPos(x, 90)
		w.Dragged(ev)
		if got := last(t, asked); got != want {
			t.Errorf("a drag to %g asks for %v, want %v", x, got, want)
		}
	}
}

func TestPressOnAMarkGoesToItsMoment(t *testing.T) {
	w, _, asked := show(t, recording())
	press(w, 204, marksTop+4)
	if got := last(t, asked); got != 10*minute {
		t.Errorf("asked for %v, want the mark's 10 min", got)
	}
	press(w, 204, waveTop+10)
	if got := last(t, asked); got == 10*minute {
		t.Error("a press on the sound jumped to the mark")
	}
}

func TestKeysSeek(t *testing.T) {
	w, _, asked := show(t, recording())
	w.SetPlayhead(6 * minute)
	for _, step := range []struct {
		id   string
		want time.Duration
	}{
		{keys.Forward5, 6*minute + 5*time.Second},
		{keys.Back5, 6 * minute},
		{keys.Forward30, 6*minute + 30*time.Second},
		{keys.Back30, 6 * minute},
		{keys.ReviewNext, 9 * minute},
		{keys.ReviewPrev, 5 * minute},
		{keys.ReviewPrev, 0},
		{keys.Back5, 0},
		{keys.ReviewFinish, 40 * minute},
		{keys.Forward30, 40 * minute},
		{keys.ReviewStart, 0},
	} {
		w.Do(step.id)
		if got := last(t, asked); got != step.want {
			t.Errorf("%s asks for %v, want %v", step.id, got, step.want)
		}
	}
	played := false
	w.OnPlayPause = func() { played = true }
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !played {
		t.Error("Space does not play")
	}
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := last(t, asked); got != 5*time.Second {
		t.Errorf("the right arrow asks for %v", got)
	}
}

// The playhead moves many times a second; the sound must not be asked for or
// drawn again for it.
func TestPlayheadMovesWithoutDrawingTheSoundAnew(t *testing.T) {
	data, asked := recording(), 0
	inner := data.Columns
	data.Columns = func(from, to time.Duration, n int) []Column { asked++; return inner(from, to, n) }
	w, window, _ := show(t, data)
	window.Canvas().Capture()
	before := asked
	if before < 2 { // once for the gain, once for the picture
		t.Fatal("the sound was never drawn")
	}
	for i := range 50 {
		w.SetPlayhead(time.Duration(i) * time.Second)
	}
	window.Canvas().Capture()
	if asked != before {
		t.Errorf("moving the playhead drew the sound %d times", asked-before)
	}
	if x := w.renderer.playhead.Position1.X; x < 16.3 || x > 16.4 {
		t.Errorf("at 0:49 of 40:00 the playhead is at %g of 800", x)
	}
	w.SetView(0, 10*minute)
	window.Canvas().Capture()
	if asked == before {
		t.Error("zooming did not draw the sound anew")
	}
}

func TestViewKeepsInsideTheRecording(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := time.Duration(rapid.Int64Range(1, int64(time.Hour)).Draw(t, "length"))
		from := time.Duration(rapid.Int64Range(-int64(time.Hour), int64(2*time.Hour)).Draw(t, "from"))
		span := time.Duration(rapid.Int64Range(0, int64(2*time.Hour)).Draw(t, "span"))
		a, b := clampView(from, from+span, length)
		if a < 0 || b > length || b-a < min(least, length) {
			t.Fatalf("view %v to %v of %v", a, b, length)
		}
		if inside := from >= 0 && from+span <= length && span >= min(least, length); inside && (a != from || b != from+span) {
			t.Fatalf("a view inside, %v to %v, became %v to %v", from, from+span, a, b)
		}
	})
}

func TestPixelsAndMomentsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := view{from: time.Duration(rapid.IntRange(0, 3600).Draw(t, "from")) * time.Second, width: 1000}
		v.to = v.from + time.Duration(rapid.IntRange(2, 3600).Draw(t, "span"))*time.Second
		x := float32(rapid.IntRange(0, 1000).Draw(t, "x"))
		if got := v.x(v.at(x)); got < x-0.5 || got > x+0.5 {
			t.Fatalf("%g became %g", x, got)
		}
	})
}

func TestZoomKeepsTheMomentUnderThePointer(t *testing.T) {
	w, _, _ := show(t, recording())
	at := w.view().at(600)
	w.Zoom(0.25, at)
	if from, to := w.View(); to-from != 10*minute {
		t.Fatalf("the view is %v long, want 10 min", to-from)
	}
	if x := w.view().x(at); x < 599 || x > 601 {
		t.Errorf("the moment moved from 600 to %g", x)
	}
	for range 20 {
		w.Zoom(0.1, at)
	}
	if from, to := w.View(); to-from != least {
		t.Errorf("zoomed in for good the view is %v, want %v", to-from, least)
	}
}

func TestCaptionSaysMomentPhaseMarkAndSilence(t *testing.T) {
	w, _, _ := show(t, recording())
	for at, want := range map[fyne.Position]string{
		{X: 100, Y: 90}:           "5:00  Task",
		{X: 202, Y: marksTop + 3}: "10:00  unclear: loss",
		{X: 410, Y: marksTop + 3}: "20:30  Architecture, silent for 2:00",
		{X: 410, Y: 90}:           "20:30  Architecture, silent for 2:00",
		{X: 610, Y: 90}:           "30:30  Architecture, no microphone for 1:00",
		{X: 500, Y: 90}:           "25:00  Architecture",
	} {
		if got := w.caption(at); got != want {
			t.Errorf("at %v it says %q, want %q", at, got, want)
		}
	}
}

func TestWithoutSoundItSaysSoAndStillSeeks(t *testing.T) {
	data := recording()
	data.Columns = nil
	w, window, asked := show(t, data)
	window.Canvas().Capture()
	if !w.renderer.empty.Visible() || w.renderer.empty.Text() != noSound {
		t.Error("it does not say that there is no sound")
	}
	press(w, 400, 90)
	if got := last(t, asked); got != 20*minute {
		t.Errorf("asked for %v", got)
	}
}

func TestPictureReachesAsFarAsTheSamples(t *testing.T) {
	ink := color.NRGBA{R: 255, A: 255}
	p := picture{gain: 1, width: 6, height: 101, bar: 1, step: 2, wave: ink, axis: color.NRGBA{B: 255, A: 255}}
	p.columns = []Column{{Min: 0, Max: 32767}, {Min: -32768, Max: 0}, {}}
	img := p.draw()
	red := func(x, y int) bool { r, _, _, _ := img.At(x, y).RGBA(); return r > 0 }
	if !red(0, 1) || red(0, 99) {
		t.Error("the loudest sample does not reach the top, or reaches below the middle")
	}
	if !red(2, 99) || red(2, 1) {
		t.Error("the lowest sample does not reach the bottom, or reaches above the middle")
	}
	if red(4, 50) || red(4, 49) {
		t.Error("silence has ink")
	}
	if red(1, 30) {
		t.Error("there is ink between bars")
	}
}

func TestQuietVoicesAreLiftedLoudOnesAreNot(t *testing.T) {
	if got := gainOf([]Column{{Min: -32768, Max: 32767}}); got != 1 {
		t.Errorf("a loud recording is scaled by %g", got)
	}
	if got := gainOf([]Column{{Min: -100, Max: 100}}); got != 8 {
		t.Errorf("a very quiet one by %g, want the limit of 8", got)
	}
	if got := gainOf([]Column{{}}); got != 8 {
		t.Errorf("silence is scaled by %g", got)
	}
}

func TestLayingOutAgainMakesNothingNew(t *testing.T) {
	w := New()
	window := test.NewTempWindow(t, w)
	window.Resize(fyne.NewSize(800, 200))
	w.SetData(Data{
		Length:   time.Minute,
		Bands:    []Band{{From: 0, To: time.Minute, Name: "Clarify"}},
		Marks:    []Mark{{At: 10 * time.Second, Kind: "good"}, {At: 20 * time.Second, Kind: "unclear"}, {At: 30 * time.Second}},
		Silences: []Span{{From: 5 * time.Second, To: 9 * time.Second}},
	})
	r := test.WidgetRenderer(w)
	before := r.Objects()
	r.Layout(w.Size())
	r.Refresh()
	after := r.Objects()
	if len(before) != len(after) {
		t.Fatalf("%d objects became %d", len(before), len(after))
	}
	for i := range before {
		if before[i] != after[i] {
			t.Errorf("object %d, a %T, was made anew: the toolkit would lay out and paint for ever", i, after[i])
		}
	}
}
