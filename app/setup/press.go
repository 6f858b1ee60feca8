package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// press is a button like the ones of look that passes on the keys it does not
// use, so that Escape leaves the screen from here too.
type press struct {
	look.Control
	text    string
	icon    look.IconName
	primary bool
	unused  func(*fyne.KeyEvent)
}

func newPress(text string, icon look.IconName, primary bool, hint look.Hint, tapped func(), unused func(*fyne.KeyEvent)) *press {
	p := &press{text: text, icon: icon, primary: primary, unused: unused}
	p.Extend(p, tapped)
	p.SetHint(hint)
	return p
}

// TypedKey is called by the toolkit.
func (p *press) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Control.TypedKey(ev)
	default:
		p.unused(ev)
	}
}

func (p *press) style() look.Style {
	if p.primary {
		return look.Lead.Medium().In(look.OnAccent)
	}
	return look.Body.Medium().In(look.Text)
}

// CreateRenderer is called by the toolkit.
func (p *press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{
		press:  p,
		ground: canvas.NewRectangle(color.Transparent),
		wash:   canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		label:  look.NewLabel(p.text, p.style()),
	}
	r.ground.CornerRadius, r.wash.CornerRadius, r.ring.CornerRadius = look.RadiusControl, look.RadiusControl, look.RadiusCard+2
	r.shown = []fyne.CanvasObject{r.ground, r.wash, r.label, r.ring}
	if p.icon != "" {
		r.icon = canvas.NewImageFromResource(look.IconIn(p.icon, p.style().Tint))
		r.shown = append(r.shown, r.icon)
	}
	r.paint()
	return r
}

type pressRenderer struct {
	press              *press
	ground, wash, ring *canvas.Rectangle
	icon               *canvas.Image
	label              *look.Label
	shown              []fyne.CanvasObject
}

// iconRoom is what the icon takes before the word.
func (r *pressRenderer) iconRoom() float32 {
	if r.icon == nil {
		return 0
	}
	return look.IconSize + look.Space4
}

func (r *pressRenderer) MinSize() fyne.Size {
	height, side := look.ControlHeight, look.Space12
	if r.press.primary {
		height, side = 44, look.Space32
	}
	return fyne.NewSize(r.label.MinSize().Width+r.iconRoom()+2*side, height)
}

func (r *pressRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.wash.Resize(size)
	// The ring stands off the ground, so that it can be seen round a filled one.
	const off = 4
	r.ring.Resize(size.AddWidthHeight(2*off, 2*off))
	r.ring.Move(fyne.NewPos(-off, -off))
	width := r.label.MinSize().Width
	x := (size.Width - width - r.iconRoom()) / 2
	if r.icon != nil {
		r.icon.Resize(fyne.NewSquareSize(look.IconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-look.IconSize)/2))
	}
	r.label.Resize(fyne.NewSize(width, size.Height))
	r.label.Move(fyne.NewPos(x+r.iconRoom(), 0))
}

func (r *pressRenderer) paint() {
	r.ground.FillColor = color.Transparent
	if r.press.primary {
		r.ground.FillColor = look.Color(look.Accent)
	}
	r.wash.FillColor = r.press.Ground(false)
	r.press.PaintRing(r.ring)
}

func (r *pressRenderer) Refresh() {
	r.paint()
	r.Layout(r.press.Size())
	for _, o := range r.shown {
		o.Refresh()
	}
	canvas.Refresh(r.press)
}

func (r *pressRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *pressRenderer) Destroy()                     {}
