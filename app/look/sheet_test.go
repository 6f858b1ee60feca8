package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestConfirmActsOnlyWhenConfirmed(t *testing.T) {
	dress(t, Light)
	window := test.NewTempWindow(t, NewLabel("", Body))
	window.Resize(fyne.NewSize(600, 400))
	done := 0
	press := func(word string) {
		sheet := Confirm(window.Canvas(), "Delete?", "It goes to the trash.", "Delete", Danger, func() { done++ })
		for _, o := range test.LaidOutObjects(sheet.popup) {
			if b, ok := o.(*Button); ok && b.Text() == word {
				test.Tap(b)
			}
		}
		if sheet.popup.Visible() {
			t.Errorf("%s leaves the sheet open", word)
		}
	}
	press("Cancel")
	if done != 0 {
		t.Fatal("cancelling acted")
	}
	press("Delete")
	if done != 1 {
		t.Errorf("confirming acted %d times", done)
	}
}

// asked is a sheet over a window whose keyboard was elsewhere, and what came of
// it.
type asked struct {
	window fyne.Window
	typing *Button // who had the keyboard before
	sheet  *Sheet
	did    int
	closed int
	later  []func()
}

func ask(t *testing.T) *asked {
	t.Helper()
	dress(t, Light)
	a := &asked{typing: NewButton("Elsewhere", Plain, nil)}
	a.window = test.NewTempWindow(t, a.typing)
	a.window.Resize(fyne.NewSize(600, 400))
	a.window.Canvas().Focus(a.typing)
	a.sheet = NewSheet(a.window.Canvas(), "Delete?", NewLabel("It goes to the trash.", Body),
		NewButton("Cancel", Plain, func() { a.sheet.Hide() }),
		NewButton("Delete", Danger, func() {
			a.sheet.Hide()
			a.did++
		}))
	a.sheet.OnClose(func() { a.closed++ })
	a.sheet.later = func(do func()) { a.later = append(a.later, do) }
	a.sheet.Show(fyne.NewSize(300, 0))
	return a
}

// press sends a key to whoever has the keyboard.
func (a *asked) press(t *testing.T, key fyne.KeyName) {
	t.Helper()
	o := a.window.Canvas().Focused()
	if o == nil {
		t.Fatalf("nobody has the keyboard to get %s", key)
	}
	o.TypedKey(&fyne.KeyEvent{Name: key})
}

func (a *asked) want(t *testing.T, did, closed int) {
	t.Helper()
	if a.did != did || a.closed != closed {
		t.Errorf("it acted %d times and closed %d times, want %d and %d", a.did, a.closed, did, closed)
	}
	if shown := a.window.Canvas().Overlays().Top() != nil; shown != (closed == 0) {
		t.Errorf("closed %d times, and shown is %v", closed, shown)
	}
	if closed > 0 && a.window.Canvas().Focused() != fyne.Focusable(a.typing) {
		t.Errorf("afterwards the keyboard is with %T", a.window.Canvas().Focused())
	}
}

func TestEscapeTakesASheetAwayAndEnterGivesItsUsualAnswer(t *testing.T) {
	for key, did := range map[fyne.KeyName]int{fyne.KeyEscape: 0, fyne.KeyReturn: 1, fyne.KeyEnter: 1} {
		a := ask(t)
		a.press(t, fyne.KeyA)
		a.want(t, 0, 0)
		a.press(t, key)
		a.want(t, did, 1)
		a.sheet.Hide()
		a.want(t, did, 1)
	}
}

func TestTabGoesFromButtonToButtonOfASheet(t *testing.T) {
	a := ask(t)
	a.window.Canvas().FocusNext()
	a.press(t, fyne.KeyReturn)
	a.want(t, 0, 1)
	a = ask(t)
	a.window.Canvas().FocusNext()
	a.window.Canvas().FocusNext()
	a.press(t, fyne.KeyReturn)
	a.want(t, 1, 1)
}

func TestASheetHasTheKeyboardAgainAfterAClickBesideItsButtons(t *testing.T) {
	a := ask(t)
	a.window.Canvas().FocusNext()
	a.window.Canvas().Unfocus()
	for _, do := range a.later {
		do()
	}
	a.press(t, fyne.KeyEscape)
	a.want(t, 0, 1)
}

func TestASheetThatIsGoneDoesNotTakeTheKeyboard(t *testing.T) {
	a := ask(t)
	a.window.Canvas().Unfocus()
	a.sheet.Hide()
	a.window.Canvas().Unfocus()
	for _, do := range a.later {
		do()
	}
	if o := a.window.Canvas().Focused(); o != nil {
		t.Errorf("the keyboard went to %T", o)
	}
}

func TestTooltipGoesWhenASheetComesOrThePageMoves(t *testing.T) {
	dress(t, Light)
	tool := NewIconButton(IconUndo, Hint{Name: "Undo"}, nil)
	scroll := NewVScroll(VStack(500, tool, NewLabel("far below", Body)))
	stage, c := NewStage(scroll), &clock{}
	stage.After = c.after
	window := test.NewTempWindow(t, stage)
	window.Resize(fyne.NewSize(300, 200))
	appears := func() {
		t.Helper()
		tool.MouseIn(nil)
		c.strike()
		if stage.Tip() != "Undo" {
			t.Fatalf("the tip is %q", stage.Tip())
		}
	}
	appears()
	scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)})
	if stage.Tip() != "" {
		t.Error("the page moved, and the tip stayed behind")
	}
	tool.MouseOut()
	appears()
	Inform(window.Canvas(), "Saved", "It is all there.")
	if stage.Tip() != "" {
		t.Error("a sheet came, and the tip stayed below it")
	}
}
