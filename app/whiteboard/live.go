package whiteboard

import (
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/internal/board"
)

// live is the layer above the baked scene: a picture no larger than what is
// being dragged or typed, so that a frame costs the same whatever lies beneath.
type live struct {
	raster   *canvas.Raster
	surface  *surface
	elements []*board.Element
	place    image.Rectangle // of the picture, in device pixels of the widget
	img      *image.RGBA
}

func newLive(s *surface) *live {
	l := &live{surface: s}
	l.raster = canvas.NewRaster(l.generate)
	l.raster.Hide()
	return l
}

// show makes elements the layer's content; none hides it.
func (l *live) show(elements []*board.Element) {
	l.elements = append(l.elements[:0], elements...)
	slices.SortStableFunc(l.elements, func(a, b *board.Element) int { return strings.Compare(a.Index, b.Index) })
	l.arrange()
}

// arrange gives the picture the place that its content has in the view.
func (l *live) arrange() {
	bounds := board.Rect{}
	for _, e := range l.elements {
		bounds = bounds.Union(e.Bounds())
	}
	if bounds.Empty() {
		l.raster.Hide()
		return
	}
	scale := l.surface.scale
	size := l.surface.raster.Size()
	all := image.Rect(0, 0, int(float64(size.Width)*scale), int(float64(size.Height)*scale))
	l.place = l.surface.device().Pixels(bounds).Intersect(all)
	if l.place.Empty() {
		l.raster.Hide()
		return
	}
	l.raster.Move(fyne.NewPos(float32(float64(l.place.Min.X)/scale), float32(float64(l.place.Min.Y)/scale)))
	l.raster.Resize(fyne.NewSize(float32(float64(l.place.Dx())/scale), float32(float64(l.place.Dy())/scale)))
	l.raster.Show()
	l.raster.Refresh()
}

func (l *live) generate(w, h int) image.Image {
	if l.img == nil || l.img.Bounds().Dx() != w || l.img.Bounds().Dy() != h {
		l.img = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(l.img.Pix)
	}
	v := l.surface.device()
	v.X += float64(l.place.Min.X) / v.Zoom
	v.Y += float64(l.place.Min.Y) / v.Zoom
	l.surface.bake.painter.Draw(l.img, l.img.Bounds(), l.elements, v, themeNow())
	return l.img
}
