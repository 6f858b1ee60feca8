package review

import (
	"slices"
	"testing"

	"talkthrough/internal/session"
)

// A picture is asked for when it is painted, and painted when it has come; not
// any more once the replay was left.
func TestThePicturesOfTheBoardComeToTheReplay(t *testing.T) {
	s := newScribe(t)
	s.waits(5)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	if p := r.board.find("early"); p != nil {
		t.Fatalf("there at once: %v", p)
	}
	(<-r.posted)()
	if !slices.Equal(r.board.came, []string{"early"}) || r.board.find("early") == nil {
		t.Errorf("came %v", r.board.came)
	}
	r.board.find("late")
	late := <-r.posted
	r.Leave()
	late()
	<-r.Left()
	if len(r.board.came) != 1 {
		t.Errorf("after the replay was left %v came", r.board.came)
	}
}
