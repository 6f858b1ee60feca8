package board

import (
	"cmp"
	"slices"
)

// Edge is what Align brings into line.
type Edge int

// The edges and middles of a selection.
const (
	LeftEdge Edge = iota
	CentreX
	RightEdge
	TopEdge
	CentreY
	BottomEdge
)

// Axis is one of the two directions of the board.
type Axis int

// The axes.
const (
	Horizontal Axis = iota
	Vertical
)

// Align moves the elements so that their edges or middles lie on that of the
// box around all of them. A group counts as one object; arrows that hang on
// the elements follow. It needs two objects.
func Align(s *Scene, ids []string, edge Edge) Edit {
	list := s.objects(ids)
	if len(list) < 2 {
		return Edit{}
	}
	var all Rect
	for _, o := range list {
		all = all.Union(o.extent)
	}
	return s.shiftObjects(list, func(o object) Point {
		switch r := o.extent; edge {
		case LeftEdge:
			return Point{all.X - r.X, 0}
		case CentreX:
			return Point{all.Centre().X - r.Centre().X, 0}
		case RightEdge:
			return Point{all.Right() - r.Right(), 0}
		case TopEdge:
			return Point{0, all.Y - r.Y}
		case CentreY:
			return Point{0, all.Centre().Y - r.Centre().Y}
		default:
			return Point{0, all.Bottom() - r.Bottom()}
		}
	})
}

// Distribute moves the elements between the outermost two so that the gaps
// between neighbours are equal; where they take more room than there is, the
// distances between their middles. A group counts as one object. It needs
// three objects.
func Distribute(s *Scene, ids []string, axis Axis) Edit {
	list := s.objects(ids)
	if len(list) < 3 {
		return Edit{}
	}
	span := func(o object) (from, size float64) {
		if axis == Horizontal {
			return o.extent.X, o.extent.W
		}
		return o.extent.Y, o.extent.H
	}
	middle := func(o object) float64 {
		from, size := span(o)
		return from + size/2
	}
	slices.SortStableFunc(list, func(a, b object) int { return cmp.Compare(middle(a), middle(b)) })
	first, last := list[0], list[len(list)-1]
	begin, size := span(first)
	end, _ := span(last)
	room := end - (begin + size)
	for _, o := range list[1 : len(list)-1] {
		_, size := span(o)
		room -= size
	}
	steps := float64(len(list) - 1)
	ways := make(map[*Element]float64, len(list))
	at := begin + size
	for i, o := range list[1 : len(list)-1] {
		from, size := span(o)
		to := at + room/steps
		if room < 0 {
			to = middle(first) + (middle(last)-middle(first))*float64(i+1)/steps - size/2
		}
		ways[o.elements[0]] = to - from
		at = to + size
	}
	return s.shiftObjects(list, func(o object) Point {
		if axis == Horizontal {
			return Point{ways[o.elements[0]], 0}
		}
		return Point{0, ways[o.elements[0]]}
	})
}
