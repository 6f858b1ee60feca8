package icons

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// point is a position in the drawing's own units.
type point struct{ x, y float64 }

// polyline is a run of straight pieces; closed ones return to their start.
type polyline struct {
	points []point
	closed bool
}

// curveSteps is how many straight pieces stand for a quarter circle. Sixteen
// keep the error under a hundredth of a unit at the radii of a 24-unit grid.
const curveSteps = 16

// pathReader walks SVG path data and flattens it.
type pathReader struct {
	rest  string
	lines []polyline
	at    point
	start point
}

// flattenPath turns the d attribute of an SVG path into polylines. It knows the
// commands this family uses: M, L, H, V, C, A and Z, absolute and relative.
func flattenPath(d string) ([]polyline, error) {
	r := &pathReader{rest: d}
	command := byte(0)
	for {
		r.skip()
		if r.rest == "" {
			return r.lines, nil
		}
		if c := r.rest[0]; strings.IndexByte("MmLlHhVvCcAaZz", c) >= 0 {
			command, r.rest = c, r.rest[1:]
		} else if command == 0 || command == 'z' || command == 'Z' {
			return nil, fmt.Errorf("path data %q: expected a command at %q", d, r.rest)
		}
		if err := r.draw(command); err != nil {
			return nil, fmt.Errorf("path data %q: %w", d, err)
		}
		switch command { // further pairs after a move are lines
		case 'M':
			command = 'L'
		case 'm':
			command = 'l'
		}
	}
}

func (r *pathReader) draw(command byte) error {
	origin := point{}
	if command >= 'a' {
		origin = r.at
	}
	switch command {
	case 'Z', 'z':
		r.close()
		return nil
	case 'H', 'h', 'V', 'v':
		v, err := r.numbers(1)
		if err != nil {
			return err
		}
		if command == 'H' || command == 'h' {
			r.lineTo(point{origin.x + v[0], r.at.y})
		} else {
			r.lineTo(point{r.at.x, origin.y + v[0]})
		}
		return nil
	case 'C', 'c':
		v, err := r.numbers(6)
		if err == nil {
			r.curveTo(origin, v)
		}
		return err
	case 'A', 'a':
		v, err := r.numbers(7)
		if err == nil {
			r.arcTo(v[0], v[1], v[3] != 0, v[4] != 0, point{origin.x + v[5], origin.y + v[6]})
		}
		return err
	}
	v, err := r.numbers(2)
	if err != nil {
		return err
	}
	to := point{origin.x + v[0], origin.y + v[1]}
	if command == 'M' || command == 'm' {
		r.at, r.start = to, to
		r.lines = append(r.lines, polyline{points: []point{to}})
		return nil
	}
	r.lineTo(to)
	return nil
}

func (r *pathReader) close() {
	if n := len(r.lines); n > 0 {
		r.lines[n-1].closed = true
	}
	r.at = r.start
}

func (r *pathReader) lineTo(to point) {
	if n := len(r.lines); n == 0 || r.lines[n-1].closed {
		r.lines = append(r.lines, polyline{points: []point{r.at}})
	}
	last := &r.lines[len(r.lines)-1]
	last.points = append(last.points, to)
	r.at = to
}

func (r *pathReader) curveTo(origin point, v []float64) {
	p0 := r.at
	p1 := point{origin.x + v[0], origin.y + v[1]}
	p2 := point{origin.x + v[2], origin.y + v[3]}
	p3 := point{origin.x + v[4], origin.y + v[5]}
	for i := 1; i <= curveSteps; i++ {
		t := float64(i) / curveSteps
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		r.lineTo(point{
			a*p0.x + b*p1.x + c*p2.x + d*p3.x,
			a*p0.y + b*p1.y + c*p2.y + d*p3.y,
		})
	}
}

// arcTo follows the endpoint-to-centre conversion of the SVG specification for
// an ellipse without rotation.
func (r *pathReader) arcTo(rx, ry float64, large, sweep bool, to point) {
	if rx == 0 || ry == 0 {
		r.lineTo(to)
		return
	}
	from := r.at
	hx, hy := (from.x-to.x)/2, (from.y-to.y)/2
	if over := hx*hx/(rx*rx) + hy*hy/(ry*ry); over > 1 { // too small to reach: grow
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	k := math.Sqrt(math.Max(0, (rx*rx*ry*ry-rx*rx*hy*hy-ry*ry*hx*hx)/(rx*rx*hy*hy+ry*ry*hx*hx)))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*hy/ry, -k*ry*hx/rx
	centre := point{cx + (from.x+to.x)/2, cy + (from.y+to.y)/2}
	a0 := math.Atan2((hy-cy)/ry, (hx-cx)/rx)
	span := math.Atan2((-hy-cy)/ry, (-hx-cx)/rx) - a0
	if sweep && span < 0 {
		span += 2 * math.Pi
	} else if !sweep && span > 0 {
		span -= 2 * math.Pi
	}
	steps := int(math.Ceil(math.Abs(span) / (math.Pi / 2) * curveSteps))
	for i := 1; i < steps; i++ {
		sin, cos := math.Sincos(a0 + span*float64(i)/float64(steps))
		r.lineTo(point{centre.x + rx*cos, centre.y + ry*sin})
	}
	r.lineTo(to)
}

func (r *pathReader) skip() { r.rest = strings.TrimLeft(r.rest, " ,\t\n\r") }

// numbers reads n numbers, which may be packed as SVG allows: "1.5-2" is two.
func (r *pathReader) numbers(n int) ([]float64, error) {
	out := make([]float64, 0, n)
	for len(out) < n {
		r.skip()
		end := numberEnd(r.rest)
		v, err := strconv.ParseFloat(r.rest[:end], 64)
		if err != nil {
			return nil, fmt.Errorf("expected a number at %q", r.rest)
		}
		out, r.rest = append(out, v), r.rest[end:]
	}
	return out, nil
}

func numberEnd(s string) int {
	dot := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case c == '-' && i == 0:
		case c == '.' && !dot:
			dot = true
		default:
			return i
		}
	}
	return len(s)
}
