package whiteboard

import (
	"math"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// drawLine draws an arrow or a line from press to release: at steps of 15
// degrees with Shift; an arrow's ends bind to the shapes they touch unless
// Ctrl is held.
type drawLine struct {
	element *board.Element
	from    board.Point
	start   *board.Element // what the start is bound to, or nil
}

func newDrawLine(b *Board, kind board.Kind, p board.Point) *drawLine {
	g := &drawLine{element: board.NewElement(kind, b.style), from: p}
	if kind == board.Arrow {
		board.ShapeArrow(g.element, b.arrows)
		g.start = b.bindTarget(p)
	}
	return g
}

// bindTarget is the shape that an arrow's end at p binds to: none while Ctrl is
// held.
func (b *Board) bindTarget(p board.Point) *board.Element {
	if b.mods()&fyne.KeyModifierShortcutDefault != 0 {
		return nil
	}
	reach := board.BindCapture * min(max(1, 1/b.view.zoom), 2)
	return board.BindTarget(b.doc.Scene(), p, reach)
}

func (g *drawLine) edit(b *Board, p board.Point) (e board.Edit, target *board.Element, ok bool) {
	if b.mods()&fyne.KeyModifierShift != 0 {
		p = snapAngle(g.from, p)
	}
	if g.from.Dist(p)*b.view.zoom < smallest {
		return board.Edit{}, nil, false
	}
	scene := b.doc.Scene()
	line := g.element.Clone()
	d := p.Sub(g.from)
	line.X, line.Y = g.from.X, g.from.Y
	line.Points = []board.Point{{}, d}
	line.W, line.H = math.Abs(d.X), math.Abs(d.Y)
	if line.Kind == board.Arrow {
		if g.start != nil {
			line = board.Bind(scene, line, board.AtStart, g.start, g.from)
		}
		if target = b.bindTarget(p); target != nil {
			line = board.Bind(scene, line, board.AtEnd, target, p)
		}
		if line.Elbowed && g.start == nil && target == nil {
			runAlong(line, board.Route(scene, line))
		}
	}
	return board.PutNew(scene, line), target, true
}

func (g *drawLine) drag(b *Board, p board.Point) {
	e, target, ok := g.edit(b, p)
	if !ok {
		b.clearPreview()
		return
	}
	b.preview(e, halo(g.start), halo(target))
}

func (g *drawLine) release(b *Board, p board.Point) {
	e, _, ok := g.edit(b, p)
	if !ok {
		b.clearPreview()
		return
	}
	b.place(e, g.element.ID)
	b.drawn(g.element.ID)
}

// runAlong gives a line that begins at the first of the points their way.
func runAlong(line *board.Element, points []board.Point) {
	line.Points = line.Points[:0]
	for _, p := range points {
		line.Points = append(line.Points, p.Sub(points[0]))
	}
}

// snapAngle turns p about from to the nearest multiple of 15 degrees.
func snapAngle(from, p board.Point) board.Point {
	const step = math.Pi / 12
	d := p.Sub(from)
	angle := math.Round(math.Atan2(d.Y, d.X)/step) * step
	length := math.Hypot(d.X, d.Y)
	return from.Add(board.Point{X: length * math.Cos(angle), Y: length * math.Sin(angle)})
}
