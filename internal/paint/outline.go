package paint

import (
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// upright is the element without its rotation. What is drawn by hand is drawn
// on it and turned afterwards, so that turning an element does not redraw it.
func (d *drawing) upright() *board.Element {
	flat := *d.e
	flat.Angle = 0
	return &flat
}

// outline is the element's own, upright where it is drawn by hand.
func (d *drawing) outline() *typeset.Path {
	e := d.e
	if d.hand != nil {
		e = d.upright()
	}
	p := &typeset.Path{}
	if e.Elbowed && e.Kind == board.Arrow {
		elbow(e.Vertices(), p)
	} else {
		e.Outline(p)
	}
	return p
}

// placed is p, made from outline, as it lies on the board.
func (d *drawing) placed(p *typeset.Path) *typeset.Path {
	if d.hand == nil || d.e.Angle == 0 {
		return p
	}
	turned := &typeset.Path{}
	turned.Append(p, 1, 0, 0)
	d.turn(turned, 0)
	return turned
}

// turn rotates the points of p from the given one on as the element is.
func (d *drawing) turn(p *typeset.Path, from int) {
	if d.e.Angle == 0 {
		return
	}
	c := d.e.Centre()
	for i, q := range p.Points[from:] {
		p.Points[from+i] = point(board.Point(q).Rotate(c, d.e.Angle))
	}
}

// inked is the line drawn along the outline.
func (d *drawing) inked(outline *typeset.Path) *typeset.Path {
	if d.hand == nil {
		return outline
	}
	broken := d.pen().Dash > 0
	var line *typeset.Path
	switch {
	case d.e.Kind == board.Ellipse:
		line = d.hand.ellipse(d.e.Box(), broken)
	case d.e.IsLinear() && d.e.Curved():
		var points []point
		for _, p := range d.upright().Vertices() {
			points = append(points, point(p))
		}
		line = d.hand.through(points, broken)
	default:
		line = d.hand.twice(outline, broken)
	}
	return d.placed(line)
}

func (d *drawing) shape() {
	outline := d.outline()
	d.background(outline)
	d.stroke(d.inked(outline), d.pen(), d.theme.ink(d.e.Stroke, defaultStroke))
}

// background fills the closed outline by the element's fill style.
func (d *drawing) background(outline *typeset.Path) {
	c := d.theme.ink(d.e.Background, nothing)
	if c.A == 0 {
		return
	}
	switch d.e.FillStyle {
	case "hachure", "zigzag", "cross-hatch":
		pen := Pen{Width: max(d.e.StrokeWidth/2, 0.5)}
		d.stroke(d.placed(d.hatching(outline)), pen, c)
	default:
		d.fill(d.placed(outline), c)
	}
}

// hatching is the lines of a fill that is not solid.
func (d *drawing) hatching(outline *typeset.Path) *typeset.Path {
	gap := max(4*d.e.StrokeWidth, 2)
	angle := -41 * math.Pi / 180
	if d.hand == nil {
		angle += d.e.Angle
	} else if d.e.FillStyle == "zigzag" {
		return d.hand.twice(zigzag(hachure(outline, angle, gap/2), gap), false)
	}
	lines := hachure(outline, angle, gap)
	if d.e.FillStyle == "cross-hatch" {
		lines.Append(hachure(outline, angle+math.Pi/2, gap), 1, 0, 0)
	}
	if d.hand == nil {
		return lines
	}
	return d.hand.twice(lines, false)
}
