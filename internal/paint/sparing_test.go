package paint

import (
	"bytes"
	"fmt"
	"image"
	"runtime"
	"testing"

	"pgregory.net/rapid"

	"talkthrough/internal/board"
)

// written is a text element as a board has it.
func written(text, align string, x, y float64) *board.Element {
	e := board.NewElement(board.Text, board.DefaultStyle())
	e.ID, e.Text, e.Wrapped, e.Align = fmt.Sprint(text, x, y), text, text, align
	e.X, e.Y, e.W, e.H, e.FontSize = x, y, 120, 50, 20
	return e
}

// Whether a text's outlines are remembered or not, it looks the same, the first
// time and ever after.
func TestSparedTextsLookTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var scene []*board.Element
		for i := range rapid.IntRange(1, 4).Draw(t, "texts") {
			e := written(rapid.SampledFrom([]string{"Ranker", "two\nlines", "a\r\nb", "größer אבג", "fi ffl", ""}).Draw(t, "text"),
				rapid.SampledFrom([]string{"left", "center", "right"}).Draw(t, "align"), float64(20*i), float64(30*i))
			e.Angle = rapid.SampledFrom([]float64{0, 0, 0.3}).Draw(t, "angle")
			e.Opacity = rapid.SampledFrom([]int{100, 40}).Draw(t, "opacity")
			scene = append(scene, e)
		}
		var sparing, keeping Painter
		keeping.texts.lines = sparedLines
		for range 2 {
			v := View{X: -10, Y: -10, Zoom: rapid.SampledFrom([]float64{0.1, 0.5, 1, 3}).Draw(t, "zoom")}
			got, want := image.NewRGBA(image.Rect(0, 0, 200, 150)), image.NewRGBA(image.Rect(0, 0, 200, 150))
			sparing.Draw(got, got.Rect, scene, v, Light)
			keeping.Draw(want, want.Rect, scene, v, Light)
			if !bytes.Equal(got.Pix, want.Pix) {
				t.Fatalf("at zoom %g they differ", v.Zoom)
			}
		}
	})
}

// Thousands of labels leave a painter small.
func TestLabelsTakeLittleMemory(t *testing.T) {
	const n = 2000
	var scene []*board.Element
	for i := range n {
		scene = append(scene, written(fmt.Sprint("Service ", i), "center", float64(i%50)*20, float64(i/50)*20))
	}
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	draw := func(p *Painter) { p.Draw(img, img.Rect, scene, View{Zoom: 0.1}, Light) }
	draw(new(Painter)) // has the letters laid out
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var p Painter
	draw(&p)
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(scene)
	if each := (int(after.HeapAlloc) - int(before.HeapAlloc)) / n; each > 1500 {
		t.Errorf("a label takes %d bytes", each)
	}
	runtime.KeepAlive(&p)
}

// What has left the scene leaves its room to what comes.
func TestRoomForTextsComesBack(t *testing.T) {
	var p Painter
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	for round := range 3 * sparedLines / spareEntries {
		var scene []*board.Element
		for i := range spareEntries + 1 {
			scene = append(scene, written(fmt.Sprint(round, " ", i), "left", 0, 0))
		}
		p.Draw(img, img.Rect, scene, View{Zoom: 0.01}, Light)
		p.Draw(img, img.Rect, scene[:1], View{Zoom: 0.01}, Light)
	}
	if p.texts.lines != 1 || p.texts.bytes == 0 || len(p.seen) != 1 {
		t.Errorf("%d lines, %d bytes, of %d elements", p.texts.lines, p.texts.bytes, len(p.seen))
	}
}
