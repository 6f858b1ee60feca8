package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
)

// link is a piece of text that leads elsewhere: underlined, pressed with the
// mouse, or with Enter when it has the keyboard.
type link struct {
	look.Control
	text  string
	style look.Style
}

func newLink(p piece, follow func(place string), unused func(*fyne.KeyEvent), seen func(fyne.CanvasObject)) *link {
	l := &link{text: p.text, style: p.style}
	l.Extend(l, func() { follow(p.to) })
	l.OnUnused(unused)
	l.OnFocus(func() { seen(l) }, nil)
	return l
}

// Cursor is called by the toolkit.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{
		link: l, label: look.NewLabel(l.text, l.style),
		line: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
	}
	r.ring.CornerRadius = look.RadiusChip
	r.shown = []fyne.CanvasObject{r.label, r.line, r.ring}
	r.paint()
	return r
}

type linkRenderer struct {
	link       *link
	label      *look.Label
	line, ring *canvas.Rectangle
	shown      []fyne.CanvasObject
}

func (r *linkRenderer) MinSize() fyne.Size { return r.label.MinSize() }

func (r *linkRenderer) Layout(size fyne.Size) {
	r.label.Resize(size)
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.line.Move(fyne.NewPos(0, (size.Height+r.label.MinSize().Height)/2-1))
	r.ring.Resize(size.AddWidthHeight(look.Space8, 0))
	r.ring.Move(fyne.NewPos(-look.Space4, 0))
}

func (r *linkRenderer) paint() {
	strength := float32(0.35)
	if r.link.Hovered() {
		strength = 1
	}
	r.line.FillColor = look.Soft(look.Accent, strength)
	r.link.PaintRing(r.ring)
}

func (r *linkRenderer) Refresh() {
	r.paint()
	r.Layout(r.link.Size())
	r.label.Refresh()
	r.line.Refresh()
	r.ring.Refresh()
}

func (r *linkRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *linkRenderer) Destroy()                     {}
