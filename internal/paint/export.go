package paint

import (
	"image"
	"image/color"
	"math"

	"talkthrough/internal/board"
)

// ExportOptions says how a board becomes an image.
type ExportOptions struct {
	// Scale is pixels per scene unit; 0 means 1.
	Scale float64
	Dark  bool
	// Transparent leaves the paper out.
	Transparent bool
	// Padding is the room around the drawing in scene units; negative means
	// none, 0 the usual 10.
	Padding float64
	// Pictures finds what image elements show; nil shows none.
	Pictures Pictures
	// Metadata goes into the file for programs to read: in an SVG as the
	// content of <metadata>, which must be well-formed XML; in a PNG as the
	// body of a tEXt chunk (keyword, zero byte, Latin-1 text) right before
	// IEND. Empty writes none. Board has no place for it.
	Metadata []byte
}

const (
	defaultPadding = 10
	// maxExportPixels bounds the memory of one exported image (4 bytes each).
	maxExportPixels = 200 << 20
)

func (o ExportOptions) theme() Theme {
	if o.Dark {
		return Dark
	}
	return Light
}

// sheetOf is the part of the board that holds the scene, and its scale.
func (o ExportOptions) sheetOf(p *Painter, scene []*board.Element) (bounds board.Rect, scale float64) {
	scale = o.Scale
	if !(scale > 0) {
		scale = 1
	}
	padding := o.Padding
	if padding == 0 {
		padding = defaultPadding
	}
	p.prepare(scene, o.theme())
	bounds = p.Bounds(scene, o.theme())
	if bounds.Empty() {
		bounds = board.Rect{W: 320, H: 180}
	}
	return bounds.Inset(-max(padding, 0)), scale
}

// Board paints the scene on an image in memory that just holds it. The scale
// is made smaller where the image would need more than 800 MB; WritePNG and
// SVG know no such bound. An empty scene gives a small empty sheet.
func Board(scene []*board.Element, o ExportOptions) *image.RGBA {
	p := Painter{Pictures: o.Pictures}
	bounds, scale := o.sheetOf(&p, scene)
	if area := bounds.W * bounds.H * scale * scale; area > maxExportPixels {
		scale *= math.Sqrt(maxExportPixels / area)
	}
	size := image.Rect(0, 0, max(int(math.Round(bounds.W*scale)), 1), max(int(math.Round(bounds.H*scale)), 1))
	dst := image.NewRGBA(size)
	if !o.Transparent {
		flood(dst, size, o.theme().colours().paper)
	}
	p.Draw(dst, size, scene, View{bounds.X, bounds.Y, scale}, o.theme())
	return dst
}

// Thumbnail paints the scene, on plain paper, as large as fits w by h pixels
// but never larger than life. Pictures are left grey: they would not be made
// out, and need not be decoded.
func Thumbnail(scene []*board.Element, w, h int, th Theme) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	flood(dst, dst.Rect, th.colours().paper)
	inset(new(Painter), dst, dst.Rect, scene, th, 1)
	return dst
}

// inset paints the scene in the middle of frame at most at the given scale.
func inset(p *Painter, dst *image.RGBA, frame image.Rectangle, scene []*board.Element, th Theme, scale float64) {
	bounds := p.Bounds(scene, th)
	if bounds.Empty() {
		return
	}
	margin := 0.04 * float64(min(frame.Dx(), frame.Dy()))
	w, h := float64(frame.Dx())-2*margin, float64(frame.Dy())-2*margin
	zoom := min(w/bounds.W, h/bounds.H, scale)
	centre := bounds.Centre()
	p.Draw(dst, frame, scene, View{
		X:    centre.X - float64(frame.Min.X+frame.Max.X)/2/zoom,
		Y:    centre.Y - float64(frame.Min.Y+frame.Max.Y)/2/zoom,
		Zoom: zoom,
	}, th)
}

// flood fills r with an opaque colour.
func flood(dst *image.RGBA, r image.Rectangle, c color.NRGBA) {
	k := blender{dst: dst}
	k.set(c)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		k.span(y, r.Min.X, r.Max.X, 255)
	}
}
