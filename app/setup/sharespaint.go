package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// stepper is how one phase of the shares is drawn: its name, and below it the
// minutes between a minus and a plus.
type stepper struct {
	name, minutes *look.Label
	frame, wash   *canvas.Rectangle
	less, more    *canvas.Image
}

func newStepper(i int) stepper {
	s := stepper{
		name:    look.NewLabel("", look.Caption.Centred().In(look.Muted).Cut()),
		minutes: look.NewLabel("", look.Body.Medium().Centred().Figures()),
		frame:   canvas.NewRectangle(color.Transparent),
		wash:    canvas.NewRectangle(color.Transparent),
		less:    canvas.NewImageFromResource(look.IconIn(look.IconMinus, look.Muted)),
		more:    canvas.NewImageFromResource(look.IconIn(look.IconPlus, look.Muted)),
	}
	s.frame.CornerRadius, s.wash.CornerRadius = look.RadiusControl, look.RadiusChip
	return s
}

// place puts the stepper at x.
func (s stepper) place(x, width float32) {
	high := look.Caption.Height()
	s.name.Resize(fyne.NewSize(width, high))
	s.name.Move(fyne.NewPos(x, 0))
	top := high + look.Space4
	s.frame.Resize(fyne.NewSize(width, look.ControlHeight))
	s.frame.Move(fyne.NewPos(x, top))
	s.minutes.Resize(fyne.NewSize(width, look.ControlHeight))
	s.minutes.Move(fyne.NewPos(x, top))
	third := width / 3
	for i, icon := range []*canvas.Image{s.less, s.more} {
		icon.Resize(fyne.NewSquareSize(stepEdge))
		middle := third * (0.5 + 2*float32(i))
		icon.Move(fyne.NewPos(x+middle-stepEdge/2, top+(look.ControlHeight-stepEdge)/2))
	}
}

// washAt puts the wash behind the minus or the plus.
func (s stepper) washAt(by int, x, width float32) {
	const inset = 2
	if by > 0 {
		x += width * 2 / 3
	}
	s.wash.Resize(fyne.NewSize(width/3-inset, look.ControlHeight-2*inset))
	s.wash.Move(fyne.NewPos(x+inset/2, look.Caption.Height()+look.Space4+inset))
}

// stepEdge is the edge of a plus or a minus.
const stepEdge float32 = 12

// CreateRenderer is called by the toolkit.
func (s *shares) CreateRenderer() fyne.WidgetRenderer {
	r := &sharesRenderer{shares: s}
	var shown []fyne.CanvasObject
	for i := range r.steppers {
		p := newStepper(i)
		r.steppers[i] = p
		shown = append(shown, p.frame, p.wash, p.name, p.minutes, p.less, p.more)
	}
	r.Draw(s, r.paint, r.Layout, shown...)
	return r
}

type sharesRenderer struct {
	look.Drawing
	shares   *shares
	steppers [interview.PhaseCount]stepper
}

func (r *sharesRenderer) MinSize() fyne.Size {
	return fyne.NewSize(interview.PhaseCount*(2*stepEdge+look.Space24), look.Caption.Height()+look.Space4+look.ControlHeight)
}

func (r *sharesRenderer) Layout(size fyne.Size) {
	each := (size.Width + look.Space8) / interview.PhaseCount
	for i, p := range r.steppers {
		x, width := float32(i)*each, each-look.Space8
		p.name.SetText(nameFor(i, look.Caption.Medium(), width))
		p.place(x, width)
		p.washAt(r.shares.under.by, x, width)
	}
}

func (r *sharesRenderer) paint() {
	s := r.shares
	for i, p := range r.steppers {
		p.minutes.SetText(look.Minutes(s.plan[i]))
		p.frame.FillColor = look.Color(look.Surface)
		p.frame.StrokeColor, p.frame.StrokeWidth = look.Color(look.Hairline), 1
		p.name.SetStyle(look.Caption.Centred().In(look.Muted).Cut())
		if s.Focused() && i == s.at {
			p.frame.StrokeColor, p.frame.StrokeWidth = look.Color(look.Accent), 2
			p.name.SetStyle(look.Caption.Medium().Centred().Cut())
		}
		p.wash.FillColor = color.Transparent
		if s.under.phase == i && s.under.by != 0 {
			p.wash.FillColor = look.Soft(look.Text, 0.08)
		}
	}
}
