package paint

import (
	"bytes"
	"image"
	"io"
	"math"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

func anyView(t *rapid.T) View {
	return View{
		X:    rapid.Float64Range(-200, 600).Draw(t, "x"),
		Y:    rapid.Float64Range(-200, 300).Draw(t, "y"),
		Zoom: rapid.Float64Range(0.1, 12).Draw(t, "zoom"),
	}
}

func anyRect(t *rapid.T, in image.Rectangle) image.Rectangle {
	x := rapid.IntRange(in.Min.X-20, in.Max.X).Draw(t, "left")
	y := rapid.IntRange(in.Min.Y-20, in.Max.Y).Draw(t, "top")
	return image.Rect(x, y, x+rapid.IntRange(1, 200).Draw(t, "w"), y+rapid.IntRange(1, 200).Draw(t, "h"))
}

// TestRepaintingDamageLeavesNoSeam: whatever rectangle is painted again, the
// image is the one a full painting gives.
func TestRepaintingDamageLeavesNoSeam(t *testing.T) {
	scene := append(append(design(), gallery()...), append(framed(), pictured()...)...)
	rapid.Check(t, func(t *rapid.T) {
		v, size := anyView(t), image.Rect(0, 0, 320, 240)
		th := Theme(rapid.IntRange(0, 1).Draw(t, "theme"))
		p := Painter{Pictures: somePictures()}
		whole := image.NewRGBA(size)
		Paper(whole, size, v, th)
		p.Draw(whole, size, scene, v, th)

		mended := image.NewRGBA(size)
		copy(mended.Pix, whole.Pix)
		for range 3 {
			damage := anyRect(t, size)
			Paper(mended, damage, v, th)
			p.Draw(mended, damage, scene, v, th)
			if !bytes.Equal(whole.Pix, mended.Pix) {
				t.Fatalf("repainting %v of %+v changes the image", damage, v)
			}
		}
	})
}

// TestPaintingStaysInItsBounds: what a list says it covers is all it covers,
// and the model's own estimate, by which damage is reckoned, agrees.
func TestPaintingStaysInItsBounds(t *testing.T) {
	scene := append(append(design(), gallery()...), append(handDrawn(2), pictured()...)...)
	scene = append(scene, framed()...)
	for i, e := range scene {
		if e.Kind == board.Text {
			continue
		}
		v := View{X: e.X - 60, Y: e.Y - 60, Zoom: 1.5}
		dst := image.NewRGBA(image.Rect(0, 0, 500, 500))
		var p Painter
		p.Draw(dst, dst.Rect, scene[i:i+1], v, Light)
		allowed := v.Pixels(Reach(e))
		for y := range 500 {
			for x := range 500 {
				if dst.Pix[dst.PixOffset(x, y)+3] != 0 && !image.Pt(x, y).In(allowed) {
					t.Fatalf("element %d (%s, head %q) paints at (%d, %d) outside %v", i, e.Kind, e.EndHead, x, y, allowed)
				}
			}
		}
	}
}

func TestDrawingAgainAllocatesNothing(t *testing.T) {
	scene := append(append(design(), handDrawn(1)...), append(framed(), pictured()...)...)
	dst := image.NewRGBA(image.Rect(0, 0, 600, 400))
	v := View{Zoom: 1}
	p := Painter{Pictures: somePictures()}
	p.Draw(dst, dst.Rect, scene, v, Light)
	if n := testing.AllocsPerRun(10, func() {
		Paper(dst, dst.Rect, v, Light)
		p.Draw(dst, dst.Rect, scene, v, Light)
	}); n > 0 {
		t.Errorf("%g allocations for a scene drawn before", n)
	}
}

func TestPainterForgetsWhatIsGone(t *testing.T) {
	dst := image.NewRGBA(image.Rect(0, 0, 50, 50))
	var p Painter
	for range 40 {
		var s sketch
		for range 200 {
			s.add(board.Rectangle, 0, 0, 10, 10, nil)
		}
		p.Draw(dst, dst.Rect, s.elements, View{Zoom: 1}, Light)
	}
	if n := len(p.seen); n > 400+spareEntries {
		t.Errorf("%d elements remembered", n)
	}
}

// pixelAt paints the elements on white at 1:1 from the origin and reads one.
func shot(elements []*board.Element, w, h int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	flood(dst, dst.Rect, rgb(0xFFFFFF))
	var p Painter
	p.Draw(dst, dst.Rect, elements, View{Zoom: 1}, Light)
	return dst
}

func TestSharpEdgesOnPixelsAreExact(t *testing.T) {
	var s sketch
	s.add(board.Rectangle, 10, 10, 20, 10, filled("#0000ff", func(e *board.Element) { e.Stroke = "transparent" }))
	img := shot(s.elements, 40, 30)
	for y := range 30 {
		for x := range 40 {
			inside := x >= 10 && x < 30 && y >= 10 && y < 20
			got := img.RGBAAt(x, y)
			if blue := got.R == 0 && got.G == 0 && got.B == 255; blue != inside || (!inside && got.R != 255) {
				t.Fatalf("pixel (%d, %d) is %v, inside: %v", x, y, got, inside)
			}
		}
	}
}

// TestInkHasTheAreaOfTheShape: the coverage of all pixels together is the
// shape's area, so edges are neither fat nor thin.
func TestInkHasTheAreaOfTheShape(t *testing.T) {
	black := func(e *board.Element) { e.Stroke, e.Background = "transparent", "#000000" }
	pen := func(w float64) func(*board.Element) {
		return func(e *board.Element) { e.Stroke, e.StrokeWidth, e.EndHead = "#000000", w, "" }
	}
	for name, c := range map[string]struct {
		draw func(*sketch)
		area float64
	}{
		"circle":        {func(s *sketch) { s.add(board.Ellipse, 10.3, 10.7, 60, 60, black) }, math.Pi * 900},
		"diamond":       {func(s *sketch) { s.add(board.Diamond, 10.3, 10.7, 60, 40, black) }, 1200},
		"circle's line": {func(s *sketch) { s.add(board.Ellipse, 10.3, 10.7, 60, 60, pen(4)) }, math.Pi * (32*32 - 28*28)},
		"slanted line": {
			func(s *sketch) { s.line(board.Line, 10.3, 10.7, pen(3), board.Point{}, board.Point{X: 60, Y: 45}) },
			75*3 + math.Pi*1.5*1.5,
		},
		"corner": {
			func(s *sketch) {
				s.line(board.Line, 10, 60, pen(6), board.Point{}, board.Point{X: 40}, board.Point{X: 40, Y: -40})
			},
			// Two bars, their overlap at the corner once, a quarter of a circle
			// at the join and half circles at the ends.
			2*40*6 - 9 + math.Pi*9/4 + math.Pi*9,
		},
	} {
		t.Run(name, func(t *testing.T) {
			var s sketch
			c.draw(&s)
			img, sum := shot(s.elements, 90, 90), 0.0
			for i := 0; i < len(img.Pix); i += 4 {
				sum += float64(255-img.Pix[i]) / 255
			}
			if math.Abs(sum-c.area) > c.area*0.01+0.3 {
				t.Errorf("ink covers %.2f pixels, the shape %.2f", sum, c.area)
			}
		})
	}
}

func TestOpacityIsThatOfTheWholeElement(t *testing.T) {
	var s sketch
	s.add(board.Rectangle, 10, 10, 40, 40, filled("#ff0000", func(e *board.Element) {
		e.Stroke, e.StrokeWidth, e.Opacity = "#000000", 8, 50
	}))
	img := shot(s.elements, 60, 60)
	for x, want := range map[int]uint8{8: 127, 12: 127, 30: 255} { // stroke outside, stroke over the fill, fill
		if got := img.RGBAAt(x, 30).R; got < want-2 || (want < 255 && got > want+2) {
			t.Errorf("red at x=%d is %d, want %d", x, got, want)
		}
	}
	if got := img.RGBAAt(12, 30).G; got < 125 || got > 129 {
		t.Errorf("the fill shines through the stroke: green %d", got)
	}
}

func TestArrowLeavesRoomForItsLabel(t *testing.T) {
	var s sketch
	a := s.line(board.Arrow, 10, 20, nil, board.Point{}, board.Point{X: 180})
	label := s.text(80, 8, 40, 20, 5, "center", "i")
	ink := func(x int) uint8 { return 255 - shot(s.elements, 200, 40).RGBAAt(x, 20).R }
	if ink(84) == 0 {
		t.Fatal("the arrow has no shaft")
	}
	bind(a, label)
	if ink(84) != 0 || ink(60) == 0 || ink(140) == 0 {
		t.Errorf("ink left of, under and right of the label: %d %d %d", ink(60), ink(84), ink(140))
	}
	s.add(board.Rectangle, 500, 500, 5, 5, nil)
	s.elements[1], s.elements[2] = s.elements[2], s.elements[1]
	if ink(84) != 0 {
		t.Error("a label that does not lie right above its arrow gets no room")
	}
}

func TestHostileElementsDrawNothingWorse(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	dst := image.NewRGBA(image.Rect(0, 0, 64, 64))
	kinds := []board.Kind{board.Rectangle, board.Ellipse, board.Diamond, board.Text, board.Arrow, board.Line, board.Freedraw, board.Cylinder, board.Image, board.Frame, ""}
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.SampledFrom([]float64{0, 1, -1, 1e-9, 30, 1e9, -1e9, 1e300, inf, -inf, nan, 0.5})
		draw := func(name string) float64 { return number.Draw(t, name) }
		e := &board.Element{
			Kind: rapid.SampledFrom(kinds).Draw(t, "kind"),
			X:    draw("x"), Y: draw("y"), W: draw("w"), H: draw("h"), Angle: draw("angle"),
			StrokeWidth: draw("width"), FontSize: draw("size"), LineHeight: draw("line"), Opacity: 70,
			Stroke: "#000", Background: "rgb(1,2,3)", Text: "text\n\x00\xff", Elbowed: rapid.Bool().Draw(t, "elbow"),
			FillStyle:   rapid.SampledFrom([]string{"solid", "hachure", "cross-hatch", "?"}).Draw(t, "fill"),
			StrokeStyle: rapid.SampledFrom([]string{"solid", "dashed", "dotted", ""}).Draw(t, "style"),
			StartHead:   rapid.SampledFrom([]string{"", "arrow", "circle", "crowfoot_many", "?"}).Draw(t, "head"),
			Roundness:   rapid.SampledFrom([]*board.Roundness{nil, {Type: 2}, {Type: 3}}).Draw(t, "round"),
			Roughness:   rapid.IntRange(-1, 9).Draw(t, "roughness"), Frame: rapid.SampledFrom([]string{"", "f"}).Draw(t, "frame"),
			FileID: "quarters", Scale: board.Point{X: draw("scale"), Y: 1},
			Crop: &board.Crop{X: draw("crop"), Y: draw("crop"), W: draw("crop"), H: draw("crop"), NaturalW: draw("crop"), NaturalH: draw("crop")},
		}
		frame := &board.Element{Kind: board.Frame, ID: "f", X: draw("frame x"), Y: draw("frame y"), W: draw("frame w"), H: draw("frame h"), Opacity: 100}
		for range rapid.IntRange(0, 4).Draw(t, "points") {
			e.Points = append(e.Points, board.Point{X: draw("px"), Y: draw("py")})
			e.Pressures = append(e.Pressures, draw("pressure"))
		}
		p := Painter{Pictures: somePictures()}
		scene := []*board.Element{e, frame}
		if err := SVG(io.Discard, scene, ExportOptions{Pictures: p.Pictures}); err != nil {
			t.Fatal(err)
		}
		p.Draw(dst, dst.Rect, scene, View{X: draw("vx"), Y: draw("vy"), Zoom: rapid.SampledFrom([]float64{1, 0.1, 30}).Draw(t, "zoom")}, Dark)
	})
}

func TestThumbnailFitsAndBoardHasPadding(t *testing.T) {
	img := Board(design()[:2], ExportOptions{Scale: 2})
	if img.Bounds().Dx() != 2*(160+2+20) || img.Bounds().Dy() != 2*(80+2+20) {
		t.Errorf("a box of 160x80 becomes an image of %v", img.Bounds())
	}
	if a := Board(design(), ExportOptions{Transparent: true}).RGBAAt(0, 0).A; a != 0 {
		t.Errorf("transparent export has opacity %d in the corner", a)
	}
	small := Thumbnail(design(), 120, 80, Light)
	white := rgb(0xFFFFFF)
	for x := range 120 {
		for _, y := range []int{0, 79} {
			if c := small.RGBAAt(x, y); c.R != white.R || c.G != white.G {
				t.Fatalf("thumbnail is cut off: ink at (%d, %d)", x, y)
			}
		}
	}
}

func BenchmarkDrawThousandBoxes(b *testing.B) {
	var s sketch
	for i := range 1000 {
		x, y := float64(i%40)*60, float64(i/40)*60
		s.add(board.Rectangle, x, y, 40, 30, filled("#a5d8ff", round(3)))
		s.text(x, y+5, 40, 12, 5, "center", "box")
		s.line(board.Arrow, x+42, y+15, nil, board.Point{}, board.Point{X: 16})
	}
	dst := image.NewRGBA(image.Rect(0, 0, 2400, 1500))
	var p Painter
	v := View{Zoom: 1}
	p.Draw(dst, dst.Rect, s.elements, v, Light)
	b.ReportAllocs()
	for b.Loop() {
		Paper(dst, dst.Rect, v, Light)
		p.Draw(dst, dst.Rect, s.elements, v, Light)
	}
}
