package phasebar

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// signSize is the edge of a light.
const signSize float32 = 8

// Sign is the current phase's light as a shape: a disc when on time, a triangle
// when nearly up, a square when over.
type Sign struct {
	widget.BaseWidget
	light light
}

// NewSign returns a sign that shows nothing until it is set.
func NewSign() *Sign {
	s := &Sign{}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows the light of a phase.
func (s *Sign) Set(of Segment) { s.show(lightOf(of)) }

func (s *Sign) show(l light) {
	if l != s.light {
		s.light = l
		s.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (s *Sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{
		sign:     s,
		disc:     canvas.NewCircle(color.Transparent),
		triangle: canvas.NewPolygon(3, color.Transparent),
		square:   canvas.NewRectangle(color.Transparent),
	}
	r.square.CornerRadius = 1
	r.Refresh()
	return r
}

type signRenderer struct {
	sign     *Sign
	disc     *canvas.Circle
	triangle *canvas.Polygon
	square   *canvas.Rectangle
}

func (r *signRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(signSize) }

func (r *signRenderer) Layout(size fyne.Size) {
	r.disc.Resize(size)
	// A polygon is drawn inside a circle, which makes a triangle look small.
	r.triangle.Resize(size.AddWidthHeight(2, 2))
	r.triangle.Move(fyne.NewPos(-2, -0.5))
	r.square.Resize(size)
}

func (r *signRenderer) Refresh() {
	tint := look.Color(r.sign.light.tint())
	r.disc.FillColor, r.triangle.FillColor, r.square.FillColor = tint, tint, tint
	r.disc.Hidden = r.sign.light != onTime
	r.triangle.Hidden = r.sign.light != nearly
	r.square.Hidden = r.sign.light != over
	canvas.Refresh(r.sign)
}

func (r *signRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.disc, r.triangle, r.square}
}

func (r *signRenderer) Destroy() {}
