// Package chartview shows a chart, which is a small drawing by the whiteboard's
// painter, inside a screen.
package chartview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// View shows one drawing at its own size, from the origin of its scene to the
// right and lower end of what is on it, on whatever lies beneath.
type View struct {
	widget.BaseWidget
	scene  *board.Scene
	raster *canvas.Raster
	// The picture last painted, and for which theme.
	picture *image.RGBA
	theme   paint.Theme
}

// New returns the view of a drawing, which must not change afterwards.
func New(scene *board.Scene) *View {
	v := &View{scene: scene}
	v.raster = canvas.NewRaster(v.generate)
	v.ExtendBaseWidget(v)
	return v
}

// SetScene shows another drawing.
func (v *View) SetScene(scene *board.Scene) {
	v.scene, v.picture = scene, nil
	v.Refresh()
}

// Scene is the drawing shown.
func (v *View) Scene() *board.Scene { return v.scene }

// generate paints the drawing w by h pixels large; the toolkit asks for it when
// the size or the theme is another.
func (v *View) generate(w, h int) image.Image {
	now := paint.Light
	if look.Variant() == theme.VariantDark {
		now = paint.Dark
	}
	if p := v.picture; p != nil && v.theme == now && p.Rect.Dx() == w && p.Rect.Dy() == h {
		return p
	}
	v.theme, v.picture = now, image.NewRGBA(image.Rect(0, 0, w, h))
	if size := v.least(); size.Width > 0 && w > 0 {
		var painter paint.Painter
		view := paint.View{Zoom: float64(w) / float64(v.Size().Width)}
		painter.Draw(v.picture, v.picture.Rect, v.scene.Elements(), view, now)
	}
	return v.picture
}

// least is the size that the drawing needs.
func (v *View) least() fyne.Size {
	var right, bottom float64
	for _, e := range v.scene.Elements() {
		right, bottom = max(right, e.X+e.W), max(bottom, e.Y+e.H)
	}
	return fyne.NewSize(float32(math.Ceil(right))+1, float32(math.Ceil(bottom))+1)
}

// CreateRenderer is called by the toolkit.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &renderer{v} }

type renderer struct{ view *View }

func (r *renderer) MinSize() fyne.Size    { return r.view.least() }
func (r *renderer) Layout(size fyne.Size) { r.view.raster.Resize(size) }
func (r *renderer) Refresh()              { canvas.Refresh(r.view.raster) }
func (r *renderer) Destroy()              {}
func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.raster}
}
