package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// flatButton is a word to press, without a frame until it is pointed at. It can
// be on, and can tell by an arrow that it opens a list.
type flatButton struct {
	look.Control
	text  string
	room  string // the widest text it may have, so that nothing moves
	on    bool
	lists bool
}

func newFlatButton(text string, hint look.Hint, tapped func()) *flatButton {
	b := &flatButton{text: text}
	b.SetHint(hint)
	b.Extend(b, tapped)
	return b
}

// keepsRoom makes the button wide enough for another text.
func (b *flatButton) keepsRoom(text string) *flatButton {
	b.room = text
	return b
}

// opensList gives the button an arrow.
func (b *flatButton) opensList() *flatButton {
	b.lists = true
	return b
}

func (b *flatButton) setText(text string) {
	if text != b.text {
		b.text = text
		b.Refresh()
	}
}

func (b *flatButton) setOn(on bool) {
	if on != b.on {
		b.on = on
		b.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (b *flatButton) CreateRenderer() fyne.WidgetRenderer {
	r := &flatButtonRenderer{
		button: b,
		ground: canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		label:  look.NewLabel(b.text, flatStyle),
		arrow:  look.NewIcon(look.IconChevronDown, look.Muted),
	}
	r.ground.CornerRadius, r.ring.CornerRadius = look.RadiusControl, look.RadiusControl
	r.Draw(b, r.paint, r.Layout, r.ground, r.label, r.arrow, r.ring)
	return r
}

var flatStyle = look.Body.Figures()

// arrowEdge is the edge of the arrow that says that there is a list.
const arrowEdge float32 = 14

type flatButtonRenderer struct {
	look.Drawing
	button       *flatButton
	ground, ring *canvas.Rectangle
	label        *look.Label
	arrow        *canvas.Image
}

func (r *flatButtonRenderer) MinSize() fyne.Size {
	width := max(r.label.MinSize().Width, flatStyle.Width(r.button.room)) + 2*look.Space8
	if r.button.lists {
		width += arrowEdge
	}
	return fyne.NewSize(width, look.ControlHeight)
}

func (r *flatButtonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	label, left := r.label.MinSize(), look.Space8
	if room := flatStyle.Width(r.button.room); room > label.Width {
		left += (room - label.Width) / 2
	}
	r.label.Move(fyne.NewPos(left, (size.Height-label.Height)/2))
	r.label.Resize(label)
	r.arrow.Resize(fyne.NewSquareSize(arrowEdge))
	r.arrow.Move(fyne.NewPos(left+label.Width+2, (size.Height-arrowEdge)/2))
}

func (r *flatButtonRenderer) paint() {
	b := r.button
	style := flatStyle
	if b.on {
		style = style.In(look.Accent)
	}
	r.label.SetStyle(style)
	r.label.SetText(b.text)
	r.arrow.Hidden = !b.lists
	r.arrow.Resource = look.IconIn(look.IconChevronDown, look.Muted)
	r.ground.FillColor = b.Ground(b.on)
	b.PaintRing(r.ring)
}
