package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

const (
	leftWidth  = 320 // of the notes, at first
	rightWidth = 248 // of the interviewer, at first
	paneLeast  = 180 // narrower panes fold
	gripWidth  = 7   // what can be caught of the hairline between panes
)

// panes are the room's three columns. The two outer ones are dragged wider and
// narrower at the hairlines and fold away.
type panes struct {
	widget.BaseWidget
	left, middle, right fyne.CanvasObject
	leftGrip, rightGrip *grip
	leftW, rightW       float32
}

func newPanes(left, middle, right fyne.CanvasObject) *panes {
	p := &panes{left: left, middle: middle, right: right, leftW: leftWidth, rightW: rightWidth}
	p.leftGrip = newGrip(func(dx float32) { p.leftW += dx; p.Refresh() })
	p.rightGrip = newGrip(func(dx float32) { p.rightW -= dx; p.Refresh() })
	p.ExtendBaseWidget(p)
	return p
}

func (p *panes) foldLeft()  { p.fold(p.left, p.leftGrip) }
func (p *panes) foldRight() { p.fold(p.right, p.rightGrip) }

func (p *panes) showLeft() {
	if !p.left.Visible() {
		p.foldLeft()
	}
}

func (p *panes) fold(pane fyne.CanvasObject, g *grip) {
	if pane.Visible() {
		pane.Hide()
		g.Hide()
	} else {
		pane.Show()
		g.Show()
	}
	p.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *panes) CreateRenderer() fyne.WidgetRenderer { return &panesRenderer{p} }

type panesRenderer struct{ p *panes }

func (r *panesRenderer) MinSize() fyne.Size {
	m := r.p.middle.MinSize()
	return fyne.NewSize(m.Width+2*paneLeast, max(m.Height, r.p.left.MinSize().Height, r.p.right.MinSize().Height))
}

func (r *panesRenderer) Layout(size fyne.Size) {
	p := r.p
	// The board keeps at least half the window.
	most := max(size.Width/4, paneLeast)
	p.leftW = min(max(p.leftW, paneLeast), max(most, leftWidth))
	p.rightW = min(max(p.rightW, paneLeast), max(most, rightWidth))
	x, end := float32(0), size.Width
	if p.left.Visible() {
		at(p.left, 0, p.leftW, size.Height)
		at(p.leftGrip, p.leftW-gripWidth/2, gripWidth, size.Height)
		x = p.leftW + 1
	}
	if p.right.Visible() {
		end -= p.rightW
		at(p.right, end, p.rightW, size.Height)
		at(p.rightGrip, end-1-gripWidth/2, gripWidth, size.Height)
		end--
	}
	at(p.middle, x, end-x, size.Height)
}

func at(o fyne.CanvasObject, x, width, height float32) {
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(width, height))
}

func (r *panesRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *panesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.left, r.p.middle, r.p.right, r.p.leftGrip, r.p.rightGrip}
}

func (r *panesRenderer) Destroy() {}

// grip is the hairline between two panes and the little room around it by which
// it is dragged.
type grip struct {
	widget.BaseWidget
	drag func(dx float32)
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(drag func(float32)) *grip {
	g := &grip{drag: drag}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged is called by the toolkit.
func (g *grip) Dragged(ev *fyne.DragEvent) { g.drag(ev.Dragged.DX) }

// DragEnd is called by the toolkit.
func (g *grip) DragEnd() {}

// Cursor says that the line can be dragged sideways.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer is called by the toolkit.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	rule := look.NewRule()
	return &gripRenderer{WidgetRenderer: widget.NewSimpleRenderer(rule), rule: rule}
}

type gripRenderer struct {
	fyne.WidgetRenderer
	rule *look.Rule
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.rule.Move(fyne.NewPos((size.Width-1)/2, 0))
	r.rule.Resize(fyne.NewSize(1, size.Height))
}
