package look

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// click does what the real driver does: it takes the keyboard away between the
// mouse going down and coming up.
func click(w fyne.Window, b interface {
	desktop.Mouseable
	fyne.Tappable
},
) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	b.MouseDown(ev)
	w.Canvas().Unfocus()
	b.MouseUp(ev)
	b.Tapped(&fyne.PointEvent{})
}

func TestClickingAToolDoesNotStopTheTyping(t *testing.T) {
	dress(t, Light)
	notes := widget.NewEntry()
	var hadKeyboard fyne.Focusable
	var window fyne.Window
	tool := NewIconButton(IconUndo, Hint{Name: "Undo"}, func() { hadKeyboard = window.Canvas().Focused() })
	window = test.NewTempWindow(t, HStack(0, notes, tool))
	window.Canvas().Focus(notes)
	click(window, tool)
	if hadKeyboard != fyne.Focusable(notes) {
		t.Errorf("while the tool acted, the keyboard was with %T", hadKeyboard)
	}
	if window.Canvas().Focused() != fyne.Focusable(notes) {
		t.Errorf("afterwards the keyboard is with %T", window.Canvas().Focused())
	}
}

func TestKeyboardPressesAndDisabledDoesNot(t *testing.T) {
	dress(t, Light)
	presses := 0
	b := NewButton("Start", Primary, func() { presses++ })
	window := test.NewTempWindow(t, b)
	window.Canvas().FocusNext()
	if window.Canvas().Focused() != fyne.Focusable(b) || !b.Focused() {
		t.Fatal("Tab does not reach the button")
	}
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA} {
		b.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if presses != 3 {
		t.Errorf("%d presses, want Space, Return and Enter", presses)
	}
	b.Disable()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	test.Tap(b)
	if presses != 3 {
		t.Error("a disabled button was pressed")
	}
}

func TestRowAnswersToBothButtons(t *testing.T) {
	dress(t, Light)
	chosen, menu := 0, fyne.Position{}
	row := NewRow(NewLabel("Video ranking", Body), func() { chosen++ })
	row.OnSecondary(func(at fyne.Position) { menu = at })
	window := test.NewTempWindow(t, row)
	window.Resize(fyne.NewSize(200, 50))
	test.Tap(row)
	row.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(40, 20)})
	if chosen != 1 || menu != fyne.NewPos(40, 20) {
		t.Errorf("chosen %d times, menu at %v", chosen, menu)
	}
}

func TestRowWithoutAnActionCanOnlyBeRead(t *testing.T) {
	dress(t, Light)
	chosen := 0
	read := NewRow(NewLabel("Recording elsewhere", Body), nil)
	choose := NewRow(NewLabel("Video ranking", Body), func() { chosen++ })
	window := test.NewTempWindow(t, VStack(0, read, choose))
	window.Canvas().FocusNext()
	if window.Canvas().Focused() != fyne.Focusable(choose) {
		t.Errorf("Tab goes to %T, want the row that can be chosen", window.Canvas().Focused())
	}
	if read.Cursor() != desktop.DefaultCursor || choose.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not tell which row can be chosen")
	}
	test.Tap(read)
	test.Tap(choose)
	if chosen != 1 {
		t.Errorf("chosen %d times, want once", chosen)
	}
}

func TestControlTellsWhatItHasNoUseFor(t *testing.T) {
	dress(t, Light)
	var told []string
	button, idle := NewButton("Begin", Primary, func() { told = append(told, "pressed") }), NewButton("Idle", Plain, nil)
	for _, b := range []*Button{button, idle} {
		b.OnUnused(func(ev *fyne.KeyEvent) { told = append(told, string(ev.Name)) })
	}
	button.OnFocus(func() { told = append(told, "gained") }, func() { told = append(told, "lost") })
	window := test.NewTempWindow(t, HStack(0, button, idle))
	window.Canvas().Focus(button)
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.KeyDown} {
		button.TypedKey(&fyne.KeyEvent{Name: key})
	}
	window.Canvas().Focus(idle)
	idle.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got, want := strings.Join(told, " "), "gained Escape pressed Down lost Return"; got != want {
		t.Errorf("it told %q, want %q", got, want)
	}
}

func TestTheRingStandsOffAFilledButton(t *testing.T) {
	dress(t, Light)
	b := NewLargeButton("Start", func() {})
	window := test.NewTempWindow(t, PadAll(b, Space16))
	window.SetPadded(false)
	window.Resize(fyne.NewSize(200, 100))
	window.Canvas().Focus(b)
	picture := window.Canvas().Capture()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	y := int(at.Y + b.Size().Height/2)
	accents := []bool{}
	for x := int(at.X) - 6; x <= int(at.X)+1; x++ {
		is := color.NRGBAModel.Convert(picture.At(x, y)) == color.Color(Color(Accent))
		if len(accents) == 0 || accents[len(accents)-1] != is {
			accents = append(accents, is)
		}
	}
	if want := []bool{false, true, false, true}; !slices.Equal(accents, want) {
		t.Errorf("from the page to the button there is accent %v, want %v: page, ring, page, button", accents, want)
	}
}

func TestTabFollowsASplitFromLeftToRight(t *testing.T) {
	dress(t, Light)
	left, right := NewButton("Left", Plain, nil), NewButton("Right", Plain, nil)
	for _, split := range []*Split{NewSplit(left, right, 100), NewSplitEnd(right, left, 100)} {
		window := test.NewTempWindow(t, split)
		window.Canvas().FocusNext()
		if window.Canvas().Focused() != fyne.Focusable(left) {
			t.Error("Tab goes to the right panel first")
		}
	}
}

// clock is a hand-turned clock for tooltips.
type clock struct {
	wait time.Duration
	do   func()
}

func (c *clock) after(d time.Duration, do func()) func() {
	c.wait, c.do = d, do
	return func() { c.do = nil }
}

func (c *clock) strike() {
	if do := c.do; do != nil {
		c.do = nil
		do()
	}
}

func staged(t *testing.T) (*Stage, *clock, *IconButton, *IconButton) {
	t.Helper()
	dress(t, Light)
	a := NewIconButton(IconRectangle, Hint{Name: "Rectangle", Key: "R"}, nil)
	b := NewIconButton(IconEllipse, Hint{Name: "Ellipse", Key: "O"}, nil)
	stage, c := NewStage(HStack(0, a, b)), &clock{}
	stage.After = c.after
	window := test.NewTempWindow(t, stage)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(300, 200))
	return stage, c, a, b
}

func TestTooltipComesAfterARestAndGoes(t *testing.T) {
	stage, c, a, b := staged(t)
	a.MouseIn(nil)
	if stage.Tip() != "" || c.wait != TipDelay {
		t.Fatalf("tip %q at once, wait %v", stage.Tip(), c.wait)
	}
	c.strike()
	if stage.Tip() != "Rectangle  R" {
		t.Fatalf("tip is %q", stage.Tip())
	}
	a.MouseOut()
	if stage.Tip() != "" {
		t.Fatal("the tip stayed")
	}
	b.MouseIn(nil)
	if stage.Tip() != "Ellipse  O" {
		t.Errorf("moving along the tools shows %q, want the next tip at once", stage.Tip())
	}
}

func TestTooltipDoesNotComeToWhoPressesOrPassesBy(t *testing.T) {
	stage, c, a, _ := staged(t)
	a.MouseIn(nil)
	a.MouseOut()
	c.strike()
	if stage.Tip() != "" {
		t.Errorf("passing by shows %q", stage.Tip())
	}
	a.MouseIn(nil)
	a.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	c.strike()
	if stage.Tip() != "" {
		t.Errorf("pressing shows %q", stage.Tip())
	}
}

func TestTooltipStaysInTheWindow(t *testing.T) {
	stage, tip := fyne.NewSize(300, 200), fyne.NewSize(80, 24)
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 290, Y: 0}, {X: 0, Y: 190}, {X: 280, Y: 180}} {
		p := tipPlace(at, fyne.NewSize(20, 20), tip, stage)
		if p.X < 0 || p.Y < 0 || p.X+tip.Width > stage.Width || p.Y+tip.Height > stage.Height {
			t.Errorf("for %v it lies at %v", at, p)
		}
	}
}

func TestSplitKeepsBothPanelsUsable(t *testing.T) {
	dress(t, Light)
	side, rest := NewLabel("Notes, as wide as this", Body), NewLabel("The board", Body)
	s := NewSplit(side, rest, 300)
	s.Resize(fyne.NewSize(1000, 400))
	s.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(50, 0)})
	if got := side.Size().Width; got != 350 {
		t.Errorf("after a drag the panel is %g wide, want 350", got)
	}
	s.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-900, 0)})
	if got := side.Size().Width; got != side.MinSize().Width {
		t.Errorf("pulled shut it is %g wide, want its least %g", got, side.MinSize().Width)
	}
	s.SetFolded(true)
	if side.Visible() || rest.Size().Width != 1000 {
		t.Errorf("folded: visible %v, rest %g wide", side.Visible(), rest.Size().Width)
	}
	end := NewSplitEnd(NewLabel("x", Body), NewLabel("y", Body), 200)
	end.Resize(fyne.NewSize(1000, 400))
	end.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-40, 0)})
	if end.Width() != 240 {
		t.Errorf("the right panel is %g wide after a pull to the left, want 240", end.Width())
	}
}
