package gallery

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

// Pictures of the gallery are left where TALKTHROUGH_SHOTS points, to be looked
// at. Whatever the picture, it must be on the theme's own paper and have ink.
func TestGalleryIsDrawnInBothThemes(t *testing.T) {
	for name, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			app := test.NewTempApp(t)
			app.Settings().SetTheme(look.Theme{Mode: mode})
			canvas := software.NewCanvas()
			canvas.SetPadded(false)
			canvas.SetContent(look.NewStage(page()))
			size := fyne.NewSize(1280, 860)
			canvas.Resize(size)
			checkInk(t, looktest.Shoot(t, canvas, "gallery-"+name, size))
		})
	}
}

// checkInk counts colours: a page that failed to draw has a handful.
func checkInk(t *testing.T, picture image.Image) {
	t.Helper()
	seen := map[uint32]bool{}
	paper, canvas := 0, look.Color(look.Canvas)
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y += 2 {
		for x := box.Min.X; x < box.Max.X; x += 2 {
			r, g, b, _ := picture.At(x, y).RGBA()
			seen[r>>8<<16|g>>8<<8|b>>8] = true
			if uint8(r>>8) == canvas.R && uint8(g>>8) == canvas.G && uint8(b>>8) == canvas.B {
				paper++
			}
		}
	}
	if len(seen) < 200 {
		t.Errorf("only %d colours on the page", len(seen))
	}
	if paper < box.Dx()*box.Dy()/4/20 {
		t.Errorf("only %d of the page's pixels are its paper", paper)
	}
}
