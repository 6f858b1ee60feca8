package board

// Box is the unrotated box of e's geometry, without its stroke. For arrow, line
// and freehand it encloses the line as drawn, curves included.
func (e *Element) Box() Rect {
	if !e.IsLinear() || len(e.Points) == 0 {
		return Rect{e.X, e.Y, e.W, e.H}.normal()
	}
	var b boundsOf
	curved := e.Curved()
	for i := range e.Points {
		b.add(e.at(i))
		if curved && i > 0 {
			// Eight samples miss a curve's turning point by far less than
			// half a unit at the sizes that are drawn.
			p, q := e.controls(i)
			for t := 1; t < 8; t++ {
				b.add(cubicAt(e.at(i-1), p, q, e.at(i), float64(t)/8))
			}
		}
	}
	return b.rect()
}

// Centre is the point e is rotated about.
func (e *Element) Centre() Point { return e.Box().Centre() }

// Extent is the upright box around e with its rotation, without its stroke:
// what selection, marquee and alignment go by.
func (e *Element) Extent() Rect {
	if e.Angle == 0 {
		return e.Box()
	}
	var b boundsOf
	switch {
	case e.IsLinear() && len(e.Points) > 0:
		for _, p := range e.polyline(nil) {
			b.add(p)
		}
	case e.Kind == Ellipse || e.Kind == Diamond || e.Kind == Cylinder:
		for _, p := range e.polygon(nil) {
			b.add(p)
		}
	default:
		return e.Box().rotated(e.Angle)
	}
	return b.rect()
}

// Bounds is an upright box in which everything of e is painted: rotation,
// stroke, arrowheads and the wander of hand-drawn lines.
func (e *Element) Bounds() Rect {
	const arrowhead = 20 // the widest arrowhead reaches no further sideways
	extent := e.Extent()
	if e.Kind == Text {
		// Glyphs may lean a little out of their measured box.
		return extent.Inset(-e.FontSize / 4)
	}
	margin := e.StrokeWidth/2 + 1
	if e.StartHead != "" || e.EndHead != "" {
		margin += arrowhead
	}
	if e.Kind == Freedraw {
		// Pressure makes the pen as wide as four times its nominal width.
		margin += e.StrokeWidth * 2
	}
	margin += float64(e.Roughness) * (3 + 0.02*max(extent.W, extent.H))
	return extent.Inset(-margin)
}

// Bounds is the box around everything on the board that is shown, as painted;
// the zero Rect for an empty board.
func (s *Scene) Bounds() Rect {
	var all Rect
	for _, e := range s.order {
		if !e.Deleted {
			all = all.Union(e.Bounds())
		}
	}
	return all
}
