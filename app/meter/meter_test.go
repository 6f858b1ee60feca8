package meter

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
)

func show(t *testing.T) (*Meter, *renderer) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Light})
	m := New()
	m.Resize(fyne.NewSize(111, 10)) // a scale of 100 within edges, gap and lamp
	return m, test.TempWidgetRenderer(t, m).(*renderer)
}

func TestLevelsMapToTheScale(t *testing.T) {
	for db, want := range map[float64]float32{
		math.Inf(-1): 0, -90: 0, -60: 0, -30: 0.5, -15: 0.75, 0: 1, 6: 1,
	} {
		if got := share(db); got != want {
			t.Errorf("%g dBFS is at %g, want %g", db, got, want)
		}
	}
	if share(math.NaN()) != 0 {
		t.Error("not a number is not silence")
	}
}

func TestBarsShowPeakAverageAndHold(t *testing.T) {
	m, r := show(t)
	m.Set(-15, -30, -12, false)
	if got := r.peak.Size().Width; math.Abs(float64(got-75)) > 0.01 {
		t.Errorf("a peak of −15 is %g wide, want 75 of 100", got)
	}
	if got := r.rms.Size().Width; math.Abs(float64(got-50)) > 0.01 {
		t.Errorf("an average of −30 is %g wide, want 50 of 100", got)
	}
	if got := r.hold.Position().X; math.Abs(float64(got-(1+98*0.8))) > 0.01 {
		t.Errorf("a hold of −12 stands at %g", got)
	}
	if r.hot.Visible() {
		t.Error("the warning shows below −9 dBFS")
	}
	m.Set(-3, -30, -3, false)
	if !r.hot.Visible() || r.hot.FillColor != look.Color(look.Behind) {
		t.Error("the warning does not show above −9 dBFS")
	}
	m.Set(math.Inf(-1), math.Inf(-1), math.Inf(-1), false)
	if r.peak.Visible() || r.rms.Visible() || r.hold.Visible() {
		t.Error("silence shows a bar")
	}
}

func TestClipLampStaysLitUntilCleared(t *testing.T) {
	m, r := show(t)
	m.Set(0, -6, 0, true)
	m.Set(-40, -50, 0, false)
	if !m.Clipped() || r.lamp.FillColor != look.Color(look.Recording) {
		t.Fatal("the lamp went out by itself")
	}
	test.Tap(m)
	if m.Clipped() || r.lamp.FillColor == look.Color(look.Recording) {
		t.Error("a tap does not put the lamp out")
	}
}

// Set runs thirty times a second for three quarters of an hour.
func TestUnchangedLevelsCostNothing(t *testing.T) {
	m, _ := show(t)
	m.Set(-20, -30, -18, false)
	if n := testing.AllocsPerRun(100, func() { m.Set(-20, -30, -18, false) }); n != 0 {
		t.Errorf("%g allocations for a level that did not change", n)
	}
}

func TestLargeMeterKeepsItsScaleInside(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: look.Dark})
	m := NewLarge()
	r := test.TempWidgetRenderer(t, m).(*renderer)
	m.Resize(m.MinSize())
	for _, l := range r.scale {
		if l.Position().X < 0 || l.Position().X+l.Size().Width > m.Size().Width {
			t.Errorf("%s lies outside", l.Text())
		}
	}
}
