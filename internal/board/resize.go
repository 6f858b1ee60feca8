package board

import (
	"math"
	"slices"
)

// ResizeOptions say how the resizing hand works.
type ResizeOptions struct {
	// Corner is a corner handle: text that stands free scales its letters. By
	// a side handle it is wrapped at the new width.
	Corner bool
}

const (
	minSide     = 1 // of shapes
	minFontSize = 1
)

// Resize maps the elements from the box from to the box to; a negative W or H
// of to flips them. Text in shapes wraps anew, and a shape never gets too small
// for its text. For a single turned element both boxes are as before rotation.
// Arrows bound to the elements follow; what lies in a frame stays unless it is
// among the elements.
func Resize(s *Scene, ids []string, from, to Rect, opts ResizeOptions) Edit {
	d := newDraft(s)
	chosen := s.named(ids)
	m := mapping{from: from, to: to, opts: opts, alone: len(chosen) == 1}
	m.sx, m.sy = scaleOf(from.W, to.W), scaleOf(from.H, to.H)
	for _, e := range chosen {
		c := d.change(e.ID)
		switch {
		case e.IsLinear():
			m.linear(c)
		case e.Kind == Text:
			m.text(c)
		default:
			m.box(c)
			m.fit(d, c)
		}
	}
	for _, a := range s.hangWithin(chosen) {
		m.linear(d.change(a.ID))
	}
	d.mirrorBindings(chosen, m)
	for _, e := range chosen {
		if e.Kind == Arrow {
			d.resolve(e.ID)
		}
	}
	d.settle(idsOf(chosen))
	d.reroute(chosen, nil)
	return d.edit()
}

// hangWithin lists the arrows with points between their ends that hang on the
// elements at both ends and are not among them: loops keep their form.
func (s *Scene) hangWithin(elements []*Element) []*Element {
	in := map[string]bool{}
	for _, e := range elements {
		in[e.ID] = true
	}
	return slices.DeleteFunc(s.attached(elements), func(a *Element) bool {
		return in[a.ID] || a.Elbowed || len(a.Points) < 3 || !boundWithin(a, in)
	})
}

func scaleOf(from, to float64) float64 {
	if from == 0 || to == 0 {
		return 1
	}
	return to / from
}

// mapping is one resize.
type mapping struct {
	from, to Rect
	sx, sy   float64
	opts     ResizeOptions
	alone    bool
}

func (m mapping) point(p Point) Point {
	return Point{m.to.X + (p.X-m.from.X)*m.sx, m.to.Y + (p.Y-m.from.Y)*m.sy}
}

// rect is where an unrotated box comes to lie. The middle of a turned element
// that is alone moves along its own axes, which keeps the side opposite to the
// hand in place.
func (m mapping) rect(b Rect, angle float64) Rect {
	r := RectOf(m.point(Point{b.X, b.Y}), m.point(Point{b.Right(), b.Bottom()}))
	if m.alone && angle != 0 {
		way := r.Centre().Sub(b.Centre())
		turned := way.Rotate(Point{}, angle)
		r.X, r.Y = r.X+turned.X-way.X, r.Y+turned.Y-way.Y
	} else if angle != 0 {
		c := m.point(b.Centre())
		r.X, r.Y = c.X-r.W/2, c.Y-r.H/2
	}
	return r
}

// flipped reports whether the map mirrors an odd number of times, which turns
// angles round.
func (m mapping) flipped() bool { return m.sx*m.sy < 0 }

func (m mapping) box(c *Element) {
	r := m.rect(c.Box(), c.Angle)
	c.X, c.Y, c.W, c.H = r.X, r.Y, max(r.W, minSide), max(r.H, minSide)
	if c.Kind == Image {
		c.Scale = Point{math.Copysign(c.Scale.X, c.Scale.X*m.sx), math.Copysign(c.Scale.Y, c.Scale.Y*m.sy)}
	}
	m.turn(c)
}

func (m mapping) turn(c *Element) {
	if m.flipped() && c.Angle != 0 {
		c.Angle = math.Mod(2*math.Pi-c.Angle, 2*math.Pi)
	}
}

func (m mapping) linear(c *Element) {
	before := c.Box()
	if c.Angle == 0 {
		origin := m.point(Point{c.X, c.Y})
		c.X, c.Y = origin.X, origin.Y
	}
	var b boundsOf
	for i, p := range c.Points {
		c.Points[i] = Point{p.X * m.sx, p.Y * m.sy}
		b.add(c.Points[i])
	}
	c.W, c.H = b.rect().W, b.rect().H
	if c.Angle != 0 {
		// Place the scaled line by its box.
		want, now := m.rect(before, c.Angle), c.Box()
		c.X, c.Y = c.X+want.Centre().X-now.Centre().X, c.Y+want.Centre().Y-now.Centre().Y
		m.turn(c)
	}
}

// text scales or wraps text that stands free. The edges that the hand does not
// move stay in place.
func (m mapping) text(c *Element) {
	r := m.rect(c.Box(), c.Angle)
	wide, high := c.W, c.H
	if m.opts.Corner || !m.alone {
		k := max(math.Abs(m.sx), math.Abs(m.sy))
		if c.FontSize*k < minFontSize {
			k = minFontSize / c.FontSize
		}
		c.FontSize *= k
		width := 0.0
		if !c.AutoResize {
			width = wide * k
		}
		c.wrap(width)
		c.W = max(c.W, width)
	} else if m.sx != 1 {
		c.AutoResize = false
		width := max(r.W, c.FontSize)
		c.wrap(width)
		c.W = width
	}
	c.X, c.Y = r.X, r.Y
	if m.movesLeft() {
		c.X = r.Right() - c.W
	}
	if m.movesTop() && (wide != c.W || high != c.H) {
		c.Y = r.Bottom() - c.H
	}
	m.turn(c)
}

// movesLeft reports whether it is the left side that the hand moves.
func (m mapping) movesLeft() bool {
	return math.Abs(m.to.X-m.from.X) > math.Abs(m.to.X+m.to.W-m.from.Right())
}

func (m mapping) movesTop() bool {
	return math.Abs(m.to.Y-m.from.Y) > math.Abs(m.to.Y+m.to.H-m.from.Bottom())
}

// fit widens and heightens a shape that has become too small for its text, away
// from the sides that the hand does not move.
func (m mapping) fit(d *draft, c *Element) {
	t := labelOf(d, c)
	if t == nil {
		return
	}
	if least := shapeHeightFor(c.Kind, t.FontSize); c.W < least {
		if m.movesLeft() {
			c.X -= least - c.W
		}
		c.W = least
	}
	_, grown := LayoutText(t, c)
	if m.movesTop() {
		c.Y -= grown.H - c.H
	}
	c.H = grown.H
}

// mirrorBindings keeps arrows on the side of a shape that was flipped under
// them.
func (d *draft) mirrorBindings(chosen []*Element, m mapping) {
	if m.sx > 0 && m.sy > 0 {
		return
	}
	flipped := map[string]bool{}
	for _, e := range chosen {
		flipped[e.ID] = true
	}
	for _, a := range d.scene.attached(chosen) {
		c := d.change(a.ID)
		for _, b := range [2]*Binding{c.Start, c.End} {
			if b == nil || !flipped[b.ElementID] {
				continue
			}
			if m.sx < 0 {
				b.FixedPoint.X = 1 - b.FixedPoint.X
			}
			if m.sy < 0 {
				b.FixedPoint.Y = 1 - b.FixedPoint.Y
			}
		}
	}
}
