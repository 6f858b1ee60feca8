package review

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// split is two panels with a hairline between them that can be dragged.
type split struct {
	widget.BaseWidget
	left, right fyne.CanvasObject
	handle      *handle
	share       float32 // of the width that is the left one's
}

func newSplit(left, right fyne.CanvasObject, share float32) *split {
	s := &split{left: left, right: right, share: share}
	s.handle = &handle{split: s}
	s.handle.ExtendBaseWidget(s.handle)
	s.ExtendBaseWidget(s)
	return s
}

// at is where the line is in a width, so that neither side gets too narrow.
func (s *split) at(width float32) float32 {
	least, most := s.left.MinSize().Width, width-s.right.MinSize().Width
	return max(min(width*s.share, most), least)
}

// drag moves the line.
func (s *split) drag(by float32) {
	if width := s.Size().Width; width > 0 {
		s.share = s.at(width) / width
		s.share = min(max(s.share+by/width, 0), 1)
		s.Refresh()
	}
}

func (s *split) CreateRenderer() fyne.WidgetRenderer { return &splitRenderer{s} }

type splitRenderer struct{ s *split }

func (r *splitRenderer) MinSize() fyne.Size {
	a, b := r.s.left.MinSize(), r.s.right.MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

func (r *splitRenderer) Layout(size fyne.Size) {
	x := r.s.at(size.Width)
	r.s.left.Resize(fyne.NewSize(x, size.Height))
	r.s.right.Move(fyne.NewPos(x, 0))
	r.s.right.Resize(fyne.NewSize(size.Width-x, size.Height))
	r.s.handle.Move(fyne.NewPos(x-handleWidth/2, 0))
	r.s.handle.Resize(fyne.NewSize(handleWidth, size.Height))
}

func (r *splitRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.left, r.s.right, r.s.handle}
}

func (r *splitRenderer) Destroy() {}

// handleWidth is how wide the part of the line is that the mouse can take.
const handleWidth float32 = 8

// handle is the line between the panels.
type handle struct {
	widget.BaseWidget
	split *split
	hot   bool // the pointer is on it
}

var (
	_ fyne.Draggable     = (*handle)(nil)
	_ desktop.Hoverable  = (*handle)(nil)
	_ desktop.Cursorable = (*handle)(nil)
)

func (h *handle) Dragged(ev *fyne.DragEvent) { h.split.drag(ev.Dragged.DX) }
func (h *handle) DragEnd()                   {}

func (h *handle) MouseIn(*desktop.MouseEvent) {
	h.hot = true
	h.Refresh()
}

func (h *handle) MouseMoved(*desktop.MouseEvent) {}

func (h *handle) MouseOut() {
	h.hot = false
	h.Refresh()
}

func (h *handle) Cursor() desktop.Cursor { return desktop.HResizeCursor }

func (h *handle) CreateRenderer() fyne.WidgetRenderer {
	r := &handleRenderer{handle: h, line: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type handleRenderer struct {
	handle *handle
	line   *canvas.Rectangle
}

func (r *handleRenderer) MinSize() fyne.Size { return fyne.NewSize(handleWidth, 0) }

func (r *handleRenderer) Layout(size fyne.Size) {
	width := float32(1)
	if r.handle.hot {
		width = 3
	}
	r.line.Move(fyne.NewPos((size.Width-width)/2, 0))
	r.line.Resize(fyne.NewSize(width, size.Height))
}

func (r *handleRenderer) Refresh() {
	r.line.FillColor = look.Color(look.Hairline)
	if r.handle.hot {
		r.line.FillColor = look.Soft(look.Accent, 0.6)
	}
	r.Layout(r.handle.Size())
	r.line.Refresh()
}

func (r *handleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *handleRenderer) Destroy()                     {}
