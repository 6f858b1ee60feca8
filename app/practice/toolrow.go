package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
)

// toolRow is the row of tools at the board's top. Where there is not room for
// all, the rare ones are behind a button.
type toolRow struct {
	object fyne.CanvasObject
	more   *look.IconButton
	rare   []*look.IconButton
	row    *fyne.Container
	card   fyne.CanvasObject
}

// newToolRow is a row of the tools always at hand, the rare ones or the button
// for more, a rule, and what stands behind it.
func newToolRow(common, rare []*look.IconButton, more *look.IconButton, behind ...fyne.CanvasObject) *toolRow {
	r := &toolRow{more: more, rare: rare}
	r.row = container.New(r)
	for _, b := range common {
		r.row.Add(b)
	}
	for _, b := range rare {
		r.row.Add(b)
	}
	r.row.Add(more)
	r.row.Add(look.NewRule())
	for _, o := range behind {
		r.row.Add(o)
	}
	r.card = shielded(look.NewCardStyled(r.row, look.CardStyle{Fill: look.Raised, Padding: look.Space4}))
	r.object = container.New(toolRowPlace{r}, r.card)
	return r
}

// width is what the row needs with the rare tools in it, or without.
func (r *toolRow) width(whole bool) float32 {
	width := float32(-slotGap)
	for _, o := range r.row.Objects {
		if !r.left(o, whole) {
			width += o.MinSize().Width + slotGap
		}
	}
	return width
}

// left reports whether an object is left out of the row.
func (r *toolRow) left(o fyne.CanvasObject, whole bool) bool {
	if whole || len(r.rare) == 0 {
		return o == fyne.CanvasObject(r.more)
	}
	for _, b := range r.rare {
		if o == fyne.CanvasObject(b) {
			return true
		}
	}
	return false
}

// MinSize is called by the toolkit.
func (r *toolRow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(r.width(false), toolEdge)
}

// Layout is called by the toolkit.
func (r *toolRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	whole := size.Width >= r.width(true)
	x := float32(0)
	for _, o := range objects {
		left := r.left(o, whole)
		show(o, !left)
		if left {
			continue
		}
		width := o.MinSize().Width
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(x, 0))
		x += width + slotGap
	}
}

// toolRowPlace centres the row, as wide as it would be or as there is room.
type toolRowPlace struct{ row *toolRow }

func (p toolRowPlace) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (p toolRowPlace) Layout(o []fyne.CanvasObject, size fyne.Size) {
	least := o[0].MinSize()
	width := least.Width
	if whole := width - p.row.width(false) + p.row.width(true); whole <= size.Width {
		width = whole
	}
	o[0].Resize(fyne.NewSize(width, least.Height))
	o[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}
