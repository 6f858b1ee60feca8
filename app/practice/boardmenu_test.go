package practice

import (
	"slices"
	"testing"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

func TestTheBoardsMenuDoesWhatItSays(t *testing.T) {
	s, _, _ := room(t)
	labels := func() []string {
		var out []string
		for _, i := range s.tools.boardMenu().Items {
			out = append(out, look.MenuLabel(i))
		}
		return out
	}
	if slices.Contains(labels(), keys.For(keys.Delete).Label) {
		t.Error("with nothing selected it offers to delete")
	}
	drawBox(s)
	for _, i := range s.tools.boardMenu().Items {
		if look.MenuLabel(i) == keys.For(keys.Duplicate).Label {
			i.Action()
		}
	}
	if shapes, _ := s.scene().Counts(); shapes != 2 {
		t.Errorf("after duplicating there are %d boxes", shapes)
	}
	s.board.Do(keys.SelectAll)
	if !slices.Contains(labels(), keys.For(keys.MakeGroup).Label) {
		t.Errorf("with two boxes selected it offers %v", labels())
	}
	s.board.Select()
	s.board.Do(keys.Grid)
	for _, i := range s.tools.boardMenu().Items {
		if look.MenuLabel(i) == keys.For(keys.Grid).Label && !i.Checked {
			t.Error("it does not say that the grid is on")
		}
	}
}
