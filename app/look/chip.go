package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Chip is a small rounded word with a dot of a hue before it: a level, a
// domain, a phase. The word stays in the text's own colour, so that it can be
// read on every hue.
type Chip struct {
	widget.BaseWidget
	text string
	hue  func() color.NRGBA
}

// NewChip returns a chip. The hue is asked for at every refresh, so that it may
// follow the theme: look.PhaseHue or look.Color in a function.
func NewChip(text string, hue func() color.NRGBA) *Chip {
	c := &Chip{text: text, hue: hue}
	c.ExtendBaseWidget(c)
	return c
}

// NewPhaseChip returns a chip in the hue of phase i, counted from 0.
func NewPhaseChip(text string, i int) *Chip {
	return NewChip(text, func() color.NRGBA { return PhaseHue(i) })
}

// SetText replaces the word.
func (c *Chip) SetText(text string) {
	if text != c.text {
		c.text = text
		c.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip:   c,
		ground: canvas.NewRectangle(color.Transparent),
		dot:    canvas.NewCircle(color.Transparent),
		label:  NewLabel(c.text, Caption.Medium()),
	}
	r.ground.CornerRadius = RadiusChip
	r.Draw(c, r.paint, r.Layout, r.ground, r.dot, r.label)
	return r
}

type chipRenderer struct {
	Drawing
	chip   *Chip
	ground *canvas.Rectangle
	dot    *canvas.Circle
	label  *Label
}

const (
	chipHeight float32 = 20
	chipDot    float32 = 6
)

func (r *chipRenderer) MinSize() fyne.Size {
	text := r.label.MinSize()
	return fyne.NewSize(text.Width+chipDot+3*6, max(chipHeight, text.Height+4))
}

func (r *chipRenderer) Layout(size fyne.Size) {
	height := min(size.Height, r.MinSize().Height)
	top := (size.Height - height) / 2
	r.ground.Resize(fyne.NewSize(size.Width, height))
	r.ground.Move(fyne.NewPos(0, top))
	r.dot.Resize(fyne.NewSquareSize(chipDot))
	r.dot.Move(fyne.NewPos(6, top+(height-chipDot)/2))
	r.label.Resize(fyne.NewSize(size.Width-chipDot-3*6, height))
	r.label.Move(fyne.NewPos(chipDot+2*6, top))
}

func (r *chipRenderer) paint() {
	hue := r.chip.hue()
	r.ground.FillColor, r.dot.FillColor = Fade(hue, 0.14), hue
	r.label.SetText(r.chip.text)
}
