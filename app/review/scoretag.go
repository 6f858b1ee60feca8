package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// tagChip is a failure mode to put on the attempt: a word in a frame, with a
// tick when it is on.
type tagChip struct {
	look.Control
	text string
	on   bool
}

func newTagChip(text string, on bool, hint look.Hint, tapped func()) *tagChip {
	t := &tagChip{text: text, on: on}
	t.SetHint(hint)
	t.Extend(t, tapped)
	return t
}

// CreateRenderer is called by the toolkit.
func (t *tagChip) CreateRenderer() fyne.WidgetRenderer {
	r := &tagChipRenderer{
		chip:   t,
		ground: canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		tick:   look.NewIcon(look.IconCheck, look.Accent),
		label:  look.NewLabel(t.text, look.Caption),
	}
	r.ground.CornerRadius, r.ring.CornerRadius = look.RadiusChip, look.RadiusChip
	r.Draw(t, r.paint, r.Layout, r.ground, r.tick, r.label, r.ring)
	return r
}

const (
	tagHeight float32 = 26
	tagTick   float32 = 12
)

type tagChipRenderer struct {
	look.Drawing
	chip         *tagChip
	ground, ring *canvas.Rectangle
	tick         *canvas.Image
	label        *look.Label
}

func (r *tagChipRenderer) MinSize() fyne.Size {
	text := r.label.MinSize()
	width := text.Width + 2*look.Space8
	if r.chip.on {
		width += tagTick + look.Space4
	}
	return fyne.NewSize(width, max(tagHeight, text.Height+look.Space8))
}

func (r *tagChipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	left := look.Space8
	if r.chip.on {
		r.tick.Resize(fyne.NewSquareSize(tagTick))
		r.tick.Move(fyne.NewPos(left, (size.Height-tagTick)/2))
		left += tagTick + look.Space4
	}
	text := r.label.MinSize()
	r.label.Resize(text)
	r.label.Move(fyne.NewPos(left, (size.Height-text.Height)/2))
}

func (r *tagChipRenderer) paint() {
	t := r.chip
	r.tick.Hidden = !t.on
	r.tick.Resource = look.IconIn(look.IconCheck, look.Accent)
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = t.Ground(t.on), look.Color(look.Hairline), 1
	if t.on {
		r.ground.StrokeColor = look.Color(look.Accent)
	}
	t.PaintRing(r.ring)
}
