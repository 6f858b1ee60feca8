package boardfile

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/excalidraw"
)

// partCard is a part of a library, drawn small, with its name below it.
type partCard struct {
	look.Control
	item    excalidraw.LibraryItem
	picture *canvas.Image
}

func newPartCard(item excalidraw.LibraryItem, tapped func()) *partCard {
	p := &partCard{item: item, picture: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))}
	p.picture.FillMode = canvas.ImageFillContain
	p.picture.CornerRadius = look.RadiusChip
	p.SetHint(look.Hint{Name: item.Name})
	p.Extend(p, tapped)
	return p
}

// show shows the picture, once it is painted.
func (p *partCard) show(picture image.Image) {
	p.picture.Image = picture
	p.picture.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *partCard) CreateRenderer() fyne.WidgetRenderer {
	r := &partCardRenderer{
		card: p, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		name: look.NewLabel(p.item.Name, look.Caption.In(look.Muted).Centred().Cut()),
	}
	r.ground.CornerRadius, r.ring.CornerRadius = look.RadiusControl, look.RadiusControl
	r.Draw(p, r.paint, r.Layout, r.ground, p.picture, r.name, r.ring)
	return r
}

type partCardRenderer struct {
	look.Drawing
	card         *partCard
	ground, ring *canvas.Rectangle
	name         *look.Label
}

// cardInset is the room round picture and name.
const cardInset = look.Space4

func (r *partCardRenderer) MinSize() fyne.Size {
	return partSize.AddWidthHeight(2*cardInset, 2*cardInset+look.Caption.Height())
}

func (r *partCardRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	name := look.Caption.Height()
	r.card.picture.Resize(fyne.NewSize(size.Width-2*cardInset, size.Height-2*cardInset-name))
	r.card.picture.Move(fyne.NewPos(cardInset, cardInset))
	r.name.Resize(fyne.NewSize(size.Width-2*cardInset, name))
	r.name.Move(fyne.NewPos(cardInset, size.Height-cardInset-name))
}

func (r *partCardRenderer) paint() {
	r.ground.FillColor = r.card.Ground(false)
	r.card.PaintRing(r.ring)
}
