package today

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/internal/question"
)

// shoot keeps a picture of the screen where TALKTHROUGH_SHOTS points.
func shoot(t *testing.T, name string, screen *Screen, size fyne.Size) {
	t.Helper()
	window := open(t, screen, size)
	picture := window.Canvas().Capture()
	if got := picture.Bounds().Size(); got.X != int(size.Width) || got.Y != int(size.Height) {
		t.Fatalf("%s: the window is %v, want %v: the screen does not fit", name, got, size)
	}
	dir := os.Getenv("TALKTHROUGH_SHOTS")
	if dir == "" {
		return
	}
	file, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			first := fresh(t, Actions{}, mode)
			first.Show(nil, question.Bank{Questions: builtIn(t)}, nil)
			shoot(t, fmt.Sprintf("today-first-%s-%.0f", word, size.Width), first, size)
			full := fresh(t, Actions{}, mode)
			full.Show(everyState(), brokenBank(t), nil)
			shoot(t, fmt.Sprintf("today-%s-%.0f", word, size.Width), full, size)
		}
	}
}
