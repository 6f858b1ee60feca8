package practice

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/look"
)

// What is typed one key after the other stands in that order, wherever the
// rows end.
func TestTypingKeepsItsOrder(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	rapid.Check(t, func(r *rapid.T) {
		e := newNoteEntry(func(string) bool { return false })
		w := test.NewWindow(e)
		defer w.Close()
		w.Resize(fyne.NewSize(rapid.Float32Range(120, 320).Draw(r, "width"), 600))
		w.Canvas().Focus(e)
		var want []rune
		for range rapid.IntRange(20, 120).Draw(r, "steps") {
			switch step := rapid.SampledFrom([]string{"word", "a", "model ", "features ", " ", " ", "enter", "back"}).Draw(r, "step"); step {
			case "enter":
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				want = append(want, '\n')
			case "back":
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				want = want[:max(len(want)-1, 0)]
			default:
				for _, c := range step {
					e.TypedRune(c)
					want = append(want, c)
				}
			}
			if e.Text != string(want) {
				r.Fatalf("the entry holds %q, typed was %q", e.Text, string(want))
			}
		}
	})
}

// A caret that was moved by hand stays where it was put.
func TestMovedCaretIsLeftAlone(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	e := newNoteEntry(func(string) bool { return false })
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(200, 600))
	w.Canvas().Focus(e)
	for n := range 400 {
		for range n%7 + 1 {
			e.TypedRune('i')
		}
		e.TypedRune(' ')
		if e.caret.lost == 0 {
			continue
		}
		before := e.Text
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		e.TypedRune('x')
		if e.Text != "x"+before {
			t.Fatalf("x was typed at the top of %q and made %q", before, e.Text)
		}
		return
	}
	t.Fatal("no space was lost: the entry may have learnt to keep it, and the caret can go")
}
