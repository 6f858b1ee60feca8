package paint

// maxDashes bounds the dashes of one line; a longer one is drawn whole.
const maxDashes = 20000

// dashes cuts the line into stretches of the dash's length with gaps between.
// A closed line ends where it began and is cut all the way round.
func dashes(l polyline, dash, gap float64) []polyline {
	if l.closed && len(l.points) > 1 {
		l = polyline{points: append(append([]point{}, l.points...), l.points[0])}
	}
	if len(l.points) < 2 || !(l.length()/(dash+gap) < maxDashes) {
		return []polyline{l}
	}
	var parts []polyline
	drawing, left := true, dash
	part := []point{l.points[0]}
	for i := 1; i < len(l.points); i++ {
		a, b := l.points[i-1], l.points[i]
		whole := distance(a, b)
		done := 0.0
		for whole-done > left {
			done += left
			p := lerp(a, b, done/whole)
			if drawing {
				parts = append(parts, polyline{points: append(part, p)})
				drawing, left, part = false, gap, nil
			} else {
				drawing, left, part = true, dash, []point{p}
			}
		}
		left -= whole - done
		if drawing {
			part = append(part, b)
		}
	}
	if drawing && len(part) > 1 {
		parts = append(parts, polyline{points: part})
	}
	return parts
}
