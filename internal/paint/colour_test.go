package paint

import (
	"image/color"
	"testing"
)

func TestColoursAreRead(t *testing.T) {
	for css, want := range map[string]color.NRGBA{
		"#1e1e1e":              {0x1e, 0x1e, 0x1e, 255},
		"#F80":                 {0xff, 0x88, 0, 255},
		"#f808":                {0xff, 0x88, 0, 0x88},
		"#11223344":            {0x11, 0x22, 0x33, 0x44},
		"transparent":          {},
		" Red ":                {255, 0, 0, 255},
		"rgb(1, 2, 3)":         {1, 2, 3, 255},
		"rgba(255,0,0,0.5)":    {255, 0, 0, 128},
		"rgb(100% 0% 0% / 1)":  {255, 0, 0, 255},
		"rgba(300,-5,0,0.999)": {255, 0, 0, 255},
	} {
		if got, ok := parseColour(css); !ok || got != want {
			t.Errorf("%q is %v (%v), want %v", css, got, ok, want)
		}
	}
	for _, css := range []string{"", "#", "#12", "#ggg", "nonsense", "rgb()", "rgb(1,2", "rgb(NaN,0,0)", "#1234567", "#+12345"} {
		if got, ok := parseColour(css); ok {
			t.Errorf("%q is read as %v", css, got)
		}
	}
}

// The values on the right were worked out by hand from the CSS filters'
// definitions.
func TestDarkColoursKeepTheirHue(t *testing.T) {
	for _, c := range []struct{ light, dark color.NRGBA }{
		{rgb(0xffffff), rgb(0x121212)},
		{rgb(0x000000), rgb(0xededed)},
		{color.NRGBA{255, 255, 255, 9}, color.NRGBA{0x12, 0x12, 0x12, 9}},
	} {
		if got := darkened(c.light); got != c.dark {
			t.Errorf("%v becomes %v, want %v", c.light, got, c.dark)
		}
	}
	red := darkened(rgb(0xe03131))
	if red.R <= red.G || red.R <= red.B {
		t.Errorf("red becomes %v", red)
	}
}
