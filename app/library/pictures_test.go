package library

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"talkthrough/internal/library"
)

// red is the top left pixel's share of red.
func red(img image.Image) uint32 {
	r, _, _, _ := img.At(img.Bounds().Min.X, img.Bounds().Min.Y).RGBA()
	return r
}

func TestCoversAreShownSmall(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, w, h int) string {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		for i := range img.Pix {
			img.Pix[i] = 0xff
		}
		img.Set(0, 0, color.RGBA{0xff, 0xff, 0xff, 0xff})
		var b bytes.Buffer
		must(t, png.Encode(&b, img))
		path := filepath.Join(folder, name)
		must(t, os.WriteFile(path, b.Bytes(), 0o600))
		return path
	}
	big := readPicture(wanted{picture: picture{cover: write("big.png", 1200, 1000)}})
	if big == nil || big.Bounds().Dx() > 2*library.ThumbnailWidth || big.Bounds().Dx() < library.ThumbnailWidth || red(big) == 0 {
		t.Errorf("a big cover became %v", big)
	}
	if got := readPicture(wanted{picture: picture{cover: write("small.png", 20, 10)}}); got == nil || got.Bounds().Dx() != 20 {
		t.Errorf("a small one became %v", got)
	}
	huge := write("huge.png", coverEdge+1, 1)
	rubbish := filepath.Join(folder, "rubbish.png")
	must(t, os.WriteFile(rubbish, []byte("no picture"), 0o600))
	for _, path := range []string{huge, rubbish, folder, filepath.Join(folder, "none")} {
		if got := readPicture(wanted{picture: picture{cover: path}}); got != nil {
			t.Errorf("%s became %v", path, got.Bounds())
		}
	}
}

// What is not asked for any more makes room; what is, stays.
func TestPicturesAreKeptUpToALimit(t *testing.T) {
	posted := make(chan func(), 10000)
	p := newPictures(func(f func()) { posted <- f })
	defer func() { p.close(); <-p.done }()
	name := func(i int) picture {
		return picture{cover: filepath.Join("/none", string(rune('a'+i%26)), string(rune('a'+i/26)))}
	}
	for i := range 3 * picturesKept {
		p.get(name(i), func() {})
		p.get(name(0), func() {})
	}
	if p.used.Len() != picturesKept || len(p.kept) != picturesKept {
		t.Errorf("%d and %d are kept", p.used.Len(), len(p.kept))
	}
	if _, ok := p.kept[wanted{picture: name(0)}]; !ok {
		t.Error("the one asked for all the time is gone")
	}
	if _, ok := p.kept[wanted{picture: name(1)}]; ok {
		t.Error("one that nobody asks for is kept")
	}
}
