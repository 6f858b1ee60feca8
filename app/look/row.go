package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Row is one line of a list: content on a wash that answers to hover and
// selection. A tap, Space or Enter chooses it; the second mouse button asks for
// its menu.
type Row struct {
	Control
	content   fyne.CanvasObject
	selected  bool
	secondary func(at fyne.Position)
}

// NewRow returns a row round content, with 12 units of space at the sides. With
// a nil tapped the row can be read but not chosen, and Tab passes it by.
func NewRow(content fyne.CanvasObject, tapped func()) *Row {
	r := &Row{content: content}
	r.Extend(r, tapped)
	if tapped == nil {
		r.Disable()
	}
	return r
}

// Cursor says whether a tap does something.
func (r *Row) Cursor() desktop.Cursor {
	if r.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// OnSecondary sets what the second mouse button does; at is in the window.
func (r *Row) OnSecondary(do func(at fyne.Position)) { r.secondary = do }

// SetSelected marks the row as chosen.
func (r *Row) SetSelected(selected bool) {
	if selected != r.selected {
		r.selected = selected
		r.Refresh()
	}
}

// Selected reports whether the row is chosen.
func (r *Row) Selected() bool { return r.selected }

// TappedSecondary is called by the toolkit.
func (r *Row) TappedSecondary(ev *fyne.PointEvent) {
	r.giveBack()
	if r.secondary != nil && !r.Disabled() {
		r.secondary(ev.AbsolutePosition)
	}
}

// CreateRenderer is called by the toolkit.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	o := &rowRenderer{
		row:    r,
		ground: canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
	}
	o.ground.CornerRadius, o.ring.CornerRadius = RadiusControl, RadiusControl
	o.shown = []fyne.CanvasObject{o.ground, r.content, o.ring}
	o.paint()
	return o
}

type rowRenderer struct {
	row          *Row
	ground, ring *canvas.Rectangle
	shown        []fyne.CanvasObject
}

func (o *rowRenderer) MinSize() fyne.Size {
	return o.row.content.MinSize().AddWidthHeight(2*Space12, 2*Space8)
}

func (o *rowRenderer) Layout(size fyne.Size) {
	o.ground.Resize(size)
	o.ring.Resize(size)
	o.row.content.Resize(size.SubtractWidthHeight(2*Space12, 2*Space8))
	o.row.content.Move(fyne.NewPos(Space12, Space8))
}

func (o *rowRenderer) paint() {
	o.ground.FillColor = o.row.Ground(o.row.selected)
	o.row.PaintRing(o.ring)
}

func (o *rowRenderer) Refresh() {
	o.paint()
	o.Layout(o.row.Size())
	o.ground.Refresh()
	o.ring.Refresh()
	canvas.Refresh(o.row)
}

func (o *rowRenderer) Objects() []fyne.CanvasObject { return o.shown }
func (o *rowRenderer) Destroy()                     {}
