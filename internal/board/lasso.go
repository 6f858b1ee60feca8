package board

// Lassoed lists, bottom to top, the elements whose outline lies in the loop or
// is crossed by it. The loop closes by itself; where it crosses itself the inner
// part is outside. Locked elements and text that belongs to others are left
// out, and what a frame clips away where the loop is.
func (s *Scene) Lassoed(loop []Point) []*Element {
	if len(loop) < 3 {
		return nil
	}
	var b boundsOf
	for _, p := range loop {
		b.add(p)
	}
	bounds := b.rect()
	var caught []*Element
	var outline, near []Point
	for _, e := range s.order {
		extent := e.Extent()
		if !s.selectable(e) || !bounds.Intersects(extent) {
			continue
		}
		if clip, ok := s.ClipOf(e); ok && !bounds.Intersects(clip) {
			continue
		}
		outline = e.contour(outline[:0])
		near = near[:0]
		for i, p := range loop {
			q := loop[(i+1)%len(loop)]
			if extent.Intersects(RectOf(p, q)) {
				near = append(near, p, q)
			}
		}
		if len(outline) > 0 && (crosses(outline, near) || polygonDistance(loop, outline[0]) < 0) {
			caught = append(caught, e)
		}
	}
	return caught
}

// contour appends the line that e is drawn along, cut into straight pieces; that
// of shapes comes back to where it began.
func (e *Element) contour(into []Point) []Point {
	if e.IsLinear() {
		return e.polyline(into)
	}
	into = e.polygon(into)
	if len(into) > 0 {
		into = append(into, into[0])
	}
	return into
}

// crosses reports whether a line meets one of the segments, which come as pairs
// of points.
func crosses(line, segments []Point) bool {
	for i := 1; i < len(line); i++ {
		for j := 1; j < len(segments); j += 2 {
			if _, meet := segmentCrossing(line[i-1], line[i], segments[j-1], segments[j]); meet {
				return true
			}
		}
	}
	return false
}
