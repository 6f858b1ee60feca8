package paint

import (
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden images anew; look at each before keeping it")

// TestGolden compares paintings with images that were looked at. Rounding may
// differ a little between processors.
func TestGolden(t *testing.T) {
	notes := sampleOptions()
	darkNotes := notes
	darkNotes.Dark = true
	page := PageContent{
		Title: "Design a video ranking system", Subtitle: "Senior · 45 minutes · 23 November 2026",
		Prompt: "We run a short-video app. Design the system that ranks the videos, from the data to how you would know that it works.",
		Notes:  sampleNotes, Board: design(), Options: NotesOptions{Scale: 0.4, PhaseOf: notes.PhaseOf, PhaseNames: notes.PhaseNames},
	}
	for name, paint := range map[string]func() *image.RGBA{
		"design":      func() *image.RGBA { return Board(design(), ExportOptions{}) },
		"design-dark": func() *image.RGBA { return Board(design(), ExportOptions{Dark: true}) },
		"gallery":     func() *image.RGBA { return Board(gallery(), ExportOptions{}) },
		"artist":      func() *image.RGBA { return Board(handDrawn(1), ExportOptions{}) },
		"cartoonist":  func() *image.RGBA { return Board(handDrawn(2), ExportOptions{}) },
		"pictures":    func() *image.RGBA { return Board(album(), ExportOptions{Pictures: somePictures()}) },
		"notes":       func() *image.RGBA { return Notes(sampleNotes, notes) },
		"notes-dark":  func() *image.RGBA { return Notes(sampleNotes, darkNotes) },
		"page":        func() *image.RGBA { return Page(page) },
		"paper": func() *image.RGBA {
			dst := image.NewRGBA(image.Rect(0, 0, 240, 160))
			Paper(dst, image.Rect(0, 0, 120, 80), View{X: 3, Y: 5, Zoom: 1}, Light)
			Paper(dst, image.Rect(120, 0, 240, 80), View{Zoom: 2}, Dark)
			Paper(dst, image.Rect(0, 80, 120, 160), View{Zoom: 0.7}, Light)
			Paper(dst, image.Rect(120, 80, 240, 160), View{Zoom: 0.1}, Dark)
			return dst
		},
	} {
		t.Run(name, func(t *testing.T) {
			compare(t, name, paint())
		})
	}
}

// compare fails where got is not the golden image of that name.
func compare(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		writePNG(t, path, got)
	}
	want := readPNG(t, path)
	if got.Rect != want.Rect {
		t.Fatalf("image is %v, want %v", got.Rect, want.Rect)
	}
	far := 0
	for i := range got.Pix {
		if d := int(got.Pix[i]) - int(want.Pix[i]); d > 6 || d < -6 {
			far++
		}
	}
	if far > len(got.Pix)/5000 {
		t.Errorf("%d of %d values differ from %s", far, len(got.Pix), path)
	}
}

func writePNG(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func readPNG(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out
}
