package practice

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// swatch is a button with a picture painted as the board paints: a colour, a
// way to draw lines, a part.
type swatch struct {
	look.Control
	picture []*board.Element
	area    fyne.Size // of the picture, in scene units; as large in the window
	chosen  bool
}

// swatchRim is the room that a swatch leaves around its picture.
const swatchRim = 2

// newSwatch returns a button as large as its picture with a little room.
func newSwatch(name string, area fyne.Size, tapped func(), picture ...*board.Element) *swatch {
	s := &swatch{picture: picture, area: area}
	s.SetHint(look.Hint{Name: name})
	s.Extend(s, tapped)
	return s
}

// choose marks the swatch as the one that holds now.
func (s *swatch) choose(on bool) {
	if on != s.chosen {
		s.chosen = on
		s.Refresh()
	}
}

// setPicture replaces the picture.
func (s *swatch) setPicture(picture ...*board.Element) {
	s.picture = picture
	s.Refresh()
}

// CreateRenderer is called by the toolkit.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{swatch: s, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	r.raster = canvas.NewRaster(r.generate)
	r.ground.CornerRadius, r.ring.CornerRadius = look.RadiusChip, look.RadiusChip
	r.Draw(s, r.paint, r.Layout, r.ground, r.raster, r.ring)
	return r
}

type swatchRenderer struct {
	look.Drawing
	swatch       *swatch
	ground, ring *canvas.Rectangle
	raster       *canvas.Raster
	painter      paint.Painter
}

func (r *swatchRenderer) MinSize() fyne.Size {
	return r.swatch.area.AddWidthHeight(2*swatchRim, 2*swatchRim)
}

func (r *swatchRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.raster.Resize(r.swatch.area)
	gap := size.Subtract(r.swatch.area)
	r.raster.Move(fyne.NewPos(gap.Width/2, gap.Height/2))
}

func (r *swatchRenderer) paint() {
	r.ground.FillColor = r.swatch.Ground(r.swatch.chosen)
	r.swatch.PaintRing(r.ring)
	if r.swatch.chosen && !r.swatch.Focused() {
		r.ring.StrokeColor, r.ring.StrokeWidth = look.Color(look.Accent), 1
	}
}

// generate paints for the canvas; w and h are device pixels.
func (r *swatchRenderer) generate(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	th := paint.Light
	if look.Variant() == theme.VariantDark {
		th = paint.Dark
	}
	r.painter.Draw(img, img.Rect, r.swatch.picture, paint.View{Zoom: float64(w) / float64(r.swatch.area.Width)}, th)
	return img
}
