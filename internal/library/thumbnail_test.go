package library

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/session"
)

func picture(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	must(t, err)
	return img
}

// ink counts the pixels that differ from the corner's.
func ink(img image.Image) int {
	n := 0
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.At(x, y) != img.At(b.Min.X, b.Min.Y) {
				n++
			}
		}
	}
	return n
}

func TestThumbnailsAreMadeOnceAndAgainWhenTheBoardChanged(t *testing.T) {
	root := t.TempDir()
	f := session.Folder{Dir: plantAttempt(t, root, attempt{name: "a", board: "Kafka", started: day(1), length: time.Minute})}
	light, err := Thumbnail(f, false)
	must(t, err)
	dark, err := Thumbnail(f, true)
	must(t, err)
	a, b := picture(t, light), picture(t, dark)
	if a.Bounds() != image.Rect(0, 0, ThumbnailWidth, ThumbnailHeight) || ink(a) < 50 || ink(b) < 50 || a.At(0, 0) == b.At(0, 0) {
		t.Errorf("%v with %d and %d pixels of ink on %v and %v", a.Bounds(), ink(a), ink(b), a.At(0, 0), b.At(0, 0))
	}
	if info, _ := os.Stat(light); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	mark := []byte("kept")
	must(t, os.WriteFile(light, mark, 0o600))
	if path, err := Thumbnail(f, false); err != nil || path != light || string(read1(t, light)) != "kept" {
		t.Errorf("one that is newer than the journal was made again: %v", err)
	}
	later := time.Now().Add(time.Minute)
	must(t, os.Chtimes(f.Journal(), later, later))
	if _, err := Thumbnail(f, false); err != nil || string(read1(t, light)) == "kept" {
		t.Errorf("it was not made again for a journal that is newer: %v", err)
	}
	must(t, os.Remove(light))
	if _, err := Thumbnail(f, false); err != nil || ink(picture(t, light)) < 50 {
		t.Errorf("deleted, it did not come again: %v", err)
	}
	// A thumbnail is no change of the attempt.
	c := refreshed(t, root)
	must(t, os.Remove(light))
	_, err = Thumbnail(f, false)
	must(t, err)
	must(t, c.Refresh(t.Context(), func() { t.Error("the thumbnail counts as news") }))
}

func read1(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

func TestNoThumbnailOfNothing(t *testing.T) {
	root := t.TempDir()
	empty := plantAttempt(t, root, attempt{name: "a", notes: "n", started: day(1), length: time.Minute})
	if path, err := Thumbnail(session.Folder{Dir: empty}, false); err != nil || path != "" {
		t.Errorf("an empty board: %q, %v", path, err)
	}
	none := filepath.Join(root, "none")
	if _, err := Thumbnail(session.Folder{Dir: none}, false); err == nil || !strings.Contains(err.Error(), none) {
		t.Errorf("no journal: %v", err)
	}
}
