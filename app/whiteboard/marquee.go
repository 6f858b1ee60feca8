package whiteboard

import (
	"slices"

	"talkthrough/internal/board"
)

// marquee selects what lies wholly inside the rectangle that is dragged; with
// Shift it adds to what was selected.
type marquee struct {
	from board.Point
	kept []string
}

func newMarquee(b *Board, p board.Point, add bool) *marquee {
	if !add {
		b.Select()
	}
	return &marquee{from: p, kept: b.Selected()}
}

func (g *marquee) drag(b *Board, p board.Point) {
	r := board.RectOf(g.from, p)
	b.selected = whole(b.doc.Scene(), g.kept, b.doc.Scene().Inside(r))
	b.marks.marquee(r)
}

// whole lists what was kept and what has been caught, groups whole.
func whole(scene *board.Scene, kept []string, caught []*board.Element) []string {
	ids := slices.Clone(kept)
	taken := make(map[string]bool, len(ids))
	for _, id := range ids {
		taken[id] = true
	}
	groups := map[string]bool{}
	take := func(id string) {
		if !taken[id] {
			taken[id] = true
			ids = append(ids, id)
		}
	}
	for _, e := range caught {
		take(e.ID)
		if n := len(e.Groups); n > 0 {
			groups[e.Groups[n-1]] = true
		}
	}
	if len(groups) > 0 {
		for _, id := range members(scene, groups) {
			take(id)
		}
	}
	return ids
}

func (g *marquee) release(b *Board, _ board.Point) {
	b.marks.marquee(board.Rect{})
	b.Select(b.selected...)
}

// cancel goes back to what was selected before.
func (g *marquee) cancel(b *Board) {
	b.marks.marquee(board.Rect{})
	b.Select(g.kept...)
}
