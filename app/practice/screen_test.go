package practice

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// room opens the interview room of a silent mock in a test window. The clock is
// looked at only when the test says so.
func room(t *testing.T) (*Screen, *session.Mock, *int) {
	t.Helper()
	ended := 0
	s, mock := open(t, session.Meta{
		Question: question.Question{ID: "video-ranking", Title: "Design a video ranking system", Prompt: "We run a video app. Rank what is on its home page for each viewer."},
		Level:    interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40)),
	}, func() { ended++ })
	return s, mock, &ended
}

// roomFor is the room of 40 minutes on a question.
func roomFor(t *testing.T, q question.Question) (*Screen, *session.Mock) {
	t.Helper()
	return open(t, session.Meta{Question: q, Level: interview.Senior, Plan: session.PlanMinutes(interview.PlanFor(40))}, nil)
}

func open(t *testing.T, meta session.Meta, ended func()) (*Screen, *session.Mock) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{Mode: look.Light})
	meta.Started = time.Now()
	mock, err := session.StartMock(t.TempDir(), meta, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := New(mock, Actions{Ended: ended, Help: func() {}}, func(func()) {})
	w := test.NewTempWindow(t, look.NewStage(s.Object()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 760))
	s.Focus(w.Canvas())
	t.Cleanup(func() {
		s.Leave()
		mock.End()
	})
	return s, mock
}

// noted is the text that the recorded events make, which is what a replay shows.
func noted(m *session.Mock) string {
	text := ""
	m.Read(func(s *session.State) { text = s.Notes.Text() })
	return text
}

func TestWhatIsTypedIsRecordedAsTyped(t *testing.T) {
	s, mock, _ := room(t)
	test.Type(s.notes.entry, "100M daily usrs")
	for range 3 {
		s.notes.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	test.Type(s.notes.entry, "sers")
	if got := noted(mock); got != "100M daily users" {
		t.Errorf("recorded %q", got)
	}
}

func TestTheAgendaIsOneStepOfTheNotesOwnUndo(t *testing.T) {
	s, mock, _ := room(t)
	test.Type(s.notes.entry, "goal")
	s.Do(keys.Agenda)
	text := noted(mock)
	if !strings.HasPrefix(text, "goal\n\n## Clarify\n") || strings.Count(text, "## ") != interview.PhaseCount {
		t.Fatalf("after the agenda the notes are %q", text)
	}
	test.Type(s.notes.entry, "who")
	if !strings.HasPrefix(noted(mock), "goal\n\n## Clarify\nwho") {
		t.Errorf("the caret is not below the first heading: %q", noted(mock))
	}
	s.notes.entry.Undo()
	s.notes.entry.Undo()
	if got := noted(mock); got != "goal" {
		t.Errorf("after undoing the notes are %q", got)
	}
}

func TestPhasesGoByKeyAndByClick(t *testing.T) {
	s, mock, _ := room(t)
	phase := func() string { return interview.Phases[mock.Clock().Phase].ID }
	s.Do(keys.PrevPhase)
	if phase() != "clarify" {
		t.Errorf("before the first phase is %s", phase())
	}
	s.Do(keys.NextPhase)
	if phase() != "task" {
		t.Errorf("the next phase is %s", phase())
	}
	s.Do(keys.Phase6)
	if phase() != "model" {
		t.Errorf("phase 6 is %s", phase())
	}
	s.bar.OnTapped(3)
	if phase() != "data" {
		t.Errorf("the fourth segment is %s", phase())
	}
	if got := s.side.phase.title.Text(); got != "Data" {
		t.Errorf("the panel shows %q", got)
	}
	s.notes.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if phase() != "features" {
		t.Errorf("F8 while typing went to %s", phase())
	}
}

// The menu knows the first key of an action only.
func TestAltAndANumberGoesToThePhase(t *testing.T) {
	s, mock, _ := room(t)
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	s.board.TypedShortcut(alt(fyne.Key3))
	if got := mock.Clock().Phase; got != 2 {
		t.Errorf("Alt+3 on the board went to phase %d", got+1)
	}
	s.notes.entry.TypedShortcut(alt(fyne.Key5))
	if got := mock.Clock().Phase; got != 4 {
		t.Errorf("Alt+5 in the notes went to phase %d", got+1)
	}
}

func TestFunctionKeysSteerFromTheBoardToo(t *testing.T) {
	s, mock, _ := room(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	c.Focus(s.board)
	s.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if got := mock.Clock().Phase; got != 1 {
		t.Errorf("F8 on the board went to phase %d", got+1)
	}
	s.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if c.Focused() != s.notes.entry {
		t.Errorf("F2 on the board gave the keyboard to %T", c.Focused())
	}
}

func TestPauseStopsTheClockUntilResumed(t *testing.T) {
	s, mock, _ := room(t)
	s.Do(keys.Pause)
	if !mock.Clock().Paused || s.header.state.Text() != "Paused" {
		t.Errorf("paused %v, the header says %q", mock.Clock().Paused, s.header.state.Text())
	}
	s.Do(keys.Pause)
	if !mock.Clock().Running {
		t.Error("the clock does not run on")
	}
}

func TestMarksAreRecordedAndSaid(t *testing.T) {
	s, mock, _ := room(t)
	s.Do(keys.MarkUnclear)
	s.Do(keys.MarkGood)
	var marks []session.Mark
	mock.Read(func(st *session.State) { marks = st.Marks })
	if len(marks) != 2 || marks[0].Kind != session.Unclear || marks[1].Kind != session.Good {
		t.Errorf("recorded %v", marks)
	}
	if !strings.HasPrefix(s.side.marks.last.Text(), "Good at 0:0") {
		t.Errorf("the panel says %q", s.side.marks.last.Text())
	}
}

func TestADrawnBoxIsOneRecordedGesture(t *testing.T) {
	s, mock, _ := room(t)
	s.BoardDo(keys.Rectangle)
	press := func(x, y float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
	}
	s.board.MouseDown(press(100, 100))
	s.board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(180, 150)}})
	s.board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(260, 180)}})
	s.board.MouseUp(press(260, 180))
	if err := mock.Sync(); err != nil {
		t.Fatal(err)
	}
	journal, err := os.ReadFile(mock.Journal())
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(journal), `"do":"board"`); n != 1 {
		t.Errorf("%d board events in the journal, want 1", n)
	}
	if shapes, _ := s.scene().Counts(); shapes != 1 {
		t.Errorf("%d shapes on the board", shapes)
	}
	if s.tools.hint.Visible() {
		t.Error("the empty board's hint is still there")
	}
	s.BoardDo(keys.Undo)
	if shapes, _ := s.scene().Counts(); shapes != 0 || !s.tools.hint.Visible() {
		t.Errorf("after undo: %d shapes, hint shown %v", shapes, s.tools.hint.Visible())
	}
}

func TestWhatIsWrongIsSaidInOneLine(t *testing.T) {
	s, _, _ := room(t)
	if s.notice.Visible() {
		t.Errorf("while all is well the notice says %q", s.notice.text.Text())
	}
	s.saving = os.ErrPermission
	s.Tick()
	if !s.notice.Visible() || !strings.Contains(s.notice.text.Text(), os.ErrPermission.Error()) {
		t.Errorf("visible %v, says %q", s.notice.Visible(), s.notice.text.Text())
	}
	s.saving = nil
	s.Tick()
	if s.notice.Visible() {
		t.Error("the notice stays when all is well again")
	}
}

func TestANoticeGoesByItselfOrAtAClickAndMovesNothing(t *testing.T) {
	s, _, _ := room(t)
	before := s.board.Size()
	start := time.Now()
	s.notice.show("The microphone is gone.", false, start)
	if !s.notice.Visible() || s.board.Size() != before {
		t.Errorf("visible %v; the board went from %v to %v", s.notice.Visible(), before, s.board.Size())
	}
	s.notice.show("The microphone is gone.", false, start.Add(noticeFor))
	if s.notice.Visible() {
		t.Error("the notice stays for ever")
	}
	s.notice.show("The disk is full.", true, start.Add(time.Hour))
	s.notice.show("The disk is full.", true, start.Add(2*time.Hour))
	if !s.notice.Visible() {
		t.Error("a lasting notice went by itself")
	}
	s.notice.show("Something else.", false, start.Add(3*time.Hour))
	test.Tap(s.notice)
	s.notice.show("Something else.", false, start.Add(3*time.Hour+time.Second))
	if s.notice.Visible() {
		t.Error("the notice came back after the click that put it away")
	}
}

func TestFoldingGivesTheBoardTheRoom(t *testing.T) {
	s, _, _ := room(t)
	before := s.board.Size().Width
	s.Do(keys.FoldNotes)
	s.Do(keys.FoldPanel)
	if after := s.board.Size().Width; after < before+notesWidth+sideWidth-10 {
		t.Errorf("the board grew from %v to %v", before, after)
	}
	s.Do(keys.FocusNotes)
	if s.left.Folded() {
		t.Error("going to the notes leaves them folded away")
	}
}

func TestTheRoomFitsTheSmallestWindow(t *testing.T) {
	s, _, _ := room(t)
	if least := s.Object().MinSize(); least.Width > 1024 || least.Height > 600 {
		t.Errorf("the room needs %v, a small window with its menu has 1024x600", least)
	}
}
