package paint

import (
	"talkthrough/internal/board"
	"talkthrough/internal/typeset"
)

const (
	// loopReach is how near its ends lie when a line counts as closed.
	loopReach = 8
	// elbowRadius rounds the corners of elbow arrows.
	elbowRadius = 16
	// labelGap is the room an arrow leaves around its label.
	labelGap = 4
)

func (d *drawing) linear(label *board.Element) {
	outline := d.outline()
	if d.e.Kind == board.Line && loops(d.e.Points) {
		closed := &typeset.Path{}
		closed.Append(outline, 1, 0, 0)
		closed.Close()
		d.background(closed)
	}
	ink := d.theme.ink(d.e.Stroke, defaultStroke)
	shaft := d.inked(outline)
	if label != nil && !label.Deleted && label.Text != "" {
		shaft = outside(shaft, label.Extent().Inset(-labelGap))
	}
	d.stroke(shaft, d.pen(), ink)
	path := d.placed(outline)
	if len(path.Points) < 2 {
		return
	}
	if d.hand != nil {
		d.hand = d.hand.calm()
	}
	d.head(d.e.EndHead, endOf(path), ink)
	d.head(d.e.StartHead, startOf(path), ink)
}

// loops reports whether the ends of a line meet.
func loops(points []board.Point) bool {
	n := len(points)
	return n > 2 && points[0].Dist(points[n-1]) <= loopReach
}

// elbow draws straight lines with small round corners.
func elbow(points []board.Point, p *typeset.Path) {
	for i, at := range points {
		if i == 0 {
			p.MoveTo(at.X, at.Y)
			continue
		}
		if i == len(points)-1 {
			p.LineTo(at.X, at.Y)
			continue
		}
		before, after := points[i-1], points[i+1]
		in, out := before.Dist(at), at.Dist(after)
		radius := min(elbowRadius, in/2, out/2)
		if radius <= 0 {
			continue
		}
		from, to := at.Lerp(before, radius/in), at.Lerp(after, radius/out)
		p.LineTo(from.X, from.Y)
		p.QuadTo(at.X, at.Y, to.X, to.Y)
	}
}

// outside is what of the path lies out of the box.
func outside(path *typeset.Path, box board.Rect) *typeset.Path {
	const tolerance = 0.05
	out := &typeset.Path{}
	for _, l := range flatten(path, tolerance) {
		drawing := false
		for i := 1; i < len(l.points); i++ {
			a, b := l.points[i-1], l.points[i]
			enter, leave, hit := cross(a, b, box)
			if !hit {
				drawing = resume(out, drawing, a)
				out.LineTo(b.X, b.Y)
				continue
			}
			if enter > 0 {
				resume(out, drawing, a)
				p := lerp(a, b, enter)
				out.LineTo(p.X, p.Y)
			}
			drawing = leave < 1
			if drawing {
				p := lerp(a, b, leave)
				out.MoveTo(p.X, p.Y)
				out.LineTo(b.X, b.Y)
			}
		}
	}
	return out
}

func resume(out *typeset.Path, drawing bool, at point) bool {
	if !drawing {
		out.MoveTo(at.X, at.Y)
	}
	return true
}

// cross finds where on the way from a (0) to b (1) the box is entered and left.
func cross(a, b point, box board.Rect) (enter, leave float64, hit bool) {
	enter, leave = 0, 1
	for _, axis := range [2][4]float64{{a.X, b.X, box.X, box.Right()}, {a.Y, b.Y, box.Y, box.Bottom()}} {
		from, to, low, high := axis[0], axis[1], axis[2], axis[3]
		if from == to {
			if from < low || from > high {
				return 0, 0, false
			}
			continue
		}
		t0, t1 := (low-from)/(to-from), (high-from)/(to-from)
		enter, leave = max(enter, min(t0, t1)), min(leave, max(t0, t1))
	}
	return enter, leave, enter < leave
}
