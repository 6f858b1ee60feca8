package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
)

// inPopover finds a swatch of a popover by its tooltip.
func inPopover(t *testing.T, p *popover, name string) *swatch {
	t.Helper()
	if p == nil {
		t.Fatal("no popover is open")
	}
	for _, row := range p.grid.rows() {
		for _, c := range row {
			if sw, ok := c.(*swatch); ok && sw.Hint().Name == name {
				return sw
			}
		}
	}
	t.Fatalf("the popover has no %s", name)
	return nil
}

func TestColoursByKeyboard(t *testing.T) {
	s, _, _ := room(t)
	box := drawBox(s)
	s.board.Do(keys.GroundPicker)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn} {
		key(s, k)
	}
	if got := s.scene().Get(box.ID).Background; got != hues[1].shades[1] {
		t.Errorf("two down and one right of no ground is %s, want %s", got, hues[1].shades[1])
	}
	if focused(s) != fyne.Focusable(s.board) {
		t.Errorf("the keyboard is with %T", focused(s))
	}
	s.board.Do(keys.StrokePicker)
	key(s, fyne.KeyEscape)
	if focused(s) != fyne.Focusable(s.board) || s.scene().Get(box.ID).Stroke != box.Stroke {
		t.Error("Escape does not just put the colours away")
	}
}

func TestAColourOfOnesOwn(t *testing.T) {
	s, _, _ := room(t)
	box := drawBox(s)
	pop := s.tools.style.pickers[keys.StrokePicker].open()
	var entry *hexEntry
	for _, o := range test.LaidOutObjects(pop.popup) {
		if e, ok := o.(*hexEntry); ok {
			entry = e
		}
	}
	entry.SetText("nonsense")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !pop.popup.Visible() || s.scene().Get(box.ID).Stroke != box.Stroke {
		t.Error("what is no colour was taken")
	}
	entry.SetText("0A7e5C")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := s.scene().Get(box.ID).Stroke; got != "#0a7e5c" {
		t.Errorf("the box is %s", got)
	}
	if !chosen(t, s.tools.style, keys.For(keys.StrokePicker).Label) {
		t.Error("the picker is not marked for a colour that has no swatch")
	}
}

func TestHexColours(t *testing.T) {
	for typed, want := range map[string]string{
		"#1971c2": "#1971c2", " 1971C2 ": "#1971c2", "#fA0": "#ffaa00", "11223344": "#11223344",
		"": "", "#": "", "12345": "", "#ggg": "", "12é": "", "##123456": "",
	} {
		if got, ok := hexColour(typed); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", typed, got, ok)
		}
	}
}

func TestThePaletteDropsAPart(t *testing.T) {
	s, _, _ := room(t)
	pop := showParts(s.board, s.tools.parts, nil)
	parts := 0
	for _, row := range pop.grid.rows() {
		parts += len(row)
	}
	if parts != len(board.Parts()) {
		t.Fatalf("the palette has %d parts, want %d", parts, len(board.Parts()))
	}
	test.Tap(inPopover(t, pop, board.Parts()[4].Name))
	if shapes, _ := s.scene().Counts(); shapes != 1 || pop.popup.Visible() {
		t.Errorf("%d shapes lie on the board; the palette is shown: %v", shapes, pop.popup.Visible())
	}
	s.board.Do(keys.Parts)
	key(s, fyne.KeyDown)
	key(s, fyne.KeyReturn)
	if shapes, _ := s.scene().Counts(); shapes != 2 {
		t.Errorf("by keyboard no part is dropped: %d shapes", shapes)
	}
}
