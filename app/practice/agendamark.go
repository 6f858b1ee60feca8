package practice

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// The bar beside the current phase's heading: its width, and how far it is from
// the notes' left edge.
const (
	agendaBar   float32 = 4
	agendaInset float32 = 4
)

// agendaMark is a bar in the phase's hue beside the heading of the phase that is
// current. It is drawn over the notes' margin: the toolkit's entry knows no
// styles of its own.
type agendaMark struct {
	widget.BaseWidget
	notes *notes
	bar   *canvas.Rectangle
	hue   int
}

func newAgendaMark(n *notes) *agendaMark {
	m := &agendaMark{notes: n, bar: canvas.NewRectangle(color.Transparent)}
	m.bar.CornerRadius = agendaBar / 2
	m.ExtendBaseWidget(m)
	m.Hide()
	return m
}

// place puts the bar beside the heading, or hides it where the heading is not in
// sight. It costs little where nothing has moved.
func (m *agendaMark) place() {
	n := m.notes
	y, height, ok := n.headingAt()
	if ok = ok && y > -height/2 && y+height/2 < n.entry.Size().Height; !ok {
		m.Hide()
		return
	}
	if m.hue != n.phase {
		m.hue = n.phase
		m.Refresh()
	}
	if at := fyne.NewPos(agendaInset, y); m.Position() != at || m.Size().Height != height {
		m.Resize(fyne.NewSize(agendaBar, height))
		m.Move(at)
	}
	m.Show()
}

// headingAt is where in the entry the current phase's heading stands.
func (n *notes) headingAt() (y, height float32, ok bool) {
	if n.phase < 0 || n.entry.scroll == nil {
		return 0, 0, false
	}
	line := interview.HeadingLine(n.text, n.phase)
	if line < 0 {
		return 0, 0, false
	}
	row, _ := n.entry.rowAt(lineOffset(n.text, line))
	y, height = n.entry.rowPlace(row)
	return y, height, true
}

// lineOffset is the offset in runes at which a line of the text begins.
func lineOffset(text string, line int) int {
	offset := 0
	for _, r := range text {
		if line == 0 {
			break
		}
		if r == '\n' {
			line--
		}
		offset++
	}
	return offset
}

// rowPlace is where in the entry a row is, and how high it is.
func (e *noteEntry) rowPlace(row int) (y, height float32) {
	wasRow, wasColumn := e.CursorRow, e.CursorColumn
	defer func() { e.CursorRow, e.CursorColumn = wasRow, wasColumn }()
	e.CursorRow, e.CursorColumn = 0, 0
	first := e.CursorPosition().Y
	e.CursorRow = 1
	height = e.CursorPosition().Y - first
	return first + float32(row)*height + e.scroll.Position().Y - e.scroll.Offset.Y, height
}

// CreateRenderer is called by the toolkit. The entry's own scroller tells where
// its rows are.
func (e *noteEntry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			e.scroll = s
			s.OnScrolled = func(fyne.Position) {
				if e.moved != nil {
					e.moved()
				}
			}
		}
	}
	return r
}

// Refresh reads the hue anew.
func (m *agendaMark) Refresh() {
	m.bar.FillColor = look.PhaseHue(max(m.hue, 0))
	m.bar.Refresh()
}

// CreateRenderer is called by the toolkit.
func (m *agendaMark) CreateRenderer() fyne.WidgetRenderer {
	m.Refresh()
	return widget.NewSimpleRenderer(m.bar)
}

// beside returns the entry with the mark in its margin.
func (m *agendaMark) beside(entry fyne.CanvasObject) fyne.CanvasObject {
	return container.New(agendaPlace{m}, entry, m)
}

// agendaPlace fills the place with the entry and puts the mark where it belongs.
type agendaPlace struct{ mark *agendaMark }

func (agendaPlace) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (p agendaPlace) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	p.mark.place()
}
