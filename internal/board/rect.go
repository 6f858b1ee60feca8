package board

// Rect is an upright rectangle in scene units. Those the package returns have
// W and H of at least 0. As the target of Resize a negative W or H means
// flipped. The zero value is "nothing": Union ignores it.
type Rect struct{ X, Y, W, H float64 }

// RectOf is the rectangle between two corners, in whatever order they come.
func RectOf(a, b Point) Rect {
	x0, x1 := min(a.X, b.X), max(a.X, b.X)
	y0, y1 := min(a.Y, b.Y), max(a.Y, b.Y)
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// Right is the x of the right side.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the y of the lower side.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Centre is the middle.
func (r Rect) Centre() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Empty reports whether r is the zero value.
func (r Rect) Empty() bool { return r == Rect{} }

// Union is the smallest rectangle that encloses both.
func (r Rect) Union(o Rect) Rect {
	if r.Empty() {
		return o
	}
	if o.Empty() {
		return r
	}
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.Right(), o.Right()) - x, max(r.Bottom(), o.Bottom()) - y}
}

// Inset moves every side inwards by d, outwards when d is negative. A side
// never passes the one opposite: they meet in the middle.
func (r Rect) Inset(d float64) Rect {
	dx, dy := min(d, r.W/2), min(d, r.H/2)
	return Rect{r.X + dx, r.Y + dy, r.W - 2*dx, r.H - 2*dy}
}

// Contains reports whether p lies in r or on its border.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X <= r.Right() && p.Y >= r.Y && p.Y <= r.Bottom()
}

// Encloses reports whether the whole of o lies in r.
func (r Rect) Encloses(o Rect) bool {
	return o.X >= r.X && o.Right() <= r.Right() && o.Y >= r.Y && o.Bottom() <= r.Bottom()
}

// Intersects reports whether r and o share a point; touching sides count.
func (r Rect) Intersects(o Rect) bool {
	return r.X <= o.Right() && o.X <= r.Right() && r.Y <= o.Bottom() && o.Y <= r.Bottom()
}

// normal is r with W and H made positive.
func (r Rect) normal() Rect {
	return RectOf(Point{r.X, r.Y}, Point{r.X + r.W, r.Y + r.H})
}

// rotated is the upright rectangle around r turned about its centre.
func (r Rect) rotated(angle float64) Rect {
	if angle == 0 {
		return r
	}
	var b boundsOf
	c := r.Centre()
	for _, p := range [4]Point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}} {
		b.add(p.Rotate(c, angle))
	}
	return b.rect()
}

// boundsOf grows around points.
type boundsOf struct {
	min, max Point
	any      bool
}

func (b *boundsOf) add(p Point) {
	if !b.any {
		b.min, b.max, b.any = p, p, true
		return
	}
	b.min = Point{min(b.min.X, p.X), min(b.min.Y, p.Y)}
	b.max = Point{max(b.max.X, p.X), max(b.max.Y, p.Y)}
}

func (b *boundsOf) rect() Rect { return RectOf(b.min, b.max) }
