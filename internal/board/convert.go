package board

import "slices"

// shapeCycle is the order in which Tab turns one shape into the next.
var shapeCycle = []Kind{Rectangle, Diamond, Ellipse, Cylinder}

// NextShape is the kind that Tab turns a shape into, or with back Shift+Tab.
// Kinds that cannot be turned come back themselves.
func NextShape(kind Kind, back bool) Kind {
	i := slices.Index(shapeCycle, kind)
	if i < 0 {
		return kind
	}
	step := 1
	if back {
		step = len(shapeCycle) - 1
	}
	return shapeCycle[(i+step)%len(shapeCycle)]
}

// ConvertShape makes the shapes among the elements shapes of another kind, in
// the same boxes and the same style. Their text is wrapped anew, and they grow
// where it needs more room; arrows follow the new outlines.
func ConvertShape(s *Scene, ids []string, kind Kind) Edit {
	d := newDraft(s)
	if !slices.Contains(shapeCycle, kind) {
		return Edit{}
	}
	var changed []string
	for _, e := range s.named(ids) {
		if !e.IsShape() || e.Kind == kind {
			continue
		}
		c := d.change(e.ID)
		c.Kind = kind
		if c.Roundness != nil && kind != Cylinder { // which only remembers it
			c.Roundness = defaultRoundness(kind)
		}
		changed = append(changed, e.ID)
	}
	d.settle(changed)
	return d.edit()
}
