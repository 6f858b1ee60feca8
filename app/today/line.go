package today

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// line is a row of the screen that can be chosen. It takes the keyboard like a
// look.Row and beyond that tells the screen when it does, so that the screen
// can scroll it into view, and it walks with Up and Down.
type line struct {
	widget.DisableableWidget
	content        fyne.CanvasObject
	hint           look.Hint
	tapped         func()
	onFocus        func()
	hovered, focus bool
}

// newLine returns a line round content. A nil tapped makes a line that can be
// read but not chosen.
func newLine(content fyne.CanvasObject, hint look.Hint, tapped func()) *line {
	l := &line{content: content, hint: hint, tapped: tapped}
	l.ExtendBaseWidget(l)
	if tapped == nil {
		l.Disable() // which takes it out of the Tab order
	}
	return l
}

// Tapped is called by the toolkit.
func (l *line) Tapped(*fyne.PointEvent) { l.choose() }

func (l *line) choose() {
	if l.tapped != nil {
		l.tapped()
	}
}

// Cursor says that a tap does something.
func (l *line) Cursor() desktop.Cursor {
	if l.tapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn is called by the toolkit.
func (l *line) MouseIn(*desktop.MouseEvent) {
	l.hovered = true
	look.HintEnter(l, l.hint)
	l.Refresh()
}

// MouseMoved is called by the toolkit.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *line) MouseOut() {
	l.hovered = false
	look.HintLeave(l)
	l.Refresh()
}

// FocusGained is called by the toolkit.
func (l *line) FocusGained() {
	l.focus = true
	if l.onFocus != nil {
		l.onFocus()
	}
	l.Refresh()
}

// FocusLost is called by the toolkit.
func (l *line) FocusLost() {
	l.focus = false
	l.Refresh()
}

// TypedRune is called by the toolkit.
func (l *line) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.choose()
	case fyne.KeyDown:
		if c := canvasOf(l); c != nil {
			c.FocusNext()
		}
	case fyne.KeyUp:
		if c := canvasOf(l); c != nil {
			c.FocusPrevious()
		}
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// CreateRenderer is called by the toolkit.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{line: l, ground: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius = look.RadiusControl
	r.shown = []fyne.CanvasObject{r.ground, l.content}
	r.paint()
	return r
}

type lineRenderer struct {
	line   *line
	ground *canvas.Rectangle
	shown  []fyne.CanvasObject
}

func (r *lineRenderer) MinSize() fyne.Size {
	return r.line.content.MinSize().AddWidthHeight(2*look.Space12, 2*look.Space8)
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.line.content.Resize(size.SubtractWidthHeight(2*look.Space12, 2*look.Space8))
	r.line.content.Move(fyne.NewPos(look.Space12, look.Space8))
}

func (r *lineRenderer) paint() {
	r.ground.FillColor = color.Transparent
	if r.line.hovered && !r.line.Disabled() {
		r.ground.FillColor = look.Soft(look.Text, 0.055)
	}
	r.ground.StrokeWidth, r.ground.StrokeColor = 0, color.Transparent
	if r.line.focus {
		r.ground.StrokeWidth, r.ground.StrokeColor = 2, look.Color(look.Accent)
	}
}

func (r *lineRenderer) Refresh() {
	r.paint()
	r.ground.Refresh()
	canvas.Refresh(r.line)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *lineRenderer) Destroy()                     {}
