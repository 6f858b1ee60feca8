package review

import (
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

// The pointer is where it was said to be, whether the replay runs to that
// moment or is taken back to it.
func TestTheLaserIsSeenAtItsMomentInBothDirections(t *testing.T) {
	s := newScribe(t)
	s.draws(board.Rectangle, "A", "transparent", 0, 0, 100, 50)
	s.waits(7) // 10 seconds have passed
	s.rec.Do(session.Pointed{Laser: board.Laser{Points: []board.LaserPoint{
		{At: board.Point{X: 5, Y: 5}, Before: 200 * time.Millisecond}, {At: board.Point{X: 50, Y: 25}},
	}}})
	s.waits(30)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	for _, c := range []struct {
		at     time.Duration
		points int
	}{
		{5 * second, 0},
		{9900 * time.Millisecond, 1},
		{10 * second, 2},
		{10500 * time.Millisecond, 2},
		{10900 * time.Millisecond, 1},
		{20 * second, 0},
		{10 * second, 2},
		{9 * second, 0},
	} {
		r.seek(c.at)
		points := 0
		for _, l := range r.board.laser {
			points += len(l.Points)
		}
		if points != c.points {
			t.Errorf("at %v the trail has %d points, want %d", c.at, points, c.points)
		}
	}
}
