package library

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// The sizes of a row.
const (
	rowHeight     float32 = 72
	pictureWidth  float32 = 80
	pictureHeight float32 = 50
)

// row is one attempt in the list. A tap opens it, the second button asks for its
// menu. It is used for one attempt after the other.
type row struct {
	widget.BaseWidget
	list    *list
	id      int
	line    line
	hovered bool
}

func newRow(l *list) *row {
	r := &row{list: l, id: -1}
	r.ExtendBaseWidget(r)
	return r
}

// show shows another attempt.
func (r *row) show(id int, l line) {
	r.id, r.line = id, l
	r.Refresh()
}

// chosen reports whether the row is the chosen one.
func (r *row) chosen() bool { return r.id == r.list.at }

// naming reports whether the title is being typed.
func (r *row) naming() bool {
	return r.list.naming != "" && r.list.naming == r.line.entry.Dir
}

// Tapped is called by the toolkit.
func (r *row) Tapped(*fyne.PointEvent) {
	s := r.list.screen
	r.list.move(r.id)
	if c := s.canvas(); c != nil {
		c.Focus(r.list)
	}
	s.open(r.line)
}

// TappedSecondary is called by the toolkit.
func (r *row) TappedSecondary(ev *fyne.PointEvent) {
	r.list.move(r.id)
	r.list.screen.keepKeyboard() // which the click took away
	r.list.screen.showMenu(r.line, ev.AbsolutePosition)
}

// Cursor says that a tap does something.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by the toolkit.
func (r *row) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved is called by the toolkit.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (r *row) MouseOut() { r.hover(false) }

func (r *row) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// more shows the row's menu below its button.
func (r *row) more(button fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
	r.list.screen.showMenu(r.line, at.AddXY(0, button.Size().Height+look.Space4))
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	quiet := look.Body.In(look.Muted)
	o := &rowRenderer{
		row:    r,
		ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		frame: canvas.NewRectangle(color.Transparent), paper: canvas.NewRectangle(color.Transparent), image: canvas.NewImageFromImage(nil),
		icon:  look.NewIcon(look.IconBoard, look.Faint),
		title: look.NewLabel("", look.Body.Medium().Cut()), below: look.NewLabel("", look.Caption.In(look.Muted).Cut()),
		date: look.NewLabel("", quiet.Trailing()), length: look.NewLabel("", quiet.Figures().Trailing()),
		score: look.NewLabel("", look.Body.Medium().Figures().Trailing()),
	}
	o.chip = look.NewChip("", func() color.NRGBA { return look.Color(o.row.line.tint) })
	o.more = look.NewIconButton(look.IconMore, look.Hint{Name: "What can be done with it"}, func() { r.list.move(r.id); r.more(o.more) })
	o.ground.CornerRadius, o.ring.CornerRadius = look.RadiusControl, look.RadiusControl
	o.paper.CornerRadius, o.frame.CornerRadius, o.image.CornerRadius = look.RadiusChip, look.RadiusChip, look.RadiusChip
	o.image.ScaleMode = canvas.ImageScaleSmooth
	o.Refresh()
	return o
}

type rowRenderer struct {
	row                        *row
	ground, ring, frame, paper *canvas.Rectangle
	image, icon                *canvas.Image
	title, below               *look.Label
	date, length, score        *look.Label
	chip                       *look.Chip
	more                       *look.IconButton
}

func (o *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(480, rowHeight) }

// The widths of the columns at the right, from the outside.
const (
	moreColumn   float32 = 32
	scoreColumn  float32 = 48
	lengthColumn float32 = 64
	dateColumn   float32 = 96
)

func (o *rowRenderer) Layout(size fyne.Size) {
	o.ground.Resize(size)
	o.ring.Resize(size.SubtractWidthHeight(2, 2))
	o.ring.Move(fyne.NewPos(1, 1))
	top := (size.Height - pictureHeight) / 2
	for _, box := range []fyne.CanvasObject{o.paper, o.image, o.frame} {
		box.Resize(fyne.NewSize(pictureWidth, pictureHeight))
		box.Move(fyne.NewPos(look.Space12, top))
	}
	o.icon.Resize(fyne.NewSquareSize(look.IconSize))
	o.icon.Move(fyne.NewPos(look.Space12+(pictureWidth-look.IconSize)/2, (size.Height-look.IconSize)/2))
	right := size.Width - look.Space8
	column := func(part fyne.CanvasObject, width, gap float32) {
		right -= width
		height := part.MinSize().Height
		part.Resize(fyne.NewSize(width, height))
		part.Move(fyne.NewPos(right, (size.Height-height)/2))
		right -= gap
	}
	column(o.more, moreColumn, look.Space4)
	column(o.score, scoreColumn, look.Space8)
	column(o.length, lengthColumn, look.Space16)
	column(o.date, dateColumn, look.Space16)
	if o.chip.Visible() {
		column(o.chip, o.chip.MinSize().Width, look.Space16)
	}
	left := look.Space12 + pictureWidth + look.Space16
	width := max(right-left, 0)
	titleHeight, belowHeight := o.title.MinSize().Height, o.below.MinSize().Height
	y := (size.Height - titleHeight - belowHeight - 2) / 2
	o.title.Resize(fyne.NewSize(width, titleHeight))
	o.title.Move(fyne.NewPos(left, y))
	o.below.Resize(fyne.NewSize(width, belowHeight))
	o.below.Move(fyne.NewPos(left, y+titleHeight+2))
	if o.row.naming() {
		field := o.row.list.name
		field.Resize(fyne.NewSize(width+look.Space8, look.ControlHeight))
		field.Move(fyne.NewPos(left-look.Space8, (size.Height-look.ControlHeight)/2))
	}
}

func (o *rowRenderer) Refresh() {
	r, l := o.row, o.row.line
	o.ground.FillColor = color.Transparent
	switch {
	case r.chosen():
		o.ground.FillColor = look.Soft(look.Accent, 0.10)
	case r.hovered:
		o.ground.FillColor = look.Soft(look.Text, 0.05)
	}
	o.ring.StrokeColor, o.ring.StrokeWidth = color.Transparent, 2
	if r.chosen() && r.list.focused {
		o.ring.StrokeColor = look.Color(look.Accent)
	}
	o.title.SetText(l.title)
	o.below.SetText(l.below)
	o.date.SetText(l.date)
	o.length.SetText(l.length)
	o.score.SetText(l.score)
	o.chip.SetText(l.word)
	shown(o.chip, l.word != "")
	shown(o.title, !r.naming())
	shown(o.below, !r.naming())
	shown(o.more, r.hovered || r.chosen())
	o.paint(l.picture)
	o.Layout(r.Size())
	o.ground.Refresh()
	o.ring.Refresh()
	canvas.Refresh(r)
}

// paint shows the board, the cover, or what stands for either.
func (o *rowRenderer) paint(p picture) {
	o.paper.FillColor = look.Color(look.Surface)
	o.frame.FillColor, o.frame.StrokeColor, o.frame.StrokeWidth = color.Transparent, look.Color(look.Hairline), 1
	icon := look.IconBoard
	if p.sound {
		icon = look.IconMic
	}
	if resource := look.IconIn(icon, look.Faint); o.icon.Resource != resource {
		o.icon.Resource = resource
		o.icon.Refresh()
	}
	dir := o.row.line.entry.Dir
	img := o.row.list.screen.pictures.get(p, func() { o.row.list.came(dir) })
	o.image.FillMode = canvas.ImageFillContain
	if p.cover != "" {
		o.image.FillMode = canvas.ImageFillCover
	}
	if o.image.Image = img; img != nil {
		o.image.Refresh()
	}
	shown(o.image, img != nil)
	shown(o.icon, img == nil)
}

func shown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (o *rowRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{o.ground, o.paper, o.icon, o.image, o.frame, o.title, o.below, o.chip, o.date, o.length, o.score, o.more, o.ring}
	if o.row.naming() {
		all = append(all, o.row.list.name)
	}
	return all
}

func (o *rowRenderer) Destroy() {}
