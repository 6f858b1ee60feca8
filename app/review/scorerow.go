package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

var (
	_ fyne.Tappable      = (*scoreRow)(nil)
	_ desktop.Cursorable = (*scoreRow)(nil)
)

// scoreRow is a row of a keyList: content on a wash while it is the chosen one,
// in a frame while the list has the keyboard.
type scoreRow struct {
	widget.BaseWidget
	content        fyne.CanvasObject
	tapped         func()
	chosen, framed bool
}

func newScoreRow(content fyne.CanvasObject, tapped func()) *scoreRow {
	r := &scoreRow{content: content, tapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

// mark says whether the row is the chosen one, and whether its list has the
// keyboard.
func (r *scoreRow) mark(chosen, keyboard bool) {
	framed := chosen && keyboard
	if chosen != r.chosen || framed != r.framed {
		r.chosen, r.framed = chosen, framed
		r.Refresh()
	}
}

// Tapped is called by the toolkit.
func (r *scoreRow) Tapped(*fyne.PointEvent) { r.tapped() }

// Cursor is called by the toolkit.
func (r *scoreRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (r *scoreRow) CreateRenderer() fyne.WidgetRenderer {
	o := &scoreRowRenderer{row: r, ground: canvas.NewRectangle(color.Transparent)}
	o.ground.CornerRadius = look.RadiusControl
	o.Draw(r, o.paint, o.Layout, o.ground, r.content)
	return o
}

type scoreRowRenderer struct {
	look.Drawing
	row    *scoreRow
	ground *canvas.Rectangle
}

func (o *scoreRowRenderer) MinSize() fyne.Size {
	return o.row.content.MinSize().AddWidthHeight(2*look.Space8, look.Space8)
}

func (o *scoreRowRenderer) Layout(size fyne.Size) {
	o.ground.Resize(size)
	o.row.content.Resize(size.SubtractWidthHeight(2*look.Space8, look.Space8))
	o.row.content.Move(fyne.NewPos(look.Space8, look.Space4))
}

func (o *scoreRowRenderer) paint() {
	o.ground.FillColor, o.ground.StrokeColor, o.ground.StrokeWidth = color.Transparent, color.Transparent, 2
	if o.row.chosen {
		o.ground.FillColor = look.Soft(look.Accent, 0.08)
	}
	if o.row.framed {
		o.ground.StrokeColor = look.Color(look.Accent)
	}
}
