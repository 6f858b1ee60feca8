package boardfile

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/export"
)

// The widths of a line's columns behind the name.
const (
	sizeWidth = 70
	dateWidth = 96
)

// fileLine is one line of a chooser's list.
type fileLine struct {
	widget.BaseWidget
	id                 int
	tapped             func(id int)
	icon               *canvas.Image
	name, size, change *look.Label
	ground             *canvas.Rectangle
}

func newFileLine(tapped func(id int)) *fileLine {
	f := &fileLine{
		tapped: tapped,
		icon:   look.NewIcon(look.IconBoard, look.Muted),
		name:   look.NewLabel("", look.Body.Cut()),
		size:   look.NewLabel("", look.Caption.In(look.Muted).Figures().Trailing()),
		change: look.NewLabel("", look.Caption.In(look.Muted).Figures().Trailing()),
		ground: canvas.NewRectangle(color.Transparent),
	}
	f.ground.CornerRadius = look.RadiusChip
	f.ExtendBaseWidget(f)
	return f
}

// show makes the line be that of an entry.
func (f *fileLine) show(id int, e entry, chosen bool, now time.Time) {
	f.id = id
	icon := look.IconBoard
	size := sizeWords(e.size)
	switch {
	case e.dir:
		icon, size = look.IconFolder, ""
	case IsLibrary(e.name):
		icon = look.IconParts
	case IsPicture(e.name) && !hasEnding(e.name, string(export.PNGWithScene)):
		icon = look.IconPicture
	}
	f.icon.Resource = look.IconIn(icon, look.Muted)
	f.icon.Refresh()
	f.name.SetText(e.name)
	f.size.SetText(size)
	f.change.SetText(dateWords(e.changed, now))
	f.ground.FillColor = color.Transparent
	if chosen {
		f.ground.FillColor = look.Soft(look.Accent, 0.14)
	}
	f.ground.Refresh()
}

// Tapped is called by the toolkit.
func (f *fileLine) Tapped(*fyne.PointEvent) { f.tapped(f.id) }

// Cursor is called by the toolkit.
func (f *fileLine) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (f *fileLine) CreateRenderer() fyne.WidgetRenderer {
	right := look.HStack(look.Space8, look.AtLeast(f.size, fyne.NewSize(sizeWidth, 0)), look.AtLeast(f.change, fyne.NewSize(dateWidth, 0)))
	row := container.NewBorder(nil, nil, look.Pad(look.Middle(f.icon), 0, look.Space8, 0, 0), right, f.name)
	return widget.NewSimpleRenderer(container.NewStack(f.ground, look.Pad(row, look.Space4, look.Space8, look.Space4, look.Space8)))
}
