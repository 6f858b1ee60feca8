package typeset

// Point is a place in the plane, y downwards.
type Point struct{ X, Y float64 }

// Verb says how a Path goes on.
type Verb uint8

// The verbs, with the number of points each takes.
const (
	Move     Verb = iota // 1: start a contour
	Straight             // 1: straight to the point
	Quad                 // 2: control, end
	Cube                 // 3: control, control, end
	Close                // 0: straight back to the contour's start
)

var verbPoints = [...]int{Move: 1, Straight: 1, Quad: 2, Cube: 3, Close: 0}

// Points is the number of points the verb takes.
func (v Verb) Points() int { return verbPoints[v] }

// Path is a sequence of contours. The zero value is empty and ready to use.
type Path struct {
	Verbs  []Verb
	Points []Point
}

// Reset empties the path and keeps its memory.
func (p *Path) Reset() { p.Verbs, p.Points = p.Verbs[:0], p.Points[:0] }

// MoveTo starts a contour at (x, y).
func (p *Path) MoveTo(x, y float64) {
	p.Verbs = append(p.Verbs, Move)
	p.Points = append(p.Points, Point{x, y})
}

// LineTo goes straight to (x, y).
func (p *Path) LineTo(x, y float64) {
	p.Verbs = append(p.Verbs, Straight)
	p.Points = append(p.Points, Point{x, y})
}

// QuadTo goes to (x, y) by a quadratic Bézier with control (cx, cy).
func (p *Path) QuadTo(cx, cy, x, y float64) {
	p.Verbs = append(p.Verbs, Quad)
	p.Points = append(p.Points, Point{cx, cy}, Point{x, y})
}

// CubeTo goes to (x, y) by a cubic Bézier with controls (ax, ay), (bx, by).
func (p *Path) CubeTo(ax, ay, bx, by, x, y float64) {
	p.Verbs = append(p.Verbs, Cube)
	p.Points = append(p.Points, Point{ax, ay}, Point{bx, by}, Point{x, y})
}

// Close ends the contour where it began.
func (p *Path) Close() { p.Verbs = append(p.Verbs, Close) }

// Append adds q scaled by scale and then moved by (dx, dy).
func (p *Path) Append(q *Path, scale, dx, dy float64) {
	p.Verbs = append(p.Verbs, q.Verbs...)
	for _, pt := range q.Points {
		p.Points = append(p.Points, Point{pt.X*scale + dx, pt.Y*scale + dy})
	}
}
