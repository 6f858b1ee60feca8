package paint

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"image"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

func svgOf(t *testing.T, scene []*board.Element, o ExportOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := SVG(&b, scene, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSVGShowsWhatTheImageShows: what a reader of the file paints is what Board
// paints, up to the rounding of its numbers.
func TestSVGShowsWhatTheImageShows(t *testing.T) {
	for name, c := range map[string]struct {
		scene []*board.Element
		o     ExportOptions
	}{
		"design":      {design(), ExportOptions{}},
		"dark twice":  {design(), ExportOptions{Dark: true, Scale: 2, Padding: 3}},
		"transparent": {gallery(), ExportOptions{Transparent: true}},
		"by hand":     {handDrawn(1), ExportOptions{Scale: 1.5}},
		"framed":      {framed(), ExportOptions{}},
		"nothing":     {nil, ExportOptions{}},
	} {
		t.Run(name, func(t *testing.T) {
			scale := c.o.Scale
			if scale == 0 {
				scale = 1
			}
			got, err := renderSVG(svgOf(t, c.scene, c.o), scale)
			if err != nil {
				t.Fatal(err)
			}
			want := Board(c.scene, c.o)
			if got.Rect != want.Rect {
				t.Fatalf("%v, want %v", got.Rect, want.Rect)
			}
			if far := differing(got, want, 16); far > len(want.Pix)/2000 {
				t.Errorf("%d of %d values differ", far, len(want.Pix))
			}
		})
	}
}

// differing counts values further apart than tolerance.
func differing(a, b *image.RGBA, tolerance int) int {
	n := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > tolerance || d < -tolerance {
			n++
		}
	}
	return n
}

func TestSVGIsTheSameEveryTime(t *testing.T) {
	scene := append(framed(), pictured()...)
	o := ExportOptions{Pictures: somePictures()}
	first := svgOf(t, scene, o)
	if svgOf(t, scene, o) != first {
		t.Error("two exports differ")
	}
}

func TestSVGHoldsPicturesAsTheyCame(t *testing.T) {
	data := []byte("pretend this is a JPEG")
	pic := NewPicture(image.NewRGBA(image.Rect(0, 0, 30, 20)), `image/jpeg"<`, data)
	text := svgOf(t, pictured(), ExportOptions{Pictures: func(string) *Picture { return pic }})
	want := `data:image/jpeg"<;base64,` + base64.StdEncoding.EncodeToString(data)
	found := 0
	d := xml.NewDecoder(strings.NewReader(text))
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "image" {
			for _, a := range e.Attr {
				if a.Name.Local == "href" && a.Value == want {
					found++
				}
			}
		}
	}
	if found != 1 {
		t.Errorf("the picture is in the file %d times", found)
	}
}

func TestSVGCarriesMetadata(t *testing.T) {
	text := svgOf(t, design(), ExportOptions{Metadata: []byte("<!-- payload --><x>&amp;</x>")})
	if !strings.Contains(text, "<metadata><!-- payload --><x>&amp;</x></metadata>") {
		t.Error("the metadata is not there")
	}
	if _, err := renderSVG(text, 1); err != nil {
		t.Error(err)
	}
}

// TestPathDataKeepsEveryPoint: data read back is within rounding, however
// long the path.
func TestPathDataKeepsEveryPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &typeset.Path{}
		n := func(what string) float64 { return math.Round(rapid.Float64Range(-300, 300).Draw(t, what)*500) / 500 }
		for range rapid.IntRange(1, 5).Draw(t, "contours") {
			p.MoveTo(n("x"), n("y"))
			for range rapid.IntRange(0, 30).Draw(t, "stretches") {
				last := p.Points[len(p.Points)-1]
				switch rapid.IntRange(0, 4).Draw(t, "verb") {
				case 0:
					p.LineTo(n("x"), n("y"))
				case 1:
					p.LineTo(last.X, n("y"))
				case 2:
					p.LineTo(n("x"), last.Y)
				case 3:
					p.QuadTo(n("x"), n("y"), n("x"), n("y"))
				case 4:
					p.CubeTo(n("x"), n("y"), n("x"), n("y"), n("x"), n("y"))
				}
			}
			if rapid.Bool().Draw(t, "close") {
				p.Close()
			}
		}
		s := svgPath{origin: point{X: 12.345, Y: -6.789}}
		data := string(s.data(p))
		got, err := parsePath(data)
		if err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if len(got.Verbs) != len(p.Verbs) || len(got.Points) != len(p.Points) {
			t.Fatalf("%s: %d verbs and %d points, want %d and %d", data, len(got.Verbs), len(got.Points), len(p.Verbs), len(p.Points))
		}
		for i, q := range got.Points {
			if want := p.Points[i]; math.Abs(q.X+12.345-want.X) > 0.0051 || math.Abs(q.Y-6.789-want.Y) > 0.0051 {
				t.Fatalf("point %d is %v, want %v", i, q, want)
			}
		}
	})
}

func TestSVGSaysWhenItCannotBeWritten(t *testing.T) {
	full := errors.New("disk full")
	if err := SVG(failing{full}, design(), ExportOptions{}); !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
