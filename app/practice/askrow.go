package practice

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
)

// askRow is a question that can be asked. The one that Enter chooses has a bar
// at its side.
type askRow struct {
	look.Control
	text     *look.Paragraph
	tint     look.Name
	selected bool
}

func newAskRow(tapped func()) *askRow {
	r := &askRow{text: look.NewParagraph("", look.Caption)}
	r.Extend(r, tapped)
	return r
}

// show shows a question.
func (r *askRow) show(text string, tint look.Name) {
	if tint != r.tint {
		r.tint, r.text = tint, look.NewParagraph(text, look.Caption.In(tint))
	}
	r.text.SetText(text)
	r.Show()
	r.Refresh()
}

func (r *askRow) setSelected(selected bool) {
	if selected != r.selected {
		r.selected = selected
		r.Refresh()
	}
}

// Cursor says that a row can be pressed.
func (r *askRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (r *askRow) CreateRenderer() fyne.WidgetRenderer {
	o := &askRowRenderer{
		row: r, ground: canvas.NewRectangle(color.Transparent),
		bar: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
	}
	o.ground.CornerRadius, o.ring.CornerRadius, o.bar.CornerRadius = look.RadiusControl, look.RadiusControl, askBar/2
	o.Refresh()
	return o
}

// askBar is the width of the chosen row's bar.
const askBar float32 = 3

type askRowRenderer struct {
	row               *askRow
	ground, bar, ring *canvas.Rectangle
}

func (o *askRowRenderer) MinSize() fyne.Size {
	return o.row.text.MinSize().AddWidthHeight(2*look.Space8, look.Space12)
}

func (o *askRowRenderer) Layout(size fyne.Size) {
	o.ground.Resize(size)
	o.ring.Resize(size)
	o.bar.Resize(fyne.NewSize(askBar, size.Height-look.Space12))
	o.bar.Move(fyne.NewPos(0, look.Space12/2))
	o.row.text.Resize(size.SubtractWidthHeight(2*look.Space8, look.Space12))
	o.row.text.Move(fyne.NewPos(look.Space8, look.Space12/2))
}

func (o *askRowRenderer) Refresh() {
	o.ground.FillColor = o.row.Ground(o.row.selected)
	o.bar.FillColor = color.Transparent
	if o.row.selected {
		o.bar.FillColor = look.Color(look.Accent)
	}
	o.row.PaintRing(o.ring)
	o.Layout(o.row.Size())
	canvas.Refresh(o.row)
}

func (o *askRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.ground, o.bar, o.row.text, o.ring}
}

func (o *askRowRenderer) Destroy() {}
