package look

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func dress(t *testing.T, mode Mode) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme{Mode: mode})
	return app
}

func TestRunningClockStandsStill(t *testing.T) {
	dress(t, Light)
	width := NewLabel("00:00", Clock).MinSize().Width
	for _, s := range []string{"11:11", "14:47", "59:58"} {
		if got := NewLabel(s, Clock).MinSize().Width; got != width {
			t.Errorf("%s is %g wide, 00:00 is %g", s, got, width)
		}
	}
}

func TestCutTextFits(t *testing.T) {
	dress(t, Light)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[A-Za-z ]{0,40}`).Draw(t, "text")
		width := float32(rapid.IntRange(0, 300).Draw(t, "width"))
		got := Body.Fit(text, width)
		if got != "" && Body.Width(got) > width {
			t.Fatalf("%q is wider than %g", got, width)
		}
		if Body.Width(text) <= width && got != text {
			t.Fatalf("%q was cut though it fits", text)
		}
		if got != text && got != "" && !strings.HasPrefix(text, strings.TrimSuffix(got, "…")) {
			t.Fatalf("%q is not the beginning of %q", got, text)
		}
	})
}

func TestParagraphKeepsItsWordsAndItsWidth(t *testing.T) {
	dress(t, Light)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zé/]{1,9}|[a-z/-]{30,90}`), 1, 30).Draw(t, "words")
		width := float32(rapid.IntRange(80, 500).Draw(t, "width"))
		p := NewParagraph(strings.Join(words, " "), Body)
		p.Resize(fyne.NewSize(width, 10))
		squeezed := strings.ReplaceAll(strings.Join(p.lines, ""), " ", "")
		if squeezed != strings.Join(words, "") {
			t.Fatalf("words %v became %v", words, p.lines)
		}
		for _, line := range p.lines {
			if Body.Width(line) > width {
				t.Fatalf("%q is wider than %g", line, width)
			}
		}
		if got := p.MinSize().Height; got < float32(len(p.lines))*Body.Height() {
			t.Fatalf("%d lines in a height of %g", len(p.lines), got)
		}
	})
}

func TestTextFollowsTheTheme(t *testing.T) {
	app := dress(t, Light)
	label := NewLabel("Clarify", Body)
	window := test.NewTempWindow(t, label)
	window.Resize(fyne.NewSize(200, 60))
	colour := func() any { return test.WidgetRenderer(label).Objects()[0].(*canvas.Text).Color }
	if got := colour(); got != light[Text] {
		t.Fatalf("in light it is %v", got)
	}
	app.Settings().SetTheme(Theme{Mode: Dark})
	label.Refresh()
	if got := colour(); got != dark[Text] {
		t.Errorf("in dark it is %v, want %v", got, dark[Text])
	}
}

func TestTitlesInAnyScriptKeepTheirFallbackFonts(t *testing.T) {
	if mediumFor("Video ranking … – “ok”") == nil {
		t.Error("Latin text lost its medium weight")
	}
	if mediumFor("推薦") != nil {
		t.Error("Chinese was given a font without its letters")
	}
}

func TestTimeIsWrittenAsRead(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0:00", 67 * time.Second: "1:07", 62*time.Minute + 30*time.Second: "1:02:30",
		-90 * time.Second: "−1:30", -400 * time.Millisecond: "0:00", 59999 * time.Millisecond: "0:59",
	} {
		if got := Time(d); got != want {
			t.Errorf("%v is written %q, want %q", d, got, want)
		}
	}
}

func TestPlannedMinutesAreWrittenShort(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0", 5 * time.Minute: "5", 60 * time.Minute: "60", 4*time.Minute + 30*time.Second: "4:30",
	} {
		if got := Minutes(d); got != want {
			t.Errorf("%v is written %q, want %q", d, got, want)
		}
	}
}
