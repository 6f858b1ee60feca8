package practice

import (
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

// What the laser pointer shows is in the attempt, and nothing of it on the board.
// How the hand makes it is the board's to test: its trail has a beat of its own.
func TestPointingIsRecorded(t *testing.T) {
	s, mock, _ := room(t)
	var stretch board.Laser
	for i := range 11 {
		stretch.Points = append(stretch.Points, board.LaserPoint{At: board.Point{X: float64(200 + 20*i), Y: 300}, Before: time.Duration(10-i) * time.Millisecond})
	}
	s.board.OnLaser(stretch)
	mock.End()
	a, err := session.Open(mock.Folder.Dir)
	if err != nil {
		t.Fatal(err)
	}
	points := 0
	for _, e := range a.History.Events {
		if p, ok := e.Body.(session.Pointed); ok {
			points += len(p.Points)
		}
	}
	if points != 11 || a.End().Scene().Len() != 0 {
		t.Errorf("%d places were recorded; %d elements are on the board", points, a.End().Scene().Len())
	}
}
