package whiteboard

import (
	"slices"

	"talkthrough/internal/board"
)

// erase removes everything the hand passes over, in one step.
type erase struct {
	last board.Point
	ids  []string
}

func newErase(b *Board, p board.Point) *erase {
	g := &erase{last: p}
	g.drag(b, p)
	return g
}

func (g *erase) drag(b *Board, p board.Point) {
	// The way from the last point is walked in small steps, so that a quick
	// hand misses nothing.
	steps := int(g.last.Dist(p)*b.view.zoom/4) + 1
	scene, before := b.doc.Scene(), len(g.ids)
	for i := 1; i <= steps; i++ {
		at := g.last.Lerp(p, float64(i)/float64(steps))
		if e := scene.HitTest(at, tolerance/b.view.zoom); e != nil && !slices.Contains(g.ids, e.ID) {
			g.ids = append(g.ids, e.ID)
		}
	}
	g.last = p
	if len(g.ids) > before {
		b.preview(faded(board.Delete(scene, g.ids), scene))
	}
}

// faded is an edit that shows what e removes at a fifth of its strength.
func faded(e board.Edit, scene *board.Scene) board.Edit {
	show := board.Edit{Put: slices.Clone(e.Put)}
	for _, id := range e.Remove {
		if old := scene.Get(id); old != nil {
			c := old.Clone()
			c.Opacity /= 5
			show.Put = append(show.Put, c)
		}
	}
	return show
}

func (g *erase) release(b *Board, p board.Point) {
	g.drag(b, p)
	b.commit(board.Delete(b.doc.Scene(), g.ids))
}
