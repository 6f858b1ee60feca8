// Package looktest is what the tests of screens share.
package looktest

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

// Shoot returns a picture of c, which must be of that size: a screen whose
// content needs more makes it larger. For people, the picture is kept as a PNG
// of that name in the folder that TALKTHROUGH_SHOTS names, if it names one.
func Shoot(t *testing.T, c fyne.Canvas, name string, size fyne.Size) image.Image {
	t.Helper()
	picture := c.Capture()
	if got := picture.Bounds().Size(); got.X != int(size.Width) || got.Y != int(size.Height) {
		t.Fatalf("%s: the window is %v, want %v: the screen does not fit", name, got, size)
	}
	dir := os.Getenv("TALKTHROUGH_SHOTS")
	if dir == "" {
		return picture
	}
	file, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
	return picture
}
