package whiteboard

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/board"
)

const (
	handleSize  = 8  // edge of a handle's square, in window units
	handleReach = 7  // how far from its middle a handle is still caught
	frameGap    = 6  // between what is selected and the frame
	endSize     = 11 // diameter of an end's circle
	turnerAway  = 26 // of the turning handle from the frame
)

// marks are what lies above the board and belongs to no scene: the selection's
// frame and handles, the marquee, the caret and what is selected in a text.
type marks struct {
	b       *Board
	objects []fyne.CanvasObject
	frame   *canvas.Rectangle
	sides   [4]*canvas.Line // the frame of a turned element
	turner  *canvas.Circle  // turns the selection
	lines   []*canvas.Line  // the guides
	handles [len(handles)]*canvas.Rectangle
	ends    [2]*canvas.Circle
	bends   []*canvas.Circle  // the grips of a line
	band    *canvas.Rectangle // the marquee
	caret   *canvas.Rectangle
	washes  []*canvas.Rectangle // behind selected text, a line each
	sprouts *sprouts

	swept   board.Rect // what the marquee surrounds, empty without one
	box     board.Rect // what the frame surrounds, empty without one
	angle   float64    // that the frame is turned by
	resizes bool       // the handles can be caught
	turns   bool       // and that which turns: frames are never turned
	grips   []grip     // of that line
	endOf   string     // the line whose ends can be caught, or ""
}

func newMarks(b *Board) *marks {
	m := &marks{b: b}
	m.frame = m.add()
	for i := range m.sides {
		m.sides[i] = canvas.NewLine(color.Transparent)
		m.sides[i].Hide()
		m.objects = append(m.objects, m.sides[i])
	}
	m.turner = canvas.NewCircle(color.Transparent)
	m.turner.Hide()
	m.objects = append(m.objects, m.turner)
	m.lines = newLines()
	for _, l := range m.lines {
		m.objects = append(m.objects, l)
	}
	for i := range m.handles {
		m.handles[i] = m.add()
	}
	m.bends = newBends()
	for _, c := range m.bends {
		m.objects = append(m.objects, c)
	}
	for i := range m.ends {
		m.ends[i] = canvas.NewCircle(color.Transparent)
		m.ends[i].Hide()
		m.objects = append(m.objects, m.ends[i])
	}
	m.sprouts = newSprouts(m)
	m.band = m.add()
	m.caret = m.add()
	return m
}

func (m *marks) add() *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.Hide()
	m.objects = append(m.objects, r)
	return r
}

// arrange puts everything where selection and view have it.
func (m *marks) arrange() {
	accent := look.Color(look.Accent)
	m.box, m.angle, m.resizes, m.endOf = board.Rect{}, 0, false, ""
	var only *board.Element
	ids := m.b.selected
	if m.b.framed != nil {
		ids = m.b.framed
	}
	if m.b.raft.cargo != nil {
		m.box, ids = m.b.raft.box(), nil
	}
	upright := false
	for _, id := range ids {
		if e := m.b.seen(id); e != nil {
			m.box = m.box.Union(e.Extent())
			only = e
			upright = upright || e.IsFrame()
		}
	}
	if len(ids) == 1 && only != nil && only.Angle != 0 && !only.IsLinear() {
		m.box, m.angle = only.Box(), only.Angle
	}
	typing := m.b.editor != nil
	line := len(ids) == 1 && only != nil && (only.Kind == board.Arrow || only.Kind == board.Line) && len(only.Points) > 1
	m.resizes = !m.box.Empty() && !line && m.b.gesture == nil && !typing
	m.turns = m.resizes && !upright
	if line && m.b.gesture == nil && !typing {
		m.endOf = only.ID
	}
	m.showFrame(!m.box.Empty() && !line && !typing, accent)
	m.showHandles(accent)
	m.showTurner(accent)
	m.sprouts.show(m.b, only, m.resizes, accent)
	m.showGuides(accent)
	m.showEnds(only, accent)
	m.showGrips(only, accent)
	m.showBand(accent)
	m.showText(accent)
}

func (m *marks) showFrame(on bool, accent color.Color) {
	m.frame.Hidden = !on || m.angle != 0
	if !m.frame.Hidden {
		place(m.frame, m.b.view, m.box, frameGap)
		m.frame.StrokeColor, m.frame.StrokeWidth = accent, 1
	}
	m.frame.Refresh()
	corners := [4]handle{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}
	for i, l := range m.sides {
		l.Hidden = !on || m.angle == 0
		if !l.Hidden {
			l.Position1, l.Position2 = m.handlePlace(corners[i]), m.handlePlace(corners[(i+1)%4])
			l.StrokeColor, l.StrokeWidth = accent, 1
		}
		l.Refresh()
	}
}

func (m *marks) showTurner(accent color.Color) {
	m.turner.Hidden = !m.turns
	if m.turns {
		at := m.turnerPlace()
		m.turner.FillColor, m.turner.StrokeColor, m.turner.StrokeWidth = look.Color(look.Surface), accent, 1
		m.turner.Resize(fyne.NewSquareSize(handleSize + 1))
		m.turner.Move(at.SubtractXY(handleSize/2, handleSize/2))
	}
	m.turner.Refresh()
}

// turnerPlace is where the turning handle lies in the widget.
func (m *marks) turnerPlace() fyne.Position {
	at := m.b.view.toWindow(handle{0, -1}.of(m.box))
	return m.turned(at.SubtractXY(0, turnerAway), 1)
}

// turnerAt reports whether the turning handle is under p.
func (m *marks) turnerAt(p fyne.Position) bool {
	return m.turns && within(p, m.turnerPlace(), handleReach+1)
}

// turned is a place in the widget turned with the frame; -1 turns it back.
func (m *marks) turned(p fyne.Position, by float64) fyne.Position {
	if m.angle == 0 {
		return p
	}
	c := m.b.view.toWindow(m.box.Centre())
	q := board.Point{X: float64(p.X), Y: float64(p.Y)}.Rotate(board.Point{X: float64(c.X), Y: float64(c.Y)}, by*m.angle)
	return fyne.NewPos(float32(q.X), float32(q.Y))
}

func (m *marks) showHandles(accent color.Color) {
	for i, h := range handles {
		r := m.handles[i]
		r.Hidden = !m.resizes || !h.corner() // the sides are caught, not drawn
		if !r.Hidden {
			at := m.handlePlace(h)
			r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = look.Color(look.Surface), accent, 1, 2
			r.Resize(fyne.NewSquareSize(handleSize))
			r.Move(at.SubtractXY(handleSize/2, handleSize/2))
		}
		r.Refresh()
	}
}

// handlePlace is where a handle lies in the widget: on the frame.
func (m *marks) handlePlace(h handle) fyne.Position {
	return m.turned(m.uprightPlace(h), 1)
}

// uprightPlace is where it lies when the frame is not turned.
func (m *marks) uprightPlace(h handle) fyne.Position {
	at := m.b.view.toWindow(h.of(m.box))
	return at.AddXY(float32(h.x)*frameGap, float32(h.y)*frameGap)
}

func (m *marks) showEnds(line *board.Element, accent color.Color) {
	for i, c := range m.ends {
		c.Hidden = m.endOf == ""
		if !c.Hidden {
			at := m.b.view.toWindow(endPoint(line, board.End(i)))
			c.FillColor, c.StrokeColor, c.StrokeWidth = look.Color(look.Surface), accent, 1.5
			c.Resize(fyne.NewSquareSize(endSize))
			c.Move(at.SubtractXY(endSize/2.0, endSize/2.0))
		}
		c.Refresh()
	}
}

// endPoint is where an end of a line lies in the scene.
func endPoint(line *board.Element, end board.End) board.Point {
	points := line.Vertices()
	if end == board.AtStart {
		return points[0]
	}
	return points[len(points)-1]
}

// marquee shows the rectangle that is dragged; an empty one hides it.
func (m *marks) marquee(r board.Rect) {
	m.swept = r
	m.arrange()
}

func (m *marks) showBand(accent color.Color) {
	m.band.Hidden = m.swept.Empty()
	if !m.band.Hidden {
		place(m.band, m.b.view, m.swept, 0)
		m.band.StrokeColor, m.band.StrokeWidth, m.band.FillColor = accent, 1, washed(accent)
	}
	m.band.Refresh()
}

// washed is a colour so thin that what lies beneath stays readable.
func washed(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0x28
	return n
}

func place(o fyne.CanvasObject, v view, r board.Rect, gap float32) {
	at, size := v.rectToWindow(r)
	o.Move(at.SubtractXY(gap, gap))
	o.Resize(size.AddWidthHeight(2*gap, 2*gap))
}

// handleAt finds the handle under p: corners first, then the frame's sides.
func (m *marks) handleAt(p fyne.Position) (handle, bool) {
	if !m.resizes {
		return handle{}, false
	}
	p = m.turned(p, -1)
	for i := len(handles) - 1; i >= 0; i-- {
		h := handles[i]
		at := m.uprightPlace(h)
		dx, dy := math.Abs(float64(p.X-at.X)), math.Abs(float64(p.Y-at.Y))
		if h.corner() && dx <= handleReach && dy <= handleReach {
			return h, true
		}
	}
	a, z := m.uprightPlace(handle{-1, -1}), m.uprightPlace(handle{1, 1})
	const side = handleReach / 2
	near := func(v, line float32) bool { return math.Abs(float64(v-line)) <= side }
	switch {
	case p.X < a.X-side || p.X > z.X+side || p.Y < a.Y-side || p.Y > z.Y+side:
	case near(p.X, a.X):
		return handle{-1, 0}, true
	case near(p.X, z.X):
		return handle{1, 0}, true
	case near(p.Y, a.Y):
		return handle{0, -1}, true
	case near(p.Y, z.Y):
		return handle{0, 1}, true
	}
	return handle{}, false
}

// endAt finds the end of the selected line under p.
func (m *marks) endAt(p fyne.Position) (board.End, string, bool) {
	e := m.b.doc.Scene().Get(m.endOf)
	if e == nil || len(e.Points) < 2 {
		return 0, "", false
	}
	for _, end := range []board.End{board.AtEnd, board.AtStart} {
		at := m.b.view.toWindow(endPoint(e, end))
		if math.Hypot(float64(p.X-at.X), float64(p.Y-at.Y)) <= handleReach+2 {
			return end, e.ID, true
		}
	}
	return 0, "", false
}

// frameHolds reports whether p, in the scene, lies in the selection's frame:
// pressing there drags the selection, as hollow shapes have nothing to catch
// inside.
func (m *marks) frameHolds(p board.Point) bool {
	return len(m.b.selected) > 0 && m.endOf == "" && m.box.Contains(p.Rotate(m.box.Centre(), -m.angle))
}

// halo is a soft outline around the shape that an arrow's end would bind to;
// nil for nil.
func halo(shape *board.Element) *board.Element {
	if shape == nil {
		return nil
	}
	h := shape.Clone()
	h.ID += " halo"
	if h.IsFrame() {
		h.Kind = board.Rectangle // its border alone
	}
	h.Stroke, h.Background, h.StrokeStyle = "#4f5bd5", "transparent", "solid"
	h.StrokeWidth, h.Opacity, h.Bound = shape.StrokeWidth+5, 45, nil
	return h
}
