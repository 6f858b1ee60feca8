package paint

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"image"
	"image/draw"
	"image/png"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

func pngOf(t *testing.T, scene []*board.Element, o ExportOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePNG(&b, scene, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// decoded is what any other program reads.
func decoded(t *testing.T, data []byte) *image.NRGBA {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewNRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out
}

func TestPNGInBandsHasThePixelsOfTheWhole(t *testing.T) {
	for name, c := range map[string]struct {
		scene []*board.Element
		o     ExportOptions
	}{
		"one band":    {design()[:2], ExportOptions{}},
		"many bands":  {design(), ExportOptions{Scale: 3.3}},
		"dark":        {handDrawn(2), ExportOptions{Scale: 2, Dark: true}},
		"transparent": {append(gallery(), design()...), ExportOptions{Scale: 2, Transparent: true}},
		"pictures":    {append(framed(), pictured()...), ExportOptions{Scale: 2, Pictures: somePictures()}},
		"empty":       {nil, ExportOptions{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := decoded(t, pngOf(t, c.scene, c.o))
			var whole bytes.Buffer
			if err := png.Encode(&whole, Board(c.scene, c.o)); err != nil {
				t.Fatal(err)
			}
			if want := decoded(t, whole.Bytes()); got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("pixels differ from those of Board (%v, %v)", got.Rect, want.Rect)
			}
		})
	}
}

func TestPNGMetadataIsTheLastChunkButOne(t *testing.T) {
	data := pngOf(t, design(), ExportOptions{Metadata: []byte("keyword\x00text")})
	tail := data[len(data)-12-12-len("keyword\x00text"):]
	if n := binary.BigEndian.Uint32(tail); n != uint32(len("keyword\x00text")) || string(tail[4:8]) != "tEXt" || !strings.HasPrefix(string(tail[8:]), "keyword\x00text") {
		t.Errorf("the file ends in %q", tail)
	}
	decoded(t, data) // and the checksums are right
}

// TestPNGOfAnySizeTakesLittleMemory: 30,000 by 30,000 pixels are 3.6 GB.
func TestPNGOfAnySizeTakesLittleMemory(t *testing.T) {
	var s sketch
	s.add(board.Rectangle, 0, 0, 160, 80, filled("#a5d8ff", nil))
	s.add(board.Ellipse, 2820, 2900, 160, 80, filled("#b2f2bb", nil))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var out counting
	if err := WritePNG(&out, s.elements, ExportOptions{Scale: 10}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if w, h := binary.BigEndian.Uint32(out.head[16:]), binary.BigEndian.Uint32(out.head[20:]); w < 29_000 || h < 29_000 {
		t.Fatalf("image is %d by %d", w, h)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 160<<20 {
		t.Errorf("%d MB allocated in all", n>>20)
	}
	if out.n > 20<<20 {
		t.Errorf("the file has %d MB", out.n>>20)
	}
}

// counting keeps the first bytes and the number of all.
type counting struct {
	head []byte
	n    int
}

func (c *counting) Write(p []byte) (int, error) {
	if len(c.head) < 64 {
		c.head = append(c.head, p...)
	}
	c.n += len(p)
	return len(p), nil
}

func TestPNGRefusesWhatCannotBeDrawn(t *testing.T) {
	err := WritePNG(io.Discard, design(), ExportOptions{Scale: 1e5})
	if err == nil || !strings.Contains(err.Error(), "smaller scale") {
		t.Errorf("error %v", err)
	}
}

// TestPNGStopsWhenTheWriterFails, and leaves no goroutine behind: a bubble does
// not end before all that were started in it have.
func TestPNGStopsWhenTheWriterFails(t *testing.T) {
	full := errors.New("disk full")
	for range 20 {
		synctest.Test(t, func(t *testing.T) {
			if err := WritePNG(failing{full}, design(), ExportOptions{Scale: 4}); !errors.Is(err, full) {
				t.Fatalf("error %v", err)
			}
		})
	}
}

func TestChecksumsOfPartsMakeThatOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum, all := adler{a: 1}, []byte{}
		for range rapid.IntRange(0, 6).Draw(t, "parts") {
			part := bytes.Repeat(rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(t, "part"), rapid.IntRange(0, 5000).Draw(t, "times"))
			one := adler32.Checksum(part)
			sum = sum.then(adler{one & 0xffff, one >> 16}, len(part))
			all = append(all, part...)
		}
		if want := adler32.Checksum(all); sum.b<<16|sum.a != want {
			t.Fatalf("%08x, want %08x", sum.b<<16|sum.a, want)
		}
	})
}
