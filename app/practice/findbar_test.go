package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

func TestFindingOnTheBoard(t *testing.T) {
	s, _, _ := room(t)
	for _, part := range board.Parts()[:2] {
		s.board.DropPart(part)
	}
	f := s.tools.find
	if f.object.Visible() {
		t.Fatal("the bar is shown before it is asked for")
	}
	s.board.Do(keys.Find)
	test.Type(f.entry, "CLIENT")
	if got := f.count.Text(); got != "1 of 1" {
		t.Errorf("it tells %q", got)
	}
	found := s.scene().Get(s.board.Selected()[0])
	if label := s.scene().LabelOf(found); label == nil || label.Text != "Client" {
		t.Errorf("selected is %s", found.ID)
	}
	test.Type(f.entry, "x")
	if got := f.count.Text(); got != "None" {
		t.Errorf("of what is not there it tells %q", got)
	}
	f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.object.Visible() {
		t.Error("Escape leaves the bar open")
	}
	if fyne.CurrentApp().Driver().CanvasForObject(s.board).Focused() != fyne.Focusable(s.board) {
		t.Error("the board has not got the keyboard back")
	}
}
