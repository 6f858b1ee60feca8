package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"talkthrough/assets"
)

var (
	regular  = fyne.NewStaticResource("Inter-Regular.otf", assets.InterRegular)
	medium   = fyne.NewStaticResource("Inter-Medium.otf", assets.InterMedium)
	semibold = fyne.NewStaticResource("Inter-SemiBold.otf", assets.InterSemiBold)
	mono     = fyne.NewStaticResource("CascadiaCode-Regular.ttf", assets.Mono)
)

// Font returns Inter, or Cascadia Code for monospaced text. There is no italic
// cut: the upright stands in, so that emphasis is by weight alone.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Monospace:
		return mono
	case style.Bold:
		return semibold
	}
	return regular
}

// mediumFor returns the medium cut when it has every letter of s, otherwise nil
// for the theme's own font: a font named directly has no fallbacks, and a
// question's title may be in any script.
func mediumFor(s string) fyne.Resource {
	for _, r := range s {
		latin, punctuation := r >= 0x20 && r < 0x250, r >= 0x2010 && r <= 0x2026
		if !latin && !punctuation && r != '−' {
			return nil
		}
	}
	return medium
}
