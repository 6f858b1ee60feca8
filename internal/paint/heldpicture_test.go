package paint

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

func TestAPictureHeldSmallerIsTheSameToTheEye(t *testing.T) {
	s := new(sketch)
	e := s.image(0, 0, 160, 120, `{"fileId":"x"}`)
	whole := NewPicture(quarters(640, 480), "", nil)
	small := NewPictureWithin(quarters(640, 480), 640*480/16)
	if w, h := small.Size(); w != 160 || h != 120 {
		t.Fatalf("held with %d×%d pixels", w, h)
	}
	a := Board([]*board.Element{e}, ExportOptions{Padding: -1, Pictures: func(string) *Picture { return whole }})
	z := Board([]*board.Element{e}, ExportOptions{Padding: -1, Pictures: func(string) *Picture { return small }})
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(z.Pix[i]); d > 3 || d < -3 {
			t.Fatalf("byte %d is %d whole and %d small", i, a.Pix[i], z.Pix[i])
		}
	}
}

// Any kind of picture, of odd sizes too, is halved as its pixels say.
func TestHalvingByStripsIsHalving(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 9).Draw(t, "w"), rapid.IntRange(1, 9).Draw(t, "h")
		img := image.NewRGBA(image.Rect(3, 4, 3+w, 4+h))
		for i := range img.Pix {
			img.Pix[i] = rapid.Byte().Draw(t, "v")
		}
		flat := image.NewRGBA(image.Rect(0, 0, w, h))
		copy(flat.Pix, img.Pix)
		if got, want := stripped(img), halved(flat); !bytes.Equal(got.Pix, want.Pix) || got.Rect != want.Rect {
			t.Fatalf("got %v %v, want %v %v", got.Rect, got.Pix, want.Rect, want.Pix)
		}
	})
}

func TestAPictureIsHalvedUntilNothingIsLeftToHalve(t *testing.T) {
	p := NewPictureWithin(quarters(5, 3), 1<<20)
	for _, want := range []int{15, 6, 2, 1, 1} {
		if got := p.Pixels(); got != want {
			t.Fatalf("%d pixels, want %d", got, want)
		}
		p = p.Smaller()
	}
	if p := NewPictureWithin(quarters(100, 1), 0); p.Pixels() != 1 {
		t.Errorf("with no room %d pixels are held", p.Pixels())
	}
}

func TestAPictureThatCannotBeShownSaysWhatItIs(t *testing.T) {
	s := new(sketch)
	e := s.image(0, 0, 160, 60, `{"fileId":"x"}`)
	e.Angle = 0.3
	show := func(p *Picture) *image.RGBA {
		return Board([]*board.Element{e}, ExportOptions{Pictures: func(string) *Picture { return p }})
	}
	none, said, other := show(nil), show(NewUnseen("SVG picture", "", nil)), show(NewUnseen("picture is missing", "", nil))
	if bytes.Equal(none.Pix, said.Pix) || bytes.Equal(said.Pix, other.Pix) {
		t.Error("the words are not painted")
	}
	dark := color.RGBA{0x6b, 0x6b, 0x6b, 255}
	found := false
	for y := range said.Rect.Dy() {
		for x := range said.Rect.Dx() {
			found = found || said.RGBAAt(x, y) == dark
		}
	}
	if !found {
		t.Error("no letter is as dark as it should be")
	}
	var svg bytes.Buffer
	if err := SVG(&svg, []*board.Element{e}, ExportOptions{Pictures: func(string) *Picture { return NewUnseen("x", "", nil) }}); err != nil || bytes.Contains(svg.Bytes(), []byte("<image")) {
		t.Errorf("the SVG holds a picture: %v", err)
	}
	tiny := s.image(0, 0, 3, 2, `{"fileId":"x"}`)
	Board([]*board.Element{tiny}, ExportOptions{Pictures: func(string) *Picture { return NewUnseen("words", "", nil) }})
}

// An upright picture is painted row by row: every pixel must be what the way for
// all pictures makes of it.
func TestARowOfAnUprightPictureIsItsPixels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		img := image.NewRGBA(image.Rect(0, 0, rapid.IntRange(1, 6).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")))
		for i := 0; i < len(img.Pix); i += 4 {
			a := rapid.Byte().Draw(t, "alpha")
			for c := range 3 {
				img.Pix[i+c] = uint8(rapid.IntRange(0, int(a)).Draw(t, "colour"))
			}
			img.Pix[i+3] = a
		}
		length := rapid.Float64Range(-3, 3)
		s := sampler{img: img, from: affine{XX: length.Draw(t, "xx"), X0: length.Draw(t, "x0"), YY: length.Draw(t, "yy"), Y0: length.Draw(t, "y0")}}
		opacity := uint32(rapid.SampledFrom([]int{255, 254, 100, 1}).Draw(t, "opacity"))
		under := rapid.SliceOfN(rapid.Byte(), 40, 40).Draw(t, "under")
		x, y := rapid.IntRange(-4, 9).Draw(t, "x"), rapid.IntRange(-4, 9).Draw(t, "y")
		got, want := bytes.Clone(under), bytes.Clone(under)
		s.row(got, x, y, opacity)
		for i := 0; i < len(want); i += 4 {
			c := s.at(x+i/4, y)
			keep := 255 - div255(c[3]*opacity)
			for j := range c {
				want[i+j] = uint8(min(div255(c[j]*opacity)+div255(uint32(want[i+j])*keep), 255))
			}
		}
		if !bytes.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func BenchmarkDrawPicture(b *testing.B) {
	p := NewPictureWithin(quarters(4000, 3000), 1<<30)
	e := board.NewImage("x", 600, 450)
	painter := Painter{Pictures: func(string) *Picture { return p }}
	dst := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	b.ReportAllocs()
	for b.Loop() {
		painter.Draw(dst, dst.Rect, []*board.Element{e}, View{Zoom: 1}, Light)
	}
}
