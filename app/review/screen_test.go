package review

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/session"
)

const second = time.Second

func TestBoardNotesAndPhaseAreThoseOfTheMoment(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.settle()
	length := a.Timeline().Length()
	rapid.Check(t, func(t *rapid.T) {
		to := time.Duration(rapid.Int64Range(0, length.Milliseconds()).Draw(t, "ms")) * time.Millisecond
		r.seek(to)
		want := &session.State{}
		at := a.Timeline().At(to)
		for _, e := range a.History.Events {
			if e.At <= at {
				want.Apply(e)
			}
		}
		if got := ids(r.board.scene); got != ids(want.Scene()) {
			t.Fatalf("at %v the board shows %q, want %q", to, got, ids(want.Scene()))
		}
		if got := ids(r.Board()); got != ids(want.Scene()) {
			t.Fatalf("at %v the board that is saved is %q, want %q", to, got, ids(want.Scene()))
		}
		if r.notes.view.Source() != want.Notes.Text() {
			t.Fatalf("at %v the notes are %q, want %q", to, r.notes.view.Source(), want.Notes.Text())
		}
		phase := 0
		for _, b := range a.Bands() {
			if to >= b.From {
				phase = b.Phase
			}
		}
		if r.bar.hue != phase {
			t.Fatalf("at %v it is said to be phase %d, want %d", to, r.bar.hue, phase)
		}
		if r.wave.Playhead() != to {
			t.Fatalf("the playhead is at %v, want %v", r.wave.Playhead(), to)
		}
	})
}

func TestTheBoardIsOnlyPaintedWhenSomethingHappened(t *testing.T) {
	s := newScribe(t)
	s.draws(board.Rectangle, "A", "transparent", 0, 0, 100, 50)
	s.waits(60)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	r.seek(10 * second)
	shown := r.board.shown
	r.press(fyne.KeySpace)
	for range 100 {
		r.passes(100 * time.Millisecond)
	}
	if r.wave.Playhead() != 20*second {
		t.Fatalf("after ten seconds the playhead is at %v", r.wave.Playhead())
	}
	if r.board.shown != shown {
		t.Errorf("the board was painted %d times while nothing happened", r.board.shown-shown)
	}
}

func TestAShapeIsHeardFromASecondBeforeItWasMade(t *testing.T) {
	a, made := wholeMock(t)
	r := rigFor(t, a, nil)
	r.seek(a.Timeline().Length())
	at, _ := a.Made(made["store"])
	want := a.Timeline().Elapsed(at) - second
	if want < 60*second {
		t.Fatal("the fixture draws too early")
	}
	r.board.picked(made["store"])
	if got := r.parts.transport.Position(); got != want {
		t.Errorf("it is heard from %v, want %v", got, want)
	}
	if r.board.scene.Get(made["store"]) != nil {
		t.Error("the shape is on the board before it was drawn")
	}
	if r.parts.transport.Playing() {
		t.Error("a click started the replay")
	}
	r.passes(0)
	r.press(fyne.KeySpace)
	r.board.picked(made["ranker"])
	if !r.parts.transport.Playing() {
		t.Error("a click stopped the replay")
	}
	r.board.picked("no such element")
}

func TestWhatWasMadeAtOnceIsHeardFromTheStart(t *testing.T) {
	s := newScribe(t)
	s.waits(0.3)
	id := s.draws(board.Rectangle, "A", "transparent", 0, 0, 100, 50)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	r.seek(3 * second)
	r.board.picked(id)
	if got := r.parts.transport.Position(); got != 0 {
		t.Errorf("it is heard from %v, want the start", got)
	}
}

func TestALineOfNotesIsHeardFromASecondBeforeItWasWritten(t *testing.T) {
	s := newScribe(t)
	s.waits(10)
	s.types("first\n")
	s.waits(20)
	s.pauses(30, func() {})
	at := s.rec.Elapsed() - 30*second
	s.types("second\n")
	s.waits(5)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	r.seek(100 * second)
	r.notes.view.OnTapped(1)
	if got := r.parts.transport.Position(); got != at-second {
		t.Errorf("the second line is heard from %v, want %v", got, at-second)
	}
	if got := r.notes.view.Source(); got != "first\n" {
		t.Errorf("the notes are %q then", got)
	}
}

func TestTheLinesBeingWrittenAreLit(t *testing.T) {
	s := newScribe(t)
	s.types("one\ntwo\n")
	s.waits(60)
	s.rec.Do(session.Note{Pos: 3, Ins: "!"})
	s.waits(10)
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	for at, want := range map[time.Duration][]int{0: {0, 1}, 1: {0, 1}, 2: nil, 30: nil, 62: {0}, 63: nil} {
		r.seek(at * second)
		if got := r.notes.view.Lit(); !slices.Equal(got, want) {
			t.Errorf("at %ds the lines %d are lit, want %d (notes %q)", at, got, want, r.notes.view.Source())
		}
	}
}

func TestAnAttemptWithoutSoundPlaysByTheClock(t *testing.T) {
	s := newScribe(t)
	s.rec.Do(session.Sounded{State: "off", Why: "recording is switched off"})
	s.waits(20)
	s.types("late")
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	if got := r.bar.notice.Text(); got != "No sound was recorded: recording is switched off" {
		t.Errorf("it says %q", got)
	}
	r.press(fyne.KeySpace)
	if r.bar.play.Icon() != look.IconPause {
		t.Error("while it plays there is no pause")
	}
	r.passes(7 * second)
	if got := r.bar.time.Text(); got != "0:07 / 0:20" {
		t.Errorf("after seven seconds it says %q", got)
	}
	r.press(fyne.KeySpace)
	r.passes(5 * second)
	if got := r.wave.Playhead(); got != 7*second {
		t.Errorf("the pause moved the playhead to %v", got)
	}
	r.press(fyne.KeySpace)
	r.passes(60 * second)
	if r.bar.play.Icon() != look.IconPlay || r.beat != nil {
		t.Error("at the end it goes on")
	}
	if got := r.notes.view.Source(); got != "late" {
		t.Errorf("at the end the notes are %q", got)
	}
	r.press(fyne.KeySpace)
	if got := r.parts.transport.Position(); got != 0 || !r.parts.transport.Playing() {
		t.Errorf("play at the end begins at %v", got)
	}
}

func TestKeysMoveThePlayhead(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	bands := a.Bands()
	for _, step := range []struct {
		key  fyne.KeyName
		want time.Duration
	}{
		{fyne.KeyRight, 5 * second},
		{fyne.KeyRight, 10 * second},
		{fyne.KeyLeft, 5 * second},
		{fyne.KeyPageDown, bands[1].From},
		{fyne.KeyPageDown, bands[2].From},
		{fyne.KeyPageUp, bands[1].From},
		{fyne.KeyEnd, a.Timeline().Length()},
		{fyne.KeyHome, 0},
	} {
		r.press(step.key)
		if got := r.parts.transport.Position(); got != step.want {
			t.Errorf("%s went to %v, want %v", step.key, got, step.want)
		}
	}
	if r.Key(&fyne.KeyEvent{Name: fyne.KeyF7}) {
		t.Error("F7 is taken for a key of the review")
	}
}

// A pause that was never resumed may hold changes; they belong to the end.
func TestWhatWasDoneInTheLastPauseIsThereAtTheEnd(t *testing.T) {
	s := newScribe(t)
	s.waits(10)
	s.rec.Do(session.Paused{})
	s.waits(5)
	s.types("afterthought")
	s.rec.Do(session.Ended{})
	r := rigFor(t, s.opens(), nil)
	if r.seek(9 * second); r.notes.view.Source() != "" {
		t.Errorf("at nine seconds the notes are %q", r.notes.view.Source())
	}
	if r.seek(10 * second); r.notes.view.Source() != "afterthought" {
		t.Errorf("at the end the notes are %q", r.notes.view.Source())
	}
}

func TestADamagedJournalIsSaidOnceAndTheRestIsShown(t *testing.T) {
	s := newScribe(t)
	s.types("kept")
	if err := s.rec.Sync(); err != nil {
		t.Fatal(err)
	}
	damage, err := os.OpenFile(s.folder.Journal(), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := damage.WriteString("garbage\n{\"at\":9000,\"do\":\"mark\",\"kind\":\"good\"}\n{\"at\":99"); err != nil {
		t.Fatal(err)
	}
	damage.Close()
	r := rigFor(t, s.opens(), nil)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	said := findText(window, "could not be read")
	if said == nil || !strings.Contains(said.Text(), "cut off") {
		t.Fatal("nothing is said about the damage")
	}
	if r.seek(time.Hour); r.notes.view.Source() != "kept" {
		t.Errorf("the notes are %q", r.notes.view.Source())
	}
	top := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(r.notes.view).Y }
	before := top()
	test.Tap(findButton(window, "Dismiss"))
	if gone := before - top(); gone < said.Size().Height {
		t.Errorf("dismissing it gave back only %v", gone)
	}
}

func TestNoWordsBelowTheWaveformOverlap(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	for _, b := range a.Bands() {
		r.seek(b.From + second)
		for i, o := range []fyne.CanvasObject{r.bar.phase, r.bar.spent} {
			before := []fyne.CanvasObject{r.bar.time, r.bar.phase}[i]
			driver := fyne.CurrentApp().Driver()
			end := driver.AbsolutePositionForObject(before).X + before.MinSize().Width
			if x := driver.AbsolutePositionForObject(o).X; x < end+4 {
				t.Errorf("in %s a word begins at %v, the one before it ends at %v", phaseName(b.Phase), x, end)
			}
		}
	}
}

func TestTheHeaderLeadsOut(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	window := test.NewTempWindow(t, look.NewStage(r.Object()))
	window.Resize(fyne.NewSize(1024, 640))
	for hint, want := range map[string]string{"Back": "back", "Write notes and board as pictures and files": "export", "Open the folder of this attempt": "folder"} {
		r.did = nil
		test.Tap(findButton(window, hint))
		if strings.Join(r.did, " ") != want {
			t.Errorf("%q did %q", hint, r.did)
		}
	}
}

func TestLeavingStopsEverything(t *testing.T) {
	a, _ := wholeMock(t)
	r := rigFor(t, a, nil)
	r.press(fyne.KeySpace)
	late := r.beat
	late()
	r.Leave()
	r.Leave()
	<-r.Left()
	at := r.wave.Playhead()
	r.now = r.now.Add(10 * second)
	r.settle() // what was still on its way comes after
	if r.beat != nil || r.parts.transport.Playing() || r.wave.Playhead() != at {
		t.Error("the replay goes on after it was left")
	}
	r.seek(5 * second)
	r.playPause()
	if r.parts.transport.Playing() {
		t.Error("a screen that was left plays")
	}
}

// findButton finds a control by its tooltip, findText a paragraph by its words.
func findButton(w fyne.Window, hint string) fyne.Tappable {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if b, ok := o.(interface {
			fyne.Tappable
			Hint() look.Hint
		}); ok && b.Hint().Name == hint {
			return b
		}
	}
	return nil
}

func findText(w fyne.Window, part string) *look.Paragraph {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if p, ok := o.(*look.Paragraph); ok && strings.Contains(p.Text(), part) {
			return p
		}
	}
	return nil
}

func TestARecordingFromElsewhereHasItsNameAndNoPhases(t *testing.T) {
	s := newScribe(t, func(m *session.Meta) {
		m.Title, m.Level, m.Plan = "Ranking, with Ada", "", session.PlanMinutes{}
		m.Imported = &session.Imported{File: "ada.mp3", People: "Ada"}
	})
	s.speaks()
	s.waits(30)
	a := s.opens()
	r := rigFor(t, a, nil)
	r.settle()
	shown := said(r.Object())
	if !strings.Contains(shown, "Ranking, with Ada") || strings.Contains(shown, "0:00 of") {
		t.Errorf("it shows\n%s", shown)
	}
	if words := about(a); !strings.HasPrefix(words, "Ada  ·") {
		t.Errorf("about it: %q", words)
	}
}
