package boardfile

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

func TestFitsEveryWindow(t *testing.T) {
	small, usual, large := fyne.NewSize(1024, 640), fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range map[look.Mode][]fyne.Size{look.Light: {small, usual, large}, look.Dark: {usual}}[mode] {
			shot := func(name string, b *bench) {
				looktest.Shoot(t, b.Canvas, fmt.Sprintf("boardfile-%s-%s-%.0f", name, word, size.Width), size)
				if popup := b.Canvas.Overlays().Top(); popup.MinSize().Width > size.Width || popup.MinSize().Height > size.Height {
					t.Errorf("%s needs %v", name, popup.MinSize())
				}
			}
			b := sit(t, mode, size)
			names := []string{"sub/", "pictures/", "Feed ranking.excalidraw.png", "a very long name that a person has given to a drawing of a whole system and all of its parts and then some.excalidraw"}
			for i := range 30 {
				names = append(names, fmt.Sprintf("board %02d.excalidraw", i))
			}
			dir := tree(t, names...)
			remember(b.Preferences, "/home/someone/Downloads")
			b.asking(dir, Opens)
			b.press(fyne.KeyDown, fyne.KeyDown)
			shot("open", b)
			b.press(fyne.KeyEscape)
			o := b.saving(Saving{Dir: dir, Picture: true, Selected: []string{red}})
			o.what.choose(0)
			o.ground.choose(1)
			o.painted()
			shot("export", b)
			b.press(fyne.KeyEscape)
			o = b.saving(Saving{Dir: tree(t, "Video ranking.excalidraw")})
			b.press(fyne.KeyReturn)
			o.settled()
			shot("save", b)
		}
	}
}

func TestThePanelFits(t *testing.T) {
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		b := sit(t, mode, fyne.NewSize(1024, 640))
		p := b.palette(shelved(t, map[string]string{"Systems": boxes, "Aged": oldBoxes}))
		b.until("the parts are painted", func() bool {
			return len(p.panel.cards) == 3 && p.panel.cards[2].picture.Image.Bounds().Dx() > 1
		})
		looktest.Shoot(t, b.Canvas, "boardfile-panel-"+word, fyne.NewSize(1024, 640))
	}
}
