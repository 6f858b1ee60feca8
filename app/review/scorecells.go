package review

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
)

var (
	_ fyne.Tappable      = (*scoreCells)(nil)
	_ desktop.Hoverable  = (*scoreCells)(nil)
	_ desktop.Cursorable = (*scoreCells)(nil)
)

// scoreCells are the four scores of a dimension side by side. The one given is
// filled, the target has a bar under it, and a score given earlier that is
// another one now is a small ring.
type scoreCells struct {
	widget.BaseWidget
	value, earlier, target int // 0 for none
	chosen                 func(score int)
	pointed                int
}

func newScoreCells(target int, chosen func(score int)) *scoreCells {
	c := &scoreCells{target: target, chosen: chosen}
	c.ExtendBaseWidget(c)
	return c
}

// set shows a score, and one given earlier; 0 is none.
func (c *scoreCells) set(value, earlier int) {
	if value != c.value || earlier != c.earlier {
		c.value, c.earlier = value, earlier
		c.Refresh()
	}
}

const (
	cellEdge  float32 = 26
	cellUnder float32 = 6 // room for the bar of the target
	cellRing  float32 = 9
)

// at is the score at a place, 0 for the gap between two.
func (c *scoreCells) at(p fyne.Position) int {
	for score := 1; score <= interview.HighestScore; score++ {
		if left := cellLeft(score); p.X >= left && p.X < left+cellEdge {
			return score
		}
	}
	return 0
}

func cellLeft(score int) float32 { return float32(score-1) * (cellEdge + look.Space4) }

// Tapped is called by the toolkit.
func (c *scoreCells) Tapped(ev *fyne.PointEvent) {
	if score := c.at(ev.Position); score > 0 {
		c.chosen(score)
	}
}

// MouseIn is called by the toolkit.
func (c *scoreCells) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (c *scoreCells) MouseMoved(ev *desktop.MouseEvent) {
	score := c.at(ev.Position)
	if score == c.pointed {
		return
	}
	c.pointed = score
	look.HintLeave(c)
	if score > 0 {
		name := interview.RowName(score)
		if score == c.target {
			name += ", the target"
		}
		if score == c.earlier {
			name += ", given before the reference"
		}
		look.HintEnter(c, look.Hint{Name: name, Key: strconv.Itoa(score)})
	}
	c.Refresh()
}

// MouseOut is called by the toolkit.
func (c *scoreCells) MouseOut() {
	c.pointed = 0
	look.HintLeave(c)
	c.Refresh()
}

// Cursor is called by the toolkit.
func (c *scoreCells) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (c *scoreCells) CreateRenderer() fyne.WidgetRenderer {
	r := &scoreCellsRenderer{cells: c, bar: canvas.NewRectangle(color.Transparent), ring: canvas.NewCircle(color.Transparent)}
	var shown []fyne.CanvasObject
	for i := range r.grounds {
		r.grounds[i] = canvas.NewRectangle(color.Transparent)
		r.grounds[i].CornerRadius = look.RadiusChip
		r.labels[i] = look.NewLabel(strconv.Itoa(i+1), look.Body)
		shown = append(shown, r.grounds[i], r.labels[i])
	}
	r.bar.CornerRadius = 1.5
	r.Draw(c, r.paint, r.Layout, append(shown, r.bar, r.ring)...)
	return r
}

type scoreCellsRenderer struct {
	look.Drawing
	cells   *scoreCells
	grounds [interview.HighestScore]*canvas.Rectangle
	labels  [interview.HighestScore]*look.Label
	bar     *canvas.Rectangle
	ring    *canvas.Circle
}

func (r *scoreCellsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(cellLeft(interview.HighestScore)+cellEdge, cellEdge+cellUnder)
}

func (r *scoreCellsRenderer) Layout(fyne.Size) {
	for i := range r.grounds {
		left := cellLeft(i + 1)
		r.grounds[i].Resize(fyne.NewSquareSize(cellEdge))
		r.grounds[i].Move(fyne.NewPos(left, 0))
		least := r.labels[i].MinSize()
		r.labels[i].Resize(least)
		r.labels[i].Move(fyne.NewPos(left+(cellEdge-least.Width)/2, (cellEdge-least.Height)/2))
	}
	r.bar.Resize(fyne.NewSize(cellEdge-2*look.Space4, 3))
	r.bar.Move(fyne.NewPos(cellLeft(max(r.cells.target, 1))+look.Space4, cellEdge+3))
	r.ring.Resize(fyne.NewSquareSize(cellRing))
	r.ring.Move(fyne.NewPos(cellLeft(max(r.cells.earlier, 1))+cellEdge-cellRing+2, -2))
}

func (r *scoreCellsRenderer) paint() {
	c := r.cells
	for i, g := range r.grounds {
		g.FillColor, g.StrokeColor, g.StrokeWidth = color.Transparent, look.Color(look.Hairline), 1
		style := look.Body.In(look.Muted).Figures()
		switch i + 1 {
		case c.value:
			g.FillColor, g.StrokeColor = look.Color(look.Accent), look.Color(look.Accent)
			style = style.In(look.OnAccent).Strong()
		case c.pointed:
			g.FillColor = look.Soft(look.Text, 0.06)
		}
		r.labels[i].SetStyle(style)
	}
	r.bar.FillColor = look.Color(look.Accent)
	r.bar.Hidden = c.target == 0
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = look.Color(look.Surface), look.Color(look.Accent), 1.5
	r.ring.Hidden = c.earlier == 0
}
