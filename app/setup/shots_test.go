package setup

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/internal/question"
	"talkthrough/internal/sound"
)

// shoot keeps a picture of the window where TALKTHROUGH_SHOTS points.
func (d *desk) shoot(name string, size fyne.Size) {
	d.t.Helper()
	picture := d.window.Canvas().Capture()
	if got := picture.Bounds().Size(); got.X != int(size.Width) || got.Y != int(size.Height) {
		d.t.Fatalf("%s: the window is %v, want %v: the screen does not fit", name, got, size)
	}
	dir := os.Getenv("TALKTHROUGH_SHOTS")
	if dir == "" {
		return
	}
	file, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		d.t.Fatal(err)
	}
}

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			d := sit(t, bank(t), Choice{Question: question.Question{ID: "video-ranking"}}, newMicrophones(builtIn, yeti, speaker), mode, size)
			d.show()
			d.untilOpen("")
			d.hear("", sound.Level{Peak: -14, RMS: -24, PeakHold: -8})
			d.shoot(fmt.Sprintf("setup-%s-%.0f", word, size.Width), size)
			d.Leave()
			d = sit(t, bank(t), Choice{Question: question.Custom("Design a system that finds lost pets.")}, newMicrophones(), mode, size)
			d.show()
			d.until("no microphone is found", func() bool { return d.microphone.again.Visible() })
			d.shoot(fmt.Sprintf("setup-own-%s-%.0f", word, size.Width), size)
		}
	}
}
