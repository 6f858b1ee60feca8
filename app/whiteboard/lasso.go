package whiteboard

import (
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/internal/board"
)

// lasso selects what lies in the loop that is drawn, or is crossed by it,
// groups whole; with Shift it adds to what was selected. A click is one of the
// selecting tool's.
type lasso struct {
	marquee
	way []board.Point
}

func newLasso(b *Board, p board.Point) *lasso {
	g := &lasso{marquee: marquee{from: p, kept: b.Selected()}, way: []board.Point{p}}
	if b.mods()&fyne.KeyModifierShift == 0 {
		g.kept = nil
		b.Select()
	}
	return g
}

func (g *lasso) drag(b *Board, p board.Point) {
	if g.way[len(g.way)-1].Dist(p)*b.view.zoom < still {
		return
	}
	g.way = append(g.way, p)
	scene := b.doc.Scene()
	loop := board.Simplify(g.way, still/b.view.zoom)
	b.selected = whole(scene, g.kept, scene.Lassoed(loop))
	b.preview(board.Edit{}, g.rope(b, loop)...)
}

// rope is the loop as it is shown: its line, and a wash of what it surrounds.
func (g *lasso) rope(b *Board, loop []board.Point) []*board.Element {
	style := board.DefaultStyle()
	style.Stroke, style.Round, style.StrokeWidth = "#4f5bd5", false, 1.5/b.view.zoom
	line := board.NewElement(board.Line, style)
	line.X, line.Y = loop[0].X, loop[0].Y
	for _, p := range loop {
		line.Points = append(line.Points, p.Sub(loop[0]))
	}
	line.ID, line.Index = "rope", "zz2"
	wash := line.Clone()
	wash.Points = append(wash.Points, board.Point{})
	wash.ID, wash.Index, wash.Opacity, wash.Background, wash.Stroke = "wash", "zz1", 12, style.Stroke, "transparent"
	return []*board.Element{wash, line}
}

func (g *lasso) release(b *Board, p board.Point) {
	b.clearPreview()
	ids := slices.Clone(b.selected)
	if len(g.way) == 1 {
		if hit := b.doc.Scene().HitTest(p, tolerance/b.view.zoom); hit != nil {
			ids = whole(b.doc.Scene(), g.kept, []*board.Element{hit})
		}
	}
	if !b.locked {
		b.tool = Selecting
	}
	b.Select(ids...)
}

func (g *lasso) cancel(b *Board) { b.Select(g.kept...) }
