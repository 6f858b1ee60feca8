package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Name is the name of a colour of the palette.
type Name string

// The palette. Text and Muted can be read on Canvas, Surface and Raised; Faint
// is for what is only decoration. The colours of states (Recording, Ahead,
// Behind, Over) never stand alone: a word, a number or a shape goes with them.
const (
	Canvas    Name = "canvas"    // the window
	Surface   Name = "surface"   // panels and cards
	Raised    Name = "raised"    // menus and popovers
	Hairline  Name = "hairline"  // borders and rules
	Text      Name = "text"      // what is read
	Muted     Name = "muted"     // what is read second
	Faint     Name = "faint"     // decoration, disabled
	Accent    Name = "accent"    // the one accent
	OnAccent  Name = "onAccent"  // text on an area of Accent
	Recording Name = "recording" // recording, danger
	Ahead     Name = "ahead"     // time: well within the plan
	Behind    Name = "behind"    // time: nearly used up
	Over      Name = "over"      // time: used up
)

var light = map[Name]color.NRGBA{
	Canvas:    rgb(0xF7F7F5),
	Surface:   rgb(0xFFFFFF),
	Raised:    rgb(0xFFFFFF),
	Hairline:  rgb(0xE4E4E0),
	Text:      rgb(0x1F2328),
	Muted:     rgb(0x636C76),
	Faint:     rgb(0x9AA1A9),
	Accent:    rgb(0x4F5BD5),
	OnAccent:  rgb(0xFFFFFF),
	Recording: rgb(0xD92D20),
	Ahead:     rgb(0x2F9E44),
	Behind:    rgb(0xE8890C),
	Over:      rgb(0xD92D20),
}

var dark = map[Name]color.NRGBA{
	Canvas:    rgb(0x17181A),
	Surface:   rgb(0x1F2124),
	Raised:    rgb(0x26292D),
	Hairline:  rgb(0x33363B),
	Text:      rgb(0xE8EAED),
	Muted:     rgb(0xA0A7B0),
	Faint:     rgb(0x6C737C),
	Accent:    rgb(0x8C96F5),
	OnAccent:  rgb(0x17181A),
	Recording: rgb(0xF97066),
	Ahead:     rgb(0x51CF66),
	Behind:    rgb(0xFFB454),
	Over:      rgb(0xF97066),
}

// Phases is how many phase hues there are.
const Phases = 8

var phaseHues = [Phases]color.NRGBA{
	rgb(0x4C6EF5), rgb(0x15AABF), rgb(0x12B886), rgb(0x82C91E),
	rgb(0xFAB005), rgb(0xFD7E14), rgb(0xE64980), rgb(0x7950F2),
}

// Color returns a colour of the palette in the variant now shown. An unknown
// name is transparent.
func Color(name Name) color.NRGBA { return palette(Variant())[name] }

// Soft returns a colour of the palette made see-through, for washes behind
// text; strength is 0 to 1.
func Soft(name Name, strength float32) color.NRGBA { return Fade(Color(name), strength) }

// Fade returns c with its opacity multiplied by strength (0 to 1).
func Fade(c color.NRGBA, strength float32) color.NRGBA {
	c.A = uint8(float32(c.A)*min(max(strength, 0), 1) + 0.5)
	return c
}

// PhaseHue returns the hue of phase i, counted from 0, in the variant now
// shown. Numbers outside 0 to 7 wrap round.
func PhaseHue(i int) color.NRGBA {
	c := phaseHues[((i%Phases)+Phases)%Phases]
	if Variant() == theme.VariantDark {
		return shade(c, 0.85)
	}
	return c
}

// Variant returns the variant now shown: the theme's own when it is forced,
// otherwise the system's.
func Variant() fyne.ThemeVariant {
	app := fyne.CurrentApp()
	if app == nil {
		return theme.VariantLight
	}
	settings := app.Settings()
	if t, ok := settings.Theme().(Theme); ok {
		return t.variant(settings.ThemeVariant())
	}
	return settings.ThemeVariant()
}

func palette(v fyne.ThemeVariant) map[Name]color.NRGBA {
	if v == theme.VariantDark {
		return dark
	}
	return light
}

// shade takes light away from c, keeping its hue.
func shade(c color.NRGBA, light float32) color.NRGBA {
	channel := func(v uint8) uint8 { return uint8(float32(v)*light + 0.5) }
	return color.NRGBA{R: channel(c.R), G: channel(c.G), B: channel(c.B), A: c.A}
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
