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

// However it is opened, the bar lies on the board and on nothing else.
func TestTheFindBarLiesOnTheBoard(t *testing.T) {
	s, _, _ := room(t)
	for _, size := range []fyne.Size{fyne.NewSize(1024, 612), fyne.NewSize(1920, 1052)} {
		resize(s, size)
		s.board.Do(keys.Find)
		driver := fyne.CurrentApp().Driver()
		bar, at := s.tools.find.object, driver.AbsolutePositionForObject(s.tools.find.object)
		board, corner := s.board.Size(), driver.AbsolutePositionForObject(s.board)
		least := bar.MinSize()
		if bar.Size().Width < least.Width || at.X < corner.X || at.X+bar.Size().Width > corner.X+board.Width || at.Y+bar.Size().Height > corner.Y+board.Height {
			t.Errorf("the bar lies at %v, %v large; the board at %v, %v", at, bar.Size(), corner, board)
		}
		zoom := driver.AbsolutePositionForObject(s.tools.undo)
		if at.Y+bar.Size().Height > zoom.Y {
			t.Errorf("the bar reaches down to %v, the buttons begin at %v", at.Y+bar.Size().Height, zoom.Y)
		}
		s.tools.find.close()
	}
}
