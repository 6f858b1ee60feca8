//go:build linux

package excalidraw

import (
	"bytes"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// row is one measure of both programs.
type row struct {
	what, unit   string
	ours, theirs float64
	bar          float64 // the most that ours may be of theirs; 0 is none
}

// table is what was measured.
type table []row

func (rows table) String() string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nwhat\tours\ttheirs\t\tratio\tbar\t")
	for _, r := range rows {
		bar, holds := "", ""
		if r.bar > 0 {
			bar, holds = fmt.Sprintf("%.2f", r.bar), "holds"
			if r.ours > r.bar*r.theirs {
				holds = "BROKEN"
			}
		}
		fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%s\t%.3f\t%s\t%s\n", r.what, r.ours, r.theirs, r.unit, r.ours/r.theirs, bar, holds)
	}
	w.Flush()
	return out.String()
}

// The bars: how much of Excalidraw's cost ours may be.
const (
	openBar   = 1. / 2
	pngBar    = 1. / 2
	frameBar  = 1. / 5
	memoryBar = 1. / 5
)

// How long a gesture is gone on with before it is measured, and measured, in ms.
const (
	warmUp   = 500
	measured = 4000
)

// BenchmarkBeside opens, exports, pans and drags the same boards in both
// programs and prints how they compare. Medians are given, because the machine
// may do other things meanwhile.
func BenchmarkBeside(b *testing.B) {
	need(b, "chromium", "Xvfb", "xdotool", "stdbuf")
	sizes := []int{1000, 5000}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			page, rows := openBrowser(b), table{}
			for _, n := range sizes {
				rows = append(rows, openRows(b, page, n)...)
			}
			page.close()
			fmt.Println(rows) // b.Log cuts it off
		}
	})
	b.Run("picture", func(b *testing.B) {
		for b.Loop() {
			page, rows := openBrowser(b), table{}
			for _, n := range sizes {
				rows = append(rows, pngRow(b, page, n))
			}
			page.close()
			fmt.Println(rows) // b.Log cuts it off
		}
	})
	b.Run("frames", func(b *testing.B) {
		for b.Loop() {
			fmt.Println(frameRows(b, gridBoard(b, sizes[1])))
		}
	})
}

// median is the middle of what measure gives in so many tries.
func median(tries int, measure func() float64) float64 {
	var all []float64
	for range tries {
		all = append(all, measure())
	}
	return middle(all)
}

func middle(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// openRows measure from the bytes of a file to its first picture.
func openRows(b *testing.B, page *browser, n int) []row {
	b.Helper()
	data := drawing{scene: gridBoard(b, n)}.file(b)
	url := page.serve(data)
	var out []row
	for _, fit := range []bool{false, true} {
		r := row{what: fmt.Sprintf("open %d boxes at 100 %%", n), unit: "ms", bar: openBar}
		if fit {
			r.what = fmt.Sprintf("open %d boxes as a whole", n)
		}
		r.theirs = median(3, func() float64 {
			var got struct {
				MS    float64
				Count int
			}
			page.ask(b, job{Do: "open", URL: url, Type: forms[0].mime, Fit: fit}, &got)
			if want := 3*n - 1 - (n-1)/gridColumns(n); got.Count != want {
				b.Fatalf("Excalidraw opened %d elements of %d", got.Count, want)
			}
			return got.MS
		})
		r.ours = median(5, func() float64 {
			start := time.Now()
			scene, _, err := excalidraw.Decode(data)
			if err != nil {
				b.Fatal(err)
			}
			firstSight(scene, fit)
			return ms(time.Since(start))
		})
		out = append(out, r)
	}
	return out
}

// firstSight paints the scene as the window shows it first.
func firstSight(scene *board.Scene, fit bool) {
	dst := image.NewRGBA(image.Rect(0, 0, windowWidth, windowHeight))
	bounds := scene.Bounds()
	view := paint.View{X: bounds.Centre().X - windowWidth/2, Y: bounds.Centre().Y - windowHeight/2, Zoom: 1}
	if fit {
		view.Zoom = max(0.1, min(windowWidth/bounds.W, windowHeight/bounds.H)) // as far out as Excalidraw goes
		view.X = bounds.Centre().X - windowWidth/2/view.Zoom
		view.Y = bounds.Centre().Y - windowHeight/2/view.Zoom
	}
	var p paint.Painter
	paint.Paper(dst, dst.Rect, view, paint.Light)
	p.Draw(dst, dst.Rect, scene.Elements(), view, paint.Light)
}

// pngRow measures writing an opened board as a PNG 4,000 pixels wide.
func pngRow(b *testing.B, page *browser, n int) row {
	b.Helper()
	data := drawing{scene: gridBoard(b, n)}.file(b)
	url := page.serve(data)
	const wide = 4000
	r := row{what: fmt.Sprintf("PNG of %d boxes, %d px wide", n, wide), unit: "ms", bar: pngBar}
	var got struct {
		MS                   float64
		Width, Height, Bytes int
	}
	r.theirs = median(3, func() float64 {
		page.ask(b, job{Do: "picture", URL: url, Type: forms[0].mime, Width: wide}, &got)
		return got.MS
	})
	scene, _, err := excalidraw.Decode(data)
	if err != nil {
		b.Fatal(err)
	}
	bounds := new(paint.Painter).Bounds(scene.Elements(), paint.Light)
	o := paint.ExportOptions{Scale: wide / (bounds.W + 20)}
	var out bytes.Buffer
	r.ours = median(3, func() float64 {
		out.Reset()
		start := time.Now()
		if err := paint.WritePNG(&out, scene.Elements(), o); err != nil {
			b.Fatal(err)
		}
		return ms(time.Since(start))
	})
	size, err := pngSize(out.Bytes())
	if err != nil || abs(size.X-got.Width) > 2 || abs(size.Y-got.Height) > wide/200 {
		b.Fatalf("the PNGs are not of one size: %v and %dx%d, %v", size, got.Width, got.Height, err)
	}
	b.Logf("PNG of %d boxes: ours %v, %d bytes; theirs %dx%d, %d bytes", n, size, out.Len(), got.Width, got.Height, got.Bytes)
	return r
}

func pngSize(data []byte) (image.Point, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	return image.Pt(config.Width, config.Height), err
}

func abs(n int) int { return max(n, -n) }
