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
	edge     float32
}

// NewIconButton returns a button of 32 units. The hint is its tooltip and must
// name what it does.
func NewIconButton(icon IconName, hint Hint, tapped func()) *IconButton {
	b := &IconButton{icon: icon, tint: Text, edge: ControlHeight}
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

// SetEdge makes the button smaller or larger than the usual 32 units, for bars
// that float above something.
func (b *IconButton) SetEdge(edge float32) {
	b.edge = edge
	b.Refresh()
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

func (r *iconButtonRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.button.edge) }

func (r *iconButtonRenderer) Layout(size fyne.Size) {
	edge := min(size.Width, size.Height, r.button.edge)
	at := fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2)
	for _, box := range []*canvas.Rectangle{r.ground, r.ring} {
		box.Resize(fyne.NewSquareSize(edge))
		box.Move(at)
	}
	icon := min(IconSize, edge-Space8)
	inset := (edge - icon) / 2
	r.icon.Resize(fyne.NewSquareSize(icon))
	if r.corner.Text != "" {
		inset-- // the letter gets room
	}
	r.icon.Move(at.AddXY(inset, inset))
	letter := r.corner.MinSize()
	r.corner.Resize(letter)
	r.corner.Move(at.AddXY(edge-letter.Width-2, edge-letter.Height+1))
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
