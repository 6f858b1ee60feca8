package look

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Card is content on a surface of its own: white on light paper, a hairline
// round it, rounded corners, and space inside.
type Card struct {
	widget.BaseWidget
	content fyne.CanvasObject
	style   CardStyle
}

// CardStyle says what a card's ground looks like.
type CardStyle struct {
	// Fill is the ground's colour; empty means Surface.
	Fill Name
	// Padding is the space inside on every side.
	Padding float32
	// Square leaves corners and hairline away, for panels that fill a side of
	// the window.
	Square bool
}

// NewCard returns content in a card with 16 units of space inside.
func NewCard(content fyne.CanvasObject) *Card {
	return NewCardStyled(content, CardStyle{Padding: Space16})
}

// NewPanel returns content on a plain surface without hairline, corners or
// padding, for a side of the window.
func NewPanel(content fyne.CanvasObject) *Card {
	return NewCardStyled(content, CardStyle{Square: true})
}

// NewCardStyled returns content on a ground of the given style.
func NewCardStyled(content fyne.CanvasObject, style CardStyle) *Card {
	if style.Fill == "" {
		style.Fill = Surface
	}
	c := &Card{content: content, style: style}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by the toolkit.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c}
	if c.style.Square {
		// One colour as a picture: the toolkit works out the edges of a
		// rectangle for each of its pixels, which over half a window takes
		// milliseconds without a graphics card.
		flat := canvas.NewRaster(func(int, int) image.Image { return image.NewUniform(Color(c.style.Fill)) })
		flat.ScaleMode = canvas.ImageScalePixels
		r.ground = flat
	} else {
		r.frame = canvas.NewRectangle(color.Transparent)
		r.ground = r.frame
	}
	r.shown = []fyne.CanvasObject{r.ground, c.content}
	r.paint()
	return r
}

type cardRenderer struct {
	card   *Card
	ground fyne.CanvasObject
	frame  *canvas.Rectangle // the ground of a card with corners, else nil
	shown  []fyne.CanvasObject
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.card.content.MinSize().Add(fyne.NewSquareSize(2 * r.card.style.Padding))
}

func (r *cardRenderer) Layout(size fyne.Size) {
	pad := r.card.style.Padding
	r.ground.Resize(size)
	r.card.content.Resize(size.Subtract(fyne.NewSquareSize(2 * pad)))
	r.card.content.Move(fyne.NewSquareOffsetPos(pad))
}

func (r *cardRenderer) paint() {
	if r.frame != nil {
		r.frame.FillColor = Color(r.card.style.Fill)
		r.frame.CornerRadius = RadiusCard
		r.frame.StrokeColor, r.frame.StrokeWidth = Color(Hairline), 1
	}
}

func (r *cardRenderer) Refresh() {
	r.paint()
	r.Layout(r.card.Size())
	r.ground.Refresh()
	canvas.Refresh(r.card)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *cardRenderer) Destroy()                     {}
