package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Borderless returns content in which entries have no border, for a text area
// that fills a panel, and no ground but the panel's: the caret says that it has the keyboard.
func Borderless(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(content, borderless{})
}

// borderless is the app's theme as it stands, less the border.
type borderless struct{ Theme }

// Color follows the app's own theme, whatever mode it is in. The ground is the
// panel's: painting it twice takes a fifth of a frame without a graphics card.
func (borderless) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		return color.Transparent
	}
	return fyne.CurrentApp().Settings().Theme().Color(name, v)
}

// Size leaves the border away.
func (borderless) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameInputBorder {
		return 0
	}
	return fyne.CurrentApp().Settings().Theme().Size(name)
}
