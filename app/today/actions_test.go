package today

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
)

var usual = fyne.NewSize(1280, 800)

func TestFirstStartSaysWhatWillHappenAndStarts(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(nil, question.Bank{Questions: builtIn(t)}, nil)
	w := open(t, s, usual)
	shown := looktest.Words(s.content)
	for _, part := range []string{"Pick a question", "notes and draw", "Replay it", "Start a mock"} {
		if !strings.Contains(shown, part) {
			t.Errorf("the first start does not say %q", part)
		}
	}
	if strings.Contains(shown, "Attempts") {
		t.Error("there is a heading for attempts, but there are none")
	}
	s.FocusFirst(w.Canvas())
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	c.want(t, "start")
}

func TestCutOffAttemptIsOfferedOnceOnTop(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(everyState(), question.Bank{}, nil)
	open(t, s, usual)
	shown := looktest.Words(s.content)
	if !strings.Contains(shown, "An attempt was cut off") || !strings.Contains(shown, "Today 11:00 · 12:34 saved") {
		t.Errorf("the card does not say what was cut off and how much is saved:\n%s", shown)
	}
	if strings.Index(shown, "cut off") > strings.Index(shown, "Attempts") {
		t.Error("the card is not on top")
	}
	if n := strings.Count(shown, "Design a video ranking system"); n != 1 {
		t.Errorf("the cut-off attempt is shown %d times, want once", n)
	}
	test.Tap(button(t, s, "Continue", 0))
	test.Tap(button(t, s, "Review what was saved", 0))
	c.want(t, "continue cut", "rescue cut")
}

func TestEachOfSeveralCutOffAttemptsHasItsOwnButtons(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show([]library.Entry{
		entry("a", "One", library.CutOff, noon(), time.Minute),
		entry("b", "Two", library.CutOff, noon(), time.Minute),
	}, question.Bank{}, nil)
	open(t, s, usual)
	if !strings.Contains(looktest.Words(s.content), "2 attempts were cut off") {
		t.Error("the card does not say how many were cut off")
	}
	test.Tap(button(t, s, "Continue", 1))
	test.Tap(button(t, s, "Review what was saved", 0))
	c.want(t, "continue b", "rescue a")
}

func TestRowsOfAttempts(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(everyState(), question.Bank{}, nil)
	open(t, s, usual)
	row := looktest.Words(lineWith(t, s, "place recommendation"))
	if row != "Design a place recommendation system\nSenior\nToday 09:00\n40:12" {
		t.Errorf("a finished attempt reads %q", row)
	}
	test.Tap(lineWith(t, s, "place recommendation"))
	c.want(t, "open today")

	broken := lineWith(t, s, "damaged")
	if !strings.Contains(looktest.Words(broken), "/attempts/damaged/session.yaml: line 4") {
		t.Errorf("a damaged attempt does not name the file: %q", looktest.Words(broken))
	}
	test.Tap(broken)
	c.want(t, "folder /attempts/damaged")

	elsewhere := lineWith(t, s, "recording elsewhere")
	test.Tap(elsewhere)
	elsewhere.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	c.want(t)
}

func TestManyAttemptsComePageByPage(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	var entries []library.Entry
	for i := range 20 {
		entries = append(entries, entry(fmt.Sprint(i), fmt.Sprintf("Attempt number %d.", i), library.Finished, noon(), time.Minute))
	}
	s.Show(entries, question.Bank{}, nil)
	w := open(t, s, usual)
	if n := strings.Count(looktest.Words(s.content), "Attempt number"); n != 8 {
		t.Errorf("%d attempts are shown at first, want 8", n)
	}
	more := lineWith(t, s, "Show 8 more")
	w.Canvas().Focus(more)
	more.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if next, _ := w.Canvas().Focused().(*look.Row); next == nil || !strings.Contains(looktest.Words(next), "number 8.") {
		t.Error("the keyboard is not on the first of the new rows")
	}
	test.Tap(lineWith(t, s, "Show 4 more"))
	test.Tap(lineWith(t, s, "number 19."))
	c.want(t, "open 19")
	if strings.Contains(looktest.Words(s.content), "more") {
		t.Error("all are shown, and still more are offered")
	}
}

func TestSearchNarrowsTheQuestionsAndEnterStartsTheFirst(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(nil, question.Bank{Questions: builtIn(t)}, nil)
	w := open(t, s, usual)
	w.Canvas().Focus(s.search)
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	s.search.TypedKey(enter)
	c.want(t)
	test.Type(s.search, "video trans")
	if shown := looktest.Words(s.found.box); !strings.HasPrefix(shown, "Design a system that translates videos") && strings.Contains(shown, "fraud") {
		t.Errorf("searching for \"video trans\" shows\n%s", shown)
	}
	s.search.TypedKey(enter)
	c.want(t, "start video-translation")
	test.Type(s.search, " zebra")
	if shown := looktest.Words(s.found.box); !strings.Contains(shown, "No question") {
		t.Errorf("a search without a hit shows\n%s", shown)
	}
	s.search.TypedKey(enter)
	c.want(t)
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	test.Tap(lineWith(t, s, "face-swap"))
	c.want(t, "start face-swap-lens")
}

func TestShowingAnewKeepsTheSearch(t *testing.T) {
	s := fresh(t, Actions{}, look.Light)
	bank := question.Bank{Questions: builtIn(t)}
	s.Show(nil, bank, nil)
	open(t, s, usual)
	test.Type(s.search, "fraud")
	s.Show(everyState(), bank, nil)
	if shown := looktest.Words(s.found.box); !strings.Contains(shown, "fraud") || strings.Contains(shown, "lens") {
		t.Errorf("after showing anew the search for fraud shows\n%s", shown)
	}
}

func TestArrowsWalkTheRowsAndTheScreenFollows(t *testing.T) {
	s := fresh(t, Actions{}, look.Light)
	s.Show(everyState(), question.Bank{Questions: builtIn(t)}, nil)
	w := open(t, s, usual)
	w.Canvas().Focus(lineWith(t, s, "place recommendation"))
	for range 19 { // over the rest of the attempts, the search field and the questions
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	last, _ := w.Canvas().Focused().(*look.Row)
	if last == nil {
		t.Fatalf("the keyboard went to %T, want a row", w.Canvas().Focused())
	}
	seen := func(o fyne.CanvasObject) bool {
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		return top >= 0 && top+o.Size().Height <= usual.Height
	}
	if !seen(last) || s.scroll.Offset.Y == 0 {
		t.Errorf("the row with the keyboard (%q) cannot be seen", looktest.Words(last))
	}
	for range 19 {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	if first, _ := w.Canvas().Focused().(*look.Row); first == nil || !seen(first) {
		t.Error("going back up, the row with the keyboard cannot be seen")
	}
}

func TestTheScreenFollowsTheKeyboardFromTheEndToTheBigButton(t *testing.T) {
	s := fresh(t, Actions{}, look.Light)
	var later []func()
	s.later = func(do func()) { later = append(later, do) }
	s.Show(everyState(), brokenBank(t), nil)
	w := open(t, s, usual)
	s.FocusFirst(w.Canvas())
	w.Canvas().FocusPrevious()
	if s.scroll.Offset.Y == 0 || !strings.HasPrefix(looktest.Words(w.Canvas().Focused().(*look.Row)), "Design a weapon") {
		t.Fatalf("before the first comes %T, scrolled to %v; want the last line, seen", w.Canvas().Focused(), s.scroll.Offset.Y)
	}
	w.Canvas().FocusNext()
	for _, do := range later {
		do()
	}
	if w.Canvas().Focused() != fyne.Focusable(s.start) || s.scroll.Offset.Y != 0 {
		t.Errorf("the keyboard is at %T, but the screen is scrolled to %v", w.Canvas().Focused(), s.scroll.Offset.Y)
	}
}

func TestBrokenPacksAreAllSaid(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(nil, brokenBank(t), nil)
	open(t, s, usual)
	shown := looktest.Words(s.content)
	for _, part := range []string{"2 of your question packs have mistakes", "mine.yaml:3: title: is missing", "mine.yaml:9: prompt", filepath.Join("team", "second.yml") + ":1: is no YAML"} {
		if !strings.Contains(shown, part) {
			t.Errorf("not said: %q in\n%s", part, shown)
		}
	}
	test.Tap(lineWith(t, s, "Show 1 more"))
	if shown := looktest.Words(s.content); !strings.Contains(shown, "already used") || strings.Contains(shown, "Show 1 more") {
		t.Errorf("the fourth mistake is not said in\n%s", shown)
	}
	test.Tap(lineWith(t, s, "Show the folder"))
	c.want(t, "folder "+library.QuestionsDir())
}

func TestAPackFolderThatCannotBeReadIsNamed(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(nil, question.Bank{Problems: []question.Problem{{File: library.QuestionsDir(), Message: "permission denied"}}}, nil)
	open(t, s, usual)
	if shown := looktest.Words(s.content); !strings.Contains(shown, library.QuestionsDir()+": permission denied") {
		t.Errorf("the folder is not named in\n%s", shown)
	}
	test.Tap(lineWith(t, s, "Show the folder"))
	c.want(t, "folder "+library.QuestionsDir())
}

func TestALibraryThatCannotBeReadIsSaidAndTheRestWorks(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	failure := fmt.Errorf("read the folder of attempts: %w", &fs.PathError{Op: "open", Path: "/data/sessions", Err: errors.New("permission denied")})
	s.Show(nil, question.Bank{Questions: builtIn(t)}, failure)
	open(t, s, usual)
	shown := looktest.Words(s.content)
	if !strings.Contains(shown, "/data/sessions: permission denied") {
		t.Errorf("the folder is not named in\n%s", shown)
	}
	if strings.Contains(shown, "Pick a question") {
		t.Error("this is not a first start")
	}
	test.Tap(lineWith(t, s, "Show the folder"))
	test.Tap(button(t, s, "Start a mock", 0))
	test.Tap(lineWith(t, s, "face-swap"))
	c.want(t, "folder /data", "start", "start face-swap-lens")
}

func TestOtherWaysToBegin(t *testing.T) {
	var c calls
	s := fresh(t, c.actions(), look.Light)
	s.Show(everyState(), question.Bank{}, nil)
	w := open(t, s, usual)
	for _, text := range []string{"Same as last time", "Blind draw", "Warm-up"} {
		test.Tap(button(t, s, text, 0))
	}
	c.want(t, "again", "blind", "warm-up")
	s.FocusFirst(w.Canvas())
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	c.want(t, "again")

	do := c.actions()
	do.Again = nil // there was no last time
	s = fresh(t, do, look.Light)
	s.Show(nil, question.Bank{Questions: builtIn(t)}, nil)
	open(t, s, usual)
	if shown := looktest.Words(s.content); strings.Contains(shown, "last time") || !strings.Contains(shown, "Warm-up") {
		t.Errorf("at the first start there is\n%s", shown)
	}
}
