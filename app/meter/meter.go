// Package meter shows how loud the microphone is.
package meter

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// Floor is the level at the meter's left end, in dBFS; its right end is 0.
const Floor = -60.0

// hot is the level from which the bar warns: there is little room left.
const hot = -9.0

// Meter is a level bar from -60 to 0 dBFS: the peak pale, the average (RMS)
// inside it solid, the held peak as a tick, and a lamp that stays lit once the
// sound was clipped. It measures nothing and keeps no time; whoever captures
// calls Set, 20 to 30 times a second. Set only moves rectangles.
type Meter struct {
	widget.BaseWidget
	large           bool
	peak, rms, hold float32 // shares of the scale
	clipped         bool
	renderer        *renderer

	// OnTapped, if set, is called for a tap that puts no lamp out; Hint is then
	// what the tooltip says.
	OnTapped func()
	Hint     look.Hint
}

// New returns a meter of 80 by 10 units, for a title bar.
func New() *Meter { return build(false) }

// NewLarge returns a meter with a scale below it, as wide as its place.
func NewLarge() *Meter { return build(true) }

func build(large bool) *Meter {
	m := &Meter{large: large}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows levels in dBFS. Silence may be given as any value at or below
// Floor, minus infinity included. clipped lights the lamp, which stays lit
// until ClearClip.
func (m *Meter) Set(peakDB, rmsDB, holdDB float64, clipped bool) {
	peak, rms, hold := share(peakDB), share(rmsDB), share(holdDB)
	lit := m.clipped || clipped
	if peak == m.peak && rms == m.rms && hold == m.hold && lit == m.clipped {
		return
	}
	m.peak, m.rms, m.hold, m.clipped = peak, rms, hold, lit
	if m.renderer != nil {
		m.renderer.move()
	}
}

// Clipped reports whether the lamp is lit.
func (m *Meter) Clipped() bool { return m.clipped }

// ClearClip puts the lamp out.
func (m *Meter) ClearClip() {
	if m.clipped {
		m.clipped = false
		if m.renderer != nil {
			m.renderer.move()
		}
	}
}

// Tapped is called by the toolkit: a tap puts the lamp out.
func (m *Meter) Tapped(*fyne.PointEvent) {
	if !m.clipped && m.OnTapped != nil {
		m.OnTapped()
	}
	m.ClearClip()
}

// MouseIn is called by the toolkit.
func (m *Meter) MouseIn(*desktop.MouseEvent) { look.HintEnter(m, m.hint()) }

// MouseMoved is called by the toolkit.
func (m *Meter) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (m *Meter) MouseOut() { look.HintLeave(m) }

func (m *Meter) hint() look.Hint {
	if m.clipped {
		return look.Hint{Name: "Too loud: the sound was clipped. Click to clear."}
	}
	if m.OnTapped != nil {
		return m.Hint
	}
	return look.Hint{Name: "Microphone level"}
}

// share maps dBFS to the scale, 0 to 1.
func share(db float64) float32 {
	if math.IsNaN(db) {
		return 0
	}
	return float32(min(max((db-Floor)/-Floor, 0), 1))
}

// CreateRenderer is called by the toolkit.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{meter: m}
	var shown []fyne.CanvasObject
	for _, box := range []**canvas.Rectangle{&r.track, &r.peak, &r.rms, &r.hot, &r.hold, &r.lamp} {
		*box = canvas.NewRectangle(color.Transparent)
		shown = append(shown, *box)
	}
	if m.large {
		for _, db := range []string{"−60", "−48", "−36", "−24", "−12", "0"} {
			l := look.NewLabel(db, look.Caption.In(look.Muted).Figures())
			r.scale = append(r.scale, l)
			shown = append(shown, l)
		}
	}
	m.renderer = r
	r.Draw(m, r.paint, r.Layout, shown...)
	return r
}
