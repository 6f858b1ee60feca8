package boardfile

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/export"
	"talkthrough/internal/paint"
)

// previewSize is the preview's size in the window.
var previewSize = fyne.NewSize(300, 216)

// preview shows, small, how a drawing will look in its file.
type preview struct {
	object fyne.CanvasObject
	image  *canvas.Image
	desk   Desk
	wanted int // counts what was asked for: what comes late is dropped
}

func newPreview(desk Desk) *preview {
	p := &preview{desk: desk, image: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))}
	p.image.FillMode = canvas.ImageFillContain
	p.image.CornerRadius = look.RadiusControl
	p.image.SetMinSize(previewSize)
	p.object = look.NewCardStyled(p.image, look.CardStyle{Padding: look.Space4})
	return p
}

// show gets the drawing and paints it off the UI thread and shows it; measured gets the
// pixels that its PNG will have, 0 by 0 for an empty drawing.
func (p *preview) show(drawing func() export.Drawing, l export.Look, measured func(w, h int)) {
	p.wanted++
	mine := p.wanted
	const sharp = 2 // pixels in the preview for each of the window's
	w, h := int(previewSize.Width)*sharp, int(previewSize.Height)*sharp
	go func() {
		d := drawing()
		across, down := d.Pixels(l)
		picture := painted(d, l, w, h)
		p.desk.Post(func() {
			if mine != p.wanted {
				return
			}
			p.image.Image = picture
			p.image.Refresh()
			measured(across, down)
		})
	}()
}

// painted is the drawing in the middle of w by h pixels, on its paper or on the
// chequers that stand for none.
func painted(d export.Drawing, l export.Look, w, h int) image.Image {
	const margin = 16
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	theme := paint.Light
	if l.Dark {
		theme = paint.Dark
	}
	draw.Draw(dst, dst.Rect, image.NewUniform(theme.PaperColour()), image.Point{}, draw.Src)
	if l.Transparent {
		chequer(dst, l.Dark)
	}
	p := paint.Painter{Pictures: d.Pictures}
	elements := d.Scene.Elements()
	bounds := p.Bounds(elements, theme)
	if bounds.Empty() {
		return dst
	}
	zoom := min(float64(w-2*margin)/max(bounds.W, 1), float64(h-2*margin)/max(bounds.H, 1), 2)
	c := bounds.Centre()
	at := board.Point{X: c.X - float64(w)/2/zoom, Y: c.Y - float64(h)/2/zoom}
	p.Draw(dst, dst.Rect, elements, paint.View{X: at.X, Y: at.Y, Zoom: zoom}, theme)
	return dst
}

// chequer fills a picture with the squares that say that it is see-through.
func chequer(dst *image.RGBA, dark bool) {
	const edge = 16
	a, b := color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0xec, 0xec, 0xea, 0xff}
	if dark {
		a, b = color.RGBA{0x22, 0x24, 0x27, 0xff}, color.RGBA{0x2d, 0x30, 0x34, 0xff}
	}
	for y := dst.Rect.Min.Y; y < dst.Rect.Max.Y; y++ {
		for x := dst.Rect.Min.X; x < dst.Rect.Max.X; x++ {
			c := a
			if (x/edge+y/edge)%2 == 1 {
				c = b
			}
			dst.SetRGBA(x, y, c)
		}
	}
}
