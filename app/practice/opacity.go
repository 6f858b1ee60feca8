package practice

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
	"talkthrough/app/whiteboard"
	"talkthrough/internal/board"
)

// opacityStep is what the arrow keys change, in per cent; the mouse keeps to
// tenths too, as Excalidraw's does.
const opacityStep = 10

// opacity slides how strong things are, from 0 to 100 %. One slide is one
// change, made when the mouse is let go.
type opacity struct {
	look.Control
	value int // -1 where it differs
	slid  int // while the mouse is down
	down  bool
	set   func(int)
}

var _ fyne.Draggable = (*opacity)(nil)

func newOpacity(set func(int)) *opacity {
	o := &opacity{value: 100, set: set}
	o.SetHint(look.Hint{Name: "Opacity", Key: "← →"})
	o.Extend(o, nil)
	return o
}

func (s *styleBar) opacity() styleItem {
	var o *opacity
	o = newOpacity(func(percent int) {
		s.set(board.StyleChange{Opacity: &percent})
		s.pressed(o)
	})
	return styleItem{o, func(l whiteboard.Look) bool { return l.Has.Opacity }, func(looks []whiteboard.Look) {
		now := looks[0].Style.Opacity
		if !all(looks, func(l whiteboard.Look) bool { return l.Style.Opacity == now }) {
			now = -1
		}
		o.show(now)
	}}
}

func (o *opacity) show(percent int) {
	if percent != o.value {
		o.value = percent
		o.Refresh()
	}
}

// shown is what the slider stands at, which may be what the mouse is about to set.
func (o *opacity) shown() int {
	if o.down {
		return o.slid
	}
	return o.value
}

// TypedKey is called by the toolkit.
func (o *opacity) TypedKey(ev *fyne.KeyEvent) {
	now := o.value
	if now < 0 {
		now = 100
	}
	switch ev.Name {
	case fyne.KeyLeft:
		o.change(now - opacityStep)
	case fyne.KeyRight:
		o.change(now + opacityStep)
	default:
		o.PassOn(ev)
	}
}

func (o *opacity) change(percent int) {
	if percent = min(max(percent, 0), 100); percent != o.value {
		o.set(percent)
	}
}

// MouseDown is called by the toolkit.
func (o *opacity) MouseDown(ev *desktop.MouseEvent) {
	o.Control.MouseDown(ev)
	if ev.Button == desktop.MouseButtonPrimary {
		o.down = true
		o.slide(ev.Position.X)
	}
}

// Dragged is called by the toolkit.
func (o *opacity) Dragged(ev *fyne.DragEvent) { o.slide(ev.Position.X) }

// MouseUp is called by the toolkit.
func (o *opacity) MouseUp(ev *desktop.MouseEvent) {
	o.Control.MouseUp(ev)
	o.let()
}

// DragEnd is called by the toolkit, also when the mouse was let go elsewhere.
func (o *opacity) DragEnd() { o.let() }

func (o *opacity) slide(x float32) {
	track := o.Size().Width - opacityNumber - 2*opacityKnob
	share := float64((x - opacityKnob) / max(track, 1))
	o.slid = min(max(int(math.Round(share*100/opacityStep))*opacityStep, 0), 100)
	o.Refresh()
}

func (o *opacity) let() {
	if o.down {
		o.down = false
		o.change(o.slid)
		o.Refresh()
	}
}

// opacityKnob is the knob's radius, opacityNumber the width of the number.
const (
	opacityKnob   = 6
	opacityNumber = 44
)

// CreateRenderer is called by the toolkit.
func (o *opacity) CreateRenderer() fyne.WidgetRenderer {
	r := &opacityRenderer{
		slider: o,
		track:  canvas.NewRectangle(color.Transparent), full: canvas.NewRectangle(color.Transparent),
		knob: canvas.NewCircle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		number: look.NewLabel("", look.Caption.In(look.Muted).Figures()),
	}
	r.ring.CornerRadius, r.track.CornerRadius, r.full.CornerRadius = look.RadiusChip, 1.5, 1.5
	r.number.SetStyle(look.Caption.In(look.Muted).Figures())
	r.Draw(o, r.paint, r.Layout, r.track, r.full, r.knob, r.number, r.ring)
	return r
}

type opacityRenderer struct {
	look.Drawing
	slider            *opacity
	track, full, ring *canvas.Rectangle
	knob              *canvas.Circle
	number            *look.Label
}

func (r *opacityRenderer) MinSize() fyne.Size { return fyne.NewSize(barWidth, slotEdge) }

func (r *opacityRenderer) Layout(size fyne.Size) {
	const thick = 3
	r.ring.Resize(size)
	length := size.Width - opacityNumber - 2*opacityKnob
	middle := size.Height / 2
	at := opacityKnob + length*float32(max(r.slider.shown(), 0))/100
	r.track.Resize(fyne.NewSize(length, thick))
	r.track.Move(fyne.NewPos(opacityKnob, middle-thick/2))
	r.full.Resize(fyne.NewSize(at-opacityKnob, thick))
	r.full.Move(r.track.Position())
	r.knob.Resize(fyne.NewSquareSize(2 * opacityKnob))
	r.knob.Move(fyne.NewPos(at-opacityKnob, middle-opacityKnob))
	r.number.Resize(fyne.NewSize(r.number.MinSize().Width, size.Height))
	r.number.Move(fyne.NewPos(size.Width-r.number.MinSize().Width-2, 0))
}

func (r *opacityRenderer) paint() {
	r.track.FillColor, r.full.FillColor = look.Color(look.Hairline), look.Color(look.Accent)
	r.knob.FillColor, r.knob.StrokeColor, r.knob.StrokeWidth = look.Color(look.Raised), look.Color(look.Accent), 2
	r.slider.PaintRing(r.ring)
	if r.slider.shown() < 0 {
		r.knob.StrokeColor = look.Color(look.Faint)
		r.number.SetText("–")
		return
	}
	r.number.SetText(strconv.Itoa(r.slider.shown()) + " %")
}
