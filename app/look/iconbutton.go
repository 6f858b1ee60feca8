package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// IconButton is a flat square button with an icon, a tooltip and a selected
// state. It works with the mouse, and with Space or Enter when focused.
type IconButton struct {
	Control
	icon     IconName
	tint     Name
	selected bool
	corner   string
}

// NewIconButton returns a button of 32 units. The hint is its tooltip and must
// name what it does.
func NewIconButton(icon IconName, hint Hint, tapped func()) *IconButton {
	b := &IconButton{icon: icon, tint: Text}
	b.hint = hint
	b.Extend(b, tapped)
	return b
}

// SetIcon replaces the icon, as when play becomes pause.
func (b *IconButton) SetIcon(icon IconName) {
	if icon != b.icon {
		b.icon = icon
		b.Refresh()
	}
}

// Icon returns the icon now shown.
func (b *IconButton) Icon() IconName { return b.icon }

// SetTint colours the icon, for the few that carry a state.
func (b *IconButton) SetTint(tint Name) {
	if tint != b.tint {
		b.tint = tint
		b.Refresh()
	}
}

// SetCorner sets a tiny letter at the lower right, such as a tool's key.
func (b *IconButton) SetCorner(text string) {
	if text != b.corner {
		b.corner = text
		b.Refresh()
	}
}

// SetSelected marks the button as the chosen one of its group.
func (b *IconButton) SetSelected(selected bool) {
	if selected != b.selected {
		b.selected = selected
		b.Refresh()
	}
}

// Selected reports whether the button is the chosen one of its group.
func (b *IconButton) Selected() bool { return b.selected }

// CreateRenderer is called by the toolkit.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	r := &iconButtonRenderer{
		button: b,
		ground: canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		icon:   canvas.NewImageFromResource(Icon(b.icon)),
		corner: canvas.NewText("", Color(Muted)),
	}
	r.ground.CornerRadius, r.ring.CornerRadius = RadiusControl, RadiusControl
	r.corner.TextSize = 9
	r.Draw(b, r.paint, r.Layout, r.ground, r.icon, r.corner, r.ring)
	return r
}

type iconButtonRenderer struct {
	Drawing
	button       *IconButton
	ground, ring *canvas.Rectangle
	icon         *canvas.Image
	corner       *canvas.Text
}

func (r *iconButtonRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(ControlHeight) }

func (r *iconButtonRenderer) Layout(size fyne.Size) {
	edge := min(size.Width, size.Height, ControlHeight)
	at := fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2)
	for _, box := range []*canvas.Rectangle{r.ground, r.ring} {
		box.Resize(fyne.NewSquareSize(edge))
		box.Move(at)
	}
	r.icon.Resize(fyne.NewSquareSize(IconSize))
	r.icon.Move(at.AddXY((edge-IconSize)/2, (edge-IconSize)/2))
	letter := r.corner.MinSize()
	r.corner.Resize(letter)
	r.corner.Move(at.AddXY(edge-letter.Width-3, edge-letter.Height))
}

func (r *iconButtonRenderer) paint() {
	b := r.button
	tint := b.tint
	if b.selected {
		tint = Accent
	}
	if b.Disabled() {
		tint = Faint
	}
	r.icon.Resource = IconIn(b.icon, tint)
	r.ground.FillColor = b.Ground(b.selected)
	b.PaintRing(r.ring)
	r.corner.Text, r.corner.Color = b.corner, Color(Muted)
	if b.selected {
		r.corner.Color = Color(Accent)
	}
}
