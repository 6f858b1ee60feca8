package whiteboard

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2/canvas"

	"talkthrough/internal/board"
)

// manyDragged is how many elements are dragged as one picture: fewer are shown
// as they will be, down to the arrow that finds another way.
const manyDragged = 60

// mostTaut is how many arrows that lead away from what is dragged follow it
// before it is dropped.
const mostTaut = 40

// raft is the layer of a drag of many elements: they are painted once, and their
// picture moves. A frame costs the same with a hundred and ten thousand.
type raft struct {
	raster  *canvas.Raster
	surface *surface
	bake    bake
	hidden  map[string]bool // what is taken out of the settled scene meanwhile
	cargo   *board.Raft     // nil while nothing is dragged
	shore   *board.Scene    // the rest of the board, to lie well beside
	by      board.Point     // the way so far
}

func newRaft(s *surface) *raft {
	r := &raft{surface: s}
	r.bake.bare = true
	r.raster = rasterOf(r.generate)
	r.raster.Hide()
	return r
}

// launch takes the elements up. A copy leaves the originals where they are.
func (r *raft) launch(b *Board, ids []string, copied bool) {
	scene := b.doc.Scene()
	r.cargo, r.by = board.NewRaft(scene, ids), board.Point{}
	aboard := make(map[string]bool, len(r.cargo.Whole))
	for _, e := range r.cargo.Whole {
		aboard[e.ID] = true
	}
	r.shore = board.NewScene(slices.DeleteFunc(slices.Clone(scene.Elements()), func(e *board.Element) bool { return aboard[e.ID] })...)
	r.hidden = map[string]bool{}
	if !copied {
		r.hidden = aboard
		if len(r.cargo.Tethers) > mostTaut {
			r.cargo.Tethers = nil
		}
		for _, e := range r.cargo.Tethers {
			r.hidden[e.ID] = true
			if t := scene.LabelOf(e); t != nil {
				r.hidden[t.ID] = true
			}
		}
	} else {
		r.cargo.Tethers = nil
	}
	b.bake.hide(r.hidden, scene)
	b.raster.Refresh()
	r.bake.painter.Pictures = b.bake.painter.Pictures
	r.bake.show(r.cargo.Whole)
	r.arrange()
	r.raster.Show()
}

// move brings what is dragged so far from where it was.
func (r *raft) move(b *Board, by board.Point) {
	r.by = by
	r.raster.Refresh()
	b.live.show(r.cargo.Taut(by.X, by.Y))
	b.marks.arrange()
}

// land takes the layer away, and shows the board as it stands.
func (r *raft) land(b *Board) {
	if r.cargo == nil {
		return
	}
	r.cargo, r.shore, r.hidden = nil, nil, nil
	r.raster.Hide()
	r.bake.show(nil)
	b.live.show(nil)
	b.bake.hide(nil, b.doc.Scene())
	b.raster.Refresh()
}

// box is what the selection's frame surrounds while it is dragged.
func (r *raft) box() board.Rect {
	at := r.cargo.Box
	at.X, at.Y = at.X+r.by.X, at.Y+r.by.Y
	return at
}

// arrange gives the layer the size of the board.
func (r *raft) arrange() {
	if r.cargo != nil {
		r.raster.Resize(r.surface.raster.Size())
		r.raster.Refresh()
	}
}

// generate paints for the canvas; w and h are device pixels. The picture moves
// by whole pixels.
func (r *raft) generate(w, h int) image.Image {
	l := r.surface.lens()
	l.at = l.at.Sub(image.Pt(int(math.Round(r.by.X*l.plane.Zoom)), int(math.Round(r.by.Y*l.plane.Zoom))))
	return r.bake.image(l, w, h, themeNow())
}
