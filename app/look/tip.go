package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tip is the raised label of a tooltip.
type tip struct {
	widget.BaseWidget
	hint Hint
}

func newTip() *tip {
	t := &tip{}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tip) set(hint Hint) {
	t.hint = hint
	t.Refresh()
}

func (t *tip) CreateRenderer() fyne.WidgetRenderer {
	r := &tipRenderer{
		tip:    t,
		ground: canvas.NewRectangle(Color(Raised)),
		name:   NewLabel("", Caption.Medium()),
		key:    NewLabel("", Caption.In(Muted)),
	}
	r.shown = []fyne.CanvasObject{r.ground, r.name, r.key}
	r.Refresh()
	return r
}

type tipRenderer struct {
	tip       *tip
	ground    *canvas.Rectangle
	name, key *Label
	shown     []fyne.CanvasObject
}

func (r *tipRenderer) MinSize() fyne.Size {
	width := Caption.Medium().Width(r.tip.hint.Name)
	if r.tip.hint.Key != "" {
		width += Space8 + Caption.Width(r.tip.hint.Key)
	}
	return fyne.NewSize(width+2*Space8, Caption.Height()+2*5)
}

func (r *tipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	name := r.name.MinSize()
	r.name.Resize(fyne.NewSize(name.Width, size.Height))
	r.name.Move(fyne.NewPos(Space8, 0))
	r.key.Resize(fyne.NewSize(r.key.MinSize().Width, size.Height))
	r.key.Move(fyne.NewPos(2*Space8+name.Width, 0))
}

func (r *tipRenderer) Refresh() {
	r.name.SetText(r.tip.hint.Name)
	r.key.SetText(r.tip.hint.Key)
	r.ground.FillColor, r.ground.CornerRadius = Color(Raised), RadiusControl
	r.ground.StrokeColor, r.ground.StrokeWidth = Color(Hairline), 1
	r.ground.Shadow = softShadow()
	r.Layout(r.tip.Size())
	r.ground.Refresh()
	canvas.Refresh(r.tip)
}

func (r *tipRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *tipRenderer) Destroy()                     {}

// softShadow lifts what is Raised off the page.
func softShadow() canvas.Shadow {
	return canvas.Shadow{
		Color:      Theme{}.Color(theme.ColorNameShadow, Variant()),
		Offset:     fyne.NewPos(0, 2),
		BlurRadius: 8,
		Variant:    canvas.DropShadow,
	}
}
