package paint

import (
	"image"
	"math"

	"talkthrough/internal/board"
)

// lastPass holds where the elements of the scene drawn last leave their traces,
// by their place in it. Most elements of most passes lie outside the clip and in
// the place they had before: going past one reads these few numbers, which lie
// side by side, and not the element.
type lastPass struct {
	theme Theme
	list  []passed
}

type passed struct {
	element *board.Element
	sides   sides
}

// begin makes ready for n elements.
func (l *lastPass) begin(n int, th Theme) {
	if th != l.theme {
		clear(l.list)
		l.theme = th
	}
	if n < len(l.list) {
		clear(l.list[n:])
		l.list = l.list[:n]
	}
	if n > len(l.list) {
		l.list = append(l.list, make([]passed, n-len(l.list))...)
	}
}

// knows reports whether e was noted at place i.
func (l *lastPass) knows(i int, e *board.Element) bool { return l.list[i].element == e }

// misses reports whether the element at place i stays clear of near.
func (l *lastPass) misses(i int, near sides) bool { return l.list[i].sides.clearOf(near) }

func (l *lastPass) note(i int, e *board.Element, s sides) { l.list[i] = passed{e, s} }

// sides is a box in scene units by its sides.
type sides struct{ left, top, right, bottom float64 }

var (
	nowhere    = sides{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	everywhere = sides{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
)

// sidesOf is where something with those bounds is painted; it may be anywhere
// when they are no numbers.
func sidesOf(r board.Rect) sides {
	if r.Empty() {
		return nowhere
	}
	if math.IsNaN(r.X + r.Y + r.W + r.H) {
		return everywhere
	}
	return sides{r.X, r.Y, r.Right(), r.Bottom()}
}

// sidesAround is what must touch some pixels for painting it to change them, and a
// little more. Painting stops far away, and so does this.
func sidesAround(px image.Rectangle, v View) sides {
	const more = 3 // pixels: Pixels rounds outwards by up to two
	if px.Min.X <= -farAway+more || px.Min.Y <= -farAway+more || px.Max.X >= farAway-more || px.Max.Y >= farAway-more {
		return everywhere
	}
	low := v.Scene(float64(px.Min.X-more), float64(px.Min.Y-more))
	high := v.Scene(float64(px.Max.X+more), float64(px.Max.Y+more))
	return sides{low.X, low.Y, high.X, high.Y}
}

// clearOf reports whether two boxes share nothing.
func (s sides) clearOf(other sides) bool {
	return s.left > other.right || s.right < other.left || s.top > other.bottom || s.bottom < other.top
}
