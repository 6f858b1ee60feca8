package whiteboard

import "image"

// reframe makes the bake show another part of the same plane: the pixels that
// stay are moved, the strips that come in are damaged.
func (b *bake) reframe(window image.Rectangle) {
	before := b.img.Rect
	if window == before {
		return
	}
	kept := window.Intersect(before)
	if window.Size() == before.Size() {
		shift(b.img, kept, window.Min)
	} else {
		b.img = cut(b.img, kept, window)
	}
	b.img.Rect = window
	damage := b.damage[:0]
	for _, d := range b.damage {
		if d = d.Intersect(kept); !d.Empty() {
			damage = append(damage, d)
		}
	}
	b.damage = damage
	if kept.Empty() {
		b.damageRect(window)
		return
	}
	b.damageRect(image.Rect(window.Min.X, window.Min.Y, window.Max.X, kept.Min.Y))
	b.damageRect(image.Rect(window.Min.X, kept.Max.Y, window.Max.X, window.Max.Y))
	b.damageRect(image.Rect(window.Min.X, kept.Min.Y, kept.Min.X, kept.Max.Y))
	b.damageRect(image.Rect(kept.Max.X, kept.Min.Y, window.Max.X, kept.Max.Y))
}

// shift moves the pixels of kept inside img to where they lie once the image's
// corner is at.
func shift(img *image.RGBA, kept image.Rectangle, at image.Point) {
	to := kept.Sub(at).Add(img.Rect.Min)
	row := func(y int) {
		copy(img.Pix[img.PixOffset(to.Min.X, to.Min.Y+y):][:4*kept.Dx()],
			img.Pix[img.PixOffset(kept.Min.X, kept.Min.Y+y):])
	}
	if to.Min.Y > kept.Min.Y { // downwards: from below, or rows would be lost
		for y := kept.Dy() - 1; y >= 0; y-- {
			row(y)
		}
		return
	}
	for y := range kept.Dy() {
		row(y)
	}
}

// cut is an image of the window that holds what img shows of kept.
func cut(img *image.RGBA, kept, window image.Rectangle) *image.RGBA {
	out := image.NewRGBA(window)
	for y := kept.Min.Y; y < kept.Max.Y; y++ {
		copy(out.Pix[out.PixOffset(kept.Min.X, y):][:4*kept.Dx()], img.Pix[img.PixOffset(kept.Min.X, y):])
	}
	return out
}
