package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Importance says how loudly a button asks to be pressed.
type Importance int

// Plain is a hairline on the surface and the usual choice. Primary is filled
// with the accent; a screen has at most one. Quiet is text alone until hovered.
// Danger is a hairline with the word in red.
const (
	Plain Importance = iota
	Primary
	Quiet
	Danger
)

// Button is a button with a word and, if set, an icon before it.
type Button struct {
	Control
	text       string
	icon       IconName
	importance Importance
	large      bool
}

// NewButton returns a button that says text.
func NewButton(text string, importance Importance, tapped func()) *Button {
	b := &Button{text: text, importance: importance}
	b.Extend(b, tapped)
	return b
}

// NewLargeButton returns a button for a screen's one big step.
func NewLargeButton(text string, tapped func()) *Button {
	b := NewButton(text, Primary, tapped)
	b.large = true
	return b
}

// SetText replaces the word.
func (b *Button) SetText(text string) {
	if text != b.text {
		b.text = text
		b.Refresh()
	}
}

// Text returns the word.
func (b *Button) Text() string { return b.text }

// SetIcon sets the icon before the word; empty takes it away.
func (b *Button) SetIcon(icon IconName) {
	if icon != b.icon {
		b.icon = icon
		b.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b,
		ground: canvas.NewRectangle(color.Transparent),
		wash:   canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		icon:   &canvas.Image{},
		label:  NewLabel(b.text, b.style()),
	}
	for _, box := range []*canvas.Rectangle{r.ground, r.wash, r.ring} {
		box.CornerRadius = RadiusControl
	}
	r.Draw(b, r.paint, r.Layout, r.ground, r.wash, r.icon, r.label, r.ring)
	return r
}

func (b *Button) style() Style {
	s := Body.Medium()
	if b.large {
		s = Lead.Medium()
	}
	switch {
	case b.Disabled():
		return s.In(Faint)
	case b.importance == Primary:
		return s.In(OnAccent)
	case b.importance == Danger:
		return s.In(Recording)
	}
	return s
}

type buttonRenderer struct {
	Drawing
	button             *Button
	ground, wash, ring *canvas.Rectangle
	icon               *canvas.Image
	label              *Label
}

func (r *buttonRenderer) MinSize() fyne.Size {
	height, side := ControlHeight, Space12
	if r.button.large {
		height, side = 44, Space24
	}
	return fyne.NewSize(r.contentWidth()+2*side, max(height, r.label.MinSize().Height+Space8))
}

func (r *buttonRenderer) contentWidth() float32 {
	width := r.label.MinSize().Width
	if r.button.icon != "" {
		width += IconSize + 6
	}
	return width
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	for _, box := range []*canvas.Rectangle{r.ground, r.wash} {
		box.Resize(size)
	}
	off := r.ringOff()
	r.ring.Resize(size.Add(fyne.NewSquareSize(2 * off)))
	r.ring.Move(fyne.NewSquareOffsetPos(-off))
	r.ring.CornerRadius = RadiusControl + off
	x := (size.Width - r.contentWidth()) / 2
	if r.button.icon != "" {
		r.icon.Resize(fyne.NewSquareSize(IconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-IconSize)/2))
		x += IconSize + 6
	}
	r.label.Resize(fyne.NewSize(r.label.MinSize().Width, size.Height))
	r.label.Move(fyne.NewPos(x, 0))
}

// ringOff is how far the ring stands off the button: enough round a filled one
// for the page to be seen between the two, which have the same colour.
func (r *buttonRenderer) ringOff() float32 {
	if r.button.importance == Primary {
		return 4
	}
	return 2
}

func (r *buttonRenderer) paint() {
	b := r.button
	style := b.style()
	r.label.SetStyle(style)
	r.label.SetText(b.text)
	r.icon.Hidden = b.icon == ""
	if b.icon != "" {
		r.icon.Resource = IconIn(b.icon, style.tint())
	}
	r.ground.StrokeWidth, r.ground.StrokeColor = 1, Color(Hairline)
	r.wash.FillColor = b.Ground(false)
	switch b.importance {
	case Primary:
		r.ground.FillColor, r.ground.StrokeWidth = Color(Accent), 0
		if b.Disabled() {
			r.ground.FillColor = Soft(Text, 0.08)
		}
	case Quiet:
		r.ground.FillColor, r.ground.StrokeWidth = color.Transparent, 0
	default:
		r.ground.FillColor = Color(Surface)
	}
	b.PaintRing(r.ring)
}
