package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which variant is shown.
type Mode int

// System follows the desktop's setting; Light and Dark force one.
const (
	System Mode = iota
	Light
	Dark
)

// Theme is Talkthrough's look for the toolkit's own widgets. The zero value
// follows the system and is ready to use.
type Theme struct {
	// Mode forces light or dark.
	Mode Mode
	// TextScale multiplies every text size; 0 means 1.
	TextScale float32
}

var _ fyne.Theme = Theme{}

// Color returns the colour the toolkit asks for.
func (t Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	v := t.variant(system)
	p := palette(v)
	if own, ok := p[Name(name)]; ok { // our own names, for tinted icons
		return own
	}
	if token, ok := themeColors[name]; ok {
		return p[token]
	}
	ink := p[Text]
	switch name {
	case theme.ColorNameInputBorder:
		// The toolkit draws this line over nothing, which darkens it.
		if v == theme.VariantDark {
			return blend(p[Surface], ink, 0.30)
		}
		return p[Hairline]
	case theme.ColorNameButton:
		return blend(p[Surface], ink, 0.055)
	case theme.ColorNameDisabledButton:
		return blend(p[Surface], ink, 0.03)
	case theme.ColorNameHover:
		return Fade(ink, 0.055)
	case theme.ColorNamePressed:
		return Fade(ink, 0.11)
	case theme.ColorNameFocus:
		return Fade(p[Accent], 0.22)
	case theme.ColorNameSelection:
		return Fade(p[Accent], 0.20)
	case theme.ColorNameScrollBar:
		return Fade(ink, 0.22)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		if v == theme.VariantDark {
			return color.NRGBA{A: 0x66}
		}
		return color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x24}
	}
	return theme.DefaultTheme().Color(name, v)
}

var themeColors = map[fyne.ThemeColorName]Name{
	theme.ColorNameBackground:                Canvas,
	theme.ColorNameForeground:                Text,
	theme.ColorNameDisabled:                  Faint,
	theme.ColorNamePlaceHolder:               Muted,
	theme.ColorNamePrimary:                   Accent,
	theme.ColorNameHyperlink:                 Accent,
	theme.ColorNameForegroundOnPrimary:       OnAccent,
	theme.ColorNameForegroundOnError:         OnAccent,
	theme.ColorNameForegroundOnSuccess:       OnAccent,
	theme.ColorNameForegroundOnWarning:       OnAccent,
	theme.ColorNameError:                     Recording,
	theme.ColorNameSuccess:                   Ahead,
	theme.ColorNameWarning:                   Behind,
	theme.ColorNameHeaderBackground:          Canvas,
	theme.ColorNameInputBackground:           Surface,
	theme.ColorNameMenuBackground:            Raised,
	theme.ColorNameOverlayBackground:         Raised,
	theme.ColorNameSeparator:                 Hairline,
	theme.ColorNameInnerWindowBorder:         Hairline,
	theme.ColorNameInnerWindowBorderInactive: Hairline,
}

var themeSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            Space4,
	theme.SizeNameInnerPadding:       7,
	theme.SizeNameLineSpacing:        Space4,
	theme.SizeNameInlineIcon:         IconSize,
	theme.SizeNameScrollBar:          8,
	theme.SizeNameScrollBarSmall:     3,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        RadiusControl,
	theme.SizeNameButtonRadius:       RadiusControl,
	theme.SizeNameSelectionRadius:    RadiusChip,
	theme.SizeNameMenuRadius:         RadiusChip,
	theme.SizeNamePopupRadius:        RadiusCard,
	theme.SizeNameCardRadius:         RadiusCard,
	theme.SizeNameDialogRadius:       RadiusCard,
	theme.SizeNameModalBlurRadius:    0,
}

var textSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           14,
	theme.SizeNameCaptionText:    12,
	theme.SizeNameSubHeadingText: 16,
	theme.SizeNameHeadingText:    20,
}

// Size returns the size the toolkit asks for.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := textSizes[name]; ok {
		return size * t.textScale()
	}
	if size, ok := themeSizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

// Icon returns this program's drawing for the toolkit's icon where there is
// one, so that menus and selects carry the same family.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if own, ok := themeIcons[name]; ok {
		return Icon(own)
	}
	return theme.DefaultTheme().Icon(name)
}

func (t Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

func (t Theme) textScale() float32 {
	if t.TextScale <= 0 {
		return 1
	}
	return t.TextScale
}

// textScale is the factor of the theme now in use.
func textScale() float32 {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(Theme); ok {
			return t.textScale()
		}
	}
	return 1
}

// blend lays over on under at the given strength and returns an opaque colour.
func blend(under, over color.NRGBA, strength float32) color.NRGBA {
	mix := func(u, o uint8) uint8 { return uint8(float32(u)*(1-strength) + float32(o)*strength + 0.5) }
	return color.NRGBA{R: mix(under.R, over.R), G: mix(under.G, over.G), B: mix(under.B, over.B), A: 0xFF}
}
