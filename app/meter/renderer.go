package meter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

const (
	lampWide float32 = 6
	lampGap  float32 = 3
	tickWide float32 = 2
)

type renderer struct {
	look.Drawing
	meter *Meter
	track *canvas.Rectangle
	peak  *canvas.Rectangle // up to hot
	rms   *canvas.Rectangle
	hot   *canvas.Rectangle // what of the peak lies above hot
	hold  *canvas.Rectangle
	lamp  *canvas.Rectangle
	scale []*look.Label
}

func (r *renderer) height() float32 {
	if r.meter.large {
		return 14
	}
	return 10
}

func (r *renderer) MinSize() fyne.Size {
	if r.meter.large {
		return fyne.NewSize(240, r.height()+4+look.Caption.Height())
	}
	return fyne.NewSize(80, r.height())
}

func (r *renderer) Layout(size fyne.Size) {
	height := r.height()
	top := float32(0)
	if !r.meter.large {
		top = max(0, (size.Height-height)/2)
	}
	r.track.Resize(fyne.NewSize(r.width(), height))
	r.track.Move(fyne.NewPos(0, top))
	r.lamp.Resize(fyne.NewSize(lampWide, height))
	r.lamp.Move(fyne.NewPos(size.Width-lampWide, top))
	for i, l := range r.scale {
		width := l.MinSize().Width
		x := r.width()*float32(i)/float32(len(r.scale)-1) - width/2
		l.Resize(l.MinSize())
		l.Move(fyne.NewPos(min(max(0, x), r.width()-width), height+4))
	}
	r.move()
}

// width is the length of the scale, without the lamp.
func (r *renderer) width() float32 { return max(0, r.meter.Size().Width-lampWide-lampGap) }

// move puts bar, tick and lamp where the levels say. The bars keep off the
// track's edge by one unit.
func (r *renderer) move() {
	m := r.meter
	full, top := r.width()-2, r.track.Position().Y+1
	height := r.height() - 2
	warn := share(hot)
	place := func(box *canvas.Rectangle, from, to float32) {
		box.Hidden = to <= from
		box.Move(fyne.NewPos(1+full*from, top))
		box.Resize(fyne.NewSize(full*max(0, to-from), height))
	}
	place(r.peak, 0, min(m.peak, warn))
	place(r.hot, warn, m.peak)
	place(r.rms, 0, min(m.rms, m.peak, warn))
	r.hold.Hidden = m.hold <= 0
	r.hold.Move(fyne.NewPos(1+(full-tickWide)*m.hold, top))
	r.hold.Resize(fyne.NewSize(tickWide, height))
	lamp := look.Color(look.Hairline)
	if m.clipped {
		lamp = look.Color(look.Recording)
	}
	if r.lamp.FillColor != lamp {
		r.lamp.FillColor = lamp
		r.lamp.Refresh()
	}
}

func (r *renderer) paint() {
	r.track.FillColor = look.Soft(look.Text, 0.08)
	r.peak.FillColor = look.Soft(look.Ahead, 0.45)
	r.rms.FillColor = look.Color(look.Ahead)
	r.hot.FillColor = look.Color(look.Behind)
	r.hold.FillColor = look.Color(look.Text)
	r.track.CornerRadius, r.lamp.CornerRadius = 3, 2
	for _, box := range []*canvas.Rectangle{r.peak, r.rms, r.hot} {
		box.CornerRadius = 2
	}
	r.hold.CornerRadius = 1
}

func (r *renderer) Destroy() { r.meter.renderer = nil }
