package practice

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/whiteboard"
)

// resize gives the room's window another size.
func resize(s *Screen, size fyne.Size) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas() == canvas {
			w.Resize(size)
		}
	}
}

// At 1024 with notes and interviewer open the tools fit, the rare ones behind a
// button; with the panels folded away all are there.
func TestTheToolsFitBesideThePanels(t *testing.T) {
	s, _, _ := room(t)
	resize(s, fyne.NewSize(1024, 612))
	row := s.tools.row
	rare := func() (n int) {
		for _, b := range row.rare {
			if b.Visible() {
				n++
			}
		}
		return n
	}
	if rare() > 0 || !row.more.Visible() {
		t.Errorf("%d rare tools stand beside the panels; the button for more is shown: %v", rare(), row.more.Visible())
	}
	driver := fyne.CurrentApp().Driver()
	if left, board := driver.AbsolutePositionForObject(row.card), driver.AbsolutePositionForObject(s.board); left.X < board.X ||
		left.X+row.card.Size().Width > board.X+s.board.Size().Width {
		t.Errorf("the tools are %v wide at %v, the board %v at %v", row.card.Size().Width, left.X, s.board.Size().Width, board.X)
	}
	s.Do(keys.FoldNotes)
	if rare() != len(row.rare) || row.more.Visible() {
		t.Errorf("with the notes folded away %d of %d rare tools are there", rare(), len(row.rare))
	}
}

// A rare tool behind the button can be taken by keyboard and is said to be in
// hand.
func TestMoreTools(t *testing.T) {
	s, _, _ := room(t)
	resize(s, fyne.NewSize(1024, 612))
	s.board.Do(keys.MoreTools)
	for range len(toolKeys) - firstRare - 1 {
		key(s, fyne.KeyDown)
	}
	key(s, fyne.KeyUp)
	key(s, fyne.KeyReturn)
	want := toolKeys[len(toolKeys)-2].tool
	if got := s.board.Tool(); got != want || !s.tools.row.more.Selected() {
		t.Errorf("in hand is %v, want %v; the button is marked: %v", got, want, s.tools.row.more.Selected())
	}
	if focused(s) != fyne.Focusable(s.board) {
		t.Error("the board has not got the keyboard back")
	}
}

// Every tool of the board has a button that takes it and names its key.
func TestEveryToolHasItsButton(t *testing.T) {
	s, _, _ := room(t)
	for i, k := range toolKeys {
		b := s.tools.tools[i]
		if h := b.Hint(); h.Name != keys.For(k.id).Label || h.Key != keys.Hint(k.id) {
			t.Errorf("%s says %q", k.id, h)
		}
		if k.tool == whiteboard.NoTool {
			continue
		}
		test.Tap(b)
		if s.board.Tool() != k.tool || !b.Selected() {
			t.Errorf("%s takes %v in hand", k.id, s.board.Tool())
		}
	}
}

// Every control around the board says in a tooltip what it does.
func TestEveryControlHasATooltip(t *testing.T) {
	s, _, _ := room(t)
	for _, section := range s.tools.style.sections {
		for _, row := range section.rows {
			for _, item := range row.items {
				if strings.TrimSpace(item.control.Hint().Name) == "" {
					t.Errorf("a %T under %q has no tooltip", item.control, section.caption.Text())
				}
			}
		}
	}
	for id, p := range s.tools.style.pickers {
		if p.swatch.Hint().Key != keys.Hint(id) {
			t.Errorf("%s names the key %q", id, p.swatch.Hint().Key)
		}
	}
}
