package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// strip shows how an interview's minutes are shared out: a segment for each
// phase, as wide as its time, with its name and minutes below.
type strip struct {
	widget.BaseWidget
	plan interview.Plan
	bare bool // the bars alone
}

func newStrip(plan interview.Plan) *strip {
	s := &strip{plan: plan}
	s.ExtendBaseWidget(s)
	return s
}

func (s *strip) set(plan interview.Plan) {
	s.plan = plan
	s.Refresh()
}

// setBare leaves names and minutes away, or brings them back.
func (s *strip) setBare(bare bool) {
	s.bare = bare
	s.Refresh()
}

// CreateRenderer is called by the toolkit.
func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{strip: s}
	var shown []fyne.CanvasObject
	for i := range interview.Phases {
		r.bars[i] = canvas.NewRectangle(color.Transparent)
		r.bars[i].CornerRadius = 3
		r.names[i] = look.NewLabel("", look.Caption.In(look.Muted).Cut())
		r.times[i] = look.NewLabel("", look.Caption.Medium().Figures())
		shown = append(shown, r.bars[i], r.names[i], r.times[i])
	}
	r.Draw(s, r.paint, r.Layout, shown...)
	return r
}

const (
	barHeight float32 = 8
	barGap    float32 = 3
)

type stripRenderer struct {
	look.Drawing
	strip *strip
	bars  [interview.PhaseCount]*canvas.Rectangle
	names [interview.PhaseCount]*look.Label
	times [interview.PhaseCount]*look.Label
}

func (r *stripRenderer) MinSize() fyne.Size {
	if r.strip.bare {
		return fyne.NewSize(interview.PhaseCount*look.Space24, barHeight)
	}
	return fyne.NewSize(interview.PhaseCount*look.Space24, barHeight+look.Space4+2*look.Caption.Height())
}

func (r *stripRenderer) Layout(size fyne.Size) {
	room := size.Width - barGap*(interview.PhaseCount-1)
	total, x := float32(r.strip.plan.Total()), float32(0)
	high := look.Caption.Height()
	for i, d := range r.strip.plan {
		width := room * float32(d) / total
		r.bars[i].Resize(fyne.NewSize(width, barHeight))
		r.bars[i].Move(fyne.NewPos(x, 0))
		r.times[i].Resize(fyne.NewSize(width, high))
		r.times[i].Move(fyne.NewPos(x, barHeight+look.Space4))
		r.names[i].SetText(nameFor(i, look.Caption, width))
		r.names[i].Resize(fyne.NewSize(width, high))
		r.names[i].Move(fyne.NewPos(x, barHeight+look.Space4+high))
		x += width + barGap
	}
}

func (r *stripRenderer) paint() {
	for i, d := range r.strip.plan {
		r.bars[i].FillColor = look.PhaseHue(i)
		r.times[i].SetText(look.Minutes(d))
		r.times[i].Hidden, r.names[i].Hidden = r.strip.bare, r.strip.bare
	}
}
