package chartview

import (
	"image"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/chart"
)

// inks counts the colours of a picture.
func inks(img image.Image) map[color.Color]int {
	count := map[color.Color]int{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if _, _, _, a := img.At(x, y).RGBA(); a == 0xffff {
				count[img.At(x, y)]++
			}
		}
	}
	return count
}

func TestAChartIsPaintedForItsThemeAndOnlyAnew(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{Mode: look.Light})
	scene := chart.Minutes([]chart.Phase{{Name: "Clarify", Colour: "#4c6ef5", Planned: time.Minute, Spent: time.Minute / 2}}, time.Minute)
	v := New(scene)
	if m := v.MinSize(); m.Width < 500 || m.Width > chart.Width+1 || m.Height < 20 || m.Height > 40 {
		t.Errorf("one row needs %v", m)
	}
	v.Resize(v.MinSize())
	w, h := int(v.Size().Width), int(v.Size().Height)
	light := v.generate(w, h)
	blue := color.RGBA{0x4c, 0x6e, 0xf5, 0xff}
	if n := inks(light)[blue]; n < 700 { // 166 by 7 without the edges
		t.Errorf("%d pixels of the bar", n)
	}
	if v.generate(w, h) != light {
		t.Error("painted twice")
	}
	app.Settings().SetTheme(look.Theme{Mode: look.Dark})
	if dark := v.generate(w, h); inks(dark)[color.RGBA{0x1f, 0x23, 0x28, 0xff}] != 0 || len(inks(dark)) == 0 {
		t.Error("the words are black in the dark")
	}
	v.SetScene(chart.Shares(nil))
	if got := v.generate(w, h); len(inks(got)) != 0 {
		t.Error("what was shown is still there")
	}
}
