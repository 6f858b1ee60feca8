package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// listed is what the history says, a line each: what and when.
func (r *rig) listed() []string {
	var out []string
	for i, line := range r.history.lines {
		out = append(out, fmt.Sprintf("%s %s", look.Time(r.attempt.Timeline().Elapsed(r.history.past[i].At)), line.what.Text()))
	}
	return out
}

// inWindow is a screen in a window that has the keyboard.
func inWindow(t testing.TB, r *rig) fyne.Window {
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	r.Focus(window.Canvas())
	return window
}

// types presses keys as they come to whoever has the keyboard.
func types(window fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestTheHistoryOfAShapeByKeyboard(t *testing.T) {
	a, ranker := talked(t)
	r := rigFor(t, a, nil)
	window := inWindow(t, r)
	r.seek(115 * second)
	r.board.picked(ranker)
	at, _ := a.Made(ranker)
	made := a.Timeline().Elapsed(at)
	if got := r.parts.transport.Position(); got != made-second {
		t.Fatalf("a click is heard from %v, want %v", got, made-second)
	}
	types(window, fyne.KeyH)
	want := []string{
		look.Time(made) + " Drawn", look.Time(made+2*second) + " Relabelled", "1:10 Moved", "1:31 Resized",
		"1:40 Relabelled", "1:50 Restyled", "3:20 Removed",
	}
	if got := r.listed(); !slices.Equal(got, want) {
		t.Fatalf("the history is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := r.history.title.Text(); got != "Multi-task ranker" {
		t.Errorf("it is called %q", got)
	}
	for _, step := range []struct {
		keys []fyne.KeyName
		want time.Duration
	}{
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, 69 * second},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyEnter}, made + second},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn}, made - second},
		{slices.Repeat([]fyne.KeyName{fyne.KeyDown}, 20), made - second},
		{[]fyne.KeyName{fyne.KeyReturn}, 199 * second},
		{[]fyne.KeyName{fyne.KeyHome}, 0},
	} {
		types(window, step.keys...)
		if got := r.parts.transport.Position(); got != step.want {
			t.Errorf("after %v it is at %v, want %v", step.keys, got, step.want)
		}
	}
	volume := r.hearing.volume
	types(window, fyne.KeyUp, fyne.KeySpace)
	if r.hearing.volume != volume || !r.parts.transport.Playing() {
		t.Error("the arrows change the volume, or Space does not play")
	}
	types(window, fyne.KeyEscape)
	if r.history.open() || window.Canvas().Focused() != fyne.Focusable(r.wave) {
		t.Error("Escape does not close it, or leaves nobody with the keyboard")
	}
	types(window, fyne.KeyH, fyne.KeyH)
	if r.history.open() {
		t.Error("H again does not close it")
	}
}

func TestTheHistoryOfAShapeByMouse(t *testing.T) {
	a, ranker := talked(t)
	r := rigFor(t, a, nil)
	window := inWindow(t, r)
	r.seek(115 * second)
	r.board.asked(ranker)
	if !r.history.open() || r.parts.transport.Position() != 115*second {
		t.Fatal("the second button does not open the history, or moves the playhead")
	}
	if r.history.chosen != 5 {
		t.Errorf("at 1:55 line %d is chosen, want what happened last", r.history.chosen)
	}
	test.Tap(r.history.lines[2].row)
	if got := r.parts.transport.Position(); got != 69*second {
		t.Errorf("the third line is heard from %v", got)
	}
	if r.history.chosen != 2 {
		t.Error("a line that was clicked is not chosen")
	}
	types(window, fyne.KeyDown, fyne.KeyReturn)
	if got := r.parts.transport.Position(); got != 90*second {
		t.Errorf("a click takes the keyboard away: Return went to %v", got)
	}
	window.Canvas().Unfocus()
	r.Typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.history.open() {
		t.Error("with nobody at the keyboard Escape does not close it")
	}
	r.board.asked(ranker)
	window.Canvas().Focus(r.wave)
	types(window, fyne.KeyEscape)
	if r.history.open() {
		t.Error("from the waveform Escape does not close it")
	}
	r.board.asked(ranker)
	test.Tap(findButton(window, "Close the history"))
	if r.history.open() {
		t.Error("its button does not close it")
	}
}

func TestTheHistoryFollowsThePlayhead(t *testing.T) {
	a, ranker := talked(t)
	r := rigFor(t, a, nil)
	inWindow(t, r)
	r.board.asked(ranker)
	for at, want := range map[time.Duration]int{5: -1, 75: 2, 95: 3, 105: 4, 115: 5, 229: 6} {
		r.seek(at * second)
		if r.history.now != want {
			t.Errorf("at %d s line %d is what the shape is, want %d", at, r.history.now, want)
		}
	}
}

func TestWithoutAShapeTheHistorySaysHowToComeToOne(t *testing.T) {
	a, _ := talked(t)
	r := rigFor(t, a, nil)
	window := inWindow(t, r)
	types(window, fyne.KeyH, fyne.KeyReturn, fyne.KeyDown)
	if !r.history.open() || findText(window, keys.Hint(keys.ShapeHistory)) == nil {
		t.Error("nothing is said")
	}
}

func TestALongHistoryStaysOnTheBoardAndScrolls(t *testing.T) {
	a, ranker := talked(t)
	r := rigFor(t, a, nil)
	window := inWindow(t, r)
	window.Resize(fyne.NewSize(1024, 400))
	r.board.asked(ranker)
	types(window, slices.Repeat([]fyne.KeyName{fyne.KeyDown}, 10)...)
	driver := fyne.CurrentApp().Driver()
	row := r.history.lines[6].row
	top := driver.AbsolutePositionForObject(row).Y
	sheet := driver.AbsolutePositionForObject(r.sheet).Y
	if top+row.Size().Height > sheet+r.sheet.Size().Height || top < sheet {
		t.Errorf("the last line lies at %v, the board from %v, %v high", top, sheet, r.sheet.Size().Height)
	}
}
