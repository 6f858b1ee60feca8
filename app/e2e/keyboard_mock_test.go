//go:build linux

package e2e

import (
	"slices"
	"strings"
	"testing"

	"talkthrough/app/keys"
)

// keyboardMock is an interview that is held with the keyboard alone.
type keyboardMock struct {
	t   *testing.T
	d   *desk
	p   *running
	dir string // of the attempt
}

// until waits for the journal of the attempt.
func (k *keyboardMock) until(what string, yes func(journal) bool) {
	k.t.Helper()
	k.p.until(what, func() bool { return yes(readJournal(k.t, k.dir)) })
}

// done waits until the last thing told of the attempt, apart from what is
// written and drawn, is that; see told.
func (k *keyboardMock) done(what string) {
	k.t.Helper()
	k.until(what, func(j journal) bool {
		all := j.told(k.t)
		return len(all) > 0 && all[len(all)-1] == what
	})
}

// press presses keys, one after another, each when what it follows is told.
func (k *keyboardMock) press(id, then string) {
	k.t.Helper()
	k.d.hands.press(id)
	k.done(then)
}

// A whole interview without the mouse: all that the room offers is reached, and
// the journal says exactly what was done.
func TestMockByKeyboard(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	k := &keyboardMock{t: t, d: d, dir: d.plantCutOff(t)}
	k.p = d.open()
	k.p.screen("today")
	k.p.choose(toContinue)
	k.p.await("recovered", "dir", k.dir)
	k.p.screen("practice")

	k.catchUp()
	k.mark()
	k.write()
	k.draw()
	k.ask()
	k.react()
	k.getUnstuck()
	k.sumUp()
	k.end()
	k.p.quit()

	t.Run("journal", k.checkJournal)
	t.Run("cards", k.checkCards)
	t.Run("plans", k.checkPlans)
	t.Run("files", k.checkFiles)
}

// catchUp takes the second choice of the card that comes because the plan no
// longer fits, and goes on before the half minute for it is over.
func (k *keyboardMock) catchUp() {
	k.done("card behind shown")
	k.d.display.keep("keyboard-1-behind")
	k.press(keys.CardSecond, "plan behind")
	k.d.display.keep("keyboard-2-round-off")
	k.press(keys.CardFirst, "phase task")
}

func (k *keyboardMock) mark() {
	k.press(keys.MarkGood, "mark good")
	k.press(keys.MarkUnclear, "mark unclear")
	k.d.hands.press(keys.MarkWord)
	k.d.hands.write("metric\n")
	k.done("mark-word metric")
}

// typedNotes is what is written by hand.
const typedNotes = "\nrank for retention\n"

// write goes back to the notes, writes on where they were cut off and lays the
// agenda below it.
func (k *keyboardMock) write() {
	k.d.hands.press(keys.FocusNotes)
	k.d.hands.write(typedNotes)
	k.until("the line is in the notes", func(j journal) bool { return j.notes() == cutOffNotes+typedNotes })
	k.d.hands.press(keys.Agenda)
	k.until("the agenda is in the notes", func(j journal) bool { return len(headings(j.notes())) == len(phases) })
}

// draw drops the first of the parts on the board and grows another beside it.
func (k *keyboardMock) draw() {
	k.d.hands.press(keys.FocusBoard)
	k.d.hands.press(keys.Parts)
	k.d.hands.key("Return")
	k.until("the part is on the board", func(j journal) bool { return len(j.drawn("ellipse")) == 1 })
	k.d.hands.key("ctrl+Right")
	k.until("another one grew beside it", func(j journal) bool {
		return len(j.drawn("ellipse")) == 2 && len(j.drawn("arrow")) == 1
	})
}

// ask asks something that an answer is prepared for, and something else.
func (k *keyboardMock) ask() {
	k.press(keys.NextPhase, "phase architecture")
	k.d.hands.press(keys.Ask)
	k.d.hands.write("how many daily users")
	k.d.display.keep("keyboard-3-ask")
	k.d.hands.key("Return")
	k.done("ask how many daily users: scale")
	k.d.hands.press(keys.Ask)
	k.d.hands.write("which colour is the logo")
	k.d.display.keep("keyboard-4-assumption")
	k.d.hands.key("Return")
	k.done("ask which colour is the logo: ")
}

// react goes on until the interviewer throws the curveball, and judges the own
// reaction to it.
func (k *keyboardMock) react() {
	k.press(keys.NextPhase, "phase data")
	k.press(keys.NextPhase, "phase features")
	k.done("curveball features")
	k.d.display.keep("keyboard-5-curveball")
	k.press(keys.CardFirst, "judged features answered")
}

// getUnstuck calls for the card that helps past a wall and does what it offers.
func (k *keyboardMock) getUnstuck() {
	k.press(keys.NextPhase, "phase model")
	k.press(keys.Stuck, "card stuck shown asked")
	k.d.display.keep("keyboard-6-stuck")
	k.press(keys.CardFirst, "phase experiment")
	k.press(keys.NextPhase, "phase deploy")
}

// sumUp takes the summary that is offered at the end.
func (k *keyboardMock) sumUp() {
	k.press(keys.End, "card summary shown asked")
	k.d.display.keep("keyboard-7-summary-offered")
	k.press(keys.CardFirst, "card summary answered begin")
	k.d.display.keep("keyboard-8-summary")
}

// end ends the interview, in which the summary is being given, and waits for
// the review.
func (k *keyboardMock) end() {
	k.t.Helper()
	k.d.hands.press(keys.End)
	k.p.await("saved", "dir", k.dir)
	k.p.screen("review")
	k.p.predict()
}

// phases are the eight, as the journal calls them.
var phases = []string{"clarify", "task", "architecture", "data", "features", "model", "experiment", "deploy"}

// headings are those of a Markdown text.
func headings(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return !strings.HasPrefix(line, "## ") })
}
