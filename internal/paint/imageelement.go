package paint

import (
	"encoding/json"
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// imageKeys are what an image element has besides the fields of all. Values
// that cannot be read are as if they were missing.
type imageKeys struct {
	fileID string
	scale  [2]float64 // -1 is mirrored
	crop   *crop
}

// crop is the part of a picture that is shown, in pixels of the picture as it
// was when its size was NaturalWidth by NaturalHeight.
type crop struct {
	X, Y, Width, Height         float64
	NaturalWidth, NaturalHeight float64
}

func readImageKeys(e *board.Element) imageKeys {
	k := imageKeys{scale: [2]float64{1, 1}}
	_ = json.Unmarshal(e.Extra["fileId"], &k.fileID)
	if json.Unmarshal(e.Extra["scale"], &k.scale) != nil {
		k.scale = [2]float64{1, 1}
	}
	if json.Unmarshal(e.Extra["crop"], &k.crop) != nil || (k.crop != nil && !k.crop.sound()) {
		k.crop = nil
	}
	return k
}

func (c *crop) sound() bool {
	return c.Width > 0 && c.Height > 0 && c.NaturalWidth > 0 && c.NaturalHeight > 0 &&
		!math.IsInf(c.X+c.Y+c.Width+c.Height+c.NaturalWidth+c.NaturalHeight, 0)
}

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
	if p == nil {
		d.missing(frame)
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
	keys := readImageKeys(d.e)
	shown := board.Rect{W: w, H: h}
	if c := keys.crop; c != nil {
		sx, sy := w/c.NaturalWidth, h/c.NaturalHeight
		shown = board.Rect{X: c.X * sx, Y: c.Y * sy, W: c.Width * sx, H: c.Height * sy}
	}
	box, centre := d.e.Box(), d.e.Centre()
	sx, sy := box.W/shown.W, box.H/shown.H
	if keys.scale[0] < 0 {
		sx = -sx
	}
	if keys.scale[1] < 0 {
		sy = -sy
	}
	middle := shown.Centre()
	scaled := affine{XX: sx, X0: -middle.X * sx, YY: sy, Y0: -middle.Y * sy}
	sin, cos := math.Sincos(d.e.Angle)
	onto := affine{XX: cos, XY: -sin, X0: centre.X, YX: sin, YY: cos, Y0: centre.Y}.after(scaled)
	from, ok := onto.inverse()
	return &Placed{Picture: p, onto: onto, from: from}, ok
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
