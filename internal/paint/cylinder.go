package paint

import "talkthrough/internal/typeset"

// cylinder draws a database: its silhouette, and the near edge of its lid.
func (d *drawing) cylinder() {
	outline := d.outline()
	d.background(outline)
	lines := &typeset.Path{}
	lines.Append(outline, 1, 0, 0)
	if d.hand == nil {
		d.e.Detail(lines)
	} else {
		d.upright().Detail(lines)
	}
	d.stroke(d.inked(lines), d.pen(), d.theme.ink(d.e.Stroke, defaultStroke))
}
