package practice

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

func TestEndOffersASummaryThatReturnBeginsAndEnds(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(10 * time.Second)
	m.Do(keys.End)
	m.expect("End", "Before you end", "Begin the summary", "End now")
	if m.ended != 0 {
		t.Fatal("it has ended")
	}
	m.press(fyne.KeyReturn)
	m.expect("Return", "Sum it up", "End the interview")
	if got := m.cards.shown.timer.Text(); got != "1:00" {
		t.Errorf("%s are left", got)
	}
	m.wait(45 * time.Second)
	if got := m.cards.shown.timer.Text(); got != "0:15" {
		t.Errorf("after 45 s %s are left", got)
	}
	m.wait(time.Minute)
	m.expect("over the minute", "Sum it up", "End the interview")
	if got := m.cards.shown.timer.Text(); got != "0:00" || m.ended != 0 {
		t.Errorf("after the minute %s are left, ended %d times: the last sentence is to be heard", got, m.ended)
	}
	m.press(fyne.KeyReturn)
	if m.ended != 1 {
		t.Errorf("Return ended it %d times", m.ended)
	}
	m.logged("summary shown (asked)", "summary answered begin")
}

func TestASecondEndEndsAtOnce(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.Do(keys.End)
	m.wait(time.Minute)
	m.Do(keys.End)
	if m.ended != 1 {
		t.Errorf("ended %d times", m.ended)
	}
	m.logged("summary shown (asked)", "summary answered end")

	m = newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.Do(keys.End)
	m.Do(keys.CardFirst)
	m.Do(keys.End)
	if m.ended != 1 {
		t.Errorf("during the summary: ended %d times", m.ended)
	}
}

func TestEndByMistakeIsTakenBack(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.Do(keys.End)
	m.press(fyne.KeyEscape)
	m.expect("Escape", "")
	if m.focused() != m.notes.entry {
		t.Errorf("%T has the keyboard", m.focused())
	}
	m.Do(keys.End)
	m.Do(keys.CardFirst)
	m.Do(keys.CardAway)
	m.expect("the summary put away", "")
	m.wait(2 * time.Minute)
	if m.ended != 0 || !m.mock.Clock().Running {
		t.Errorf("ended %d times, running %v", m.ended, m.mock.Clock().Running)
	}
}

func TestInAPauseTheSummaryResumes(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(10 * time.Second)
	m.record(session.Paused{})
	m.Do(keys.End)
	m.expect("End in a pause", "Before you end", "Begin the summary", "End now")
	m.Do(keys.CardFirst)
	if !m.mock.Clock().Running {
		t.Error("the summary is not recorded: the clock stands")
	}
	m.wait(10 * time.Second)
	if got := m.cards.shown.timer.Text(); got != "0:50" {
		t.Errorf("after ten seconds %s are left", got)
	}
}

func TestWithTimeOverEndEndsWhatIsOffered(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(40*time.Minute + time.Second)
	m.expect("over", "Time is up", "Begin the summary", "End now")
	m.Do(keys.CardSecond)
	if m.ended != 1 {
		t.Errorf("ended %d times", m.ended)
	}
	if log := m.log(); log[len(log)-1] != "summary answered end" {
		t.Errorf("the journal says %q", log)
	}
}

// No hint comes in the way of ending, even in the last minute.
func TestNothingComesOntoTheOfferOfASummary(t *testing.T) {
	m := newMocked(t, interview.Hand{}, Actions{})
	m.write("users")
	m.wait(38*time.Minute + 50*time.Second)
	m.Do(keys.End)
	m.wait(30 * time.Second)
	m.expect("39:20", "Before you end", "Begin the summary", "End now")
	m.Do(keys.CardFirst)
	m.wait(20 * time.Second)
	m.expect("39:40", "Sum it up", "End the interview")
}
