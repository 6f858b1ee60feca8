package phasebar

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
)

// part is one segment as a widget of its own, so that hover, tooltip and
// keyboard focus are each segment's.
type part struct {
	look.Control
	bar     *Bar
	index   int
	segment Segment
}

func newPart(bar *Bar, index int) *part {
	p := &part{bar: bar, index: index}
	p.Extend(p, func() { bar.tap(index) })
	return p
}

// set shows s and redraws only when something visible changed.
func (p *part) set(s Segment) {
	if s == p.segment {
		return
	}
	p.segment = s
	p.SetHint(look.Hint{
		Name: s.Name + "  " + look.Time(s.Spent) + " of " + look.Time(s.Planned) + ", " + lightOf(s).word(s),
		Key:  p.bar.key(p.index),
	})
	p.Refresh()
}

// Cursor says that a segment can be pressed.
func (p *part) Cursor() desktop.Cursor { return desktop.PointerCursor }

var (
	nameStyle    = look.Caption.Medium()
	currentStyle = look.Caption.Strong()
	timeStyle    = look.Caption.Figures().In(look.Muted)
)

// CreateRenderer is called by the toolkit.
func (p *part) CreateRenderer() fyne.WidgetRenderer {
	r := &partRenderer{
		part:   p,
		ground: canvas.NewRectangle(color.Transparent),
		wash:   canvas.NewRectangle(color.Transparent),
		track:  canvas.NewRectangle(color.Transparent),
		fill:   canvas.NewRectangle(color.Transparent),
		ring:   canvas.NewRectangle(color.Transparent),
		name:   look.NewLabel("", nameStyle),
		time:   look.NewLabel("", timeStyle),
		sign:   NewSign(),
	}
	for _, box := range []*canvas.Rectangle{r.ground, r.wash, r.ring} {
		box.CornerRadius = look.RadiusControl
	}
	r.Draw(p, r.paint, r.Layout, r.ground, r.wash, r.track, r.fill, r.name, r.time, r.sign, r.ring)
	return r
}

type partRenderer struct {
	look.Drawing
	part         *part
	ground, wash *canvas.Rectangle
	track, fill  *canvas.Rectangle
	ring         *canvas.Rectangle
	name, time   *look.Label
	sign         *Sign
}

const (
	side    float32 = 8 // space beside the words
	signGap float32 = 5 // between light and minutes
	barAt   float32 = 8 // from the lower edge to the fill's upper edge
	barHas  float32 = 4 // the fill's height
)

func (r *partRenderer) MinSize() fyne.Size { return fyne.NewSize(12, 22) }

func (r *partRenderer) Layout(size fyne.Size) {
	for _, box := range []*canvas.Rectangle{r.ground, r.wash, r.ring} {
		box.Resize(size)
	}
	filled := share(r.part.segment)
	if r.part.bar.compact {
		r.track.Resize(size)
		r.fill.Resize(fyne.NewSize(size.Width*filled, size.Height))
		r.words(size.Width, size.Height)
		return
	}
	inset := min(side, size.Width/6)
	width := size.Width - 2*inset
	y := size.Height - barAt - barHas/2
	r.track.Move(fyne.NewPos(inset, y))
	r.track.Resize(fyne.NewSize(width, barHas))
	r.fill.Move(fyne.NewPos(inset, y))
	r.fill.Resize(fyne.NewSize(width*filled, barHas))
	r.words(size.Width, y)
}

// words places name, light and minutes in the room above the fill.
func (r *partRenderer) words(width, height float32) {
	s := r.part.segment
	signed := s.Current && !r.part.bar.compact
	w := wording(s, r.part.index, width, signed, r.part.bar.compact)
	style := nameStyle
	if s.Current {
		style = currentStyle
	}
	if lightOf(s) == waiting {
		style = style.In(look.Muted)
	}
	r.name.SetStyle(style)
	r.name.SetText(w.name)
	r.time.SetText(w.time)
	pad := min(side, max(2, (width-style.Width(w.name))/2))
	r.name.Move(fyne.NewPos(pad, 0))
	r.name.Resize(fyne.NewSize(style.Width(w.name), height))
	end := width - side
	r.time.Hidden = w.time == ""
	if w.time != "" {
		end -= timeStyle.Width(w.time)
		r.time.Move(fyne.NewPos(end, 0))
		r.time.Resize(fyne.NewSize(timeStyle.Width(w.time), height))
		end -= signGap
	}
	r.sign.Hidden = !w.signed
	if w.signed {
		r.sign.Resize(fyne.NewSquareSize(signSize))
		r.sign.Move(fyne.NewPos(end-signSize, (height-signSize)/2))
	}
}

func (r *partRenderer) paint() {
	s := r.part.segment
	hue := look.PhaseHue(r.part.index)
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = color.Transparent, color.Transparent, 1
	r.wash.FillColor = r.part.Ground(false)
	r.track.FillColor, r.fill.FillColor = look.Fade(hue, 0.20), hue
	r.track.CornerRadius, r.fill.CornerRadius = barHas/2, barHas/2
	if s.Current {
		r.ground.FillColor, r.ground.StrokeColor = look.Color(look.Surface), look.Color(look.Hairline)
	}
	if r.part.bar.compact {
		r.track.FillColor, r.fill.FillColor = look.Fade(hue, 0.16), look.Fade(hue, 0.30)
		r.track.CornerRadius, r.fill.CornerRadius = look.RadiusChip, look.RadiusChip
	}
	r.part.PaintRing(r.ring)
	r.sign.show(lightOf(s))
}

// words is what fits into a segment.
type words struct {
	name, time string
	signed     bool
}

// apart is the least between the name and what stands at the other end.
const apart float32 = 8

// wording chooses the longest words that fit into width: the name with its
// minutes, the short name with them, either alone, the number, nothing. The
// light gets its place before the minutes do, and these before the whole name.
func wording(s Segment, index int, width float32, signed, compact bool) words {
	style := nameStyle
	if s.Current {
		style = currentStyle
	}
	number := strconv.Itoa(index + 1)
	for _, w := range []words{
		{s.Name, longTime(s), signed},
		{s.Name, minutes(s), signed},
		{s.Short, minutes(s), signed},
		{s.Name, "", signed},
		{s.Short, "", signed},
		{number, "", signed},
		{number, "", false},
	} {
		if compact {
			w.time = ""
		}
		need := style.Width(w.name) + 2*4
		if w.time != "" || w.signed {
			need = style.Width(w.name) + 2*side + apart
		}
		if w.time != "" {
			need += timeStyle.Width(w.time)
		}
		if w.signed {
			need += signSize
		}
		if w.time != "" && w.signed {
			need += signGap
		}
		if w.name != "" && need <= width {
			return w
		}
	}
	return words{}
}

// minutes is what the phase is to take, "" where it was not planned.
func minutes(s Segment) string {
	if s.Planned <= 0 {
		return ""
	}
	return look.Minutes(s.Planned)
}

// longTime is the time of a phase that has begun: how much of the plan is gone.
func longTime(s Segment) string {
	switch {
	case lightOf(s) == waiting:
		return minutes(s)
	case s.Planned <= 0:
		return look.Time(s.Spent)
	}
	return look.Time(s.Spent) + " / " + look.Minutes(s.Planned)
}
