package paint

import (
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// image draws the picture, or what stands for one that is not there.
func (d *drawing) image(p *Picture) {
	d.hand = nil // pictures have edges that nobody draws
	frame := d.outline()
	if d.e.Roundness != nil {
		rounded := *d.e
		rounded.Kind = board.Rectangle
		frame.Reset()
		rounded.Outline(frame)
	}
	if p == nil || p.full == nil {
		d.missing(frame)
		if p != nil {
			d.caption(p.label)
		}
		return
	}
	if w, h := p.Size(); w > 0 && h > 0 {
		if placed, ok := d.place(p, float64(w), float64(h)); ok {
			d.Ops = append(d.Ops, Op{Path: frame, Colour: rgb(0), Picture: placed})
		}
	}
}

// place lays the shown part of a picture of w by h pixels on the element.
func (d *drawing) place(p *Picture, w, h float64) (*Placed, bool) {
	shown := board.Rect{W: w, H: h}
	if c := d.e.Crop; c != nil && sound(c) {
		sx, sy := w/c.NaturalW, h/c.NaturalH
		shown = board.Rect{X: c.X * sx, Y: c.Y * sy, W: c.W * sx, H: c.H * sy}
	}
	box, centre := d.e.Box(), d.e.Centre()
	sx, sy := box.W/shown.W, box.H/shown.H
	if d.e.Scale.X < 0 {
		sx = -sx
	}
	if d.e.Scale.Y < 0 {
		sy = -sy
	}
	middle := shown.Centre()
	scaled := affine{XX: sx, X0: -middle.X * sx, YY: sy, Y0: -middle.Y * sy}
	sin, cos := math.Sincos(d.e.Angle)
	onto := affine{XX: cos, XY: -sin, X0: centre.X, YX: sin, YY: cos, Y0: centre.Y}.after(scaled)
	from, ok := onto.inverse()
	return &Placed{Picture: p, onto: onto, from: from}, ok
}

// sound reports whether there is anything in the crop.
func sound(c *board.Crop) bool {
	return c.W > 0 && c.H > 0 && c.NaturalW > 0 && c.NaturalH > 0 &&
		!math.IsInf(c.X+c.Y+c.W+c.H+c.NaturalW+c.NaturalH, 0)
}

// missing draws a grey box with a cross.
func (d *drawing) missing(frame *typeset.Path) {
	d.fill(frame, d.theme.ink("#e7e7e7", nothing))
	b := d.e.Box()
	lines := &typeset.Path{}
	lines.MoveTo(b.X, b.Y)
	lines.LineTo(b.Right(), b.Bottom())
	lines.MoveTo(b.X, b.Bottom())
	lines.LineTo(b.Right(), b.Y)
	d.turn(lines, 0)
	lines.Append(frame, 1, 0, 0)
	d.stroke(lines, Pen{Width: 1}, d.theme.ink("#b0b0b0", nothing))
}
