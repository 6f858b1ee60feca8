package board

import "math"

// Direction is where an arrow key points.
type Direction int

// The directions.
const (
	Rightward Direction = iota
	Downward
	Leftward
	Upward
)

// Unit is one step in the direction.
func (d Direction) Unit() Point {
	return [4]Point{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}[d&3]
}

// side is the fixed point in the middle of a shape's side in the direction.
func (d Direction) side() Point {
	const half = 0.5001
	return [4]Point{{1, half}, {half, 1}, {0, half}, {half, 0}}[d&3]
}

func (d Direction) opposite() Direction { return (d + 2) & 3 }

// along splits a vector into its part in the direction and the size of that
// across it.
func (d Direction) along(v Point) (ahead, across float64) {
	u := d.Unit()
	return dot(v, u), math.Abs(cross(v, u))
}
