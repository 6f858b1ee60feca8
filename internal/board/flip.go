package board

// Flip mirrors the elements within the box around them: Horizontal swaps left
// and right. Pictures are mirrored too, letters never.
func Flip(s *Scene, ids []string, axis Axis) Edit {
	chosen := s.selection(ids)
	if len(chosen) == 0 {
		return Edit{}
	}
	var from Rect
	for _, e := range chosen {
		from = from.Union(e.Extent())
	}
	if len(chosen) == 1 {
		from = chosen[0].Box() // a turned element is mirrored along its own axes
	}
	to := Rect{from.Right(), from.Y, -from.W, from.H}
	if axis == Vertical {
		to = Rect{from.X, from.Bottom(), from.W, -from.H}
	}
	return Resize(s, idsOf(chosen), from, to, ResizeOptions{Corner: true})
}
