package board

// ArrowKind is how an arrow runs.
type ArrowKind int

// The kinds of arrows.
const (
	StraightArrow ArrowKind = iota // from point to point
	CurvedArrow                    // in a curve through its points
	ElbowArrow                     // level and upright, around shapes
)

// ArrowKindOf is how the arrow runs.
func ArrowKindOf(e *Element) ArrowKind {
	switch {
	case e.Elbowed:
		return ElbowArrow
	case e.Roundness != nil:
		return CurvedArrow
	}
	return StraightArrow
}

// ShapeArrow makes an arrow that is not yet on a board run as the kind says.
func ShapeArrow(a *Element, kind ArrowKind) {
	a.Elbowed = kind == ElbowArrow
	a.Roundness = nil
	if kind == CurvedArrow {
		a.Roundness = defaultRoundness(Arrow)
	}
}

// SetArrowKind changes how the arrows run. One that becomes an elbow arrow
// finds its way around the shapes; one that was one keeps its ends and, when it
// becomes curved, its corners.
func SetArrowKind(s *Scene, ids []string, kind ArrowKind) Edit {
	d := newDraft(s)
	for _, e := range s.named(ids) {
		if e.Kind != Arrow || ArrowKindOf(e) == kind || len(e.Points) < 2 {
			continue
		}
		a := Migrate(s, e).Clone()
		a.Version = e.Version + 1
		points := a.Vertices()
		straightened := e.Elbowed && kind == StraightArrow || kind == ElbowArrow
		loops := a.Start != nil && a.End != nil && a.Start.ElementID == a.End.ElementID
		if e.Elbowed {
			a.fix(nil)
		}
		if straightened && !loops {
			points = []Point{points[0], points[len(points)-1]}
		}
		ShapeArrow(a, kind)
		if kind == ElbowArrow {
			for _, end := range [2]End{AtStart, AtEnd} {
				a.onSideOf(d, end)
			}
		}
		a.setVertices(points)
		d.set(a)
		d.resolve(e.ID)
		d.layoutLabel(d.Get(e.ID))
	}
	return d.edit()
}

// onSideOf makes an end that aims into a shape aim at the side there.
func (e *Element) onSideOf(v View, end End) {
	b := e.Binding(end)
	if b == nil {
		return
	}
	shape := v.Get(b.ElementID)
	if shape == nil || b.Mode == Inside && shape.borderDistance(fixedPoint(shape, b.FixedPoint)) < -BindCapture {
		return
	}
	b.Mode = Orbit
	if !atCentre(b.FixedPoint) {
		b.FixedPoint = onSide(b.FixedPoint)
	} else {
		b.FixedPoint = Point{0.5001, 0.5001}
	}
}
