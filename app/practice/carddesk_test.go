package practice

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/board"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// boxDrawn is a shape that was drawn.
func boxDrawn() session.Drew {
	e := board.NewElement(board.Rectangle, board.DefaultStyle())
	e.W, e.H = 80, 40
	return session.Drew{Edit: board.PutNew(board.NewScene(), e)}
}

func TestABlankPageIsHelpedAndTheCardGoesAtEscape(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.wait(19 * time.Second)
	m.expect("before", "")
	m.wait(time.Second)
	m.expect("nothing put down", "Begin small")
	if m.focused() != m.notes.entry {
		t.Errorf("the card took the keyboard: %T has it", m.focused())
	}
	m.press(fyne.KeyEscape)
	m.expect("Escape in the notes", "")
	m.press(fyne.KeyEscape)
	m.logged("blank shown", "blank dismissed")
}

// On the board Escape first lets go of a tool or a selection.
func TestEscapeIsTheBoardsWhileThatHasTheKeyboard(t *testing.T) {
	away := keys.For(keys.CardAway)
	for what, press := range map[string]func(m *mocked){
		"Escape with nothing to let go": func(m *mocked) { m.press(fyne.KeyEscape) },
		"its own key": func(m *mocked) {
			m.board.TypedShortcut(&desktop.CustomShortcut{KeyName: away.Key, Modifier: away.Mods})
		},
	} {
		m := newMocked(t, interview.Hand{}, Actions{})
		m.wait(20 * time.Second)
		m.Do(keys.FocusBoard)
		m.BoardDo(keys.Rectangle)
		m.press(fyne.KeyEscape)
		m.expect("Escape with a tool in hand", "Begin small")
		press(m)
		m.expect(what, "")
		m.logged("blank shown", "blank dismissed")
	}
}

func TestNotesOrDrawingGoesThere(t *testing.T) {
	for choice, want := range map[string]string{keys.CardFirst: interview.ChooseDrawing, keys.CardSecond: interview.ChooseNotes} {
		m := newMocked(t, interview.Hand{}, Actions{})
		m.write("users")
		m.Do(keys.FoldNotes)
		m.Do(keys.Phase3)
		m.wait(time.Second)
		m.expect("architecture begins", "Notes or drawing?", "Draw it", "Write it")
		m.Do(choice)
		m.expect("chosen", "")
		if want == interview.ChooseDrawing && m.focused() != fyne.Focusable(m.board) {
			t.Errorf("to draw, %T has the keyboard", m.focused())
		}
		if want == interview.ChooseNotes && (m.focused() != m.notes.entry || m.left.Folded()) {
			t.Errorf("to write, %T has the keyboard, notes folded %v", m.focused(), m.left.Folded())
		}
		m.logged("enter architecture", "medium shown", "medium answered "+want)
	}
}

func TestBehindTheInterviewerNamesWhatMattersMost(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(6 * time.Minute)
	m.expect("a minute over", "The plan no longer fits", "Ask what to prioritise", "Summarise and move on")
	before := m.mock.Clock()
	named := interview.Balanced.Priority(before)
	phase := interview.Phases[named]
	m.Do(keys.CardFirst)
	m.expect("named", "The interviewer", "Go to "+phase.Name)
	if !strings.Contains(m.cards.shown.content, phase.Name+" first") {
		t.Errorf("the interviewer says %q", m.cards.shown.content)
	}
	if clock := m.mock.Clock(); clock.Planned != before.Replan(named) || clock.Planned.Total() != 40*time.Minute {
		t.Errorf("planned %v, want %v", clock.Planned, before.Replan(named))
	}
	m.Do(keys.CardFirst)
	m.expect("gone there", "")
	if got := m.mock.Clock().Phase; got != named {
		t.Errorf("in phase %d, want %d", got, named)
	}
	m.logged("behind shown", "behind answered prioritise "+phase.ID, "plan behind", "enter "+phase.ID)
}

func TestBehindASummaryIsCountedDownAndThenItGoesOn(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(6 * time.Minute)
	m.Do(keys.CardSecond)
	m.expect("chosen", "Sum it up and move on", "Go to Task")
	if got := m.cards.shown.timer.Text(); got != "0:30" {
		t.Errorf("%s are left", got)
	}
	m.wait(10 * time.Second)
	m.record(session.Paused{})
	m.wait(time.Minute)
	m.record(session.Resumed{})
	if got := m.cards.shown.timer.Text(); got != "0:20" {
		t.Errorf("after ten seconds and a pause %s are left", got)
	}
	m.wait(19 * time.Second)
	m.expect("nearly over", "Sum it up and move on", "Go to Task")
	m.wait(time.Second)
	m.expect("over", "")
	m.logged("behind shown", "behind answered summarise task", "plan behind", "enter task")
}

func TestTheSummaryIsOverWithThePhase(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(6 * time.Minute)
	m.Do(keys.CardSecond)
	m.Do(keys.Phase5)
	m.expect("gone elsewhere", "")
	m.wait(40 * time.Second)
	if got := m.mock.Clock().Phase; got != 4 {
		t.Errorf("the countdown went on to phase %d", got)
	}
}

func TestStuckReadsBackTheNotesAndGoesElsewhere(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("## Clarify\n- 100M users\n- long-term value\n")
	m.hearing = -70
	m.wait(15 * time.Second)
	m.expect("silence", "A wall is fine", "Go to Task")
	if !strings.Contains(m.cards.shown.content, "100M users\nlong-term value") {
		t.Errorf("it reads back %q", m.cards.shown.content)
	}
	m.Do(keys.CardFirst)
	m.expect("gone on", "")
	m.logged("stuck shown", "stuck answered move-on task", "enter task")
}

// Moving the caret, taking a tool or moving the view is no being stuck.
func TestHandsThatLeaveNoEventAreSeen(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.hearing = -70
	for name, touch := range map[string]func(){
		"the caret": func() {
			m.Do(keys.FocusNotes)
			m.notes.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			m.notes.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		},
		"a tool":   func() { m.BoardDo(keys.Hand) },
		"the view": func() { m.board.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}) },
		"letters": func() {
			if !m.board.Typing() {
				m.BoardDo(keys.TextTool)
				press := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 300)}, Button: desktop.MouseButtonPrimary}
				m.board.MouseDown(press)
				m.board.MouseUp(press)
			}
			m.board.TypedRune('a')
		},
		"a question": func() { m.mock.Ask("how many?", "") },
	} {
		touch()
		m.wait(14 * time.Second)
		touch()
		m.wait(14 * time.Second)
		m.expect("14 s after "+name, "")
	}
	m.write(" a day")
	m.wait(15 * time.Second)
	m.expect("nothing any more", "A wall is fine", "Go to Task")
}

func TestStuckByKeyComesAndGoes(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.press(fyne.KeyF10)
	m.expect("asked for", "A wall is fine", "Go to Task")
	m.press(fyne.KeyF10)
	m.expect("the same key", "")
	m.logged("stuck shown (asked)", "stuck dismissed")
}

func TestTypingInsteadOfTalkingIsSaid(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	for range 100 {
		m.write("abc")
		m.wait(time.Second)
	}
	m.expect("60 words in 100 seconds", "Say it, do not type it")
	test.Tap(m.cards.shown.close)
	m.expect("closed", "")
	m.logged("typing shown", "typing dismissed")
}

func TestAnEmptyBoardIsSaidByTheFourthPhase(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.Do(keys.Phase4)
	m.wait(20 * time.Second)
	m.expect("nothing drawn", "The board is still empty", "Draw it")
	test.Tap(m.cards.shown.buttons[0])
	if m.focused() != fyne.Focusable(m.board) {
		t.Errorf("%T has the keyboard", m.focused())
	}
	m.box()
	m.wait(time.Minute)
	m.expect("drawn", "")
	m.logged("enter data", "no-drawing shown", "no-drawing answered drawing")
}

func TestAheadACurveballIsTakenWhereOneMayCome(t *testing.T) {
	hand := interview.Hand{Balls: []interview.Ball{{Phase: "deploy", After: 0.5, Say: "Half the labels are wrong.", Good: []string{"Asks which half."}}}}
	for _, with := range []bool{true, false} {
		if !with {
			hand.Balls = nil
		}
		m := newMocked(t, hand, Actions{})
		m.write("users")
		m.box()
		for _, id := range keys.PhaseIDs[1:] {
			m.wait(2 * time.Minute)
			m.Do(keys.CardAway)
			m.Do(id)
		}
		for i := 0; m.card() == "" && i < 300; i++ {
			m.wait(time.Second)
		}
		if !with {
			m.expect("ahead, with nothing to throw", "Time to go deeper")
			continue
		}
		m.expect("ahead", "Time to go deeper", "Take one curveball")
		m.Do(keys.CardFirst)
		m.expect("taken", "The interviewer", "Answered", "Dodged")
		if log := m.log(); strings.Join(log[len(log)-3:], ", ") != "ahead shown, ahead answered curveball, thrown in deploy" {
			t.Errorf("the journal says %q", log)
		}
	}
}

func TestTheLastMinuteIsSaidAndThenTheSummaryOffered(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.box()
	for _, id := range keys.PhaseIDs[1:] {
		m.wait(5 * time.Minute)
		m.Do(id)
	}
	m.wait(4*time.Minute - 2*time.Second)
	m.Do(keys.CardAway)
	m.wait(3 * time.Second)
	m.expect("39:01", "One minute left")
	m.wait(time.Minute)
	m.expect("40:01", "Time is up", "Begin the summary", "End now")
	if m.focused() != m.notes.entry {
		t.Errorf("the card took the keyboard: %T has it", m.focused())
	}
	m.wait(5 * time.Minute)
	m.expect("it waits", "Time is up", "Begin the summary", "End now")
}

// A card comes into sight where the panel is folded away, and moves nothing.
func TestWithThePanelFoldedTheCardFloats(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.Do(keys.FoldPanel)
	before := m.board.Size()
	m.wait(20 * time.Second)
	m.expect("blank", "Begin small")
	holder := m.cards.float.holder
	if !holder.Visible() || m.side.cardSlot.Visible() || m.board.Size() != before {
		t.Fatalf("floating %v, in the panel %v, the board went from %v to %v", holder.Visible(), m.side.cardSlot.Visible(), before, m.board.Size())
	}
	if right := holder.Position().X + holder.Size().Width; right > 1280 || holder.Size().Height < 100 || holder.Size().Height < holder.MinSize().Height {
		t.Errorf("it is at %v, %v large, and needs %v", holder.Position(), holder.Size(), holder.MinSize())
	}
	m.Do(keys.FoldPanel)
	m.Tick()
	m.expect("unfolded", "Begin small")
	if !m.side.cardSlot.Visible() {
		t.Error("unfolded, the panel does not have it")
	}
	m.Do(keys.CardAway)
	m.expect("away", "")
	m.logged("blank shown", "blank dismissed")
}

// The keyboard is not lost with the button that had it.
func TestTheKeyboardGoesBackToTheNotes(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.Do(keys.Phase3)
	m.wait(time.Second)
	focus(m.cards.shown.buttons[1])
	m.press(fyne.KeyEscape)
	m.expect("Escape on a button", "")
	if m.focused() != m.notes.entry {
		t.Errorf("%T has the keyboard", m.focused())
	}
}

func TestKeysOfACardDoNothingWithoutOne(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	for _, id := range []string{keys.CardFirst, keys.CardSecond, keys.CardAway} {
		if m.Do(id) {
			t.Errorf("%s says that it did something", id)
		}
	}
	m.wait(time.Second)
	m.logged()
}
