package whiteboard

import (
	"image"
	"slices"

	"fyne.io/fyne/v2/canvas"

	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// live is the layer above the baked scene: a picture no larger than what is
// being dragged or typed, so that a frame costs the same whatever lies beneath.
type live struct {
	raster   *canvas.Raster
	surface  *surface
	painter  paint.Painter // its own: what is dragged must not crowd out the scene
	elements []*board.Element
	place    image.Rectangle // of the picture, in device pixels of the widget
	img      *image.RGBA
}

func newLive(s *surface) *live {
	l := &live{surface: s}
	l.raster = rasterOf(l.generate)
	l.raster.Hide()
	return l
}

// show makes elements the layer's content; none hides it.
func (l *live) show(elements []*board.Element) {
	l.elements = append(l.elements[:0], elements...)
	slices.SortStableFunc(l.elements, inOrder)
	l.arrange()
}

// arrange gives the picture the place that its content has in the view.
func (l *live) arrange() {
	bounds := board.Rect{}
	for _, e := range l.elements {
		bounds = bounds.Union(paint.Reach(e))
	}
	l.place = l.surface.put(l.raster, bounds)
}

// generate paints for the canvas; w and h are device pixels.
func (l *live) generate(w, h int) image.Image {
	look := l.surface.lens()
	l.img = reused(l.img, look.window(w, h).Add(l.place.Min))
	clear(l.img.Pix)
	l.painter.Draw(l.img, l.img.Rect, l.elements, look.plane, themeNow())
	return atOrigin(l.img)
}
