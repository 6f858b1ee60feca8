package paint

import (
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"talkthrough/internal/board"
)

// quarters is a picture of four colours: red, green, blue and half transparent
// black, left to right, top to bottom.
func quarters(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(5, 7, 5+w, 7+h))
	for y := range h {
		for x := range w {
			c := [4]color.NRGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {0, 0, 0, 128}}[2*(2*y/h)+2*x/w]
			img.SetNRGBA(5+x, 7+y, c)
		}
	}
	return img
}

func somePictures() Pictures {
	pic := NewPicture(quarters(64, 48), "", nil)
	return func(id string) *Picture {
		if id == "quarters" {
			return pic
		}
		return nil
	}
}

func (s *sketch) image(x, y, w, h float64, extra string) *board.Element {
	return s.add(board.Image, x, y, w, h, func(e *board.Element) {
		from := new(board.Element)
		if err := json.Unmarshal([]byte(`{"id":"x","type":"image",`+extra[1:]), from); err != nil {
			panic(err)
		}
		e.FileID, e.Scale, e.Crop = from.FileID, from.Scale, from.Crop
	})
}

// pictured shows pictures in the ways there are.
func pictured() []*board.Element {
	var s sketch
	s.image(0, 0, 80, 60, `{"fileId":"quarters","scale":[1,1]}`)
	s.image(100, 0, 80, 60, `{"fileId":"quarters","scale":[-1,1]}`)
	s.image(200, 0, 80, 60, `{"fileId":"quarters","crop":{"x":0,"y":0,"width":100,"height":75,"naturalWidth":200,"naturalHeight":150}}`)
	s.image(0, 90, 80, 60, `{"fileId":"quarters"}`).Angle = 0.5
	s.image(100, 90, 80, 60, `{"fileId":"quarters"}`).Opacity = 40
	s.image(200, 90, 80, 60, `{"fileId":"nowhere"}`)
	rounded := s.image(300, 0, 80, 60, `{"fileId":"quarters"}`)
	rounded.Roundness = &board.Roundness{Type: 3}
	return s.elements
}

// album is pictures above, a frame and cylinders below.
func album() []*board.Element {
	s := sketch{elements: pictured()}
	for _, e := range framed() {
		e.Y += 140
		s.elements = append(s.elements, e)
	}
	for i := range 3 {
		s.add(board.Cylinder, 180+float64(i)*90, 190, 70, 80, filled("#a5d8ff", func(e *board.Element) {
			e.Roughness, e.Seed, e.Angle = i, int64(i), 0.2*float64(i)
		}))
	}
	return s.elements
}

func shotWith(elements []*board.Element, w, h int, th Theme) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	flood(dst, dst.Rect, rgb(0xFFFFFF))
	p := Painter{Pictures: somePictures()}
	p.Draw(dst, dst.Rect, elements, View{Zoom: 1}, th)
	return dst
}

// TestPicturesLieAsTheElementSays reads the colours in the middle of the four
// quarters: r, g, b, or k for the half transparent black.
func TestPicturesLieAsTheElementSays(t *testing.T) {
	for extra, want := range map[string]string{
		`{"fileId":"quarters"}`:                 "rgbk",
		`{"fileId":"quarters","scale":[-1,1]}`:  "grkb",
		`{"fileId":"quarters","scale":[1,-1]}`:  "bkrg",
		`{"fileId":"quarters","scale":[-1,-1]}`: "kbgr",
		`{"fileId":"quarters","crop":{"x":100,"y":0,"width":100,"height":50,"naturalWidth":200,"naturalHeight":100}}`:               "gggg",
		`{"fileId":"quarters","crop":{"x":0,"y":25,"width":100,"height":50,"naturalWidth":200,"naturalHeight":100}}`:                "rrbb",
		`{"fileId":"quarters","scale":[1,-1],"crop":{"x":0,"y":25,"width":100,"height":50,"naturalWidth":200,"naturalHeight":100}}`: "bbrr",
		`{"fileId":"quarters","crop":{"x":0,"y":0,"width":0,"height":50}}`:                                                          "rgbk",
	} {
		for _, th := range []Theme{Light, Dark} { // pictures are not inverted
			var s sketch
			s.image(10, 10, 200, 100, extra)
			img := shotWith(s.elements, 220, 120, th)
			got := ""
			for _, at := range []image.Point{{60, 35}, {160, 35}, {60, 85}, {160, 85}} {
				got += name(img.RGBAAt(at.X, at.Y))
			}
			if got != want {
				t.Errorf("%s is %s, want %s", extra, got, want)
			}
		}
	}
}

func name(c color.RGBA) string {
	switch c {
	case color.RGBA{255, 0, 0, 255}:
		return "r"
	case color.RGBA{0, 255, 0, 255}:
		return "g"
	case color.RGBA{0, 0, 255, 255}:
		return "b"
	case color.RGBA{127, 127, 127, 255}:
		return "k"
	}
	return fmt.Sprint(c)
}

func TestATurnedPictureIsTurnedClockwise(t *testing.T) {
	var s sketch
	s.image(10, 10, 80, 80, `{"fileId":"quarters"}`).Angle = math.Pi / 2
	img := shotWith(s.elements, 100, 100, Light)
	got := name(img.RGBAAt(30, 30)) + name(img.RGBAAt(70, 30)) + name(img.RGBAAt(30, 70)) + name(img.RGBAAt(70, 70))
	if got != "brkg" {
		t.Errorf("quarters are %s, want brkg", got)
	}
}

// TestASmallPictureIsTheMean: shrunk to a few pixels, a checkered picture is
// grey everywhere, not whichever pixel happened to be hit.
func TestASmallPictureIsTheMean(t *testing.T) {
	checks := image.NewGray(image.Rect(0, 0, 512, 512))
	for i := range checks.Pix {
		checks.Pix[i] = uint8(255 * ((i + i/512) % 2))
	}
	pic := NewPicture(checks, "", nil)
	var s sketch
	s.image(0, 0, 16, 16, `{"fileId":"x"}`)
	dst := image.NewRGBA(image.Rect(0, 0, 16, 16))
	p := Painter{Pictures: func(string) *Picture { return pic }}
	p.Draw(dst, dst.Rect, s.elements, View{Zoom: 1}, Light)
	for i := 0; i < len(dst.Pix); i += 4 {
		if v := dst.Pix[i]; v < 120 || v > 136 {
			t.Fatalf("pixel %d is %d", i/4, v)
		}
	}
}

func TestAPictureThatArrivesIsShown(t *testing.T) {
	var s sketch
	s.image(0, 0, 40, 40, `{"fileId":"late"}`)
	var found *Picture
	p := Painter{Pictures: func(string) *Picture { return found }}
	dst := image.NewRGBA(image.Rect(0, 0, 40, 40))
	p.Draw(dst, dst.Rect, s.elements, View{Zoom: 1}, Light)
	if c := dst.RGBAAt(10, 20); c.R != 0xe7 || c.G != 0xe7 {
		t.Errorf("a missing picture is %v, want grey", c)
	}
	if c := dst.RGBAAt(20, 20); c.R >= 0xe7 {
		t.Errorf("no cross in the middle: %v", c)
	}
	found = NewPicture(quarters(8, 8), "", nil)
	p.Draw(dst, dst.Rect, s.elements, View{Zoom: 1}, Light)
	if c := name(dst.RGBAAt(10, 10)); c != "r" {
		t.Errorf("the picture is not shown: %s", c)
	}
}
