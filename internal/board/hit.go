package board

import "math"

// HitTest finds the topmost element at p, tolerance being how far beside a line
// still counts. A shape without fill and without text is hit on its border
// only. Text that belongs to a shape or an arrow hits that one. Locked and
// deleted elements are passed over, and what a frame clips away. A frame is hit
// on its border and on its name. It is nil where there is nothing.
func (s *Scene) HitTest(p Point, tolerance float64) *Element {
	for i := len(s.order) - 1; i >= 0; i-- {
		e := s.order[i]
		if e.Deleted || e.Locked || !s.hits(e, p, tolerance) {
			continue
		}
		owner := s.byID[e.Container]
		if owner == nil || owner.Deleted {
			return e
		}
		if !owner.Locked {
			return owner
		}
	}
	return nil
}

func (s *Scene) hits(e *Element, p Point, tolerance float64) bool {
	reach := tolerance + e.StrokeWidth/2
	if clip, ok := s.ClipOf(e); ok && !clip.Contains(p) {
		return false
	}
	if e.IsFrame() && e.NameBox().Contains(p) {
		return true
	}
	if !e.Extent().Inset(-reach).Contains(p) {
		return false
	}
	if e.IsLinear() {
		return e.hitsLine(p, reach)
	}
	if e.Kind == Text {
		return e.borderDistance(p) <= 0
	}
	distance := e.borderDistance(p)
	if s.solid(e) {
		return distance <= reach
	}
	return math.Abs(distance) <= reach
}

// solid reports whether the inside of a box-like element belongs to it.
func (s *Scene) solid(e *Element) bool {
	switch e.Kind {
	case Text, Image, "embeddable", "iframe":
		return true
	case Frame, "magicframe":
		return false
	}
	return e.filled() || s.LabelOf(e) != nil
}

func (e *Element) filled() bool { return e.Background != "" && e.Background != "transparent" }

// borderDistance is how far p is from the outline of a box-like element,
// negative inside.
func (e *Element) borderDistance(p Point) float64 {
	var buffer [64]Point
	return polygonDistance(e.polygon(buffer[:0]), p)
}

func (e *Element) hitsLine(p Point, reach float64) bool {
	var buffer [64]Point
	line := e.polyline(buffer[:0])
	for i := range line {
		if segmentDistance(p, line[max(i-1, 0)], line[i]) <= reach {
			return true
		}
	}
	closed := len(line) > 2 && line[0].Dist(line[len(line)-1]) < 1e-6
	return closed && e.filled() && polygonDistance(line, p) <= 0
}

// Inside lists, bottom to top, the elements that lie wholly in r, as a marquee
// selects. Text that belongs to a shape or an arrow is not listed: it goes
// with its owner in every edit. Locked and deleted elements are left out.
func (s *Scene) Inside(r Rect) []*Element {
	var in []*Element
	for _, e := range s.order {
		if s.selectable(e) && r.Encloses(e.Extent()) {
			in = append(in, e)
		}
	}
	return in
}

// SelectAll lists the ids of everything that can be selected, bottom to top.
func (s *Scene) SelectAll() []string {
	var ids []string
	for _, e := range s.order {
		if s.selectable(e) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

func (s *Scene) selectable(e *Element) bool {
	return !e.Deleted && !e.Locked && (e.Container == "" || s.byID[e.Container] == nil)
}

// Touching lists, bottom to top, every element of which something may be
// painted in r.
func (s *Scene) Touching(r Rect) []*Element {
	var out []*Element
	for _, e := range s.order {
		if !e.Deleted && r.Intersects(e.Bounds()) {
			out = append(out, e)
		}
	}
	return out
}

// Counts is the number of shapes (those that hold text) and of
// arrows on the board.
func (s *Scene) Counts() (shapes, arrows int) {
	for _, e := range s.order {
		switch {
		case e.Deleted:
		case e.IsShape():
			shapes++
		case e.Kind == Arrow:
			arrows++
		}
	}
	return shapes, arrows
}
