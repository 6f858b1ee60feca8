package practice

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// sharedFor is how long the line about the new minutes stays. The key undoes
// them for longer.
const sharedFor = 30 * time.Second

// sharedLine says that the minutes were shared anew, with a button that takes it
// back.
type sharedLine struct {
	object fyne.CanvasObject
	text   *look.Label
	undo   *look.Button
	until  time.Time
}

func newSharedLine(do func(string) bool) *sharedLine {
	l := &sharedLine{text: look.NewLabel("", look.Body)}
	l.undo = look.NewButton("Undo", look.Quiet, func() { do(keys.UndoReplan) })
	l.undo.SetHint(look.Hint{Name: keys.For(keys.UndoReplan).Label, Key: keys.Hint(keys.UndoReplan)})
	l.object = container.NewBorder(nil, nil, nil, l.undo, look.Middle(l.text))
	l.object.Hide()
	return l
}

// say shows the line for a while.
func (l *sharedLine) say(text string, undo bool, now time.Time) {
	l.text.SetText(text)
	l.undo.Hidden = !undo
	l.until = now.Add(sharedFor)
	l.object.Show()
	l.object.Refresh()
}

// show puts the line away in time, and reports whether it did.
func (l *sharedLine) show(now time.Time) bool {
	if !l.object.Visible() || now.Before(l.until) {
		return false
	}
	l.object.Hide()
	return true
}

// replan shares the minutes that are left anew, as one event that UndoReplan
// takes back; the phase first, unless it is -1, gets what it lacks before the
// others. The current phase is about to be left.
func (s *Screen) replan(first int) {
	to := s.mock.Clock().Replan(first)
	before := s.mock.Replan(to, "behind")
	if to == before {
		s.side.shared("There are no minutes left to share.", false)
		return
	}
	s.replanned = append(s.replanned, before)
	s.side.shared("Minutes shared anew.", true)
	s.Tick()
}

// undoReplan brings back the minutes as they were before the last replan, and
// with the next press those before the one ahead of it.
func (s *Screen) undoReplan() {
	last := len(s.replanned) - 1
	if last < 0 {
		s.side.shared("There are no new minutes to undo.", false)
		return
	}
	s.mock.Replan(s.replanned[last], "undo")
	s.replanned = s.replanned[:last]
	s.side.shared("The minutes are as before.", last > 0)
	s.Tick()
}
