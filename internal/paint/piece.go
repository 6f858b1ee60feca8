package paint

import (
	"image"
	"runtime"
	"sync"
	"sync/atomic"

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

// prepare works out the lists of all elements at once, on all cores, for the
// passes that follow. Pictures are left to those: whoever finds them need not
// be asked by two at a time.
func (p *Painter) prepare(scene []*board.Element, th Theme) {
	bound := make([]*board.Element, len(scene))
	for i, e := range scene {
		bound[i] = p.labels.of(e, scene, i)
	}
	made := make([]*seen, len(scene))
	onAllCores(len(scene), func(i int) {
		if scene[i].Kind != board.Image {
			made[i] = &seen{label: bound[i], list: listOf(scene[i], bound[i], nil, th)}
		}
	})
	if p.seen == nil {
		p.seen = make(map[seenKey]*seen, len(scene))
	}
	for i, s := range made {
		if s != nil {
			p.seen[seenKey{scene[i], th}] = s
		}
	}
	p.labels.forget()
}

// window is the pixels that the piece may change.
func (p *piece) window(v View) image.Rectangle {
	window := v.Pixels(p.list.Bounds)
	if p.clipped {
		window = window.Intersect(v.inside(p.frame))
	}
	return window
}

// bakeAll works out the areas of all pieces for a zoom.
func bakeAll(list []piece, zoom float64) {
	onAllCores(len(list), func(i int) { list[i].bake(zoom) })
}

// onAllCores calls do for 0 to n-1 and returns when all are done.
func onAllCores(n int, do func(i int)) {
	const batch = 64
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for {
				first := int(next.Add(batch)) - batch
				if first >= n {
					return
				}
				for i := first; i < min(first+batch, n); i++ {
					do(i)
				}
			}
		})
	}
	all.Wait()
}
