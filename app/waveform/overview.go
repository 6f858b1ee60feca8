package waveform

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

const (
	// overviewHigh is the height of the strip below the sound, and the room
	// above it.
	overviewHigh float32 = 6
	overviewGap  float32 = 4
)

// overview is a strip that stands for the whole recording, with the part that
// is visible, and a tick for the playhead. It is shown while the view is zoomed.
type overview struct {
	whole, visible, tick *canvas.Rectangle
}

func newOverview() overview {
	o := overview{canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)}
	o.whole.CornerRadius, o.visible.CornerRadius = overviewHigh/2, overviewHigh/2
	return o
}

func (o overview) layout(v view, length time.Duration, size fyne.Size) {
	y := size.Height - overviewHigh
	whole := view{to: length, width: size.Width}
	for _, r := range []*canvas.Rectangle{o.whole, o.visible, o.tick} {
		r.Hidden = v.to-v.from >= length
	}
	o.whole.Move(fyne.NewPos(0, y))
	o.whole.Resize(fyne.NewSize(size.Width, overviewHigh))
	left, right := whole.x(v.from), whole.x(v.to)
	wide := max(right-left, 3*overviewHigh) // can be seen and grabbed
	o.visible.Move(fyne.NewPos(min(left, size.Width-wide), y))
	o.visible.Resize(fyne.NewSize(wide, overviewHigh))
}

// mark moves the tick to the playhead.
func (o overview) mark(at, length time.Duration, size fyne.Size) {
	x := view{to: length, width: size.Width}.x(at)
	o.tick.Move(fyne.NewPos(min(x, size.Width-2), size.Height-overviewHigh))
	o.tick.Resize(fyne.NewSize(2, overviewHigh))
}

func (o overview) paint() {
	o.whole.FillColor = look.Soft(look.Muted, 0.16)
	o.visible.FillColor = look.Soft(look.Muted, 0.5)
	o.tick.FillColor = look.Color(look.Text)
}

func (o overview) refresh() {
	o.whole.Refresh()
	o.visible.Refresh()
	o.tick.Refresh()
}

func (o overview) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.whole, o.visible, o.tick}
}

// onOverview reports whether a point lies on the strip, or in the room above it.
func (w *Waveform) onOverview(at fyne.Position) bool {
	return w.zoomed() && at.Y >= w.Size().Height-overviewHigh-overviewGap
}

// showAround has the view show what lies at x of the overview in its middle.
func (w *Waveform) showAround(x float32) {
	middle := view{to: w.data.Length, width: w.Size().Width}.at(x)
	half := (w.to - w.from) / 2
	w.SetView(middle-half, middle-half+w.to-w.from)
}
