package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkthrough/app/keys"
	"talkthrough/internal/session"
)

// What the laser pointer shows is in the attempt, and nothing of it on the board.
func TestPointingIsRecorded(t *testing.T) {
	s, mock, _ := room(t)
	s.board.Do(keys.Laser)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(200, 300)
	s.board.MouseDown(ev)
	for x := float32(200); x <= 400; x += 20 {
		drag := &fyne.DragEvent{}
		drag.Position = fyne.NewPos(x, 300)
		s.board.Dragged(drag)
	}
	ev.Position = fyne.NewPos(400, 300)
	s.board.MouseUp(ev)
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
	if points < 10 || a.End().Scene().Len() != 0 {
		t.Errorf("%d places were recorded; %d elements are on the board", points, a.End().Scene().Len())
	}
}
