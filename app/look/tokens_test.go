package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// contrast is the ratio of WCAG 2.2 between two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	l, m := luminance(a), luminance(b)
	return (max(l, m) + 0.05) / (min(l, m) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestTextCanBeRead(t *testing.T) {
	if got := contrast(rgb(0x000000), rgb(0xFFFFFF)); math.Abs(got-21) > 0.01 {
		t.Fatalf("black on white is %.2f, want 21", got)
	}
	for name, p := range map[string]map[Name]color.NRGBA{"light": light, "dark": dark} {
		for _, ink := range []Name{Text, Muted, Accent, Recording} {
			for _, ground := range []Name{Canvas, Surface, Raised} {
				if got := contrast(p[ink], p[ground]); got < 4.5 {
					t.Errorf("%s: %s on %s is %.2f:1, want 4.5", name, ink, ground, got)
				}
			}
		}
		if got := contrast(p[OnAccent], p[Accent]); got < 4.5 {
			t.Errorf("%s: text on accent is %.2f:1, want 4.5", name, got)
		}
	}
}

// A chosen row, a hovered row and a chip wash the ground a little; what stands
// on them must stay readable.
func TestTextCanBeReadOnWashes(t *testing.T) {
	for name, p := range map[string]map[Name]color.NRGBA{"light": light, "dark": dark} {
		for wash, ground := range map[string]color.NRGBA{
			"selected": blend(p[Surface], p[Accent], 0.12),
			"hovered":  blend(p[Surface], p[Text], 0.06),
		} {
			for _, ink := range []Name{Text, Muted} {
				if got := contrast(p[ink], ground); got < 4.5 {
					t.Errorf("%s: %s on a %s row is %.2f:1, want 4.5", name, ink, wash, got)
				}
			}
		}
		for i, hue := range phaseHues {
			if got := contrast(p[Text], blend(p[Canvas], hue, 0.26)); got < 4.5 {
				t.Errorf("%s: text on the band of phase %d is %.2f:1, want 4.5", name, i+1, got)
			}
		}
	}
}

func TestEveryTokenIsInBothPalettes(t *testing.T) {
	if len(light) != len(dark) {
		t.Fatalf("%d light and %d dark colours", len(light), len(dark))
	}
	for name, c := range light {
		if d, ok := dark[name]; !ok || c.A != 0xFF || d.A != 0xFF {
			t.Errorf("%s is missing or see-through", name)
		}
	}
}

func TestVariantFollowsTheSystemUnlessForced(t *testing.T) {
	app := test.NewTempApp(t)
	for mode, want := range map[Mode]fyne.ThemeVariant{
		System: app.Settings().ThemeVariant(), Light: theme.VariantLight, Dark: theme.VariantDark,
	} {
		app.Settings().SetTheme(Theme{Mode: mode})
		if got := Variant(); got != want {
			t.Errorf("mode %d shows variant %d, want %d", mode, got, want)
		}
	}
	app.Settings().SetTheme(Theme{Mode: Dark})
	if Color(Canvas) != dark[Canvas] {
		t.Error("a forced dark theme still gives light colours")
	}
}

func TestPhaseHuesWrapAndDim(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme{Mode: Light})
	bright := PhaseHue(0)
	if bright != rgb(0x4C6EF5) || PhaseHue(8) != bright || PhaseHue(-8) != bright {
		t.Errorf("hues 0, 8, -8: %v %v %v", bright, PhaseHue(8), PhaseHue(-8))
	}
	app.Settings().SetTheme(Theme{Mode: Dark})
	if luminance(PhaseHue(0)) >= luminance(bright) {
		t.Error("the dark hue is not dimmer")
	}
}

// Whatever the toolkit asks for, in either variant, is answered from the
// palette: none of its own blues and greys.
func TestToolkitColoursComeFromThePalette(t *testing.T) {
	test.NewTempApp(t)
	for name, token := range themeColors {
		for v, p := range map[fyne.ThemeVariant]map[Name]color.NRGBA{theme.VariantLight: light, theme.VariantDark: dark} {
			if got := (Theme{}).Color(name, v); got != p[token] {
				t.Errorf("%s in variant %d is %v, want %s", name, v, got, token)
			}
		}
	}
}

func TestTextScaleReachesTheToolkitAndOurText(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme{})
	before := Body.Height()
	app.Settings().SetTheme(Theme{TextScale: 1.5})
	if got := (Theme{TextScale: 1.5}).Size(theme.SizeNameText); got != 21 {
		t.Errorf("the toolkit's text is %g, want 21", got)
	}
	if Body.Height() < before*1.3 {
		t.Errorf("a line is %g high, was %g", Body.Height(), before)
	}
}
