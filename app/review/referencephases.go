package review

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

// phaseRow is a cell for each phase, of which one is chosen, as wide together as
// their place.
type phaseRow struct {
	object *fyne.Container
	cells  [interview.PhaseCount]*phaseCell
}

// newPhaseRow returns the row; chosen is called for a cell that was pressed,
// unused gets the keys that the cells have no use for.
func newPhaseRow(chosen func(phase int), unused func(*fyne.KeyEvent)) *phaseRow {
	r := &phaseRow{object: newEvenly()}
	for i := range r.cells {
		r.cells[i] = newPhaseCell(i, func() { chosen(i) })
		r.cells[i].OnUnused(unused)
		r.object.Add(r.cells[i])
	}
	return r
}

// count writes a count under the name of a phase; words tell it in full.
func (r *phaseRow) count(phase int, count, words string) {
	c := r.cells[phase]
	c.SetHint(look.Hint{Name: interview.Phases[phase].Name + ": " + words, Key: strconv.Itoa(phase + 1)})
	if c.count != count {
		c.count = count
		c.Refresh()
	}
}

// choose marks the chosen phase.
func (r *phaseRow) choose(phase int) {
	for i, c := range r.cells {
		if on := i == phase; on != c.on {
			c.on = on
			c.Refresh()
		}
	}
}

// newEvenly shares a width among its objects, without a gap.
func newEvenly() *fyne.Container { return &fyne.Container{Layout: evenly{}} }

type evenly struct{}

func (evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return fyne.NewSize(least.Width*float32(len(objects)), least.Height)
}

func (evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	each := size.Width / float32(max(len(objects), 1))
	for i, o := range objects {
		o.Resize(fyne.NewSize(each, size.Height))
		o.Move(fyne.NewPos(each*float32(i), 0))
	}
}

// phaseCell is a phase: its short name, a count, and its hue below.
type phaseCell struct {
	look.Control
	phase int
	count string
	on    bool
}

func newPhaseCell(phase int, tapped func()) *phaseCell {
	c := &phaseCell{phase: phase}
	c.SetHint(look.Hint{Name: interview.Phases[phase].Name, Key: strconv.Itoa(phase + 1)})
	c.Extend(c, tapped)
	return c
}

// CreateRenderer is called by the toolkit.
func (c *phaseCell) CreateRenderer() fyne.WidgetRenderer {
	r := &phaseCellRenderer{
		cell: c, ground: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		bar:  canvas.NewRectangle(color.Transparent),
		name: look.NewLabel(interview.Phases[c.phase].Short, cellName), count: look.NewLabel("", cellCount),
	}
	r.ground.CornerRadius, r.ring.CornerRadius, r.bar.CornerRadius = look.RadiusControl, look.RadiusControl, 1.5
	r.Draw(c, r.paint, r.Layout, r.ground, r.bar, r.name, r.count, r.ring)
	return r
}

var (
	cellName  = look.Caption.Centred()
	cellCount = look.Caption.In(look.Muted).Figures().Centred()
)

const cellBar float32 = 3 // how high the hue is

type phaseCellRenderer struct {
	look.Drawing
	cell              *phaseCell
	ground, ring, bar *canvas.Rectangle
	name, count       *look.Label
}

func (r *phaseCellRenderer) MinSize() fyne.Size {
	height := cellName.Height() + cellBar + look.Space12
	if r.cell.count != "" {
		height += cellCount.Height() + 2
	}
	return fyne.NewSize(cellName.Width("Model")+look.Space8, height)
}

func (r *phaseCellRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.name.Resize(fyne.NewSize(size.Width, cellName.Height()))
	r.name.Move(fyne.NewPos(0, look.Space4))
	r.count.Resize(fyne.NewSize(size.Width, cellCount.Height()))
	r.count.Move(fyne.NewPos(0, look.Space4+cellName.Height()+2))
	r.bar.Resize(fyne.NewSize(size.Width-2*look.Space8, cellBar))
	r.bar.Move(fyne.NewPos(look.Space8, size.Height-cellBar-look.Space4))
}

func (r *phaseCellRenderer) paint() {
	c := r.cell
	style := cellName.In(look.Muted)
	if c.on {
		style = cellName.In(look.Accent).Strong()
	}
	r.name.SetStyle(style)
	r.count.SetText(c.count)
	r.bar.FillColor = look.PhaseHue(c.phase)
	if !c.on {
		r.bar.FillColor = look.Fade(look.PhaseHue(c.phase), 0.45)
	}
	r.ground.FillColor = c.Ground(c.on)
	c.PaintRing(r.ring)
}
