package whiteboard

import (
	"image"
	"maps"
	"strings"

	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// bake is the settled scene as pixels. Changes mark rectangles as damaged;
// image repaints those, and only those, when the window next asks for it.
type bake struct {
	painter paint.Painter
	img     *image.RGBA // its rectangle is the part of the plane that is shown
	plane   paint.View
	theme   paint.Theme
	scene   []*board.Element
	hidden  map[string]bool  // elements that live above for now
	rest    []*board.Element // the scene without them, if there are any
	damage  []image.Rectangle
	bare    bool // without paper: what lies beneath is seen
}

// manyDamages is when separate rectangles stop being cheaper than their union.
const manyDamages = 16

// damaged marks where an element is painted.
func (b *bake) damaged(e *board.Element) {
	if b.img != nil && e != nil && !e.Deleted {
		b.damageRect(b.plane.Pixels(paint.Reach(e)))
	}
}

// damagedWith is damaged for e and, of a frame, what it clips among elements.
func (b *bake) damagedWith(e *board.Element, elements []*board.Element) {
	b.damaged(e)
	if e == nil || !e.IsFrame() {
		return
	}
	for _, c := range elements {
		if c.Frame == e.ID {
			b.damaged(c)
		}
	}
}

func (b *bake) damageRect(px image.Rectangle) {
	px = px.Intersect(b.img.Rect)
	if px.Empty() {
		return
	}
	for _, d := range b.damage {
		if px.In(d) {
			return
		}
	}
	b.damage = append(b.damage, px)
	if len(b.damage) > manyDamages {
		all := image.Rectangle{}
		for _, d := range b.damage {
			all = all.Union(d)
		}
		b.damage = append(b.damage[:0], all)
	}
}

// stale reports whether image would paint anything.
func (b *bake) stale() bool { return b.img == nil || len(b.damage) > 0 }

// show makes elements, which must be in the order of a scene, the settled
// scene; only what differs from the one before is damaged.
func (b *bake) show(elements []*board.Element) {
	old, now := b.scene, elements
	for len(old) > 0 || len(now) > 0 {
		gone, come := len(old) > 0, len(now) > 0
		if gone && come {
			c := inOrder(old[0], now[0])
			gone, come = c <= 0, c >= 0
		}
		if !gone || !come || old[0] != now[0] {
			if gone {
				b.damagedWith(old[0], elements)
			}
			if come {
				b.damagedWith(now[0], elements)
			}
		}
		if gone {
			old = old[1:]
		}
		if come {
			now = now[1:]
		}
	}
	b.scene = append(b.scene[:0], elements...)
	b.sift()
}

// inOrder compares two elements by their place in the scene, as scenes do.
func inOrder(a, z *board.Element) int {
	if c := strings.Compare(a.Index, z.Index); c != 0 {
		return c
	}
	return strings.Compare(a.ID, z.ID)
}

// hide takes elements out of the settled scene while they live above it; none
// brings all back. As long as ids stays the same nothing is done.
func (b *bake) hide(ids map[string]bool, scene *board.Scene) {
	if maps.Equal(ids, b.hidden) {
		return
	}
	for id := range ids {
		if !b.hidden[id] {
			b.damagedWith(scene.Get(id), scene.Elements())
		}
	}
	for id := range b.hidden {
		if !ids[id] {
			b.damagedWith(scene.Get(id), scene.Elements())
		}
	}
	b.hidden = maps.Clone(ids)
	b.sift()
}

func (b *bake) sift() {
	b.rest = b.rest[:0]
	if len(b.hidden) == 0 {
		return
	}
	for _, e := range b.scene {
		if !b.hidden[e.ID] {
			b.rest = append(b.rest, e)
		}
	}
}

// visible lists what is not hidden.
func (b *bake) visible() []*board.Element {
	if len(b.hidden) == 0 {
		return b.scene
	}
	return b.rest
}

// image returns w by h pixels of the settled scene as the lens sees it, painting
// what was damaged and what has come into view. The pixels belong to the bake
// and change with the next call.
func (b *bake) image(l lens, w, h int, theme paint.Theme) *image.RGBA {
	window := l.window(w, h)
	if b.img == nil || l.plane != b.plane || theme != b.theme {
		b.plane, b.theme = l.plane, theme
		b.img = reused(b.img, window)
		b.damage = append(b.damage[:0], window)
	} else {
		b.reframe(window)
	}
	for _, d := range b.damage {
		if b.bare {
			wipe(b.img, d)
		} else {
			paint.Paper(b.img, d, b.plane, b.theme)
		}
		b.painter.Draw(b.img, d, b.visible(), b.plane, b.theme)
	}
	b.damage = b.damage[:0]
	return atOrigin(b.img)
}

// wipe makes a part of an image clear.
func wipe(img *image.RGBA, part image.Rectangle) {
	part = part.Intersect(img.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		clear(img.Pix[img.PixOffset(part.Min.X, y):][:4*part.Dx()])
	}
}

// reused is an image of that rectangle, in the memory of the one given if it is
// large enough. What it shows is not defined.
func reused(img *image.RGBA, r image.Rectangle) *image.RGBA {
	n := 4 * r.Dx() * r.Dy()
	if img == nil || cap(img.Pix) < n {
		return image.NewRGBA(r)
	}
	img.Pix, img.Stride, img.Rect = img.Pix[:n], 4*r.Dx(), r
	return img
}
