package paint

import (
	"bytes"
	"image"
	"io"
	"testing"

	"talkthrough/internal/board"
)

// boxes is n labelled boxes in a grid with an arrow between neighbours.
func boxes(n, roughness int) []*board.Element {
	var s sketch
	columns := 1
	for columns*columns < n {
		columns++
	}
	for i := range n {
		x, y := float64(i%columns)*240, float64(i/columns)*140
		s.add(board.Rectangle, x, y, 160, 80, filled("#a5d8ff", round(3)))
		s.text(x, y+27.5, 160, 20, 5, "center", "Service")
		if i%columns > 0 {
			s.line(board.Arrow, x-74, y+40, nil, board.Point{}, board.Point{X: 68})
		}
	}
	for i, e := range s.elements {
		e.Roughness, e.Seed = roughness, int64(i)
	}
	return s.elements
}

// BenchmarkDraw5000 draws a full window of the middle of a large board, and all
// of the board in one.
func BenchmarkDraw5000(b *testing.B) {
	for name, roughness := range map[string]int{"clean": 0, "rough": 1} {
		scene := boxes(5000, roughness)
		for look, v := range map[string]View{
			"window": {X: 8000, Y: 4600, Zoom: 1}, "fit": {Zoom: 0.1}, "edge": {X: -1900, Y: -1000, Zoom: 1},
		} {
			b.Run(name+"/"+look, func(b *testing.B) {
				dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
				var p Painter
				p.Draw(dst, dst.Rect, scene, v, Light)
				b.ReportAllocs()
				for b.Loop() {
					Paper(dst, dst.Rect, v, Light)
					p.Draw(dst, dst.Rect, scene, v, Light)
				}
			})
		}
	}
}

// BenchmarkExport writes a board as a PNG 4,000 pixels wide, and as SVG.
func BenchmarkExport(b *testing.B) {
	for name, n := range map[string]int{"1000": 1000, "5000": 5000} {
		scene := boxes(n, 1)
		bounds := new(Painter).Bounds(scene, Light)
		o := ExportOptions{Scale: 4000 / (bounds.W + 2*defaultPadding)}
		b.Run("png/"+name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				var out bytes.Buffer
				if err := WritePNG(&out, scene, o); err != nil {
					b.Fatal(err)
				}
				size = out.Len()
			}
			b.ReportMetric(float64(size)/1e6, "MB")
		})
		b.Run("svg/"+name, func(b *testing.B) {
			for b.Loop() {
				if err := SVG(io.Discard, scene, ExportOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
