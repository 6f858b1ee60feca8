// Package phasebar draws the phases of an interview as a strip of segments,
// each as wide as its minutes, filling as time is spent.
package phasebar

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Segment is one phase as the strip shows it.
type Segment struct {
	// Name is the phase's name, Short a few letters for where there is no room.
	Name, Short string
	// Planned is the time it is to take and gives the width. Spent fills it.
	Planned, Spent time.Duration
	// Current marks the phase the interview is in.
	Current bool
}

// idle reports whether the phase has no part in the interview: neither minutes
// nor time spent, as all but one in a warm-up.
func (s Segment) idle() bool { return s.Planned <= 0 && s.Spent <= 0 && !s.Current }

// Bar is the strip. It holds no time of its own: whoever owns the clock calls
// Set.
type Bar struct {
	widget.BaseWidget
	parts   []*part
	compact bool

	// OnTapped is called with the segment's index, from 0.
	OnTapped func(phase int)
	// Key gives the key of a phase for its tooltip; it may be nil.
	Key func(phase int) string
}

// gap is the space between segments.
const gap float32 = 2

// New returns the strip of the interview room. A phase without minutes is left
// out until the interview goes there.
func New() *Bar { return build(false) }

// NewCompact returns a low strip without minutes, for above a waveform.
func NewCompact() *Bar { return build(true) }

func build(compact bool) *Bar {
	b := &Bar{compact: compact}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows the segments. Calling it every second is cheap: only what changed
// is drawn anew.
func (b *Bar) Set(segments []Segment) {
	fresh := len(segments) != len(b.parts)
	for len(b.parts) < len(segments) {
		b.parts = append(b.parts, newPart(b, len(b.parts)))
	}
	b.parts = b.parts[:len(segments)]
	for i, s := range segments {
		fresh = fresh || s.Planned != b.parts[i].segment.Planned || s.idle() != b.parts[i].segment.idle()
		b.parts[i].set(s)
	}
	if fresh {
		b.Refresh()
	}
}

// tap is what a press on segment i does.
func (b *Bar) tap(i int) {
	if b.OnTapped != nil {
		b.OnTapped(i)
	}
}

func (b *Bar) key(i int) string {
	if b.Key == nil {
		return ""
	}
	return b.Key(i)
}

// CreateRenderer is called by the toolkit.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{bar: b} }

type barRenderer struct{ bar *Bar }

func (r *barRenderer) MinSize() fyne.Size {
	height := float32(44)
	if r.bar.compact {
		height = 22
	}
	return fyne.NewSize(float32(len(r.bar.parts))*24, height)
}

func (r *barRenderer) Layout(size fyne.Size) {
	var shown []*part
	var planned []time.Duration
	for _, p := range r.bar.parts {
		p.Hidden = p.segment.idle()
		if !p.Hidden {
			shown, planned = append(shown, p), append(planned, p.segment.Planned)
		}
	}
	for i, s := range spans(planned, size.Width) {
		shown[i].Move(fyne.NewPos(s.x, 0))
		shown[i].Resize(fyne.NewSize(s.width, size.Height))
	}
}

func (r *barRenderer) Refresh() {
	r.Layout(r.bar.Size())
	for _, p := range r.bar.parts {
		p.Refresh()
	}
	canvas.Refresh(r.bar)
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(r.bar.parts))
	for i, p := range r.bar.parts {
		out[i] = p
	}
	return out
}

func (r *barRenderer) Destroy() {}

type span struct{ x, width float32 }

// spans shares width out by the minutes planned. A phase without minutes, where
// the interview went all the same, still gets a place that can be pressed.
func spans(planned []time.Duration, width float32) []span {
	if len(planned) == 0 {
		return nil
	}
	const least = time.Minute / 2
	total := time.Duration(0)
	for _, d := range planned {
		total += max(d, least)
	}
	room := max(0, width-gap*float32(len(planned)-1))
	out := make([]span, len(planned))
	x := float32(0)
	for i, d := range planned {
		w := room * float32(max(d, least)) / float32(total)
		out[i] = span{x: x, width: w}
		x += w + gap
	}
	return out
}
