package board

import "math"

// guidesOf are the lines that show what the box at lies on, on one axis: one
// for each line of alignment, as long as all that lie on it, and a measure for
// each of the equal gaps beside it.
func guidesOf(at Rect, others []Rect, along, across func(Rect) span, point func(along, across float64) Point) []Guide {
	const near = 0.01
	var guides []Guide
	m := along(at)
	for _, line := range [3]float64{m.from, m.middle(), m.to} {
		reach, hit := across(at), false
		for _, r := range others {
			o := along(r)
			middle := line == m.middle() && math.Abs(o.middle()-line) < near
			if edge := line != m.middle() && (math.Abs(o.from-line) < near || math.Abs(o.to-line) < near); edge || middle {
				c := across(r)
				reach, hit = span{min(reach.from, c.from), max(reach.to, c.to)}, true
			}
		}
		if hit {
			guides = append(guides, Guide{From: point(line, reach.from), To: point(line, reach.to)})
		}
	}
	for _, g := range equalGaps(at, others, along, across) {
		level := across(at).middle()
		guides = append(guides, Guide{From: point(g.from, level), To: point(g.to, level), Gap: true})
	}
	return guides
}

// equalGaps are the gaps in the row of the box that are as wide as one beside
// it, that one included; none when it is the only one of its width.
func equalGaps(at Rect, others []Rect, along, across func(Rect) span) []span {
	const near = 0.01
	row := rowOf(at, others, along, across)
	m := along(at)
	var beside, apart []span
	before, after := math.Inf(-1), math.Inf(1)
	for i, o := range row {
		if o.to <= m.from {
			before = max(before, o.to)
		}
		if o.from >= m.to {
			after = min(after, o.from)
		}
		if i > 0 && o.from > row[i-1].to && (o.from <= m.from || row[i-1].to >= m.to) {
			apart = append(apart, span{row[i-1].to, o.from})
		}
	}
	if !math.IsInf(before, 0) {
		beside = append(beside, span{before, m.from})
	}
	if !math.IsInf(after, 0) {
		beside = append(beside, span{m.to, after})
	}
	width := func(s span) float64 { return s.to - s.from }
	for _, b := range beside {
		same := []span{b}
		for _, o := range append(apart, beside...) {
			if o != b && width(b) > near && math.Abs(width(o)-width(b)) < near {
				same = append(same, o)
			}
		}
		if len(same) > 1 {
			return same
		}
	}
	return nil
}
