package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"talkthrough/assets/icons"
)

// Icon returns the icon of that name in the colour of text. It follows the
// theme wherever the toolkit draws it: in menus, buttons and images.
func Icon(name IconName) fyne.Resource { return IconIn(name, Text) }

// IconIn returns the icon of that name in a colour of the palette.
func IconIn(name IconName, tint Name) fyne.Resource { return tinted{icon: name, tint: tint} }

// NewIcon returns an icon to stand beside words, in a colour of the palette.
func NewIcon(name IconName, tint Name) *canvas.Image {
	image := canvas.NewImageFromResource(IconIn(name, tint))
	image.SetMinSize(fyne.NewSquareSize(IconSize))
	return image
}

// AppIcon returns the application's icon, 512 pixels square.
func AppIcon() fyne.Resource { return fyne.NewStaticResource("talkthrough.png", icons.App) }

// tinted is an icon drawn in whatever its colour is at the moment of drawing.
type tinted struct {
	icon IconName
	tint Name
}

var _ fyne.ThemedResource = tinted{}

// Name tells drawings in different colours apart, because the toolkit caches by
// it. The variant is part of it for the same reason.
func (r tinted) Name() string {
	return fmt.Sprintf("%s-%s-%d.svg", r.icon, r.tint, Variant())
}

// Content returns the SVG. An icon that is not there is an empty drawing; a
// test holds that every named icon is.
func (r tinted) Content() []byte {
	out, err := icons.Outline(string(r.icon), hex(Color(r.tint)))
	if err != nil {
		fyne.LogError("draw icon", err)
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>`)
	}
	return out
}

// ThemeColorName lets the toolkit's buttons recognise a themed icon.
func (r tinted) ThemeColorName() fyne.ThemeColorName {
	if r.tint == Text {
		return theme.ColorNameForeground
	}
	return fyne.ThemeColorName(r.tint)
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// IconNames lists the whole family, for a sheet of it.
func IconNames() []IconName {
	names := icons.Names()
	out := make([]IconName, len(names))
	for i, n := range names {
		out[i] = IconName(n)
	}
	return out
}
