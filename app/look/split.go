package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Split is two panels side by side with a hairline between them that can be
// dragged. One panel keeps its width when the window grows, the other fills.
type Split struct {
	widget.BaseWidget
	side, rest fyne.CanvasObject
	grip       *grip
	width      float32
	atEnd      bool
	folded     bool

	// OnResized is called with the side panel's width after a drag.
	OnResized func(width float32)
}

// NewSplit returns side at the left of rest, width wide.
func NewSplit(side, rest fyne.CanvasObject, width float32) *Split {
	return newSplit(side, rest, width, false)
}

// NewSplitEnd returns side at the right of rest, width wide.
func NewSplitEnd(side, rest fyne.CanvasObject, width float32) *Split {
	return newSplit(side, rest, width, true)
}

func newSplit(side, rest fyne.CanvasObject, width float32, atEnd bool) *Split {
	s := &Split{side: side, rest: rest, width: width, atEnd: atEnd}
	s.grip = newGrip(s)
	s.ExtendBaseWidget(s)
	return s
}

// Width returns the side panel's width, also while it is folded away.
func (s *Split) Width() float32 { return s.width }

// Folded reports whether the side panel is folded away.
func (s *Split) Folded() bool { return s.folded }

// SetFolded folds the side panel away or brings it back.
func (s *Split) SetFolded(folded bool) {
	if folded == s.folded {
		return
	}
	s.folded = folded
	if folded {
		s.side.Hide()
		s.grip.Hide()
	} else {
		s.side.Show()
		s.grip.Show()
	}
	s.Refresh()
}

// pull widens the side panel by dx on the screen.
func (s *Split) pull(dx float32) {
	if s.atEnd {
		dx = -dx
	}
	s.width = s.fit(s.width+dx, s.Size().Width)
	s.Refresh()
}

// fit keeps the width between what each panel needs.
func (s *Split) fit(width, whole float32) float32 {
	most := whole - s.rest.MinSize().Width - 1
	return max(s.side.MinSize().Width, min(width, most))
}

// CreateRenderer is called by the toolkit.
func (s *Split) CreateRenderer() fyne.WidgetRenderer { return &splitRenderer{split: s} }

type splitRenderer struct{ split *Split }

func (r *splitRenderer) MinSize() fyne.Size {
	s := r.split
	size := s.rest.MinSize()
	if s.folded {
		return size
	}
	side := s.side.MinSize()
	return fyne.NewSize(size.Width+side.Width+1, max(size.Height, side.Height))
}

// gripWide is how wide the place is that can be taken hold of.
const gripWide float32 = 9

func (r *splitRenderer) Layout(size fyne.Size) {
	s := r.split
	if s.folded {
		s.rest.Move(fyne.NewPos(0, 0))
		s.rest.Resize(size)
		return
	}
	width := s.fit(s.width, size.Width)
	line, restAt, sideAt := width, width+1, float32(0)
	if s.atEnd {
		line, restAt, sideAt = size.Width-width-1, 0, size.Width-width
	}
	s.side.Move(fyne.NewPos(sideAt, 0))
	s.side.Resize(fyne.NewSize(width, size.Height))
	s.rest.Move(fyne.NewPos(restAt, 0))
	s.rest.Resize(fyne.NewSize(size.Width-width-1, size.Height))
	s.grip.Move(fyne.NewPos(line-(gripWide-1)/2, 0))
	s.grip.Resize(fyne.NewSize(gripWide, size.Height))
}

func (r *splitRenderer) Refresh() {
	r.Layout(r.split.Size())
	r.split.grip.Refresh()
	canvas.Refresh(r.split)
}

// Objects is called by the toolkit. Tab goes through them in this order, so it
// is that of the screen.
func (r *splitRenderer) Objects() []fyne.CanvasObject {
	if r.split.atEnd {
		return []fyne.CanvasObject{r.split.rest, r.split.side, r.split.grip}
	}
	return []fyne.CanvasObject{r.split.side, r.split.rest, r.split.grip}
}

func (r *splitRenderer) Destroy() {}

// grip is the hairline with room round it to take hold of.
type grip struct {
	widget.BaseWidget
	split *Split
	held  bool
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
	_ desktop.Hoverable  = (*grip)(nil)
)

func newGrip(s *Split) *grip {
	g := &grip{split: s}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grip) Dragged(ev *fyne.DragEvent) { g.split.pull(ev.Dragged.DX) }

func (g *grip) DragEnd() {
	if g.split.OnResized != nil {
		g.split.OnResized(g.split.width)
	}
}

func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

func (g *grip) MouseIn(*desktop.MouseEvent)    { g.hold(true) }
func (g *grip) MouseMoved(*desktop.MouseEvent) {}
func (g *grip) MouseOut()                      { g.hold(false) }

func (g *grip) hold(held bool) {
	g.held = held
	g.Refresh()
}

func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{grip: g, line: canvas.NewRectangle(Color(Hairline))}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.line)
	return r
}

type gripRenderer struct {
	fyne.WidgetRenderer
	grip *grip
	line *canvas.Rectangle
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWide, 1) }

func (r *gripRenderer) Layout(size fyne.Size) {
	wide := float32(1)
	if r.grip.held {
		wide = 3
	}
	r.line.Move(fyne.NewPos((size.Width-wide)/2, 0))
	r.line.Resize(fyne.NewSize(wide, size.Height))
}

func (r *gripRenderer) Refresh() {
	r.line.FillColor = Color(Hairline)
	if r.grip.held {
		r.line.FillColor = Color(Accent)
	}
	r.Layout(r.grip.Size())
	r.line.Refresh()
}
