package route

import "slices"

// seal is the least room a box keeps around itself: boxes that are nearer to
// each other than twice that leave no way between them.
const seal = 0.5

// box is a Rect with its padding, which differs from side to side.
type box struct {
	x0, y0, x1, y1 float64
	rect           Rect
}

func boxOf(r Rect) box { return box{r.X, r.Y, r.X + r.W, r.Y + r.H, r} }

// pad puts padding around the boxes, the ends' own among them, so that the
// padding of two boxes never overlaps unless the boxes do: then the line where
// it meets is a way between them.
func pad(boxes []Rect, start, end End) []box {
	plain := make([]box, 0, len(boxes)+2)
	for _, own := range [2]*Rect{start.Box, end.Box} {
		if own != nil && !slices.ContainsFunc(plain, func(b box) bool { return b.rect == *own }) {
			plain = append(plain, boxOf(*own))
		}
	}
	for _, r := range boxes {
		plain = append(plain, boxOf(r))
	}
	padded := slices.Clone(plain)
	for i := range padded {
		b := &padded[i]
		b.x0, b.y0, b.x1, b.y1 = b.x0-Padding, b.y0-Padding, b.x1+Padding, b.y1+Padding
	}
	for i := range plain {
		for j := range plain[:i] {
			part(plain[i], plain[j], &padded[i], &padded[j])
		}
	}
	for _, e := range [2]End{start, end} {
		if e.Box == nil {
			for i := range plain {
				spare(plain[i], &padded[i], e.Exits[0].At)
			}
		}
	}
	return padded
}

// part draws the padding of two boxes back to the line in the middle between
// them, along the axis on which they lie further apart.
func part(a, b box, pa, pb *box) {
	gapX, gapY := max(b.x0-a.x1, a.x0-b.x1), max(b.y0-a.y1, a.y0-b.y1)
	if gapX >= 2*Padding || gapY >= 2*Padding || max(gapX, gapY) < 2*seal {
		return
	}
	switch {
	case gapX >= gapY && b.x0 >= a.x1:
		middle := (a.x1 + b.x0) / 2
		pa.x1, pb.x0 = min(pa.x1, middle), max(pb.x0, middle)
	case gapX >= gapY:
		middle := (b.x1 + a.x0) / 2
		pb.x1, pa.x0 = min(pb.x1, middle), max(pa.x0, middle)
	case b.y0 >= a.y1:
		middle := (a.y1 + b.y0) / 2
		pa.y1, pb.y0 = min(pa.y1, middle), max(pb.y0, middle)
	default:
		middle := (b.y1 + a.y0) / 2
		pb.y1, pa.y0 = min(pb.y1, middle), max(pa.y0, middle)
	}
}

// spare draws the padding of a box back so that a free end beside the box lies
// outside it.
func spare(b box, padded *box, p Point) {
	gapX, gapY := max(b.x0-p.X, p.X-b.x1), max(b.y0-p.Y, p.Y-b.y1)
	switch {
	case max(gapX, gapY) < seal:
	case gapX >= gapY && p.X > b.x1:
		padded.x1 = min(padded.x1, p.X)
	case gapX >= gapY:
		padded.x0 = max(padded.x0, p.X)
	case p.Y > b.y1:
		padded.y1 = min(padded.y1, p.Y)
	default:
		padded.y0 = max(padded.y0, p.Y)
	}
}
