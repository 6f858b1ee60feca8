package whiteboard

import (
	"image"
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

// bake is the settled scene as pixels. Changes mark rectangles as damaged;
// image repaints those, and only those, when the window next asks for it.
type bake struct {
	painter paint.Painter
	img     *image.RGBA
	view    paint.View
	theme   paint.Theme
	scene   []*board.Element
	hidden  map[string]bool // elements that live above for now
	visible []*board.Element
	damage  []image.Rectangle
}

// labelRoom is how far around its label an arrow is left out, in scene units.
const labelRoom = 4

// manyDamages is when separate rectangles stop being cheaper than their union.
const manyDamages = 16

func (b *bake) damageAll() {
	if b.img != nil {
		b.damage = append(b.damage[:0], b.img.Bounds())
	}
}

// damageRect marks a rectangle of the scene.
func (b *bake) damageRect(r board.Rect) {
	if b.img == nil || r.Empty() {
		return
	}
	// An arrow leaves room for its label: what lies a little beside the label
	// changes with it.
	px := b.view.Pixels(r.Inset(-labelRoom)).Intersect(b.img.Bounds())
	if px.Empty() {
		return
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

// show makes elements the settled scene; only what differs from the one before
// is damaged.
func (b *bake) show(elements []*board.Element) {
	before := make(map[string]*board.Element, len(b.scene))
	for _, e := range b.scene {
		before[e.ID] = e
	}
	for _, e := range elements {
		old := before[e.ID]
		if old == e {
			delete(before, e.ID)
			continue
		}
		b.damageRect(e.Bounds())
	}
	for _, old := range before {
		b.damageRect(old.Bounds())
	}
	b.scene = append(b.scene[:0], elements...)
	b.sift()
}

// hide takes elements out of the settled scene while they live above it; nil
// brings all back.
func (b *bake) hide(ids map[string]bool) {
	for _, e := range b.scene {
		if b.hidden[e.ID] != ids[e.ID] {
			b.damageRect(e.Bounds())
		}
	}
	b.hidden = ids
	b.sift()
}

func (b *bake) sift() {
	b.visible = b.visible[:0]
	for _, e := range b.scene {
		if !b.hidden[e.ID] {
			b.visible = append(b.visible, e)
		}
	}
}

// look sets view and theme. A pan moves the pixels that stay and repaints the
// strips that come in.
func (b *bake) look(v paint.View, theme paint.Theme) {
	if b.img == nil || v == b.view && theme == b.theme {
		b.view, b.theme = v, theme
		return
	}
	dx, dy := (b.view.X-v.X)*v.Zoom, (b.view.Y-v.Y)*v.Zoom
	size := b.img.Bounds().Size()
	whole := math.Abs(dx-math.Round(dx)) < 1e-6 && math.Abs(dy-math.Round(dy)) < 1e-6
	near := math.Abs(dx) < float64(size.X) && math.Abs(dy) < float64(size.Y)
	same := v.Zoom == b.view.Zoom && theme == b.theme
	b.view, b.theme = v, theme
	if !same || !whole || !near {
		b.damageAll()
		return
	}
	b.scroll(int(math.Round(dx)), int(math.Round(dy)))
}

// scroll moves the pixels by dx, dy and damages what comes in.
func (b *bake) scroll(dx, dy int) {
	bounds := b.img.Bounds()
	kept := bounds.Add(image.Pt(dx, dy)).Intersect(bounds)
	from := kept.Sub(image.Pt(dx, dy))
	row := func(y int) {
		to := b.img.PixOffset(kept.Min.X, kept.Min.Y+y)
		src := b.img.PixOffset(from.Min.X, from.Min.Y+y)
		copy(b.img.Pix[to:to+4*kept.Dx()], b.img.Pix[src:src+4*kept.Dx()])
	}
	if dy > 0 {
		for y := kept.Dy() - 1; y >= 0; y-- {
			row(y)
		}
	} else {
		for y := range kept.Dy() {
			row(y)
		}
	}
	moved := b.damage[:0]
	for _, d := range b.damage {
		if d = d.Add(image.Pt(dx, dy)).Intersect(bounds); !d.Empty() {
			moved = append(moved, d)
		}
	}
	b.damage = moved
	strips := [...]image.Rectangle{
		image.Rect(bounds.Min.X, bounds.Min.Y, bounds.Max.X, kept.Min.Y),
		image.Rect(bounds.Min.X, kept.Max.Y, bounds.Max.X, bounds.Max.Y),
		image.Rect(bounds.Min.X, kept.Min.Y, kept.Min.X, kept.Max.Y),
		image.Rect(kept.Max.X, kept.Min.Y, bounds.Max.X, kept.Max.Y),
	}
	for _, s := range strips {
		if !s.Empty() {
			b.damage = append(b.damage, s)
		}
	}
}

// image returns the settled scene at w by h pixels, repainting what was
// damaged. The image belongs to the bake and changes with the next call.
func (b *bake) image(w, h int) *image.RGBA {
	if b.img == nil || b.img.Bounds().Dx() != w || b.img.Bounds().Dy() != h {
		b.img = image.NewRGBA(image.Rect(0, 0, w, h))
		b.damageAll()
	}
	for _, d := range b.damage {
		paint.Paper(b.img, d, b.view, b.theme)
		b.painter.Draw(b.img, d, b.visible, b.view, b.theme)
	}
	b.damage = b.damage[:0]
	return b.img
}
