package paint

import (
	"math"

	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

// cylinder draws a database: its silhouette, and the near rim of its lid.
func (d *drawing) cylinder() {
	outline := d.outline()
	d.background(outline)
	rim := &typeset.Path{}
	lid(d.e, rim)
	if d.hand == nil {
		d.turn(rim, 0)
	}
	lines := &typeset.Path{}
	lines.Append(outline, 1, 0, 0)
	lines.Append(rim, 1, 0, 0)
	d.stroke(d.inked(lines), d.pen(), d.theme.ink(d.e.Stroke, defaultStroke))
}

// lid adds the lower half of the lid of e, upright: the far rim, which is the
// top of the silhouette, mirrored at the height where the sides begin.
func lid(e *board.Element, out *typeset.Path) {
	flat := *e
	flat.Angle = 0
	silhouette := &typeset.Path{}
	flat.Outline(silhouette)
	b := flat.Box()
	shoulder := math.Inf(1)
	for _, l := range flatten(silhouette, 0.25) {
		for _, p := range l.points {
			if p.X <= b.X+1e-6 {
				shoulder = min(shoulder, p.Y)
			}
		}
	}
	deep := shoulder - b.Y
	if !(deep > 0 && deep <= b.H/2) {
		return
	}
	const k = 0.5522847498307936 // two such cubics make half an ellipse
	c, rx := b.Centre().X, b.W/2
	out.MoveTo(b.X, shoulder)
	out.CubeTo(b.X, shoulder+k*deep, c-k*rx, shoulder+deep, c, shoulder+deep)
	out.CubeTo(c+k*rx, shoulder+deep, b.Right(), shoulder+k*deep, b.Right(), shoulder)
}
