package paint

import (
	"image"
	"sync"

	"talkthrough/internal/board"
)

// piece is an element ready to be drawn, which any number of painters may do
// at once.
type piece struct {
	*seen
	frame   board.Rect // that clips it
	clipped bool
}

// pieces lists what the scene shows, bottom to top.
func (p *Painter) pieces(scene []*board.Element, th Theme) []piece {
	list := make([]piece, 0, len(scene))
	p.frame++
	for i, e := range scene {
		if e.Deleted || e.Opacity <= 0 {
			continue
		}
		one := piece{seen: p.look(e, p.labels.of(e, scene, i), th)}
		if len(one.list.Ops) == 0 {
			continue
		}
		one.frame, one.clipped = p.frames.of(e, scene)
		list = append(list, one)
	}
	p.settle(len(scene))
	return list
}

// window is the pixels that the piece may change.
func (p *piece) window(v View) image.Rectangle {
	window := v.Pixels(p.list.Bounds)
	if p.clipped {
		window = window.Intersect(v.inside(p.frame))
	}
	return window
}

// bakeAll works out the areas of all pieces for a zoom, by that many workers.
func bakeAll(list []piece, zoom float64, workers int) {
	var all sync.WaitGroup
	for first := range workers {
		all.Go(func() {
			for i := first; i < len(list); i += workers {
				list[i].bake(zoom)
			}
		})
	}
	all.Wait()
}
