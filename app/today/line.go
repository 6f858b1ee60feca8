package today

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/look"
)

// line is a row of the screen that can be chosen. It takes the keyboard like a
// look.Row, and beyond that tells the screen when it does, so that the screen
// can scroll it into view, and walks with Up and Down.
type line struct {
	look.Control
	content fyne.CanvasObject
	onFocus func() // the line got the keyboard
	onLeave func() // the line lost it
}

// newLine returns a line round content. A nil tapped makes a line that can be
// read but not chosen.
func newLine(content fyne.CanvasObject, hint look.Hint, tapped func()) *line {
	l := &line{content: content}
	l.Extend(l, tapped)
	l.SetHint(hint)
	if tapped == nil {
		l.Disable() // which takes it out of the Tab order
	}
	return l
}

// Cursor says that a tap does something.
func (l *line) Cursor() desktop.Cursor {
	if l.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained is called by the toolkit.
func (l *line) FocusGained() {
	l.Control.FocusGained()
	if l.onFocus != nil {
		l.onFocus()
	}
}

// FocusLost is called by the toolkit.
func (l *line) FocusLost() {
	l.Control.FocusLost()
	if l.onLeave != nil {
		l.onLeave()
	}
}

// TypedKey is called by the toolkit.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		if c := canvasOf(l); c != nil {
			c.FocusNext()
		}
	case fyne.KeyUp:
		if c := canvasOf(l); c != nil {
			c.FocusPrevious()
		}
	default:
		l.Control.TypedKey(ev)
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// CreateRenderer is called by the toolkit.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{line: l, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius, r.ring.CornerRadius = look.RadiusControl, look.RadiusControl
	r.shown = []fyne.CanvasObject{r.ground, l.content, r.ring}
	r.paint()
	return r
}

type lineRenderer struct {
	line         *line
	ground, ring *canvas.Rectangle
	shown        []fyne.CanvasObject
}

func (r *lineRenderer) MinSize() fyne.Size {
	return r.line.content.MinSize().AddWidthHeight(2*look.Space12, 2*look.Space8)
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.line.content.Resize(size.SubtractWidthHeight(2*look.Space12, 2*look.Space8))
	r.line.content.Move(fyne.NewPos(look.Space12, look.Space8))
}

func (r *lineRenderer) paint() {
	r.ground.FillColor = r.line.Ground(false)
	r.line.PaintRing(r.ring)
}

func (r *lineRenderer) Refresh() {
	r.paint()
	r.ground.Refresh()
	r.ring.Refresh()
	canvas.Refresh(r.line)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *lineRenderer) Destroy()                     {}
