package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/review"
)

var (
	_ fyne.Tappable      = (*coverBox)(nil)
	_ desktop.Hoverable  = (*coverBox)(nil)
	_ desktop.Cursorable = (*coverBox)(nil)
)

// coverBox is the box of a point: empty while nothing is said of it, filled with
// a tick when it was covered, a frame with a cross when it was missed.
type coverBox struct {
	widget.BaseWidget
	state   review.Coverage
	tapped  func()
	pointed bool
}

func newCoverBox(tapped func()) *coverBox {
	b := &coverBox{tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

func (b *coverBox) set(c review.Coverage) {
	if c != b.state {
		b.state = c
		b.Refresh()
	}
}

// Tapped is called by the toolkit.
func (b *coverBox) Tapped(*fyne.PointEvent) { b.tapped() }

// MouseIn is called by the toolkit.
func (b *coverBox) MouseIn(*desktop.MouseEvent) {
	b.pointed = true
	name := "Not said yet"
	switch b.state {
	case review.Covered:
		name = "Covered"
	case review.Missed:
		name = "Missed"
	}
	look.HintEnter(b, look.Hint{Name: name + "; press to change", Key: "C, M"})
	b.Refresh()
}

// MouseMoved is called by the toolkit.
func (b *coverBox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (b *coverBox) MouseOut() {
	b.pointed = false
	look.HintLeave(b)
	b.Refresh()
}

// Cursor is called by the toolkit.
func (b *coverBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (b *coverBox) CreateRenderer() fyne.WidgetRenderer {
	r := &coverBoxRenderer{
		box: b, ground: canvas.NewRectangle(color.Transparent),
		tick: look.NewIcon(look.IconCheck, look.OnAccent), cross: look.NewIcon(look.IconClose, look.Over),
	}
	r.ground.CornerRadius = look.RadiusChip
	r.Draw(b, r.paint, r.Layout, r.ground, r.tick, r.cross)
	return r
}

// boxEdge is the edge of the box.
const boxEdge float32 = 18

type coverBoxRenderer struct {
	look.Drawing
	box         *coverBox
	ground      *canvas.Rectangle
	tick, cross *canvas.Image
}

func (r *coverBoxRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(boxEdge) }

func (r *coverBoxRenderer) Layout(fyne.Size) {
	r.ground.Resize(fyne.NewSquareSize(boxEdge))
	for _, icon := range []*canvas.Image{r.tick, r.cross} {
		icon.Resize(fyne.NewSquareSize(boxEdge - 4))
		icon.Move(fyne.NewPos(2, 2))
	}
}

func (r *coverBoxRenderer) paint() {
	g := r.ground
	g.FillColor, g.StrokeColor, g.StrokeWidth = color.Transparent, look.Color(look.Faint), 1.5
	switch r.box.state {
	case review.Covered:
		g.FillColor, g.StrokeColor = look.Color(look.Accent), look.Color(look.Accent)
	case review.Missed:
		g.StrokeColor = look.Color(look.Over)
	}
	if r.box.pointed && r.box.state != review.Covered {
		g.FillColor = look.Soft(look.Text, 0.06)
	}
	r.tick.Hidden, r.cross.Hidden = r.box.state != review.Covered, r.box.state != review.Missed
	r.tick.Resource, r.cross.Resource = look.IconIn(look.IconCheck, look.OnAccent), look.IconIn(look.IconClose, look.Over)
}
